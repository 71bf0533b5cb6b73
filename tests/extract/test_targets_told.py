"""On which targets a compound acts, and which genes of a release are not its targets."""

import pytest
from compounds_reading import facts_of, targets_of

TOLD = [
    ({"CD20"}, "NBX-4711, an anti-CD20 antibody, was given to patients."),
    ({"FOLR1"}, "its FOLR1-targeting conjugate, NBX-4711, was given to patients."),
    ({"JAK1", "JAK2"}, "NBX-4711 is a selective JAK1/JAK2 inhibitor."),
    ({"FGFR1", "FGFR2", "FGFR3"}, "NBX-4711 is a potent inhibitor of FGFR isoforms 1, 2 and 3."),
    ({"DLL3"}, "NBX-4711 targets delta-like ligand 3 (DLL3) on tumor cells."),
    ({"androgen receptor"}, "patients receive NBX-4711, the company’s dual-action androgen receptor inhibitor."),
    ({"PD-1"}, "it studies NBX-4711, Northbridge’s anti-PD-1 therapy, in combination with chemotherapy."),
    ({"spike protein"}, "NBX-4711 is a potent IgG1 antibody directed against the spike protein of a virus."),
    ({"KLKB9"}, "NBX-4711, an oral KLKB9 inhibitor, was well tolerated."),
    ({"BCMA", "CD3"}, "NBX-4711 is a BCMAxCD3 bispecific antibody."),
    ({"CD37"}, "NBX-4711 joins a CD37-binding antibody to a toxin."),
    ({"TNF"}, "it tests the TNF inhibitors NBX-4712 and NBX-4711 in adults."),
    ({"spike", "nucleocapsid"}, "NBX-4711 is a vaccine that co-expresses spike (S) and nucleocapsid (N) antigens."),
    (
        {"NFT"},
        "it develops N-acetylfolatetransferase inhibitors (NFTis). Oral NBX-4711 is a potent NFTi with few side effects.",
    ),
    ({"mKRAS"}, "NBX-4711 is a mKRAS-specific vaccine."),
]


@pytest.mark.parametrize(("targets", "body"), TOLD)
def test_the_words_around_a_target_say_that_a_compound_acts_on_it(targets: set[str], body: str) -> None:
    facts = facts_of("Northbridge Reports Data on NBX-4711", f"today said that {body}")
    assert targets_of(facts, "NBX-4711") >= targets


NOT_TOLD = [
    "NBX-4711 was given to patients with HER2-positive breast cancer.",
    "NBX-4711 was given after anti-PD-1 therapy.",
    "NBX-4711 acts without significant inhibition of EGFR.",
    "NBX-4711 was studied in tumors with KRAS mutations.",
    "NBX-4711 is a vaccine against COVID-19.",
    "NBX-4711 is compared with glucagon-like hormones, and inhibits none.",
    "NBX-4711 is made with TAP technology, which uses antibodies.",
]


@pytest.mark.parametrize("body", NOT_TOLD)
def test_a_gene_of_the_patients_is_no_target(body: str) -> None:
    assert targets_of(facts_of("Northbridge Reports Data on NBX-4711", f"today said that {body}"), "NBX-4711") == set()


def test_compounds_in_a_list_share_what_is_said_of_them() -> None:
    facts = facts_of(
        "Northbridge Reports Data",
        "said that NBX-4711 and NBX-5822, which bind different parts of the spike protein, were well tolerated.",
    )
    assert targets_of(facts, "NBX-4711") == targets_of(facts, "NBX-5822") == {"spike protein"}


def test_members_of_a_class_have_its_target() -> None:
    facts = facts_of(
        "Northbridge Reports Data on NBX-4711",
        "said that NBX-4711 differs from SGLT2 inhibitors such as Zelomira® (zelogliflozin).",
    )
    assert targets_of(facts, "Zelomira") == {"SGLT2"}
    assert targets_of(facts, "NBX-4711") == set()


def test_a_target_carries_every_form_that_is_printed() -> None:
    facts = facts_of(
        "Northbridge Reports Data on NBX-4711",
        "said that NBX-4711, an antibody against B-cell maturation antigen, binds BCMA tightly.",
    )
    (target,) = facts.target_mentions
    assert set(target.names) >= {"B-cell maturation antigen", "BCMA"}
    assert target.vocabulary_key == "hgnc:11913"


def test_a_crossed_name_is_two_targets() -> None:
    facts = facts_of(
        "Northbridge Reports Data", "said that NBX-4711 (a BCMAxCD3 bispecific antibody) was well tolerated."
    )
    assert targets_of(facts, "NBX-4711") == {"BCMA", "CD3"}


@pytest.mark.parametrize(
    ("target", "body"),
    [
        ("nAChR", "NBX-4711, an nAChR PAM candidate, was safe."),
        ("MAO-B", "NBX-4711, a next-generation reversible MAO-B Inhibitor, was safe."),
        ("GluN2B", "NBX-4711 antagonizes NMDA receptors containing the GluN2B subunit."),
        (
            "Nucleocapsid",
            "NBX-4711 is safe. Unlike others, it expresses both the Spike (S) and Nucleocapsid (N) proteins.",
        ),
    ],
)
def test_modulators_in_short_and_what_it_does_are_read(target: str, body: str) -> None:
    assert target in targets_of(facts_of("Northbridge Tells of NBX-4711", f"said that {body}"), "NBX-4711")


def test_a_neighbour_s_target_and_the_short_name_of_a_class_are_no_targets() -> None:
    body = "several drug-Fc conjugate (DFC) candidates, CCR5 targeting DFC and NBX-4711 (CD73 targeting DFC)."
    assert targets_of(facts_of("Northbridge Tells of NBX-4711", f"presents {body}"), "NBX-4711") == {"CD73"}


def test_a_marked_word_between_the_target_and_the_name_does_not_part_them() -> None:
    facts = facts_of("Anti-CTLA-4 SAFEbody® NBX-4711 Works", "said that the H1047R mutant is hit by NBX-4711.")
    assert targets_of(facts, "NBX-4711") == {"CTLA-4"}
