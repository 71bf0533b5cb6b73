"""What a trial will give is not what it gave, and data to come do not always mean that a trial is over."""

import pytest
from trials_reading import read, told

BOSTON = "BOSTON, June 8, 2024 (GLOBE NEWSWIRE) -- Merkal Therapeutics, Inc. (Nasdaq: MRKL) today"
STARTED = "announced that the first patient was dosed in the Phase 3 LUNAR trial of MRK-305 in gout."


def release(body: str, headline: str = "Merkal Reports on MRK-305") -> str:
    """A release of an invented company, published on June 8, 2024."""
    return f"{headline}\n\n{BOSTON} {body}\n"


@pytest.mark.parametrize(
    "promise",
    [
        "The LUNAR trial will provide clinicians with important evidence about the use of MRK-305 in gout.",
        "The LUNAR trial will generate data on gout.",
        "The LUNAR trial may yield important insights and results on safety.",
        "The LUNAR trial should give physicians the long-term data on outcomes they need.",
        "The LUNAR trial is designed to add evidence on the treatment of gout.",
        "The LUNAR trial could deliver the first data in this disease.",
        "The LUNAR trial will help us gather evidence for the use of MRK-305.",
    ],
)
def test_evidence_that_is_promised_is_no_result(promise: str) -> None:
    facts = read(release(f"{STARTED} {promise}"))
    assert [t.status for t in facts.trial_mentions] == ["started"]
    assert ("data_reported", "MRK-305", "happened") not in told(facts)


@pytest.mark.parametrize(
    "result",
    [
        "announced positive data from the Phase 2 LUNAR trial of MRK-305 in gout, which will help inform the labels with data.",
        "said that the Phase 2 LUNAR trial of MRK-305 in gout provided new data on lasting safety.",
        "said that investigators report two partial responses in the Phase 2 LUNAR trial of MRK-305 in lymphoma.",
        "said that five of 12 patients responded in the Phase 2 LUNAR trial of MRK-305 in lymphoma.",
        "said that a complete remission was documented in the Phase 2 LUNAR trial of MRK-305 in lymphoma.",
    ],
)
def test_results_stay_results(result: str) -> None:
    assert [t.status for t in read(release(result)).trial_mentions] == ["reported"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (
            "will host an event on July 8 to highlight preliminary data from the Phase 2 trial of MRK-305 in gout.",
            "ongoing",
        ),
        ("said that an update on the Phase 3 program for MRK-305 in gout will be presented at a congress.", "ongoing"),
        ("said that the design of the Phase 3 trial of MRK-305 in gout will be presented in July.", "ongoing"),
        ("said that interim data from the Phase 2 trial of MRK-305 in gout will be presented in July.", "ongoing"),
        ("said that data from the Phase 1 trial of MRK-305 in gout will be presented in July.", "ongoing"),
        ("said that full results of the Phase 3 trial of MRK-305 in gout will be presented in July.", "completed"),
        ("said that final data from the Phase 1 trial of MRK-305 in gout will be presented in July.", "completed"),
        ("said that data from the Phase 3 trial of MRK-305 in gout will be presented in July.", "completed"),
    ],
)
def test_only_the_last_data_to_come_end_a_trial(body: str, status: str) -> None:
    assert [t.status for t in read(release(body)).trial_mentions] == [status]
