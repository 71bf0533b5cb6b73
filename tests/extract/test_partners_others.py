"""Companies that a release names beside agreements and that are no partners of the one who speaks."""

import pytest
from deal_releases import agreement_with, facts_of, name_of, partners_of

HEADLINE = "Norvita Pharma Reports Phase 2 Results of KLM-204"
LEAD = "Norvita Pharma AG today announced results of its Phase 2 trial of KLM-204 in adults with kidney disease."

TOLD = {
    "the other partners of a partner": (
        "Kelmora Biosciences, Inc. has built a wide range of relationships with leading drug makers, including Genmab, Sanofi, Regeneron and Norvita Pharma.",
        {"Kelmora Biosciences, Inc."},
    ),
    "a dispute between two": (
        "The company expects no effect of the court's ruling in the trade secret dispute between Kelmora Biosciences, Inc. and Genmab.",
        set(),
    ),
    "a license dispute between two": (
        "A court in Basel decided the license dispute between Kelmora Biosciences, Inc. and Genmab.",
        set(),
    ),
    "an alliance between two": (
        "KLM-204 comes from the alliance between Norvita Pharma and Kelmora Biosciences, Inc.",
        {"Kelmora Biosciences, Inc."},
    ),
    "a joint venture told behind its name": ("It sells in Japan via Kelmora Japan K.K., Norvita Pharma's joint venture.", {"Kelmora Japan K.K."}),
    "study groups": (
        "The trial was conducted in collaboration with the European Network for Kidney Trial groups and the Kelnor Foundation, Inc.",
        {"European Network for Kidney Trial groups", "Kelnor Foundation, Inc."},
    ),
    "a name that begins with a figure": ("Norvita Pharma announced a collaboration with 3M on its trial of KLM-204.", {"3M"}),
    "who leads a trial that others pay": ("KIDNEY-1 is led by the Kelnor Research Institute and funded by Norvita Pharma.", {"Kelnor Research Institute"}),
    "the field of a center": ("The trial was conducted in collaboration with Jane Roe at the Center for Neuro-Oncology at the University of Basel.", set()),
    "a term sheet in a settlement": (
        "The company entered into a mutual release and settlement agreement with Kelmora Biosciences relating to the term sheet with Kelmora Biosciences.",
        set(),
    ),
    "who is wished for": ("Norvita Pharma stands ready to partner with BARDA, Kelmora Biosciences and other bodies.", set()),
    "joint research": ("These are results of its collaborative research combining an agonist made by Kelmora Biosciences with Norvita Pharma's tablets.", {"Kelmora Biosciences"}),
    "one company in short and in full": ("It has a license agreement with Kelmor Pharma. Kelmor Pharmaceuticals is its partner.", {"Kelmor Pharmaceuticals"}),
    "who funds a group": ("Kelnor Oncology Group is a network group funded by the National Cancer Institute, a part of the National Institutes of Health.", set()),
    "who spreads the article": (
        "This story was amplified by Newsrunner in collaboration with Brightpage Studios.",
        set(),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "partners"), TOLD.values(), ids=TOLD)
def test_only_partners_of_the_issuer_are_read(sentence: str, partners: set[str]) -> None:
    assert partners_of(facts_of(HEADLINE, LEAD, sentence)) == partners


NEWS = "(Reuters) - Norvita Pharma AG became the biggest drugmaker by buying two other smaller rivals -- Kelmora Biosciences and Warner-Simlet -- but its labs are idle."


def test_news_of_others_belongs_to_the_company_that_acts() -> None:
    facts = facts_of(
        "Norvita became the biggest",
        NEWS,
        "It is its second purchase, following the acquisition last month of Zanderly Pharma.",
        "Other deals include an alliance worth up to $1.5 billion for Kelnor Pharma's drugs in July and a $1 billion collaboration in August with Betamed Pharmaceuticals for a drug.",
    )
    pairs = {
        (name_of(facts, c.company_ref), name_of(facts, c.partner_company_ref)) for c in facts.collaboration_mentions
    }
    bought = {"Kelmora Biosciences", "Warner-Simlet", "Zanderly Pharma", "Kelnor Pharma", "Betamed Pharmaceuticals"}
    assert pairs == {("Norvita Pharma AG", name) for name in bought}
    assert agreement_with(facts, "Kelnor").total_usd == 1.5e9
    assert agreement_with(facts, "Betamed").total_usd == 1e9


def test_everyday_words_name_a_house_before_the_verb_of_a_headline_too() -> None:
    facts = facts_of(
        "Norvita Pharma and Notable Labs Announce Definitive Merger Agreement",
        "Norvita Pharma AG today announced a merger that will create a company with new medicines.",
    )
    assert partners_of(facts) == {"Notable Labs"}
