"""Events told without the words that one looks for first: headlines without verbs, nouns first, letters by other names."""

import pytest
from trials_reading import read, told

NORTHBRIDGE = "BOSTON, March 26, 2024 (GLOBE NEWSWIRE) -- Northbridge Therapeutics, Inc. (Nasdaq: NBRG)"


def release(headline: str, body: str) -> str:
    """A release of an invented company."""
    return f"{headline}\n\n{NORTHBRIDGE} {body}\n"


TOLD = [
    ("complete_response", "happened", "said that U.S. regulators have rejected NBX-101 for adults with gout."),
    ("complete_response", "happened", "said that the FDA issued a not approvable letter for NBX-101."),
    ("launch", "happened", "announced today the availability of a smaller pen of NBX-101."),
    ("launch", "happened", "said that NBX-101 is being shipped across the country."),
    ("launch", "happened", "grew by half since the successful launch of its NBX-101 treatment."),
    ("application_submitted", "happened", "has now submitted an initial request for EUA for NBX-101."),
    ("priority_review", "expected", "said that the application for NBX-101 will go in soon with a request for Priority Review."),
    ("launch", "expected", "said that NBX-101 is expected to be available in late October 2024."),
    ("launch", "expected", "expects to launch NBX-101 in the United States in 2025, if approved."),
    ("application_submitted", "expected", "said that its Phase 3 study of NBX-101 will be the basis of global submissions."),
    ("application_submitted", "expected", "plans to file three more sBLAs for NBX-101 this year."),
    ("application_accepted", "expected", "awaits acceptance of its submissions for NBX-101 by the regulators."),
    ("approval", "expected", "said that analysts expect NBX-101 to be approved by the end of the year."),
    ("data_reported", "happened", "today reported positive antibody persistence data two years after the second dose of NBX-101."),
    ("data_reported", "happened", "runs a Phase 3 trial of NBX-101 in gout. The data showed that NBX-101 helps adults."),
    ("approval", "happened", "said that its trial had led to the U.S. Food and Drug Administration’s accelerated approval of NBX-101."),
    ("ind_submitted", "expected", "said that IND applications are planned for NBX-101 in 2025."),
    ("program_discontinued", "happened", "said that further development of NBX-101 was discontinued."),
    ("ind_active", "happened", "has received clearance by the FDA and by the European "
     "Medicines Agency (EMA) to conduct NORTH-2, a Phase 3 study of NBX-101 in gout."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "statement", "body"), TOLD)
def test_an_event_in_other_words_is_the_same_event(kind: str, statement: str, body: str) -> None:
    facts = read(release("Northbridge Gives an Update", body))
    assert {s for k, n, s in told(facts) if k == kind and n == "NBX-101"} == {statement}


def test_a_headline_leaves_the_verb_of_a_launch_away() -> None:
    facts = read(release("Acmevir® (NBX-101) Now Available in a Smaller Tablet", "said that it is glad about NBX-101."))
    assert ("launch", "happened") in {(kind, statement) for kind, _, statement in told(facts)}


def test_a_headline_leaves_the_verb_of_an_approval_away() -> None:
    facts = read(release("NBX-101 (Acmevir) Approved in Japan for Gout", "said that it is glad about NBX-101."))
    assert ("approval", "NBX-101", "happened") in told(facts)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("approval", "said that NBX-101 is the first pill approved by the FDA in this class."),
        ("approval", "sells NBX-101. An analyst expects Zorvanic to be approved by the end of the year."),
        ("complete_response", "makes NBX-101. The court rejected the appeal, and the FDA rejected a petition."),
        ("launch", "announced the availability of briefing documents for the advisory committee meeting on NBX-101."),
        ("launch", "said that with NBX-101 now available in 69 centers it is well placed."),
        ("launch", "makes NBX-101 and announced the availability of a replay of its webcast."),
        ("orphan_drug", "makes NBX-101 and points to potential orphan drug designations of NBX-101."),
        (
            "data_reported",
            "will show data on how NBX-101 acts in cancer cells. New data from NBX-101 were presented today.",
        ),
        ("approval", "secured approval from the FDA for its suitability petition about NBX-101."),
        ("application_accepted", "said that the FDA accepted its submission for NBX-101 to receive Fast Track status."),
    ],
)
def test_what_only_sounds_like_an_event_is_none(kind: str, body: str) -> None:
    facts = read(release("Northbridge Gives an Update on NBX-101", body))
    assert kind not in {k for k, _, _ in told(facts)}


