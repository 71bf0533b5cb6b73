"""Standing partners as a release on other news mentions them, the kind of each agreement, and companies that are none."""

import pytest
from deal_releases import facts_of, name_of

HEADLINE = "Norvita Pharma Reports Phase 2 Results of KLM-204"
LEAD = "Norvita Pharma AG today announced results of its Phase 2 trial of KLM-204 in adults with kidney disease."
KINDS = {
    "rights of either": ("Norvita retains U.S. rights while Kelmora Biosciences has exclusive rights in the rest of the world.", "license"),
    "a licensee": ("Kelmora Biosciences, Norvita's licensee in Greater China, is conducting a separate Phase 3 trial.", "license"),
    "who does the work": ("Outside of North America, Kelmora Biosciences is responsible for commercialization of KLM-204.", "unspecified"),
    "profits shared": ("Norvita shares profits and losses from KLM-204 equally with Kelmora Biosciences.", "codevelopment"),
    "sales of another": ("Norvita will earn royalties on net sales of KLM-204 by Kelmora Biosciences.", "license"),
    "a drug used under an agreement": (
        "KLM-204 is in trials in combination with Kelmora Biosciences' drelimab under a clinical collaboration.",
        "clinical_trial",
    ),
    "a drug supplied": ("The study drug was supplied by Kelmora Biosciences.", "supply"),
    "through a purchase": ("KLM-204 came to Norvita through the acquisition of Kelmora Biosciences in 2021.", "acquisition"),
    "paid for a license": ("Expenses rose due to a $10 million payment to Kelmora Biosciences for the in-license of KLM-204.", "license"),
    "under an agreement": (
        "It completed the technology transfer of KLM-204 to Kelmora Biosciences under their manufacturing agreement.",
        "manufacturing",
    ),
    "a maker": ("Norvita has a manufacturing agreement with Kelmora Biosciences for KLM-204.", "manufacturing"),
    "a seller": ("KLM-204 is distributed in Brazil by Kelmora Biosciences.", "commercial"),
    "a search together": ("Norvita also has an ongoing discovery collaboration with Kelmora Biosciences in neurodegeneration.", "research"),
}  # fmt: skip
NONE = {
    "where patients were": "Investigators at Stanford University, Duke University and Emory University enrolled patients.",
    "who spoke": "The data were presented by Dr. Ann Roe of the University of Basel.",
    "who competes": "Kelmora Biosciences markets a rival drug, Zelmist.",
    "a drug compared": "KLM-204 was compared with Kelmora Biosciences' drelimab.",
    "a drug named by its house": "Standard therapy was dapagliflozin (Farxiga, AstraZeneca).",
    "a market": "According to Kelmora Research, the market for kidney drugs will reach $5 billion.",
    "a dispute": "Norvita won a patent dispute against Kelmora Biosciences.",
    "an owner": "Norvita is a portfolio company of Kelmora Capital.",
    "what it answers for": "Kelmora Biosciences is responsible for the content of its website.",
}


@pytest.mark.parametrize(("sentence", "kind"), KINDS.values(), ids=KINDS)
def test_a_standing_partner_is_found_with_the_kind_that_is_told(sentence: str, kind: str) -> None:
    facts = facts_of(HEADLINE, LEAD, sentence)
    told = [
        (name_of(facts, c.partner_company_ref), c.collaboration_type, c.is_new) for c in facts.collaboration_mentions
    ]
    assert told == [("Kelmora Biosciences", kind, False)]


@pytest.mark.parametrize("sentence", NONE.values(), ids=NONE)
def test_places_speakers_rivals_and_owners_are_no_partners(sentence: str) -> None:
    assert facts_of(HEADLINE, LEAD, sentence).collaboration_mentions == ()


def test_who_sponsors_a_trial_and_who_pays_for_it_differ_in_kind() -> None:
    facts = facts_of(
        HEADLINE, LEAD, "The trial was sponsored by Kelmora Institute and funded by the National Cancer Institute."
    )
    kinds = {name_of(facts, c.partner_company_ref): c.collaboration_type for c in facts.collaboration_mentions}
    assert kinds == {"Kelmora Institute": "clinical_trial", "National Cancer Institute": "grant"}
