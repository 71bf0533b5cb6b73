"""The part that each compound plays in a release, and whose it is."""

import pytest
from compounds_reading import facts_of, whole
from trials_reading import names_of

HEADLINE = "Northbridge Announces Results for NBX-4711 in Gout"

SIDES = [
    ("combination", "combined NBX-4711 with other drugs; NBX-4711 was given in combination with pembrolizumab.", "pembrolizumab"),
    ("combination", "gave NBX-4711 plus cyclophosphamide and either doxorubicin or epirubicin.", "epirubicin"),
    ("comparator", "said that NBX-4711 was superior to febuxostat in a trial.", "febuxostat"),
    ("comparator", "said that NBX-4711 helped longer than lapatinib plus capecitabine.", "capecitabine"),
    ("comparator", "runs a trial that compares NBX-4711 with lapatinib.", "lapatinib"),
    ("comparator", "sells SB17 referencing Lucentis®. Lucentis is sold widely. Lucentis® and others treat eyes.", "Lucentis"),
    ("comparator", "runs a trial comparing either NBX-4711 or tenofovir.", "tenofovir"),
    ("combination", "stopped adding NBX-4711 to etoposide and carboplatin.", "carboplatin"),
    ("combination", "began a Phase 3 trial of NBX-4711 with pembrolizumab.", "pembrolizumab"),
    ("own", "is evaluating molnupiravir, an antiviral agent.", "molnupiravir"),
    ("comparator", "treated patients previously treated with allopurinol.", "allopurinol"),
    ("comparator", "gave NBX-4711 to patients resistant to dasatinib or nilotinib.", "nilotinib"),
    ("combination", "said that NBX-4711 is given with leucovorin and fluorouracil.", "fluorouracil"),
    ("combination", "said that Southbridge will supply pembrolizumab for the trial.", "pembrolizumab"),
    ("comparator", "saw fewer attacks than those on lanadelumab.", "lanadelumab"),
    ("background", "said that its new chief led the launch of nivolumab elsewhere.", "nivolumab"),
    ("background", "said that other drugs such as Kolvex® (febuxostat) exist.", "febuxostat"),
]  # fmt: skip


@pytest.mark.parametrize(("role", "body", "compound"), SIDES)
def test_the_words_around_a_name_tell_its_part(role: str, body: str, compound: str) -> None:
    facts = facts_of(HEADLINE, f"today announced data on NBX-4711. It {body}")
    assert whole(facts, compound).role == role
    assert whole(facts, "NBX-4711").role == "subject"


def test_another_product_of_the_company_is_its_own_and_not_the_subject() -> None:
    facts = facts_of(
        HEADLINE, "today announced data on NBX-4711. The company also develops its second candidate, NBX-5822."
    )
    assert whole(facts, "NBX-5822").role == "own"
    assert whole(facts, "NBX-5822").owner_company_ref == next(n.company_ref for n in facts.company_names if n.is_issuer)


def test_a_product_developed_with_another_company_is_the_partners() -> None:
    facts = facts_of(
        HEADLINE,
        "today announced data on NBX-4711. The most advanced compound made with its technology, trastuzumab emtansine,"
        " is in Phase 3 trials through the company's collaboration with Genentech.",
    )
    row = whole(facts, "trastuzumab emtansine")
    owner = {n.company_ref: n.name for n in facts.company_names}[row.owner_company_ref or ""]
    assert (row.role, owner) == ("partner", "Genentech")


def test_only_own_products_have_a_stage() -> None:
    facts = facts_of(HEADLINE, "said that NBX-4711 was compared with febuxostat, which is approved in Japan.")
    assert whole(facts, "febuxostat").development_stage is None


def test_a_headline_that_tells_of_a_medicine_alone_and_in_a_combination_is_about_it() -> None:
    body = "today presented data for NBX-4711 in lymphoma and for NBX-99 together with NBX-4711 in gout."
    headline = "Northbridge Presents Data for NBX-4711 (pexatinib) and Data for NBX-99 in Combination With NBX-4711"
    facts = facts_of(headline, f"{body} NBX-4711 was well tolerated. NBX-4711 is sold.")
    assert {whole(facts, name).role for name in ("NBX-4711", "NBX-99")} == {"subject"}


@pytest.mark.parametrize(
    "words",
    [
        "Its experimental drug fevipiprant failed.",
        "The company goes on with the Phase 3 trial of fevipiprant in asthma.",
    ],
)
def test_a_generic_name_in_the_company_s_own_trial_is_its_own(words: str) -> None:
    body = (
        f"today reported its quarter and gave an outlook for NBX-4711. {words} NBX-4711 is in Phase 2. NBX-4711 works."
    )
    facts = facts_of("Northbridge Tells of NBX-4711", body)
    assert whole(facts, "fevipiprant").role == "own"


def test_shares_that_fall_after_news_of_a_medicine_compare_nothing_with_it() -> None:
    facts = facts_of("Northbridge shares fall after Prevnar delay", "said that the FDA delays Prevnar.")
    assert whole(facts, "Prevnar").role == "subject"


