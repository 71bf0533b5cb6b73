"""Parsed releases -> facts with quotes, one file per noun and night."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from contextlib import ExitStack
from io import TextIOWrapper
from typing import Any

from ingest.extract.extract import extract_facts
from ingest.records import NOUNS, Extraction, PressRelease, QuarantinedItem
from orchestration.handover import encode_record, take_over
from orchestration.night import NightRun, refused_item
from orchestration.reader_version import reader_version


def extract_nights(run: NightRun) -> dict[str, int]:
    """Rows per noun, handed over for each night. A release that the extractor trips over goes to quarantine."""
    counts = dict.fromkeys(NOUNS, 0)
    for night in run.nights:
        for noun, count in _extract_one(run, night).items():
            counts[noun] += count
    return counts


def _extract_one(run: NightRun, night: str) -> dict[str, int]:
    releases = list(take_over(run.home, night, "parsed", "press_releases", PressRelease))
    counts = dict.fromkeys(NOUNS, 0)
    refused: list[QuarantinedItem] = []
    with ExitStack() as stack:
        files = {noun: stack.enter_context(_open_noun(run, night, noun)) for noun in NOUNS}
        for found in _read_each(run, night, releases, refused):
            for noun, file in files.items():
                rows = getattr(found, noun)
                counts[noun] += len(rows)
                file.writelines(encode_record(_stamp(row)) + "\n" for row in rows)
            refused.extend(found.quarantined)
    run.quarantine(refused)
    return counts


def _read_each(
    run: NightRun, night: str, releases: list[PressRelease], refused: list[QuarantinedItem]
) -> Iterator[Extraction]:
    seen: set[str] = set()
    for release in run.reporter.track(releases, f"extract {night}", len(releases)):
        if release.release_id in seen:  # the same bytes under a second address: its facts are here already
            continue
        seen.add(release.release_id)
        try:
            yield extract_facts(release)
        except Exception as error:  # one document must not cost the night; it is kept, told and read again by replay
            words = f"The extractor stopped at this release ({type(error).__name__}: {error}); please report it."
            refused.append(refused_item(night, "extract", "extractor_stopped", release.source_uri, words))


def _stamp(row: Any) -> Any:
    """The row with the version of all that read it, not only of its finder."""
    return dataclasses.replace(row, extractor_version=reader_version()) if hasattr(row, "extractor_version") else row


def _open_noun(run: NightRun, night: str, noun: str) -> TextIOWrapper:
    path = run.home.handover(night, "extracted", noun)
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.open("w", encoding="utf-8")
