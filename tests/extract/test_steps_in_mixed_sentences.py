"""A sentence that tells two things, or only talks of one: each keeps its own state, and leave for a trial is no approval."""

import pytest
from trials_reading import read

LEAD = "AUSTIN, May 2, 2026 -- Kirva Inc. (NASDAQ: KRVA), a biotechnology company, today gave an update to its shareholders. "


def facts(told: str) -> tuple[set[tuple[str, str]], dict[tuple[str, str | None], str]]:
    """(type, statement) of the milestones, and the state of each trial by (compound, name or phase)."""
    read_facts = read(f"Kirva Provides Corporate Update\n\n{LEAD}{told}\n")
    names = {c.compound_ref: c.name for c in read_facts.compound_names if c.is_primary}
    steps = {(str(m.milestone_type), str(m.statement)) for m in read_facts.milestone_mentions}
    trials = {(names[t.compound_ref], t.trial_name or t.phase): str(t.status) for t in read_facts.trial_mentions}
    return steps, trials


@pytest.mark.parametrize(
    "told",
    [
        "The FDA has authorized a Phase II study of KRV-101 in rheumatoid arthritis.",
        "The agency permitted a first-in-human trial of KRV-101 in lupus.",
        "The MHRA has approved a Phase 1 clinical trial of KRV-101 in lupus.",
        "Health Canada authorizes Phase 2a trial of KRV-101 in asthma.",
        "KRV-101 has been authorized by the FDA for a Phase 2 study in lupus.",
        "Kirva has received FDA authorization to proceed with a Phase 2b study of KRV-101 in lupus.",
        "Kirva obtained approval from the TGA to begin dosing KRV-101 in a Phase 1 study in lupus.",
        "The FDA signed off on a Phase 2 trial of KRV-101 in lupus.",
    ],
)
def test_leave_for_a_trial_clears_it_and_approves_nothing(told: str) -> None:
    steps, trials = facts(told)
    assert set(trials.values()) == {"cleared"}
    assert ("approval", "happened") not in steps


@pytest.mark.parametrize(
    "told",
    [
        "The FDA authorized KRV-101 for emergency use in COVID-19, based on a Phase 3 study.",
        "The FDA approved KRV-101 for lupus on the strength of a Phase 3 study.",
        "KRV-101 was approved by the European Commission in 2025, with additional approvals expected this year.",
        "KRV-101 was approved in Japan in January 2026 and a decision in Europe is expected this year.",
        "KRV-101 has been approved in the U.S. and further launches are anticipated in 2027.",
        "KRV-101 was approved by the FDA in March and is expected to be launched in June.",
    ],
)
def test_an_approval_is_one_whatever_is_expected_behind_it(told: str) -> None:
    assert ("approval", "happened") in facts(told)[0]


def test_leave_for_studies_spoken_of_before_approves_nothing() -> None:
    steps, _ = facts(
        "Kirva filed INDs for Phase IIA studies of KRV-101 in lupus. The FDA granted approval for these studies in May."
    )
    assert not {s for s in steps if s[0] == "approval"}


def test_a_phase_in_capitals_is_no_name_of_a_trial() -> None:
    assert set(facts("Kirva's earlier Phase IIA studies of KRV-101 in lupus showed a benefit.")[1]) == {
        ("KRV-101", "2")
    }


def test_what_is_expected_to_be_approved_is_not() -> None:
    steps, _ = facts("The antibody KRV-101 is expected to be approved by the European Commission in 2026.")
    assert {s for s in steps if s[0] == "approval"} == {("approval", "expected")}


@pytest.mark.parametrize(
    "told",
    [
        "Kirva has initiated a rolling submission of a BLA for KRV-101, supported by data from two Phase 3 trials.",
        "Kirva has initiated a New Drug Application filing for KRV-101 for lupus, based on results of clinical trials.",
        "Kirva has commenced the filing of an NDA for KRV-101 based on the Phase 2 trial in lupus.",
        "Kirva has started preparing the BLA for KRV-101 with results of its Phase 3 study in lupus.",
        "Kirva launched an expanded access program for KRV-101 while its Phase 3 study in lupus goes on.",
    ],
)
def test_a_filing_that_is_begun_starts_no_trial(told: str) -> None:
    assert ("trial_started", "happened") not in facts(told)[0]


@pytest.mark.parametrize(
    "told",
    [
        "Kirva has initiated a Phase 3 trial of KRV-101 that is to support an NDA submission.",
        "Kirva started a Phase 2 study of KRV-101 after its IND submission was cleared.",
    ],
)
def test_a_trial_that_is_begun_beside_a_filing_is_started(told: str) -> None:
    assert ("trial_started", "happened") in facts(told)[0]