def test_the_end_of_a_programme_in_trials_ends_its_trials() -> None:
    ends = "decided to discontinue the development of NBX-101"
    in_trials = told(read(release("Northbridge Gives an Update", f"{ends} after a Phase 2 trial of NBX-101 in gout.")))
    assert in_trials >= {("program_discontinued", "NBX-101", "happened"), ("trial_stopped", "NBX-101", "happened")}
    before_trials = told(
        read(release("Northbridge Gives an Update", f"{ends}, its drug candidate, for want of money."))
    )
    assert before_trials == {("program_discontinued", "NBX-101", "happened")}


def test_what_an_earlier_owner_had_done_is_history() -> None:
    body = (
        "licensed NBX-101 from Zelmore. Zelmore had originally been testing NBX-101 with Quantive but bought back the rights "
        "in June 2005 after Quantive abandoned development."
    )
    assert {s for k, _, s in told(read(release("Northbridge Takes NBX-101", body))) if k == "program_discontinued"} == {
        "historical"
    }


def test_an_approval_belongs_to_the_name_beside_it_whatever_else_is_said() -> None:
    body = (
        "announced news of NBX-101, its drug candidate for diabetes. In May 2023, NBX-202 was approved by the U.S. FDA for the "
        "treatment of gout in adults. In a Phase 3 study, NBX-202 halved the number of flares."
    )
    owners = {name for kind, name, _ in told(read(release("Northbridge Tests NBX-101", body))) if kind == "approval"}
    assert owners == {"NBX-202"}


LATER = [
    "announced the schedule of presentations of data from its Phase 3 trial of NBX-101 in gout at a meeting in May 2024.",
    "started its Phase 3 trial of NBX-101 in gout. The Phase 3 trial will provide evidence of NBX-101 in adults.",
    "said that results of its Phase 3 trial of NBX-101 in gout will be presented at a meeting in May 2024.",
]  # fmt: skip


@pytest.mark.parametrize("body", LATER)
def test_data_that_a_sentence_only_promises_did_not_come(body: str) -> None:
    facts = read(release("Northbridge Gives an Update on NBX-101", body))
    assert ("data_reported", "NBX-101", "happened") not in told(facts)


def test_a_poster_on_a_trial_in_progress_shows_no_data() -> None:
    headline = "Northbridge to Present Trial-in-Progress Poster on Phase 3 Study of NBX-101 in Gout"
    facts = read(release(headline, "announced that its poster on NBX-101 tells how the trial is made."))
    assert "data_reported" not in {kind for kind, _, _ in told(facts)}


def test_enrolment_that_was_completed_is_news_beside_results() -> None:
    body = (
        "announced interim results of its Phase 2 trial of NBX-101 in gout. NBX-101 halved the number of flares. "
        "The ongoing Phase 2 trial of NBX-101 in gout is fully enrolled."
    )
    facts = read(release("Northbridge Reports Interim Results of NBX-101", body))
    assert told(facts) >= {("data_reported", "NBX-101", "happened"), ("enrollment_completed", "NBX-101", "happened")}


def test_both_programs_are_the_two_that_the_release_is_about() -> None:
    headline = "Northbridge Presents NBX-101 and NBX-202 at a Congress"
    body = "announced news of NBX-101 and of NBX-202, its drug candidates for gout. It looks forward to filing INDs for {}."
    both = told(read(release(headline, body.format("both programs in 2025"))))
    assert both == {("ind_submitted", "NBX-101", "expected"), ("ind_submitted", "NBX-202", "expected")}
    alone = body.replace(" and of NBX-202, its drug candidates", ", its drug candidate")
    told_of_one = told(read(release("Northbridge Presents NBX-101", alone.format("both programs in 2025"))))
    assert {name for _, name, _ in told_of_one} == {"NBX-101"}
