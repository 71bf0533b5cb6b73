"""What kind of medicine a compound is, by the words beside it, its generic name, its class or its company."""

import pytest
from compounds_reading import facts_of, whole

KINDS = [
    ("antibody_drug_conjugate", "NBX-4711, an anti-HER2 antibody conjugated to a toxin, shrank tumors."),
    ("antibody_drug_conjugate", "NBX-4711 consists of a cytotoxic agent attached to an antibody and shrank tumors."),
    ("monoclonal_antibody", "NBX-4711, a humanized monoclonal antibody, was given to adults receiving a cell therapy."),
    ("bispecific_antibody", "its T cell engagers, including NBX-4711, shrank tumors."),
    ("cell_therapy", "its autologous CAR-T cell therapy, NBX-4711, shrank tumors."),
    ("gene_therapy", "NBX-4711 is a one-time AAV gene therapy for children."),
    ("rna", "NBX-4711 is an investigational antisense medicine that lowers a protein."),
    ("vaccine", "its single-dose vaccine, NBX-4711, was well tolerated."),
    ("small_molecule", "NBX-4711, an oral small molecule, was well tolerated."),
    ("radioligand", "NBX-4711, a targeted radiopharmaceutical, was well tolerated."),
    ("antibody_drug_conjugate", "NBX-4711 (a Nectin-4 Targeting Antibody Drug Conjugate) shrank tumors."),
    ("antibody_drug_conjugate", "NBX-4711 consists of a CD56-binding antibody and the payload DM1."),
    ("small_molecule", "NBX-4711 is an oral nonpeptide GLP-1 agonist."),
    ("microbiome", "its oral microbiota therapeutic NBX-4711 was well tolerated."),
    ("antibody_drug_conjugate", "pivekitamab sunirine (NBX-4711) was well tolerated."),
    ("rna", "its RNAi candidate NBX-4711, the oncolytic virus ZQ88123 and others shrank tumors."),
    ("fusion_protein", "its basal insulin, NBX-4711, was well tolerated. NBX-4711 is a fusion protein of insulin."),
    ("vaccine", "it tests two vaccine candidates: NBX-4711, a recombinant one, and another."),
]


@pytest.mark.parametrize(("modality", "body"), KINDS)
def test_the_words_beside_a_name_tell_its_kind(modality: str, body: str) -> None:
    facts = facts_of("Northbridge Reports Data on NBX-4711", f"today said that {body}")
    assert whole(facts, "NBX-4711").modality == modality


def test_the_second_word_of_a_conjugate_tells_more_than_the_first() -> None:
    facts = facts_of(
        "Northbridge Studies Zelotumab Vedotin", "said that zelotumab vedotin was well tolerated in patients."
    )
    assert whole(facts, "Zelotumab Vedotin").modality == "antibody_drug_conjugate"


def test_a_company_of_one_kind_of_medicine_lends_it_to_its_new_names() -> None:
    facts = facts_of(
        "Northbridge Doses First Patient with NBX-4711", "a company developing novel T cell engagers, dosed a patient."
    )
    assert whole(facts, "NBX-4711").modality == "bispecific_antibody"


def test_silence_about_the_kind_stays_silence() -> None:
    facts = facts_of("Northbridge Reports Data on NBX-4711", "said that NBX-4711 was well tolerated.")
    assert whole(facts, "NBX-4711").modality is None


@pytest.mark.parametrize(
    "body",
    [
        "it will give a late-breaking oral presentation on NBX-4711.",
        "NBX-4711 is a fully new death receptor antagonist.",
    ],
)
def test_talks_and_bare_antagonists_tell_no_kind(body: str) -> None:
    facts = facts_of("Late-breaking Oral Presentation on NBX-4711", f"today said that {body}")
    assert whole(facts, "NBX-4711").modality is None


def test_a_pair_of_names_shares_the_words_behind_it() -> None:
    body = "today said that it licenses NBX-4711 and NBX-4712, two siRNA candidates for gout."
    facts = facts_of("Northbridge Reports Data on NBX-4711", body)
    assert {whole(facts, "NBX-4712").modality} == {"rna"}


def test_an_antibody_by_its_generic_name_is_no_cell_therapy_beside_one() -> None:
    facts = facts_of(
        "Northbridge Tells of Its TIL Cell Therapy in Combination With Pembrolizumab", "said that it works."
    )
    assert whole(facts, "Pembrolizumab").modality == "monoclonal_antibody"


def test_cells_of_the_nervous_system_are_no_stem_cells() -> None:
    facts = facts_of("Northbridge Tells of NBX-4711", "said that NBX-4711 is a therapy for nervous system cells.")
    assert whole(facts, "NBX-4711").modality is None


def test_what_the_company_develops_is_the_kind_of_its_compounds() -> None:
    body = "tells its news.\n\nAbout Northbridge\n\nNorthbridge develops antibody-drug conjugates. HRW-1 is in Phase 3 testing."
    assert whole(facts_of("Northbridge Tells of HRW-1", body), "HRW-1").modality == ("antibody_drug_conjugate")
    assert whole(facts_of("Northbridge Tells of Sorafenib", "tells of it."), "Sorafenib").modality == "small_molecule"


def test_a_clause_about_a_compound_set_aside_is_of_it() -> None:
    body = "said that besides HRW-1, which is in Phase 3 testing for gout, it has HRW-5, which is in Phase 1 testing."
    facts = facts_of("Northbridge Speaks", body)
    assert whole(facts, "HRW-1").development_stage == "phase_3"
    assert whole(facts, "HRW-5").development_stage == "phase_1"
