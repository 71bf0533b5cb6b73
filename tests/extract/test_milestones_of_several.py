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
    ("approval", "happened", "said that the FDA approved NBX-101 700 mg and NBX-202 1400 mg administered together for gout."),
    ("approval", "happened", "said that Japan has approved NBX-101 (ostrafenib) for leukemia and NBX-202 (ostralumab) for asthma."),
    ("application_accepted", "happened", "said that the FDA accepted for review the supplemental NDAs for NBX-101 and NBX-202 "
     "for use in people with HIV-1 who are switching from a stable antiretroviral regimen."),
    ("approval", "happened", "said that the FDA has authorized NBX-101 and NBX-202 given together for gout."),
    ("approval", "happened", "said that the FDA has expanded the Emergency Use Authorization for NBX-101 700 mg and NBX-202 1400 mg "
     "administered together to include children."),
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


BOTH_FILED = "said that the FDA accepted the supplemental New Drug Applications for NBX-101 and NBX-202 for gout."
DAYS = [
    "The PDUFA date for the sNDAs is September 20, 2024.",
    "The target action date for both applications is September 20, 2024.",
    "The PDUFA date of the two applications is September 20, 2024.",
    "The FDA has set a PDUFA date of September 20, 2024 for these applications.",
    "The company is pleased. The PDUFA goal date for both supplemental applications is September 20, 2024.",
]


@pytest.mark.parametrize("day", DAYS)
def test_one_day_for_two_applications_is_that_of_each(day: str) -> None:
    assert owners(f"{BOTH_FILED} {day}", "pdufa_date") == {("NBX-101", "expected"), ("NBX-202", "expected")}


def test_a_day_of_one_application_is_that_of_one() -> None:
    day = "The PDUFA date for NBX-202 is September 20, 2024."
    assert owners(f"{BOTH_FILED} {day}", "pdufa_date") == {("NBX-202", "expected")}
    day = "It also has cash until 2026. NBX-303 is on the market. The PDUFA date is September 20, 2024."
    assert {name for name, _ in owners(f"{BOTH_FILED} {day}", "pdufa_date")} <= {"NBX-303"}


SENT_TO_OTHERS = [
    "Corresponding applications for both medicines have been filed with the European Medicines Agency and are under review.",
    "Applications for both medicines have been submitted to the European Medicines Agency.",
    "The company has submitted marketing applications for both medicines to the European Medicines Agency.",
]


@pytest.mark.parametrize("body", SENT_TO_OTHERS)
def test_both_medicines_are_filed_for(body: str) -> None:
    headline = "FDA Accepts Applications for Northbridge's NBX-101 and NBX-202"
    said = f"said that the FDA accepted its applications for NBX-101 and NBX-202. {body}"
    assert owners(said, "application_submitted", headline) == {("NBX-101", "happened"), ("NBX-202", "happened")}


WIDENED = [
    "said that the FDA has expanded the Emergency Use Authorization for NBX-101 to include prevention.",
    "said that the FDA has expanded the approval of NBX-101 to include children.",
    "said that the FDA broadened the approval of NBX-101.",
    "said that the European Commission extended the marketing authorisation of NBX-101 to children.",
    "said that the FDA's emergency use authorization for NBX-101 has been expanded to children.",
]


@pytest.mark.parametrize("body", WIDENED)
def test_a_wider_approval_is_one(body: str) -> None:
    assert owners(body, "approval") == {("NBX-101", "happened")}


@pytest.mark.parametrize(
    "body",
    [
        "expanded its team that works on NBX-101.",
        "said that the FDA expanded access to NBX-101 before approval.",
        "has expanded the plant for NBX-101.",
    ],
)
def test_what_else_is_expanded_is_no_approval(body: str) -> None:
    assert owners(body, "approval") == set()


def test_what_is_given_with_an_approved_medicine_is_not_approved() -> None:
    body = "said that NBX-101, administered together with NBX-202, was approved by the FDA."
    assert owners(body, "approval") == {("NBX-101", "happened")}


def test_the_talks_of_a_meeting_to_come_are_those_of_each_medicine() -> None:
    body = "said that presentations at the meeting include new data on NBX-101, NBX-202 and NBX-303 in blood cancers."
    assert owners(body, "data_reported", "Northbridge to Present Data at the ASH Annual Meeting") == {
        ("NBX-101", "expected"),
        ("NBX-202", "expected"),
        ("NBX-303", "expected"),
    }


LISTED = [
    "Presentations include an integrated analysis of data from the Phase 3 DAWN trials that evaluated NBX-101 in adults with HIV-1; data on the safety of NBX-202 in pregnancy; and findings from a study of NBX-303.",
    "Highlights include results of the Phase 3 DAWN trial of NBX-101 in melanoma, overall survival data from a Phase 2 trial of NBX-202, and biomarker data on NBX-303 in patients.",
    "Abstracts will feature data from the Phase 2 trial of NBX-101 in lupus, and clinical results of NBX-202 and NBX-303.",
    "Presentations at ASCO, May 31-June 4, 2024, include results of the Phase 2 trials of NBX-101, NBX-202 and NBX-303.",
]  # fmt: skip


@pytest.mark.parametrize("listed", LISTED)
def test_what_the_talks_to_come_include_is_expected_of_each(listed: str) -> None:
    body = f"said that new clinical data are to be presented at ASCO. {listed}"
    got = owners(body, "data_reported", "New Data of Northbridge to be Presented at ASCO")
    assert got == {("NBX-101", "expected"), ("NBX-202", "expected"), ("NBX-303", "expected")}


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


@pytest.mark.parametrize(
    "body",
    [
        "said: With the BLA for NBX-101 under priority review and the Phase 2 data for NBX-202 in hand, we are well placed.",
        "said that it received priority review for NBX-101 and the first data of NBX-202.",
        "said that NBX-101 has priority review and its antibody NBX-202 is in Phase 2.",
    ],
)
def test_what_is_told_behind_and_is_of_another(body: str) -> None:
    assert {name for name, _ in owners(body, "priority_review")} == {"NBX-101"}
