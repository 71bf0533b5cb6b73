"""What a paragraph, an item of a list and the program of a disease are about, when they name no medicine themselves."""

import pytest
from trials_reading import names_of, read, told

LORVANE = "AUSTIN, May 2, 2025 (GLOBE NEWSWIRE) -- Lorvane Pharma, Inc. (Nasdaq: LORV) today gave an update."


def owners(body: str, kind: str, headline: str = "Lorvane Pharma Provides Update") -> set[str]:
    """Which medicines have such a milestone."""
    return {name for k, name, _ in told(read(f"{headline}\n\n{LORVANE} {body}\n")) if k == kind}


def trials(body: str) -> set[tuple[str, str | None]]:
    """(medicine, phase) of the trials."""
    facts = read(f"Lorvane Pharma Provides Update\n\n{LORVANE} {body}\n")
    names = names_of(facts)
    return {(names[t.compound_ref], t.phase) for t in facts.trial_mentions}


BEFORE = "Lorvane develops LRV-409 and LRV-110. LRV-110 is undergoing a phase 1b clinical trial in glioma. Lorvane also employs its platform to find new drugs.\n\n"

NAMED_NEXT = [
    "In December 2024, Lorvane told positive survival data at the end of a phase 2a trial in pancreatic cancer. Patients treated with LRV-409 alongside standard care lived longer.",
    "In May, Lorvane announced data from a Phase 2 trial in lupus. LRV-409 reduced flares by half.",
    "Lorvane reported positive results of a Phase 2 study in gout. In the study, patients receiving LRV-409 had fewer attacks.",
    "Positive data from a Phase 2 trial in asthma were presented in April. The data show that LRV-409 helps patients.",
]  # fmt: skip


@pytest.mark.parametrize("paragraph", NAMED_NEXT)
def test_a_paragraph_that_opens_with_a_trial_is_of_the_medicine_in_its_next_sentence(paragraph: str) -> None:
    assert trials(BEFORE + paragraph) == {("LRV-110", "1"), ("LRV-409", "2")}
    assert owners(BEFORE + paragraph, "data_reported") == {"LRV-409"}


def test_a_designation_told_ahead_of_its_medicine_is_that_medicines() -> None:
    paragraph = "The FDA granted Fast Track designation in pancreatic cancer. The designation is for LRV-409."
    assert owners(BEFORE + paragraph, "fast_track") == {"LRV-409"}


@pytest.mark.parametrize(
    "paragraph",
    [
        "It met its goal in a Phase 2 trial in gout. LRV-409 is another medicine.",
        "The drug met its goal in a Phase 2 trial in gout. LRV-409 is earlier.",
        "This medicine met its goal in a Phase 2 trial in gout. Work on LRV-409 goes on.",
    ],
)
def test_a_paragraph_that_points_back_is_of_the_medicine_before_it(paragraph: str) -> None:
    body = f"Lorvane develops LRV-409 and LRV-110. LRV-110 is a new antibody.\n\n{paragraph}"
    assert ("LRV-110", "2") in trials(body)
    assert ("LRV-409", "2") not in trials(body)


ITEMS = "* Rare Pediatric Disease Designation\n* Fast Track Designation\n* Orphan Drug Designation"


def test_the_items_of_a_list_do_not_age_what_is_spoken_of() -> None:
    body = (
        "LRV-300 is for lupus and in a Phase 2 trial.\n\nLRV-200 is for gout. LRV-200 has received FDA designations, including:\n\n"
        f"{ITEMS}\n\nThese help speed up the review. Lorvane is now preparing to submit a BLA to the FDA by late 2025."
    )
    assert owners(body, "application_submitted") == {"LRV-200"}
    assert owners(body, "fast_track") == {"LRV-200"}


LISTS = [
    "Pipeline news:\n\n* LRV-110: Phase 1 trial in glioma is under way.\n* Zorvex cream: FDA granted Fast Track designation for eczema.\n* LRV-409: Phase 2 data in May.",
    "Pipeline news:\n\n* LRV-110: Phase 1 trial in glioma is under way.\n* Anti-XQ9 antibody: FDA granted Fast Track designation for eczema.\n* LRV-409: Phase 2 data in May.",
    "Pipeline news:\n\n• LRV-110 (glioma) – Phase 1 trial is under way.\n• Zorvex (eczema) – FDA granted Fast Track designation.\n• LRV-409 (gout) – Phase 2 data in May.",
    "Pipeline news:\n\no LRV-110: Phase 1 trial in glioma is under way.\no Gene therapy program: FDA granted Fast Track designation for eczema.\no LRV-409: Phase 2 data in May.",
]  # fmt: skip


