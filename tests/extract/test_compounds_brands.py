"""Product names that are words: what a company sells, and what an aside tells to be a medicine."""

import pytest
from compounds_reading import facts_of, forms_of, named, whole

SOLD = [
    ("markets Pediflur, Rhinovane Nasal Spray and Dermalqua Cream in Canada.", {"Pediflur", "Rhinovane", "Dermalqua"}),
    ("sells Tetravene for chorea.", {"Tetravene"}),
    (
        "has grown. Its marketed products are Lumosyl (loteprednol ointment) 0.4%, for the eye, and DropEasy.",
        {"DropEasy"},
    ),
    ("has grown. The company's existing brands, Optivane and Pylorane, sold well.", {"Optivane", "Pylorane"}),
    ("has five marketed medicines including Serovane®.", {"Serovane"}),
    ("tested FluVexa, a quadrivalent nanoparticle influenza vaccine.", {"FluVexa"}),
    ("said that children took Calmivane, a sedative sold in Peru.", {"Calmivane"}),
    ("sells Somnivane® (zolpitrane) for insomnia.", {"Somnivane"}),
]


@pytest.mark.parametrize(("body", "names"), SOLD)
def test_what_is_sold_or_told_to_be_a_medicine_is_a_product(body: str, names: set[str]) -> None:
    assert names <= named(facts_of("Northbridge Gives Update", f"today said that it {body}"))


NOT_SOLD = [
    "markets products in Germany and Austria.",
    "has spoken to Silverbridge, a vaccine company.",
    "has spoken to Hartmann, a professor of drug safety.",
    "has moved to Riverton, a town known for drug makers.",
    "uses VaxBase, a platform for vaccines.",
    "sells shares on the OTC Markets Quotation Board.",
    "said that its brands, Patients and Doctors, agree.",
    "said that it runs CareLine, a support program for therapy.",
    "said that it makes GlucoSense, a test for insulin.",
]


@pytest.mark.parametrize("body", NOT_SOLD)
def test_companies_people_places_and_tests_in_such_places_are_no_products(body: str) -> None:
    assert named(facts_of("Northbridge Gives Update", f"today said that it {body}")) == set()


def test_a_word_in_brackets_behind_a_marked_name_is_its_substance() -> None:
    facts = facts_of("Northbridge Gives Update", "launched Somnivane® (zolpitrane) for insomnia.")
    assert forms_of(facts) == {frozenset({"Somnivane", "zolpitrane"})}
    facts = facts_of("Northbridge Gives Update", "opened Somnivane® (intravenously) rooms.")
    assert named(facts) == set()


BESIDE = [
    ("Torvane (LKS-210): Dosing goes on in the Phase 3 trial. Torvane is an oral CRF1 receptor antagonist.", {"Torvane", "LKS-210"}),
    ("gave bexatuzumab vedotin (ILM-02) to adults.", {"bexatuzumab vedotin", "ILM-02"}),
    ("gave ravolstat (MRD-870/BT-22), a capsid inhibitor, to adults.", {"ravolstat", "MRD-870", "BT-22"}),
    ("licensed PNC-ROP, an extended-release hydrogel formulation of ropivacaine.", {"PNC-ROP", "ropivacaine"}),
]  # fmt: skip


@pytest.mark.parametrize(("body", "names"), BESIDE)
def test_a_second_name_is_joined_wherever_the_first_is_told(body: str, names: set[str]) -> None:
    assert names in forms_of(facts_of("Northbridge Gives Update", f"today gave an update.\n\n{body}"))


def test_what_is_inhibited_is_no_compound() -> None:
    facts = facts_of(
        "Northbridge Reports Data on NBX-4711", "tested NBX-4711, a factor Xa inhibitor and urokinase blocker."
    )
    assert named(facts) == {"NBX-4711"}


GENERIC = [
    "said that its abiraterone acetate tablets, the generic version of Zytiga®, were approved.",
    "said that its abiraterone acetate tablets are therapeutically equivalent to the reference listed drug (RLD), Zytiga®.",
]


@pytest.mark.parametrize("body", GENERIC)
def test_the_brand_of_which_a_generic_is_a_copy_is_the_comparator(body: str) -> None:
    facts = facts_of("Northbridge Gains Approval of Abiraterone Acetate Tablets", f"today {body}")
    assert (whole(facts, "Zytiga").role, whole(facts, "Abiraterone Acetate").role) == ("comparator", "subject")


CALLED = [
    ({"NBX-4711", "Bosuvara"}, "NBX-4711 would be marketed under the proposed trade name Bosuvara."),
    ({"meraprevir", "Hepavane"}, "it tested the drug meraprevir, to be sold as Hepavane."),
    ({"Remtivo", "infliximab-atha"}, "it sells the biosimilar Remtivo™ (infliximab-atha)."),
    ({"Zolvanta XR", "tramadol hydrochloride"}, "it sells Zolvanta XR (tramadol hydrochloride) capsules."),
]


@pytest.mark.parametrize(("names", "body"), CALLED)
def test_the_name_under_which_it_will_be_sold_is_one_of_its_names(names: set[str], body: str) -> None:
    assert any(names <= forms for forms in forms_of(facts_of("Northbridge Gives Update", f"today said that {body}")))


