"""Companies that a release names beside agreements and that are no partners of the one who speaks."""

import pytest
from deal_releases import facts_of, partners_of

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
    "who spreads the article": (
        "This story was amplified by Newsrunner in collaboration with Brightpage Studios.",
        set(),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "partners"), TOLD.values(), ids=TOLD)
def test_only_partners_of_the_issuer_are_read(sentence: str, partners: set[str]) -> None:
    assert partners_of(facts_of(HEADLINE, LEAD, sentence)) == partners