@pytest.mark.parametrize(
    "told",
    [
        "Kirva initiated discussions with the FDA on a Phase 3 trial of KRV-101 in lupus.",
        "Kirva expects the FDA to clear a Phase 2 study of KRV-101 in lupus.",
        "A meeting with the FDA will set the stage for a larger Phase 3 trial of KRV-101 in lupus.",
        "Kirva awaits FDA feedback on the design of a Phase 3 trial of KRV-101 in lupus.",
        "Kirva is seeking a partner for a Phase 3 trial of KRV-101 in lupus.",
        "A Phase 3 trial of KRV-101 in lupus could begin in 2027.",
        "A decision on a Phase 3 trial of KRV-101 in lupus is due in June.",
        "Kirva has aligned with the FDA on the design of a pivotal Phase 3 trial of KRV-101 in lupus.",
        "A planned Phase 3 trial of KRV-101 in lupus will include an interim analysis.",
    ],
)
def test_a_trial_that_is_only_talked_of_is_planned(told: str) -> None:
    assert set(facts(told)[1].values()) == {"planned"}


@pytest.mark.parametrize(
    "told",
    [
        "In a pre-planned analysis, the Phase 3 trial of KRV-101 in lupus met its primary endpoint.",
        "A planned interim analysis of the Phase 3 trial of KRV-101 in lupus showed a benefit.",
    ],
)
def test_a_planned_analysis_plans_no_trial(told: str) -> None:
    steps, trials = facts(told)
    assert set(trials.values()) == {"reported"}
    assert ("trial_started", "expected") not in steps


@pytest.mark.parametrize(
    ("told", "is_done"),
    [
        ("Upon completion of the Phase 2 trial of KRV-101 in lupus, Kirva will file an NDA.", False),
        ("Following completion of the Phase 3 study of KRV-101 in lupus, Kirva will seek approval.", False),
        ("On successful completion of a Phase 1 trial of KRV-101 in lupus, a Phase 2 trial would follow.", False),
        ("Following completion of the Phase 2 trial of KRV-101 in lupus, Kirva began a Phase 3 trial.", True),
    ],
)
def test_completion_that_is_waited_for_is_none(told: str, is_done: bool) -> None:
    assert ("completed" in facts(told)[1].values()) is is_done


@pytest.mark.parametrize(
    ("told", "is_one"),
    [
        ("The order asks the Food and Drug Administration to fast-track supply chains. KRV-101 is a vaccine.", False),
        ("The FDA plans to fast-track domestic plants. KRV-101 is a vaccine made in Ohio.", False),
        ("Kirva will fast-track the development of KRV-101 with the FDA.", False),
        ("The company specialises in fast-track projects. The FDA met Kirva on KRV-101.", False),
        ("The FDA has granted fast-track designation to KRV-101 in lupus.", True),
    ],
)
def test_to_fast_track_is_no_designation(told: str, is_one: bool) -> None:
    assert (("fast_track", "happened") in facts(told)[0]) is is_one


def test_the_first_year_of_a_launch_is_no_launch_to_come() -> None:
    assert not {
        s for s in facts("KRV-101, an approved antibody, led within the first year of launch.")[0] if s[0] == "launch"
    }
    assert ("launch", "expected") in facts("Kirva is preparing for the launch of the antibody KRV-101 in 2027.")[0]


@pytest.mark.parametrize(
    "told",
    [
        "Kirva initiated ORBIT-3, a Phase 3 trial of KRV-101 in lupus, in January. The NDA for KRV-202 in bile duct cancer "
        "was submitted to the FDA. Data from FORTE-202, which supported the NDA, were presented at ESMO.",
        "ORBIT-3, a Phase 3 trial of KRV-101 in lupus, is under way. The FDA accepted the NDA for KRV-202 in bile duct "
        "cancer. The application is based on data from the FORTE-202 study.",
    ],
)
def test_a_trial_is_of_the_compound_spoken_of_right_before_it(told: str) -> None:
    _, trials = facts(told)
    assert ("KRV-202", "FORTE-202") in trials
    assert ("KRV-101", "ORBIT-3") in trials


def test_sister_trials_behind_their_number_have_its_phase() -> None:
    _, trials = facts(
        "KRV-101 was approved on data of the Phase 2 SOLAR-4 trial. The program has three Phase 3 trials of KRV-101 in "
        "kidney cancer: SOLAR-11, SOLAR-12 and SOLAR-22."
    )
    assert set(trials) == {("KRV-101", name) for name in ("SOLAR-4", "SOLAR-11", "SOLAR-12", "SOLAR-22")}
