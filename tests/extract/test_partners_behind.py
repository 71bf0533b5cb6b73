"""Partners that other names lead to: agencies of a government, an arm of an institute, an owner; and who only oversees."""

import pytest
from deal_releases import agreement_with, facts_of, partners_of

HEADLINE = "Norvita Pharma Reports Phase 2 Results of KLM-204"
LEAD = "Norvita Pharma AG today announced results of its Phase 2 trial of KLM-204 in adults with kidney disease."
BARDA, DTRA = "Biomedical Advanced Research and Development Authority", "Defense Threat Reduction Agency"
TOLD = {
    "the agencies of a government": (
        f"KLM-204 was developed with funding from the U.S. government, including the Department of Health and Human Services’ {BARDA} "
        f"and the Department of Defense’s {DTRA}.",
        {BARDA, DTRA},
    ),
    "a government alone": ("KLM-204 was developed with funding from the U.S. government.", {"U.S. government"}),
    "one agency": (f"The work is supported by the Department of Health and Human Services’ {BARDA}.", {BARDA}),
    "several, such as": (f"It received grants from several public bodies, such as {BARDA} and the {DTRA}.", {BARDA, DTRA}),
    "an arm": (
        "KLM-204 is developed in collaboration with the Oslo Institute for Biological Research and its commercial arm Vitalife.",
        {"Oslo Institute for Biological Research", "Vitalife"},
    ),
    "the daughter of a partner": (
        "KLM-204 is partnered with Genora Biosciences and its wholly owned subsidiary, Genora Japan.",
        {"Genora Biosciences"},
    ),
    "the issuer's own daughter": ("Norvita Pharma and its wholly owned subsidiary, Lumora Biosciences, develop KLM-204.", set()),
    "developed by both": ("KLM-204 was developed by both Norvita Pharma and Genora Biosciences.", {"Genora Biosciences"}),
    "who oversees": (
        "The trial was conducted under the scientific oversight of the Oslo Clinical Research Institute and the Norland Heart Centre.",
        set(),
    ),
    "who supervises": ("The trial was done under the supervision of the Oslo Clinical Research Institute.", set()),
    "who directs": ("The trial runs under the direction of the Oslo Clinical Research Institute.", set()),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "partners"), TOLD.values(), ids=TOLD)
def test_the_partners_behind_other_names_are_read(sentence: str, partners: set[str]) -> None:
    assert partners_of(facts_of(HEADLINE, LEAD, sentence)) == partners


BEHIND = {
    "co-promote": ("The companies either co-promote or separately promote the medicines.", "commercial"),
    "depending on": ("Depending on geographies, the companies co-promote the medicines.", "commercial"),
    "another subject": ("Doctors co-promote nothing.", "unspecified"),
}


@pytest.mark.parametrize(("sentence", "kind"), BEHIND.values(), ids=BEHIND)
def test_the_sentence_behind_an_alliance_tells_its_kind(sentence: str, kind: str) -> None:
    facts = facts_of(
        HEADLINE, LEAD, f"In 2011, Norvita Pharma and Genora Biosciences announced an alliance in diabetes. {sentence}"
    )
    assert agreement_with(facts, "Genora").collaboration_type == kind


HEADLINES = {
    "Norvita Pharma Advances Collaboration with Genora": False,
    "Norvita Pharma Continues Its Partnership with Genora": False,
    "Norvita Pharma Announces Launch of KLM-204 by Its Partner Genora Biosciences": False,
    "Norvita Pharma Expands Collaboration with Genora": True,
    "Norvita Pharma Enters Collaboration with Genora to Launch KLM-204": True,
}


@pytest.mark.parametrize(("headline", "is_new"), HEADLINES.items(), ids=HEADLINES)
def test_an_agreement_that_goes_on_is_no_news(headline: str, is_new: bool) -> None:
    verb = "has entered into a collaboration" if "Enters" in headline else "speaks of its collaboration"
    verb = "has expanded its collaboration agreement" if "Expands" in headline else verb
    facts = facts_of(headline, f"Norvita Pharma AG today announced that it {verb} with Genora Biosciences.")
    assert agreement_with(facts, "Genora").is_new is is_new
