"""Events of medicines named side by side: each has its own, a combination of them has one."""

import pytest
from trials_reading import read, told

NORTHBRIDGE = "BOSTON, May 9, 2024 (GLOBE NEWSWIRE) -- Northbridge Therapeutics, Inc. (Nasdaq: NBRG)"


def owners(body: str, kind: str, headline: str = "Northbridge Gives News") -> set[tuple[str, str]]:
    """Which medicines of an invented company have such an event, and how it is stated."""
    facts = read(f"{headline}\n\n{NORTHBRIDGE} {body}\n")
    return {(name, statement) for k, name, statement in told(facts) if k == kind}


OF_EACH = [
    ("orphan_drug", "happened", "said that the FDA granted orphan drug designation to NBX-101 and NBX-202 for gout."),
    ("ind_submitted", "expected", "plans to submit INDs for NBX-101 and NBX-202 in 2025."),
    ("ind_active", "happened", "said that the FDA cleared its INDs for NBX-101 and NBX-202."),
    ("program_discontinued", "happened", "is discontinuing development of its candidates, NBX-101 and NBX-202."),
    ("data_reported", "expected", "will present new data on NBX-101 and NBX-202 at the ASCO Annual Meeting in June 2024."),
    ("data_reported", "expected", "said that clinical data for NBX-101, its antibody, as well as from the investigational medicine "
     "NBX-202, will be presented at a meeting in June 2024."),
    ("data_reported", "happened", "announced positive results from the Phase 1 studies of NBX-101 and NBX-202 in gout."),
    ("application_submitted", "happened", "submitted NDAs for NBX-101 and NBX-202 to the FDA."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "statement", "body"), OF_EACH)
def test_what_is_told_of_two_side_by_side_is_told_of_each(kind: str, statement: str, body: str) -> None:
    assert owners(body, kind) == {("NBX-101", statement), ("NBX-202", statement)}


OF_ONE = [
    (
        "fast_track",
        "said that the FDA granted Fast Track designation to the combination of NBX-101 and NBX-202 for gout.",
    ),
    (
        "breakthrough_therapy",
        "said that the FDA granted breakthrough therapy designation to NBX-101 plus NBX-202 for gout.",
    ),
    ("approval", "announced that the FDA approved NBX-101 in combination with NBX-202 for gout."),
    ("application_submitted", "submitted an NDA for NBX-101 and NBX-202 given together to the FDA."),
    ("data_reported", "announced positive clinical data for NBX-101 compared with NBX-202 in gout."),
]


@pytest.mark.parametrize(("kind", "body"), OF_ONE)
def test_a_combination_or_comparison_has_one_event(kind: str, body: str) -> None:
    assert len(owners(body, kind)) <= 1


def test_the_talks_of_a_meeting_to_come_are_those_of_each_medicine() -> None:
    body = "said that presentations at the meeting include new data on NBX-101, NBX-202 and NBX-303 in blood cancers."
    assert owners(body, "data_reported", "Northbridge to Present Data at the ASH Annual Meeting") == {
        ("NBX-101", "expected"),
        ("NBX-202", "expected"),
        ("NBX-303", "expected"),
    }


@pytest.mark.parametrize(
    "body",
    [
        "will present preclinical data on NBX-101 and NBX-202 at the ASH Annual Meeting.",
        "will present new data on NBX-101 at the AACR Annual Meeting.",
        "will present data on its NBX-101 supply chain.",
    ],
)
def test_data_that_are_not_clinical_are_none(body: str) -> None:
    assert owners(body, "data_reported") == set()


def test_those_side_by_side_behind_the_words_share_an_event_that_others_of_the_sentence_do_not() -> None:
    facts = read(
        "Northbridge Therapeutics Provides Update\n\nBOSTON, May 14, 2024 (GLOBE NEWSWIRE) -- Northbridge Therapeutics, Inc. (Nasdaq: NBRG) today announced an update. "
        "The European Commission approved NBX-101 and NBX-202, while NBX-303 and NBX-404 remain in testing for gout. "
        "The FDA granted Fast Track designation to NBX-303 for gout and to NBX-404 for lupus.\n"
    )
    found = told(facts)
    assert {n for k, n, s in found if (k, s) == ("approval", "happened")} == {"NBX-101", "NBX-202"}
    assert {n for k, n, s in found if (k, s) == ("fast_track", "happened")} == {"NBX-303", "NBX-404"}
