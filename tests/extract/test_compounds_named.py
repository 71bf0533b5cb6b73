"""Which substances a release names, under which names, and what only looks like one."""

import pytest
from compounds_reading import facts_of, forms_of, named, whole

ONE = [
    ("the first patient was dosed with NBX-4711, an oral inhibitor of an enzyme.", {"NBX-4711"}),
    ("it dosed the first patient with ZQ 88123 (zelotinib) in lymphoma.", {"ZQ 88123", "zelotinib"}),
    ("its vaccine candidate NB-PLEX₂₀₀, a novel investigational vaccine, was well tolerated.", {"NB-PLEX₂₀₀"}),
    ("Kolemtra® (zelotinib tablets) is sold in Japan.", {"Kolemtra"}),
    ("zelotinib, formerly known as NBX-4711, was well tolerated in patients with lymphoma.", {"zelotinib", "NBX-4711"}),
    ("Zolvexia (NBX-4711) is the company’s vaccine against RSV.", {"Zolvexia", "NBX-4711"}),
    ("its marketed products include Zelvita® and Kolmera™.", {"Kolmera"}),
    ("net sales of Mirvolex rose in the quarter.", {"Mirvolex"}),
    ("it will test NBX-6, its antibody, in gout.", {"NBX-6"}),
    ("NBX-44, a recombinant protein, has completed a Phase 2 trial in gout.", {"NBX-44"}),
    ("the Phase 3 LANYARD trial of AHB-505 continues.", {"AHB-505"}),
    ("it will regain all rights to KTP-5 this year.", {"KTP-5"}),
    ("it began a Phase 2 trial of NBX-6, its vaccine against norovirus. The trial enrolled 820 adults.", {"NBX-6"}),
    ("it bought two biosimilars. SB17 referencing Lucentis and SB19 referencing Eylea.", {"SB17"}),
    ("efrolimab (efro) met its goal. Efro was well tolerated in patients with asthma.", {"efrolimab", "efro"}),
]


@pytest.mark.parametrize(("body", "names"), ONE)
def test_a_name_that_no_vocabulary_knows_is_a_compound_by_its_words(body: str, names: set[str]) -> None:
    facts = facts_of("Northbridge Reports Its Quarter", f"today announced that {body}")
    assert any(names <= forms for forms in forms_of(facts)), forms_of(facts)


NONE = [
    "published data of its LUMEN-2 study and of the LUMEN-3 study, both in gout.",
    "launched OncoScreen®, a non-invasive test for colorectal cancer.",
    "develops one medical device (NBX-9901) and no drug.",
    "studies the role of CD73 and IL-23 in patients with Klebsiella pneumoniae.",
    "will present in Hall B12 on FEB2024, Booth A101.",
    "treats adults with methamphetamine use disorder.",
    "builds on its SynBody® platform.",
    "compares the mFOLFOX6 regimen with surgery.",
    "measured P-tau217 and HbA1c in blood.",
]


@pytest.mark.parametrize("body", NONE)
def test_studies_tests_genes_regimens_and_platforms_are_no_compounds(body: str) -> None:
    assert named(facts_of("Northbridge Reports Its Quarter", f"today said that it {body}")) == set()


def test_the_antibody_inside_a_conjugate_is_no_compound_of_its_own() -> None:
    facts = facts_of(
        "Northbridge Doses First Patient with NBX-4711",
        "dosed the first patient with NBX-4711. NBX-4711 consists of a potent cytotoxic agent, DM4, attached to its"
        " NB7788 FOLR1-targeting antibody.",
    )
    assert named(facts) == {"NBX-4711"}


PARTS_OF_A_CONJUGATE = [
    "NBX-4711 links the cell-killing agent DM4 to the FOLR1-seeking antibody NB7788 by means of a linker.",
    "NBX-4711 carries the cell-killing agent DM4 on the company's FOLR1-binding antibody NB7788.",
]


@pytest.mark.parametrize("body", PARTS_OF_A_CONJUGATE)
def test_however_it_is_said_the_antibody_is_a_part(body: str) -> None:
    facts = facts_of("Northbridge Doses First Patient with NBX-4711", f"said that {body}")
    assert named(facts) == {"NBX-4711"}
    assert whole(facts, "NBX-4711").modality == "antibody_drug_conjugate"


def test_names_in_brackets_within_brackets_are_names_too() -> None:
    facts = facts_of(
        "FDA Approves Vexgevy",
        "said that Vexgevy™ (zelotamglogene autotemcel [zelo-cel]), formerly NBX-4711, is approved.",
    )
    assert any({"Vexgevy"} <= forms for forms in forms_of(facts)), forms_of(facts)


def test_a_longer_code_is_not_the_substance_that_it_begins_with() -> None:
    facts = facts_of(
        "Northbridge Reports Data", "said that trastuzumab-DM9 was well tolerated in patients with cancer."
    )
    assert "trastuzumab" not in named(facts)


def test_the_ingredients_of_a_fixed_combination_are_names_of_nothing_else() -> None:
    facts = facts_of(
        "China Approves Combivance® (Sofosbuvir, Velpatasvir and Voxilaprevir)",
        "said that Combivance is approved in China.",
    )
    assert named(facts) == {"Combivance"}


def test_a_biosimilar_is_not_its_reference_product() -> None:
    facts = facts_of(
        "Northbridge Launches Adalix™ (adalimumab)",
        "launched Adalix™ (adalimumab), a biosimilar referencing Humira®, in Italy.",
    )
    assert {"Humira"} in forms_of(facts)
    assert whole(facts, "Humira").role == "comparator"


def test_two_code_names_never_merge_because_they_look_alike() -> None:
    facts = facts_of("Northbridge Reports Data", "said that NBX-1-23 and NBX-12-3 were well tolerated in patients.")
    assert {frozenset({"NBX-1-23"}), frozenset({"NBX-12-3"})} <= forms_of(facts)


def test_every_name_has_one_quote_that_is_the_name() -> None:
    facts = facts_of("Northbridge Reports Data", "said that zelotinib (NBX-4711) was well tolerated in patients.")
    quotes = {e.fact_id: e.quote for e in facts.evidence if e.fact_table == "compound_aliases"}
    assert {quotes[name.name_id] for name in facts.compound_names} == {"zelotinib", "NBX-4711"}


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("said that WPI-3 is in Phase 1 testing.", "WPI-3"),
        ("said that besides HRW-1, which is in Phase 3 testing, it has nothing.", "HRW-1"),
        ("said that it will discuss a drug. The drug, oritelpran, is under review by the agency.", "oritelpran"),
    ],
)
def test_what_is_in_a_phase_or_called_the_drug_is_a_compound(body: str, name: str) -> None:
    assert name in named(facts_of("Northbridge Speaks", body))


@pytest.mark.parametrize("code", ["HB-204", "HC-301", "QA-102", "ABC-204", "ATR-101", "KP-415"])
def test_a_code_may_begin_like_a_part_of_a_trial_or_like_a_gene(code: str) -> None:
    facts = facts_of(
        "Northbridge Reports Data", f"announced data of its Phase 2 trial of {code} in head and neck cancer."
    )
    assert code in {name.name for name in facts.compound_names}


@pytest.mark.parametrize("word", ["Part 2a", "Cohort B-1", "IL-12", "PD-1", "CA-125", "H1 2027", "Q4-2027", "USD 500"])
def test_parts_genes_halves_and_sums_are_no_codes(word: str) -> None:
    facts = facts_of(
        "Northbridge Reports Data", f"announced data of {word} in head and neck cancer in a Phase 2 trial."
    )
    assert facts.compound_names == ()