def test_a_code_behind_which_several_parts_are_told_is_none_of_them() -> None:
    facts = facts_of("Northbridge Gives Update", "is studying NBX-4711 (metformin + dapagliflozin) in Phase 2.")
    assert all("NBX-4711" not in forms or len(forms) == 1 for forms in forms_of(facts))


def test_a_name_with_its_isotope_is_one_name_however_it_is_written() -> None:
    facts = facts_of(
        "Northbridge Doses First Patient With 225Ac-FMR-77",
        "said that [225Ac]Ac-FMR-77, a radioligand therapy, was given to patients found with 68Ga-FMR-77 and 18F-FDG.",
    )
    assert forms_of(facts) == {frozenset({"225Ac-FMR-77", "[225Ac]Ac-FMR-77"}), frozenset({"68Ga-FMR-77"})}


SMALL = [
    ("The portfolio: laquimivone - an S1P1 receptor modulator for gout.", {"laquimivone"}),
    ("The company tests emivoxane, a peptide for gout.", {"emivoxane"}),
    ("The company treats haemochromatosis, a disease without drugs.", set()),
    ("The company praised the committee, an adviser on drugs.", set()),
    ("The company fears competition, a threat to medicines.", set()),
]


@pytest.mark.parametrize(("body", "names"), SMALL)
def test_a_small_word_told_to_be_a_medicine_is_a_substance(body: str, names: set[str]) -> None:
    assert named(facts_of("Northbridge Gives Update", f"today spoke. {body}")) == names


TOLD_OUTRIGHT = [
    ({"Remvane", "remivoxant", "KP-7218"}, "launched “Remvane Tablets 5 mg” (generic name: remivoxant hydrobromide; development code: KP-7218)."),
    ({"zhenlizumab", "Anlivane", "ZY001"}, "said that zhenlizumab injection (trade name: Anlivane®, product code: ZY001) was approved."),
    ({"lonaferide", "LV-101"}, "has rights to lonaferide, an oral receptor agonist. Lonaferide (formerly LV-101) is in Phase 3."),
    ({"Canivane", "grapiprox"}, "sells Canivane® (grapiprox tablets) for dogs."),
]  # fmt: skip


@pytest.mark.parametrize(("names", "body"), TOLD_OUTRIGHT)
def test_names_told_outright_in_brackets_are_joined(names: set[str], body: str) -> None:
    assert any(names <= forms for forms in forms_of(facts_of("Northbridge Gives Update", f"today {body}")))


APART = [
    ("said that IVB-1024 (co-formulated IVB-102 + IVB-104) is new.", {"IVB-1024", "IVB-102", "IVB-104"}),
    ("said that DT-9045 (PAR2 modulator) and IVB-104 (anti-TL1A) are new.", {"DT-9045", "IVB-104"}),
    ("is developing AIC-2001, its allogeneic follow-on, and a companion imaging test, ThyroSky.", {"AIC-2001"}),
    ("uses an ocrelizumab-like antibody and a tetracycline-class antibiotic, NBX-4711.", {"NBX-4711"}),
    ("has filed its NDA for Pacific Ridge Dermatology’s drug NBX-4711.", {"NBX-4711"}),
]


@pytest.mark.parametrize(("body", "names"), APART)
def test_what_a_compound_is_made_of_or_is_like_is_not_its_name(body: str, names: set[str]) -> None:
    assert forms_of(facts_of("Northbridge Gives Update", f"today {body}")) == {frozenset({name}) for name in names}


def test_a_word_told_again_and_again_to_be_an_agent_is_a_substance() -> None:
    body = "Perivotin is an oral anti-cancer agent that inhibits Akt. Perivotin was given with care. More of perivotin is made."
    assert named(facts_of("Northbridge Gives Update", f"today spoke. {body}")) == {"Perivotin"}
    body = "Sanitation is an old remedy against disease. Sanitation helps. More of sanitation is a good treatment for towns."
    assert named(facts_of("Northbridge Gives Update", f"today spoke. {body}")) == set()


def test_a_code_whose_letters_are_those_of_a_gene_is_a_code_when_its_number_is_long() -> None:
    facts = facts_of(
        "Northbridge Completes Phase 1 Study of KSP-112", "tested KSP-112 against HEK-293 cells and CA-125."
    )
    assert named(facts) == {"KSP-112"}


def test_an_inhibitor_of_the_kinase_kit_is_no_kit() -> None:
    facts = facts_of(
        "Northbridge Gives Update", "today dosed a patient in a Phase 1 trial of QB-615, a KIT D816V inhibitor."
    )
    assert named(facts) == {"QB-615"}


FORMS = [
    ({"Tempovane", "clobazam"}, "has approval of Tempovane® oral suspension (clobazam)."),
    (
        {"tenaparin", "Ibsvane"},
        "is developing tenaparin, a peptide for gout. Tenaparin is marketed as Ibsvane for gout.",
    ),
    (
        {"Levothyroxine Sodium", "levothyroxine"},
        "recalls Levothyroxine Sodium tablets. Levothyroxine is indicated for adults.",
    ),
]


@pytest.mark.parametrize(("names", "body"), FORMS)
def test_a_form_a_brand_abroad_and_a_salt_are_the_same_substance(names: set[str], body: str) -> None:
    found = [
        {name.lower() for name in forms} for forms in forms_of(facts_of("Northbridge Gives Update", f"today {body}"))
    ]
    assert any({name.lower() for name in names} <= forms for forms in found), found
