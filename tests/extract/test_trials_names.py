"""What is the name of a trial and what is none, how many patients it has, and which diseases are its own."""

import pytest
from trials_reading import diseases_of, read, trial_of

NORTHBRIDGE = "BOSTON, March 26, 2024 (GLOBE NEWSWIRE) -- Northbridge Therapeutics, Inc. (Nasdaq: NBRG),"


def release(body: str, headline: str = "Northbridge Gives an Update on NBX-101") -> str:
    """A release of an invented company."""
    return f"{headline}\n\n{NORTHBRIDGE} {body}\n"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the LUMEN NHL-1 Phase 3 trial of NBX-101 in lymphoma", "LUMEN NHL-1"),
        ("the ATLAS-GOUT OUTCOMES Phase 3 trial of NBX-101", "ATLAS-GOUT OUTCOMES"),
        ("the recently completed Phase 3 LUNAR dataset of NBX-101", "LUNAR"),
        ("the Phase 3 trial (EudraCT No.: 2020-001234-12; NCT01234567) of NBX-101 (LUNAR)", None),
    ],
)
def test_a_name_is_taken_whole(words: str, name: str | None) -> None:
    assert trial_of(read(release(f"gave an update on {words}.")), "NBX-101", "3").trial_name == name


@pytest.mark.parametrize(
    "words",
    [
        "said that in its Phase 3 trial NBX-101 beat best available therapy (BAT). BAT trial arms had 30 patients.",
        "said that NBX-101 met the goal of a Phase 3 trial in pneumonia (HABP). The HABP study had two arms.",
        "said that in its Phase 3 trial NBX-101 improved the mSASSS score. Data from mSASSS scores were blinded.",
        "said that CFTR data from its Phase 3 trial of NBX-101 will be published, and CDC program data as well.",
    ],
)
def test_a_short_form_a_score_and_a_gene_are_no_trials(words: str) -> None:
    assert {t.trial_name for t in read(release(words)).trial_mentions} == {None}


def test_the_city_of_a_dateline_is_no_trial() -> None:
    text = "New Data from Phase 3 Trials KENILWORTH, N.J. – Northbridge today announced results of NBX-101 in gout from a trial."
    assert {t.trial_name for t in read(release("told more of NBX-101.", text)).trial_mentions} <= {None}


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("said that as of March 27, 323 patients were enrolled in the Phase 2 study of NBX-101.", 323),
        ("started the Phase 2 trial of NBX-101 in lymphoma. About 64 patients are to take part.", 64),
        ("said that the Phase 2 trial of NBX-101 missed its goal, neither in all 366 patients nor in some.", 366),
        ("said that in the Phase 2 study of NBX-101, 280 patients with eczema were randomized.", 280),
        ("said that the Phase 2 study of NBX-101 helped in all 7 patients at the highest dose.", None),
    ],
)
def test_the_size_of_a_trial_is_read_before_or_behind_its_verb(words: str, count: int | None) -> None:
    assert trial_of(read(release(words)), "NBX-101", "2").enrollment == count


def test_a_verb_holds_for_the_second_trial_too() -> None:
    facts = read(
        release("runs the SOLAR and LUNAR trials of NBX-101 in gout. SOLAR will enroll 100 patients and LUNAR 430.")
    )
    assert {(t.trial_name, t.enrollment) for t in facts.trial_mentions} == {("SOLAR", 100), ("LUNAR", 430)}


def test_numbered_names_that_enrol_are_trials_of_the_phase_told_before() -> None:
    facts = read(
        release("said two Phase 3 studies of NBX-101 ended. LUNAR-1 enrolled 424 patients and LUNAR-2 enrolled 427.")
    )
    assert {(t.trial_name, t.phase, t.enrollment) for t in facts.trial_mentions} == {
        ("LUNAR-1", "3", 424),
        ("LUNAR-2", "3", 427),
    }


@pytest.mark.parametrize(
    "body",
    [
        "a company developing medicines for cancer, today announced that it has dosed the first patient in its Phase 2 trial of NBX-101.",
        "said that NBX-101 is being evaluated in a Phase 2 trial at Harborview Cancer Center.",
        "said that NBX-101 is in a Phase 2 trial. Its endpoint is the Colitis Activity Index.",
    ],
)
def test_a_line_of_business_an_institute_and_a_score_are_no_diseases_of_a_trial(body: str) -> None:
    facts = read(release(body))
    assert diseases_of(facts, trial_of(facts, "NBX-101", "2")) == []


def test_data_from_an_ongoing_trial_that_are_the_news_make_it_reported() -> None:
    facts = read(release("today announced initial data from the ongoing Phase 2 trial of NBX-101 in lung cancer."))
    assert trial_of(facts, "NBX-101", "2").status == "reported"