def test_who_experienced_gains_on_a_medicine_compares_nothing_with_it() -> None:
    body = "said that adults treated with bezisterim experienced significant improvements in motor control."
    assert whole(facts_of("Northbridge Tells of Bezisterim", body), "Bezisterim").role == "subject"


def test_an_investigational_drug_of_the_own_programs_is_told_with_its_stage() -> None:
    body = (
        "today hails its day.\n\nAbout Northbridge\n\nOur work advanced our late-stage programs studying galcanezumab, "
        "approved by the FDA for migraine, and lasmiditan, an investigational drug currently under review by the FDA."
    )
    facts = facts_of("Northbridge Celebrates Its Day", body)
    assert whole(facts, "lasmiditan").development_stage == "filed"


def test_warnings_to_patients_name_no_compounds() -> None:
    body = (
        "today tells of NBX-4711. Patients should not take it with certain medicines, such as rifampin or phenytoin; "
        "St. John’s wort. Tell your doctor if you take ketoconazole or fluconazole."
    )
    assert set(names_of(facts_of("Northbridge Tells of NBX-4711", body)).values()) == {"NBX-4711"}


def test_a_study_with_a_compound_is_about_it() -> None:
    body = "announces that an abstract on a Phase 2 study with NBX-4711 plus bevacizumab was accepted."
    facts = facts_of("Abstract on Phase 2 Study With NBX-4711 Plus Bevacizumab Accepted", body)
    assert (whole(facts, "NBX-4711").role, whole(facts, "Bevacizumab").role) == ("subject", "combination")


OWN_BY_LIST = [
    ("bumetanide", "Its pipeline consists of NBX-4711 and bumetanide."),
    (
        "metformin",
        "It has a late-stage pipeline including NBX-5822 for gout and metformin in clinical trials for aging.",
    ),
    ("ketamine", "In addition, ketamine, a small molecule, is in late-stage development."),
    ("ketamine", "Ketamine is currently in Phase 2 trials."),
    ("psilocybin", "The portfolio comprises psilocybin for depression."),
    ("apremilast", "The acquisition of Kirva adds apremilast."),
    ("apremilast", "Northbridge has now acquired apremilast."),
    ("leucovorin", "It gains full rights to leucovorin."),
]


@pytest.mark.parametrize(("name", "words"), OWN_BY_LIST)
def test_what_a_company_lists_or_buys_is_its_own(name: str, words: str) -> None:
    facts = facts_of(
        HEADLINE, f"today announced data on NBX-4711.\n\nAbout Northbridge\n\nNorthbridge makes drugs. {words}"
    )
    rows = [m for m in facts.compound_mentions if names_of(facts)[m.compound_ref].lower() == name]
    assert {row.role for row in rows} == {"own"}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("docetaxel", "Its pipeline includes NBX-5822 in combination with docetaxel."),
        ("docetaxel", "Its pipeline includes NBX-5822 for patients who progressed after docetaxel."),
        ("methotrexate", "NBX-4711 is used by patients on methotrexate."),
    ],
)
def test_what_stands_beside_a_pipeline_is_not_its_own(name: str, words: str) -> None:
    facts = facts_of(
        HEADLINE, f"today announced data on NBX-4711.\n\nAbout Northbridge\n\nNorthbridge makes drugs. {words}"
    )
    assert "own" not in {m.role for m in facts.compound_mentions if names_of(facts)[m.compound_ref].lower() == name}


ONLY_ONE = [
    (
        "Northbridge Announces Data on Engineered Lysins",
        "announced data today. NBX-4711 killed bacteria in a rabbit model.",
    ),
    ("Northbridge Presents Poster on Its Editing Platform", "gave a talk. NBX-4711 edits cells of the liver."),
    ("Northbridge Reports Results of Its Cell Therapy", "spoke today. NBX-4711 was given to patients with lupus."),
    ("First Patient Dosed With Northbridge's Gene Therapy", "spoke today. NBX-4711 was given to patients with lupus."),
]


@pytest.mark.parametrize(("headline", "body"), ONLY_ONE)
def test_the_only_compound_of_the_news_is_its_subject(headline: str, body: str) -> None:
    assert whole(facts_of(headline, body), "NBX-4711").role == "subject"


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        (
            "Northbridge Names a Chief Officer",
            "named Ann Lee. Northbridge grows. NBX-4711 was given to patients with lupus.",
        ),
        (
            "Northbridge Presents Data on Its Platform",
            "spoke. It grows.\n\nAbout Northbridge\n\nNorthbridge develops NBX-4711.",
        ),
        (
            "Northbridge Reports Second Quarter Results",
            "gave results. It grows. Its product NBX-4711 was given to patients.",
        ),
    ],
)
def test_a_compound_beside_other_news_is_not_its_subject(headline: str, body: str) -> None:
    assert whole(facts_of(headline, body), "NBX-4711").role != "subject"