@pytest.mark.parametrize("body", LISTS)
def test_an_item_with_a_name_of_its_own_that_is_not_read_is_not_of_the_item_before_it(body: str) -> None:
    assert owners(body, "fast_track") <= {"Zorvex", "Zorvex cream"}


def test_items_below_a_medicine_are_of_it() -> None:
    body = "LRV-110\n\n* Phase 1 trial in glioma is under way.\n* FDA granted Fast Track designation.\n\nLRV-409\n\n* FDA granted orphan drug designation for gout."
    assert owners(body, "fast_track") == {"LRV-110"}
    assert owners(body, "orphan_drug") == {"LRV-409"}


@pytest.mark.parametrize("mark", ["o", "•", "-", "*", "▪"])
def test_items_are_parted_whatever_their_mark(mark: str) -> None:
    body = f"Highlights of the quarter:\n\n{mark} The FDA granted Fast Track designation to LRV-110\n{mark} The FDA granted orphan drug designation to LRV-409\n{mark} Cash is $5 million"
    assert owners(body, "fast_track") == {"LRV-110"}
    assert owners(body, "orphan_drug") == {"LRV-409"}


TWO = "LRV-110 is in development for lupus and LRV-202 for cystic fibrosis."

PROGRAMS = [
    ("fast_track", f"{TWO} The FDA granted Fast Track designation to the cystic fibrosis program."),
    ("fast_track", "LRV-110 is for lupus. LRV-202 is for cystic fibrosis. Results of LRV-110 in a Phase 2 trial in lupus were positive. The company's cystic fibrosis program has been equally impressive. The FDA has granted this program Fast Track designation."),
    ("data_reported", f"{TWO} Lorvane expects Phase 2b data from the cystic fibrosis program in the first quarter of 2026."),
    ("trial_started", f"{TWO} Lorvane has started a Phase 2 trial in its cystic fibrosis program."),
    ("fast_track", f"{TWO} Our cystic fibrosis candidate has Fast Track designation from the FDA, which was granted in May."),
    ("application_submitted", f"{TWO} Lorvane submitted an NDA for its cystic fibrosis drug to the FDA in April."),
    ("program_discontinued", f"{TWO} Lorvane is discontinuing its cystic fibrosis program."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "body"), PROGRAMS)
def test_the_program_of_a_disease_means_its_medicine(kind: str, body: str) -> None:
    assert owners(body, kind) - ({"LRV-110"} if kind == "data_reported" else set()) == {"LRV-202"}


def test_this_program_is_that_of_the_medicine_spoken_of() -> None:
    body = "LRV-202 is for cystic fibrosis. LRV-110 met its endpoint in a Phase 2 trial in lupus. The FDA has granted this program Fast Track designation."
    assert owners(body, "fast_track") == {"LRV-110"}


def test_a_program_of_a_disease_of_several_medicines_means_none() -> None:
    body = (
        "LRV-110 is for lupus. LRV-202 is for lupus too. The FDA granted Fast Track designation to the lupus program."
    )
    assert owners(body, "fast_track") <= {"LRV-202"}


def test_a_trial_in_a_disease_of_another_medicine_is_not_that_of_the_one_spoken_of() -> None:
    body = "LRV-202 is for cystic fibrosis. LRV-110 met its endpoint in a Phase 2 trial in lupus. In the cystic fibrosis program, the Phase 1 study showed clearance in 14% of patients."
    assert trials(body) == {("LRV-110", "2"), ("LRV-202", "1")}


OF_ITS_DISEASE = [
    f"{TWO} LRV-110 met its endpoint in a Phase 2 trial in lupus. A Phase 3 trial in cystic fibrosis is enrolling patients.",
    f"{TWO} LRV-110 did well in April. A Phase 3 study in patients with cystic fibrosis was started in May.",
    "LRV-202 is an antibody for the treatment of cystic fibrosis. LRV-110 is for lupus. In May, Lorvane dosed the first patient in a Phase 3 trial in cystic fibrosis.",
]


@pytest.mark.parametrize("body", OF_ITS_DISEASE)
def test_a_trial_in_the_disease_of_one_medicine_is_that_medicines(body: str) -> None:
    assert ("LRV-202", "3") in trials(body)
    assert ("LRV-110", "3") not in trials(body)


def test_a_designation_in_the_disease_of_one_medicine_is_that_medicines() -> None:
    body = f"{TWO} LRV-110 did well in April. The FDA granted Fast Track designation for cystic fibrosis."
    assert owners(body, "fast_track") == {"LRV-202"}


def test_a_disease_of_both_medicines_leaves_what_is_spoken_of() -> None:
    body = "LRV-202 is for cystic fibrosis. LRV-110 is for lupus and cystic fibrosis. A Phase 3 trial in cystic fibrosis was started in May."
    assert ("LRV-110", "3") in trials(body)
