"""Landing tables of all nights + the id ledger -> ``resolved/``, rewritten whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ingest.load.landing import (
    landed_nights,
    read_entity_ids,
    read_landing,
    read_rows,
    read_sections,
    write_entity_ids,
    write_resolved,
)
from ingest.records import PressRelease
from ingest.resolve.decisions import HOUSE_DECISIONS, read_decisions
from ingest.resolve.landed import Landed
from ingest.resolve.resolve import resolve
from ingest.vocabulary.snapshot import read_own
from ingest.vocabulary.vocabulary import load
from orchestration.ledger import read_lines
from orchestration.night import NightRun, refused_item


def _read_releases(home: Path) -> Iterator[PressRelease]:
    """All landed releases with their sections, one night in memory at a time."""
    for night in landed_nights(home):
        sections = read_sections(home, night)
        for row in read_rows(home / "landing" / "press_releases" / f"{night}.parquet"):
            yield PressRelease(**row, sections=sections.get(row["release_id"], ()))


def resolve_home(run: NightRun) -> dict[str, int]:
    """Rows per table of ``resolved/``. Merges that rules forbid go to quarantine, each once.

    The house's decisions come first, then those of ``decisions.csv`` in the home. The ledger is written before the
    tables, so that a kill in between mints nothing twice.
    """
    path = run.home.path
    ledger = read_entity_ids(path)
    landed = Landed(
        releases=_read_releases(path),
        company_names=read_landing(path, "company_names"),
        compound_names=read_landing(path, "compound_names"),
        compound_mentions=read_landing(path, "compound_mentions"),
        indication_names=read_landing(path, "indication_names"),
        target_mentions=read_landing(path, "target_mentions"),
    )
    decisions = read_decisions((HOUSE_DECISIONS, path / "decisions.csv"))
    result = resolve(landed, ledger, decisions, load(), read_own("companies")["companies"])
    if result.new_ids:
        write_entity_ids(path, [*ledger, *result.new_ids])
    write_resolved(path, result.tables)
    told = {row.get("quarantine_id") for row in read_lines(run.home.ledger("quarantine"))}
    items = [
        refused_item(run.night, "resolve", "merge_refused", f"{r.left_key} = {r.right_key}", r.detail)
        for r in result.refused
    ]
    run.quarantine(item for item in items if item.quarantine_id not in told)
    return {table: len(rows) for table, rows in result.tables.items()}
