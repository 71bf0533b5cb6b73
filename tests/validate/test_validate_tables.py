"""Each rule refuses what breaks it, under its own reason, and nothing that came in is missing from what comes out."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from validate_rows import RELEASE, TEXT, good_tables, quote, with_change

from ingest.records import NOUNS
from ingest.validate.rules import column_rules, read_rules
from ingest.validate.validate import REASONS, Verdict, validate_tables

TEXTS = {RELEASE: TEXT}


def reasons(tables: dict[str, list[Any]]) -> dict[str, list[str]]:
    """Noun -> reasons of its refused rows, where there are any."""
    verdicts = validate_tables(tables, TEXTS)
    return {noun: [refusal.reason for refusal in v.refused] for noun, v in verdicts.items() if v.refused}


def test_a_release_without_a_fault_passes_whole() -> None:
    verdicts = validate_tables(good_tables(), TEXTS)
    assert {noun: verdict.refused for noun, verdict in verdicts.items() if verdict.refused} == {}
    assert {noun: verdict.good for noun, verdict in verdicts.items()} == good_tables()


def test_a_night_without_rows_has_a_verdict_for_every_noun() -> None:
    assert validate_tables({}, {}) == {noun: Verdict([], []) for noun in NOUNS}


@pytest.mark.parametrize(
    ("noun", "changes", "reason"),
    [
        ("compound_names", {"kind": "nickname"}, "not_in_closed_list"),
        ("compound_names", {"name": "  "}, "null_key"),
        ("compound_names", {"release_id": None}, "null_key"),
        ("company_names", {"is_issuer": "yes"}, "wrong_type"),
        ("target_mentions", {"compound_ref": "c9"}, "dangling_ref"),
        ("compound_mentions", {"role": "hero"}, "not_in_closed_list"),
        ("compound_mentions", {"development_stage": "phase_9"}, "not_in_closed_list"),
        ("compound_mentions", {"owner_company_ref": "initech"}, "dangling_ref"),
        ("component_mentions", {"confidence": 0.2}, "low_confidence"),
        ("component_mentions", {"confidence": 1.2}, "out_of_range"),
        ("trial_mentions", {"statement": "happened"}, "statement_status_conflict"),
        ("trial_mentions", {"status": "started"}, "statement_status_conflict"),
        ("trial_mentions", {"window_start": date(2013, 1, 1)}, "window_reversed"),
        ("trial_mentions", {"window_start": "mid-2012"}, "wrong_type"),
        ("trial_mentions", {"nct_id": "NCT123"}, "bad_form"),
        ("trial_mentions", {"enrollment": 0}, "out_of_range"),
        ("trial_mentions", {"indication_refs": ("ovarian", "lupus")}, "dangling_ref"),
        ("trial_mentions", {"combination_refs": ("c9",)}, "dangling_ref"),
        ("milestone_mentions", {"milestone_type": None}, "null_key"),
        ("collaboration_mentions", {"partner_company_ref": "initech"}, "dangling_ref"),
        ("collaboration_mentions", {"upfront_usd": -1.0}, "out_of_range"),
        ("term_mentions", {"currency": "dollars"}, "bad_form"),
        ("term_mentions", {"pct_low": 12.0, "pct_high": 8.0}, "out_of_range"),
    ],
)
def test_a_row_that_breaks_a_rule_is_refused_under_its_reason(noun: str, changes: dict[str, Any], reason: str) -> None:
    assert reasons(with_change(good_tables(), noun, **changes))[noun] == [reason]


@pytest.mark.parametrize(
    "changes",
    [
        {"quote": "binds folr1"},
        {"char_start": 10_000, "char_end": 10_011},
        {"char_end": 21},
        {"release_id": "release_unknown"},
        {"char_start": -118},
    ],
)
def test_a_quote_that_is_not_in_its_text_is_refused_and_its_fact_with_it(changes: dict[str, Any]) -> None:
    tables = good_tables()
    tables["evidence"] = [replace(row, **changes) if row.fact_id == "x1" else row for row in tables["evidence"]]
    assert reasons(tables) == {"target_mentions": ["no_quote"], "evidence": ["quote_not_in_text"]}


def test_one_good_quote_is_enough_for_a_fact() -> None:
    tables = good_tables()
    lie = replace(quote("fct_trials", "t1", "Phase 1"), evidence_id="e-lie", quote="Phase 3")
    tables["evidence"].append(lie)
    assert reasons(tables) == {"evidence": ["quote_not_in_text"]}


def test_what_leans_on_a_refused_row_is_refused_too_and_takes_its_quotes_along() -> None:
    verdicts = validate_tables(with_change(good_tables(), "compound_names", kind="nickname"), TEXTS)
    refused = {noun: [(x.reason, [q.quote for q in x.quotes]) for x in v.refused] for noun, v in verdicts.items()}
    assert refused["trial_mentions"] == [("dangling_ref", ["Phase 1 trial in ovarian cancer"])]
    assert refused["milestone_mentions"] == [("dangling_ref", ["mid-2012"])]
    assert {row.reason for row in verdicts["evidence"].refused} == {"fact_refused"}
    assert verdicts["evidence"].good == []


def test_a_quote_for_no_fact_is_told_by_itself() -> None:
    tables = good_tables()
    tables["evidence"].append(quote("fct_trials", "t9", "Phase 1"))
    assert reasons(tables) == {"evidence": ["dangling_ref"]}


def test_of_two_rows_with_one_key_the_first_stays() -> None:
    tables = good_tables()
    tables["component_mentions"].append(replace(tables["component_mentions"][0], value="folate receptor"))
    verdict = validate_tables(tables, TEXTS)["component_mentions"]
    assert [row.value for row in verdict.good] == ["FOLR1"]
    assert [(row.record.value, row.reason) for row in verdict.refused] == [("folate receptor", "duplicate_key")]


def test_the_sentence_names_the_row_and_every_rule_that_it_breaks() -> None:
    tables = with_change(good_tables(), "trial_mentions", status="started", nct_id="NCT1", phase="9")
    (refusal,) = validate_tables(tables, TEXTS)["trial_mentions"].refused
    assert refusal.reason == "not_in_closed_list"
    for words in ("t1", "trial_mentions", "phase is '9'", "bad_form (nct_id is 'NCT1')", "statement_status_conflict"):
        assert words in refusal.detail


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_whatever_comes_in_every_row_is_good_or_refused(data: st.DataObject) -> None:
    tables = good_tables()
    for noun in data.draw(st.lists(st.sampled_from(sorted(NOUNS)), max_size=4)):
        column = data.draw(st.sampled_from(sorted(column_rules(noun))))
        tables = with_change(tables, noun, **{column: data.draw(st.sampled_from([None, "", "?", -1, 2.5, True, ()]))})
    for noun, verdict in validate_tables(tables, TEXTS).items():
        assert len(verdict.good) + len(verdict.refused) == len(tables[noun])
        assert {refusal.reason for refusal in verdict.refused} <= set(REASONS)


def test_every_status_of_a_trial_has_its_statements() -> None:
    allowed = column_rules("trial_mentions")["status"].allowed
    assert set(read_rules().statements) == set(allowed or ())
    said = {word for words in read_rules().statements.values() for word in words}
    assert said <= set(column_rules("trial_mentions")["statement"].allowed or ())


def test_reading_one_document_needs_no_pandas() -> None:
    code = "import sys, orchestration.commands.try_document; print({'pandas', 'pandera', 'dagster'} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "set()"
