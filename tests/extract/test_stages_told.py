"""How far a compound has come: what is reached, what is only planned, and what says nothing."""

import pytest
from compounds_reading import facts_of, whole

REACHED = [
    ("approved", "NBX-4711 is approved in Japan for adults with gout."),
    ("approved", "NBX-4711 is the first and only FDA-approved medicine for gout."),
    ("approved", "the company markets NBX-4711 in Italy."),
    ("approved", "NBX-4711 remains available for adults with gout."),
    ("approved", "it seeks to expand the label of its FDA-approved medicine NBX-4711."),
    ("approved", "NBX-4711 has accelerated approval for ovarian cancer."),
    ("filed", "NBX-4711 is pending regulatory approval in Japan."),
    ("filed", "it gave an update on its Biologics License Application (BLA) for NBX-4711."),
    ("filed", "it has submitted an initial request for EUA for NBX-4711."),
    ("ind_active", "it designed the FDA-cleared trial in gout of NBX-4711."),
    ("filed", "it submitted a new drug application for NBX-4711 to the FDA."),
    ("phase_3", "NBX-4711 is in Phase 3 development for gout."),
    ("phase_2", "its Phase 3-ready candidate NBX-4711 looks for a partner."),
    ("phase_1", "it completed a Phase 1 trial of NBX-4711 and plans to initiate a Phase 2 trial of it in 2025."),
    ("ind_active", "the FDA cleared its IND application for NBX-4711."),
    ("preclinical", "NBX-4711 is in preclinical development."),
    ("preclinical", "NBX-4711 shrank tumors in a mouse model."),
    ("phase_2", "it has an exclusive license to NBX-4711, a Phase 2 asset."),
    ("discontinued", "it has discontinued development of NBX-4711."),
    ("discontinued", "it will discontinue NBX-4711."),
    ("discontinued", "it has started to withdraw NBX-4711 from the market."),
    ("discontinued", "NBX-4711 has been terminated."),
    ("discontinued", "the development of NBX-4711 was halted."),
    ("discontinued", "the company decided to stop work on NBX-4711."),
    ("discontinued", "it decided to discontinue the development and commercialization of NBX-4711."),
    ("discontinued", "it will not proceed with further development of NBX-4711."),
]


@pytest.mark.parametrize(("stage", "body"), REACHED)
def test_the_highest_stage_that_is_reached_is_told(stage: str, body: str) -> None:
    facts = facts_of("Northbridge Gives an Update on NBX-4711", f"today said that {body}")
    assert whole(facts, "NBX-4711").development_stage == stage


NOT_REACHED = [
    "NBX-4711 could be the first approved treatment for gout.",
    "no treatment for gout is approved; NBX-4711 may change that.",
    "NBX-4711 has not been approved by the FDA.",
    "CMS approved coverage of NBX-4711.",
    "it decided to withdraw the patent of NBX-4711.",
    "adverse reactions led to discontinuation of NBX-4711 in this arm.",
    "the FDA approved NBX-4711 Heart Failure II Protocol changes.",
    "the company launched NBX-4711 trials.",
    "the patent for NBX-4711 was approved.",
    "the IRB approved NBX-4711 for its hospital.",
    "Southbridge is responsible for sales of NBX-4711 in Europe.",
    "NBX-4711 was discontinued in two patients.",
    "patients may have to discontinue NBX-4711 when it harms them.",
    "the company develops and commercializes medicines and likes NBX-4711.",
    "NBX-4711 is given to patients who failed approved drugs.",
    "it pays tiered royalties on net sales of NBX-4711.",
    "it records sales of NBX-4711 in the United States.",
    "it hopes for accelerated approval of NBX-4711.",
    "news on NBX-4711 is available in the newsroom on its website.",
]


@pytest.mark.parametrize("body", NOT_REACHED)
def test_hopes_denials_and_other_peoples_approvals_are_no_stage(body: str) -> None:
    facts = facts_of("Northbridge Gives an Update on NBX-4711", f"today said that {body}")
    assert whole(facts, "NBX-4711").development_stage is None


def test_a_planned_phase_one_is_planned_and_not_reached() -> None:
    facts = facts_of(
        "Northbridge Gives an Update on NBX-4711", "plans to initiate a Phase 1 trial of NBX-4711 in gout next year."
    )
    row = whole(facts, "NBX-4711")
    assert (row.development_stage, row.planned_stage) == (None, "phase_1")


def test_each_disease_has_its_own_stage() -> None:
    facts = facts_of(
        "Northbridge Gives an Update on NBX-4711",
        "said that NBX-4711 is in Phase 3 trials in psoriasis. A Phase 2 trial of NBX-4711 in asthma is ongoing.",
    )
    names = {n.indication_ref: n.name for n in facts.indication_names if n.is_primary}
    rows = {names[m.indication_ref]: m.development_stage for m in facts.compound_mentions if m.indication_ref}
    assert rows == {"psoriasis": "phase_3", "asthma": "phase_2"}
    assert whole(facts, "NBX-4711").development_stage == "phase_3"


def test_compounds_of_a_list_share_a_phase_that_nobody_plans() -> None:
    facts = facts_of(
        "Northbridge Reports Data",
        "said that the Phase 2 study evaluated NBX-4711, NBX-5822 and NBX-6933 in patients with gout.",
    )
    assert {m.development_stage for m in facts.compound_mentions if m.indication_ref is None} == {"phase_2"}


def test_both_compounds_of_an_apposition_list_are_in_the_phase() -> None:
    facts = facts_of(
        "Northbridge Reports Data",
        "said that NBX-4711, its anti-CD20 antibody, and NBX-5822, its anti-PD-1 antibody, are both in Phase 1.",
    )
    assert {m.development_stage for m in facts.compound_mentions if m.indication_ref is None} == {"phase_1"}


def test_every_fact_of_a_compound_has_a_quote_from_the_text() -> None:
    facts = facts_of("Northbridge Gives an Update on NBX-4711", "said that NBX-4711 is approved in Japan.")
    quoted = {e.fact_id for e in facts.evidence if e.fact_table == "fct_compounds" and e.quote}
    assert {m.compound_fact_id for m in facts.compound_mentions} <= quoted


def test_a_fact_that_rests_on_weaker_words_is_less_sure() -> None:
    sure = whole(facts_of("Northbridge on NBX-4711", "said that NBX-4711 is in a Phase 2 trial in gout."), "NBX-4711")
    weak = whole(facts_of("Northbridge on NBX-4711", "said that sales of NBX-4711 rose."), "NBX-4711")
    assert sure.confidence > weak.confidence
