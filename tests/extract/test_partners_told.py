"""Who is a partner and who is none, told in the ways in which releases tell it: lists, predicates, third parties."""

import itertools

import pytest
from deal_releases import agreement_with, facts_of, partners_of

HEADLINE = "Norvita Pharma Reports Phase 2 Results of KLM-204"
LEAD = "Norvita Pharma AG today announced results of its Phase 2 trial of KLM-204 in adults with kidney disease."

PARTNERS = {
    "a list behind what the companies do": (
        "Companies that develop medicines with the technology under agreements with Norvita Pharma are Amgen, Bayer HealthCare, Biotest, Novartis and Roche.",
        {"Amgen", "Bayer HealthCare", "Biotest", "Novartis", "Roche"},
    ),
    "a list as the subject": (
        "Amgen, Bayer HealthCare, Biotest, and Sanofi use the technology under agreements with Norvita Pharma.",
        {"Amgen", "Bayer HealthCare", "Biotest", "Sanofi"},
    ),
    "a technology that others use": (
        "Norvita Pharma owns a linker technology, which is also used by Amgen, Biotest and sanofi-aventis.",
        {"Amgen", "Biotest", "sanofi-aventis"},
    ),
    "a technology inside a product": ("The technology is used in Roche’s Kadcyla.", {"Roche"}),
    "research with the issuer": ("Companies that do research with Norvita Pharma are Merck KGaA and Genmab.", {"Merck KGaA", "Genmab"}),
    "developed with": ("Norvita Pharma is developing KLM-204 with Roche.", {"Roche"}),
    "two who develop jointly": ("As part of a global collaboration agreement, Norvita Pharma and Sanofi are jointly developing KLM-204.", {"Sanofi"}),
    "conducted with": ("The trial is conducted with BARDA and NIAID.", {"BARDA", "NIAID"}),
    "run by": ("The Phase 2 study is run by NIAID.", {"NIAID"}),
    "where the money came from": ("Funding for its manufacture came from CEPI.", {"CEPI"}),
    "who leads a product": ("KLM-204, which Eisai leads, is approved in Japan.", {"Eisai"}),
    "who is bought by a fourth": (
        "Kelmora Biosciences, Inc., its partner in the development of KLM-204, is to be acquired by Novo Nordisk.",
        {"Kelmora Biosciences, Inc."},
    ),
    "who merged with a fourth": (
        "KLM-204 was acquired from Celgene Corporation in connection with Celgene’s merger with Bristol-Myers Squibb Company.",
        {"Celgene Corporation"},
    ),
    "an unknown name behind a country": (
        "The study was done in collaboration with the University of Tuebingen, Germany, and Zanderly Mac, Australia.",
        {"University of Tuebingen", "Zanderly Mac"},
    ),
    "an institution before its country": (
        "The study was done in collaboration with the University of Tuebingen, Germany, and Kelmora Biosciences, Australia.",
        {"University of Tuebingen", "Kelmora Biosciences"},
    ),
}  # fmt: skip
PARTNERS |= {
    "launched with": ("The work is part of Norvita Pharma's computing center, launched with Kelmora Biosciences last year.", {"Kelmora Biosciences"}),
    "who sponsors together": (
        "The University of Basel and the Larnos Kidney Institute jointly sponsored the trial of KLM-204.",
        {"University of Basel", "Larnos Kidney Institute"},
    ),
    "to whom money is committed": ("Norvita Pharma commits $92.5 million to the University of Basel to extend its work.", {"University of Basel"}),
    "a trial at a clinic": ("The trial is conducted at the Larnos Clinic.", set()),
    "a meeting sponsored": ("The meeting is jointly sponsored by the Larnos Society of Medicine.", set()),
}  # fmt: skip
NONE = {
    "a ministry": "These approvals are the result of strong collaboration with the MHLW.",
    "an agency in capitals": "It submitted a Biologics License Application To U.S. Food And Drug Administration.",
    "a person": "The campaign runs alongside collaborator DJ Robin Vale, a musician.",
}


@pytest.mark.parametrize(("sentence", "partners"), PARTNERS.values(), ids=PARTNERS)
def test_every_partner_of_a_sentence_is_read_and_no_other(sentence: str, partners: set[str]) -> None:
    assert partners_of(facts_of(HEADLINE, LEAD, sentence)) == partners


@pytest.mark.parametrize("sentence", NONE.values(), ids=NONE)
def test_agencies_that_regulate_persons_and_third_parties_are_no_partners(sentence: str) -> None:
    assert partners_of(facts_of(HEADLINE, LEAD, sentence)) == set()


_SAID = [
    "signed a license agreement with",
    "acquired",
    "is developing KLM-204 with",
    "will jointly develop KLM-204 with",
]
_NAMES = ["Norvita Pharma AG", "Kelmora Biosciences, Inc.", "Norvita"]


@pytest.mark.parametrize("verb", _SAID)
@pytest.mark.parametrize("lead", ["Norvita Pharma AG today announced that", "BASEL (Reuters) - On Monday"])
def test_no_company_ever_agrees_with_itself(verb: str, lead: str) -> None:
    for one, other in itertools.product(_NAMES, repeat=2):
        facts = facts_of("Kidney drugs are in demand", f"{lead} {one} {verb} {other} in March.")
        assert all(row.company_ref != row.partner_company_ref for row in facts.collaboration_mentions)


def test_an_agencys_story_that_names_one_company_alone_tells_no_agreement() -> None:
    facts = facts_of("Kidney drugs are in demand", "(Reuters) - The agreed offer for Kelmora Biosciences Inc stands.")
    assert facts.collaboration_mentions == ()


def test_an_agencys_story_gives_the_bought_company_its_buyer_from_the_sentence_before() -> None:
    facts = facts_of(
        "Kidney drugs are in demand",
        "(Reuters) - Teluma Therapeutics Inc wants more kidney drugs. The agreed offer for Kelmora Biosciences Inc stands at $700 million.",
    )
    assert agreement_with(facts, "Kelmora").collaboration_type == "acquisition"
