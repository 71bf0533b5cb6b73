"""Companies of a release: names of every shape, their short forms, tickers, who speaks, and what is no company."""

import pytest
from deal_releases import facts_of, name_of

from ingest.extract.companies_groups import base_of
from ingest.extract.companies_spans import find_spans
from ingest.vocabulary.snapshot import read_own

NAMES = [
    ("a deal with Kelmora Biosciences, Inc. today", ["Kelmora Biosciences, Inc."]),
    ("Teluma Therapeutics and Norvita Pharma AG", ["Teluma Therapeutics", "Norvita Pharma AG"]),
    ("work at the University of Basel on", ["University of Basel"]),
    ("Kelmora (Nasdaq: KLMR) said", ["Kelmora"]),
    ('Checkmate Therapeutics ("Checkmate") (Nasdaq: CMTX) said', ["Checkmate Therapeutics"]),
    ("licensed from Checkmate Therapeutics in 2019", ["Checkmate Therapeutics"]),
    ("by Eisai Co., Ltd. and Roche", ["Eisai Co., Ltd.", "Roche"]),
    ("from Merus N.V., Lycia Therapeutics Inc. and others", ["Merus N.V.", "Lycia Therapeutics Inc."]),
    ("Kelmora Biosciences and Institute of Virology, Chinese Academy of Sciences",
     ["Kelmora Biosciences", "Institute of Virology, Chinese Academy of Sciences"]),
    ("the National Institutes of Health-led studies", ["National Institutes of Health"]),
    ("with Swiss-based Kelmora Biosciences", ["Kelmora Biosciences"]),
]  # fmt: skip
NO_NAMES = [
    "Advanced Therapies are needed",
    "a Global Biopharmaceutical Company",
    "posted on GlobeNewswire by Business Wire",
    "charges for acquired IPR&D",
    "the Department of Anesthesiology",
    "published in The Lancet Oncology",
]


@pytest.mark.parametrize(("words", "names"), NAMES, ids=[words for words, _ in NAMES])
def test_a_name_is_found_by_its_shape_its_ticker_or_the_vocabulary(words: str, names: list[str]) -> None:
    spans = find_spans(words)
    assert [s.text for s in spans] == names
    assert all(words[s.char_start : s.char_end] == s.text for s in spans)


@pytest.mark.parametrize("words", NO_NAMES)
def test_words_of_the_trade_and_media_are_no_company(words: str) -> None:
    assert find_spans(words) == []


def test_short_forms_and_brackets_mean_one_company() -> None:
    facts = facts_of(
        "Norvita Pharma Reports Year",
        "Norvita Pharma AG (“Norvita” or the “Company”) (SIX: NORV) today reported its year. It works with Kelmora Biosciences, Inc. (“Kelmora”).",
        "Kelmora and Norvita will go on together.",
    )
    forms: dict[str, set[str]] = {}
    for row in facts.company_names:
        forms.setdefault(row.company_ref, set()).add(row.name)
    assert {"Kelmora Biosciences, Inc.", "Kelmora"} in forms.values()
    (issuer,) = {row.company_ref for row in facts.company_names if row.is_issuer}
    assert {"Norvita Pharma AG", "Norvita"} <= forms[issuer]
    assert {row.ticker for row in facts.company_names if row.is_issuer} == {"NORV"}


def test_every_company_has_exactly_one_main_name() -> None:
    facts = facts_of(
        "Norvita Pharma and Kelmora Biosciences Sign Agreement",
        "Norvita Pharma AG and Kelmora Biosciences, Inc. announced an agreement with Roche and the University of Basel.",
    )
    refs = {row.company_ref for row in facts.company_names}
    assert len(refs) == 4
    for ref in refs:
        assert sum(row.is_primary for row in facts.company_names if row.company_ref == ref) == 1
        assert name_of(facts, ref)


def test_names_that_only_look_alike_stay_apart() -> None:
    facts = facts_of(
        "Kelmora Pharma and Kelmora Bio Sign Agreement",
        "Kelmora Pharma Inc. and Kelmora Bio Inc. today announced that they have signed a license agreement.",
    )
    assert len({row.company_ref for row in facts.company_names}) == 2


def test_a_name_is_compared_without_article_and_legal_form() -> None:
    assert base_of("The Kelmora Group, Inc.") == base_of("Kelmora")
    assert base_of("Kelmora Pharma") != base_of("Kelmora Bio")


def test_every_curated_entry_names_one_thing_of_a_known_kind() -> None:
    entries = read_own("companies")["companies"]
    kinds = {"company", "university", "agency", "foundation"}
    assert {entry["kind"] for entry in entries} == kinds
    names = [entry["name"] for entry in entries]
    assert len(set(names)) == len(names)


def test_a_name_begins_behind_the_dashes_of_a_dateline() -> None:
    facts = facts_of(
        "Kelmora Reports News",
        "CAMBRIDGE, Mass.--(BUSINESS WIRE)--Vantoro Therapeutics, Inc. (Nasdaq: VNTR) today entered into a license agreement "
        "with Kelmora Biosciences, Inc.",
    )
    assert "Vantoro Therapeutics, Inc." in {row.name for row in facts.company_names}


def test_a_company_that_no_fact_speaks_of_is_no_row_unless_the_vocabulary_knows_it() -> None:
    facts = facts_of(
        "Kelmora Reports News",
        "Kelmora Biosciences, Inc. (Nasdaq: KLMR) entered into a license agreement with Teluma Therapeutics. Its head trained "
        "at the Norvita Institute of Chemistry and was at Pfizer.",
    )
    assert {name_of(facts, ref) for ref in sorted({row.company_ref for row in facts.company_names})} == {
        "Kelmora Biosciences, Inc.",
        "Teluma Therapeutics",
        "Pfizer",
    }
