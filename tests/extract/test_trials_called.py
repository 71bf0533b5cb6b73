"""How trials are called: names of studies in the shapes and places in which releases print them."""

from trials_reading import read

_LEAD = (
    "BOSTON, May 3, 2024 -- Acme Bio, Inc. (Nasdaq: ACMB) today announced news of ABX-101, its antibody for asthma. "
)


def _names(body: str) -> set[str | None]:
    return {
        t.trial_name
        for t in read("Acme Bio Gives an Update on ABX-101 in Asthma\n\n" + _LEAD + body + "\n").trial_mentions
    }


def test_plain_words_may_stand_between_the_name_of_a_study_and_its_noun() -> None:
    assert _names("Phase 3 trials of ABX-101 run: the SOLARIS adolescent open label safety study and others.") == {
        "SOLARIS"
    }


def test_a_study_may_be_named_after_its_target_and_bear_two_figures() -> None:
    assert _names("Results of the pivotal HER2GLIDE trial of ABX-101 were positive.") == {"HER2GLIDE"}
    assert _names("The SOLAR 22 and SOLAR 24 Phase 3 clinical studies of ABX-101 are ongoing.") == {
        "SOLAR 22",
        "SOLAR 24",
    }
    assert _names("The ACM-ASM-20001 Phase 1/2 study of ABX-101 is ongoing.") == {"ACM-ASM-20001"}


def test_the_word_of_a_program_shows_its_numbered_studies() -> None:
    facts = _names(
        "The GLIDE phase III program includes two Phase III trials of ABX-101 in asthma. GLIDE-2 compared ABX-101 with "
        "placebo and showed an effect. GLIDE-3 compared two doses of ABX-101 and showed an effect."
    )
    assert facts == {"GLIDE-2", "GLIDE-3"}


def test_a_name_may_follow_its_trial_behind_or() -> None:
    assert _names("It is conducting a Phase III trial, or SOLAR-2, of ABX-101 for asthma.") == {"SOLAR-2"}


def test_the_second_of_two_studies_is_no_part_of_the_first() -> None:
    assert _names(
        "In the earlier SOLAR I trial ABX-101 met its goal. Results of the SOLAR II Phase 3 trial of ABX-101 follow."
    ) == {
        "SOLAR I",
        "SOLAR II",
    }


def test_a_program_of_which_nothing_is_told_is_no_trial() -> None:
    assert _names(
        "A Phase 2 trial of ABX-101 is ongoing. Its AcmePLEX program applies the same technique to tumors."
    ) == {None}


def test_a_name_told_twice_in_a_row_is_one_name_and_a_compound_is_none() -> None:
    assert _names("Data from SOLAR-7 SOLAR-7 is a Phase 3, double-blind study of ABX-101 in adults with asthma.") == {
        "SOLAR-7"
    }
    assert _names("Positive Results from HOPS-2 Open Label Extension Study of ABX-101 follow.") == {"HOPS-2"}


def test_a_study_listed_beside_its_numbered_ones_is_no_program() -> None:
    assert _names(
        "It is conducting three registrational Phase III trials of ABX-101: the SOLAR study in patients with gout; the SOLAR-2 study in "
        "patients with lupus; the SOLAR-3 study in patients with asthma."
    ) == {"SOLAR", "SOLAR-2", "SOLAR-3"}


def test_names_in_title_case_headlines_and_with_a_word_before_the_capitals() -> None:
    facts = read(
        "Acme Bio to Present Phase 2 ARCHIVE Data on Protection of Vision with ABX-101 in Gout\n\n"
        + _LEAD
        + "The talk is in May.\n"
    )
    assert [t.trial_name for t in facts.trial_mentions] == ["ARCHIVE"]
    assert _names("A new analysis of patients in the Target-GTX Phase 2 trial of ABX-101 was published.") == {
        "Target-GTX"
    }
