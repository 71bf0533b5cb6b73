"""Which compounds a report on several things is about: a quarter, a pipeline, the talks at a congress."""

import pytest
from compounds_reading import facts_of, whole

BODY = (
    "today gave an update.\n\nCash was $81 million. Research cost $9 million. The net loss was $3 million.\n\nThe first patient was dosed in the Phase 2 trial of NBX-4711 in gout.\n\n"
    "Data of a Phase 1 study of NBX-5822 are expected in June.\n\nThe company employs 82 people at two sites in Maine.\n\n"
    "Revenue rose to $8.1 million on sales of Kolvara®.\n"
)
UPDATES = [
    "Northbridge Reports Third Quarter 2023 Financial Results and Recent Highlights",
    "Northbridge Provides Pipeline Update",
    "Northbridge Announces Half-Year 2023 Results",
    "Interim Report January-June 2023",
    "Northbridge Provides Update on Its Clinical Programs",
    "Northbridge Announces Strategic Reprioritization",
]


@pytest.mark.parametrize("headline", UPDATES)
def test_each_compound_with_news_is_what_an_update_is_about(headline: str) -> None:
    facts = facts_of(headline, BODY)
    assert whole(facts, "NBX-4711").role == whole(facts, "NBX-5822").role == "subject"
    assert whole(facts, "Kolvara").role == "own"


@pytest.mark.parametrize(
    "headline", ["Northbridge Appoints Chief Medical Officer", "Northbridge Provides Pipeline Update on NBX-4711"]
)
def test_other_headlines_make_no_subject_of_every_compound(headline: str) -> None:
    assert whole(facts_of(headline, BODY), "NBX-5822").role == "own"


def test_what_opens_a_report_of_results_is_no_news_of_a_compound() -> None:
    body = "had cash of $301 million. As part of a collaboration it develops NBX-4711. It plans a Phase 1 trial of NBX-5822."
    assert whole(facts_of(UPDATES[0], body), "NBX-5822").role == "own"


def test_what_a_compound_of_an_update_is_compared_with_stays_the_comparator() -> None:
    facts = facts_of(UPDATES[0], BODY + "\nThe Phase 3 trial compares NBX-4711 with febuxostat.\n")
    assert whole(facts, "febuxostat").role == "comparator"


def test_the_talks_of_a_company_without_compounds_are_about_none() -> None:
    body = f"spoke.\n\nThe company makes software. {'It has 82 clerks. ' * 8}One study used trastuzumab."
    facts = facts_of("Northbridge Presents Its Software at the Spring Congress", body)
    assert whole(facts, "trastuzumab").role == "background"
