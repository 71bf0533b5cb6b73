"""Nights over a small folder of releases, run as the command line runs them, with a clock that stands still."""

from __future__ import annotations

import dataclasses
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from ingest.settings import read_settings
from orchestration.night import NightRequest, NightRun
from orchestration.reporter import Reporter
from orchestration.run import run_night

AT_THREE = datetime(2026, 11, 24, 3)

RELEASES = {
    "ind-cleared.txt": """Orvane Therapeutics Announces IND Clearance for ORV-114 in Ovarian Cancer

BOSTON, March 4, 2026 -- Orvane Therapeutics, Inc. (Nasdaq: ORVN) today announced that the U.S. Food and Drug \
Administration has cleared its Investigational New Drug application for ORV-114, an antibody-drug conjugate that \
targets folate receptor alpha (FOLR1). The Company expects to start a Phase 1 trial of ORV-114 in patients with \
ovarian cancer in mid-2026.

About Orvane Therapeutics
Orvane Therapeutics is a biotechnology company that develops medicines for women with cancer.
""",
    "trial-started.html": """<html><head><title>Orvane doses first patient</title></head><body>
<h1>Orvane Therapeutics Doses First Patient in Phase 1 Trial of ORV-114</h1>
<p>BOSTON, June 22, 2026 -- Orvane Therapeutics, Inc. (Nasdaq: ORVN) today announced that the first patient has been
dosed in its Phase 1 clinical trial of ORV-114 in ovarian cancer. The Company plans to enroll 40 patients and expects
to report initial data in the first half of 2027.</p>
<p>ORV-114 is an antibody-drug conjugate that targets FOLR1.</p></body></html>
""",
    "license.md": """# Orvane Therapeutics and Calder Pharma Enter License Agreement for ORV-220

BOSTON, September 9, 2026 -- Orvane Therapeutics, Inc. (Nasdaq: ORVN) and Calder Pharma AG today announced an exclusive
license agreement under which Calder Pharma AG will develop and commercialize ORV-220 outside the United States. Orvane
will receive an upfront payment of $35 million and is eligible for up to $400 million in milestone payments.
""",
}

BAD_DOCUMENTS: dict[str, bytes] = {
    "empty.txt": b"",
    "picture.txt": bytes(range(256)) * 40,
    "program.exe": b"MZ\x90\x00" * 50,
    "broken.html": "<p>Orvane übermittelt".encode("latin-1") + b"\xff\xfe\xc3\x28 \xed\xa0\x80",
    "broken.json": b'{"headline": "Orvane", "text": ',
    "japanese.txt": (
        "オルベイン社は本日、ＯＲＶ－１１４の第１相臨床試験において最初の患者に投与を開始したと発表した。"
        "同社は二〇二七年前半に初期データを報告する予定である。\n"
    ).encode()
    * 20,
}
"""Name -> bytes of documents that are no release; `tomes.txt` of 50 MB is added when they are written."""


def write_releases(folder: Path) -> Path:
    """The folder, now holding the releases."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in RELEASES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def write_bad_documents(folder: Path) -> Path:
    """The folder, now holding the documents that are no release, too."""
    for name, body in BAD_DOCUMENTS.items():
        (folder / name).write_bytes(body)
    with (folder / "tomes.txt").open("wb") as file:
        for _ in range(50):
            file.write(b"Orvane wrote a very long text. " * 33_826)
    return folder


def run_at(home: Path, releases: Path | None, at: datetime = AT_THREE, **wishes: Any) -> NightRun:
    """The night of the clock's date over a folder, run to its end."""
    settings = dataclasses.replace(read_settings(home), now=lambda: at, time_zone="UTC")
    reporter: Reporter | None = wishes.pop("reporter", None)
    return run_night(settings, NightRequest(settings.tonight(), releases=releases, **wishes), reporter)


def read_tables(file: Path, schemas: tuple[str, ...] = ("marts",)) -> dict[str, list[tuple[Any, ...]]]:
    """Table -> its rows in a fixed order, of a file that is opened as a reader does."""
    with duckdb.connect() as connection:
        connection.execute(f"attach '{file}' as other (read_only)")
        names = connection.execute(
            "select schema_name, table_name from duckdb_tables() where database_name = 'other' order by all"
        ).fetchall()
        return {
            f"{schema}.{table}": connection.execute(f'from other."{schema}"."{table}" order by all').fetchall()
            for schema, table in names
            if schema in schemas
        }


def differing_tables(left: Path, right: Path) -> list[str]:
    """The marts that are not equal, row for row and value for value (recorded_at included), in two files."""
    ours, theirs = read_tables(left), read_tables(right)
    assert len(ours) > 25  # a comparison of nothing would pass
    return [name for name in sorted({*ours, *theirs}) if ours.get(name) != theirs.get(name)]


def ask(file: Path, query: str) -> list[tuple[Any, ...]]:
    """The rows of a query over the published file."""
    with duckdb.connect(str(file), read_only=True) as connection:
        return connection.execute(query).fetchall()


def read_ledger(home: Path, name: str) -> list[tuple[Any, ...]]:
    """(night_id, state, failure) of every line of the ledger of nights, or all values of another ledger."""
    columns = "night_id, state, failure" if name == "nights" else "*"
    return duckdb.sql(f"select {columns} from read_json('{home}/ledger/{name}.jsonl')").fetchall()
