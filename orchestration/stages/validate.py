"""Extracted rows -> rows that go on, and lines in quarantine with their reasons."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ingest.records import NOUNS, Evidence, QuarantinedItem, hash_id
from ingest.validate.rules import read_rules
from ingest.validate.schemas import is_in_text
from ingest.validate.validate import Refusal, validate_tables
from orchestration.handover import encode_record, hand_over, take_over
from orchestration.home import Home
from orchestration.night import NightRun


@dataclass(slots=True)
class NounCount:
    """How many rows of one noun went on, how many were refused, and why."""

    good: int = 0
    refused: int = 0
    reasons: dict[str, int] = field(default_factory=dict)


def validate_nights(run: NightRun) -> dict[str, NounCount]:
    """What became of the rows of each noun, over all nights that are read now; good rows are handed over."""
    counts = {noun: NounCount() for noun in NOUNS}
    for night in run.reporter.track(run.nights, "validate", len(run.nights)):
        texts, addresses = _read_texts(run.home, night)
        tables: dict[str, list[Any]] = {
            noun: list(take_over(run.home, night, "extracted", noun, record)) for noun, record in NOUNS.items()
        }
        for noun, verdict in validate_tables(tables, texts).items():
            hand_over(run.home, night, "validated", noun, verdict.good)
            run.quarantine(_quarantined(night, noun, refusal, addresses) for refusal in _told(verdict.refused))
            _count(counts[noun], len(verdict.good), verdict.refused)
    return counts


def false_quotes(run: NightRun) -> list[str]:
    """The evidence ids, of what was handed over, whose quote is not in its text; read anew from the files."""
    lies = []
    for night in run.nights:
        texts, _ = _read_texts(run.home, night)
        for row in take_over(run.home, night, "validated", "evidence", Evidence):
            if not is_in_text(texts.get(row.release_id), row.char_start, row.char_end, row.quote):
                lies.append(row.evidence_id)
    return lies


def _read_texts(home: Home, night: str) -> tuple[dict[str, str], dict[str, str]]:
    """(text, address) by release_id, without building the whole releases."""
    texts, addresses = {}, {}
    with home.handover(night, "parsed", "press_releases").open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            texts[row["release_id"]] = row["text"]
            addresses[row["release_id"]] = row["source_uri"]
    return texts, addresses


def _told(refused: list[Refusal]) -> Iterator[Refusal]:
    """The refusals that get a line of their own; a quote that left with its fact is told in the fact's line."""
    return (refusal for refusal in refused if refusal.reason != "fact_refused")


def _quarantined(night: str, noun: str, refusal: Refusal, addresses: dict[str, str]) -> QuarantinedItem:
    row = json.loads(encode_record(refusal.record))
    if refusal.quotes:
        row["quotes"] = [quote.quote for quote in refusal.quotes]
    return QuarantinedItem(
        quarantine_id=hash_id("quarantine", "validate", refusal.reason, noun, row[read_rules().keys[noun]]),
        night=night,
        stage="validate",
        reason=refusal.reason,
        source_uri=addresses.get(row["release_id"], "unknown"),
        detail=refusal.detail,
        row_json=json.dumps({"noun": noun, **row}, ensure_ascii=False),
    )


def _count(count: NounCount, good: int, refused: list[Refusal]) -> None:
    count.good += good
    count.refused += len(refused)
    for refusal in refused:
        count.reasons[refusal.reason] = count.reasons.get(refusal.reason, 0) + 1
