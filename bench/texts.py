"""The texts that all benchmarks read: the documents of the bundled sample wire, or those of a folder."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ingest.errors import ReleaseRefused
from ingest.parse.release import parse_release, split_documents
from ingest.records import ListingItem, PressRelease, RawPage
from ingest.sources.folder import MEDIA_TYPES

SAMPLE = Path(__file__).resolve().parents[1] / "ingest" / "sources" / "sample_wire"
_OF_SAMPLE = (".html", ".txt", ".eml")


def read_pages(folder: Path | None = None) -> list[RawPage]:
    """Every document of a folder, else of the sample wire, as a page of one night."""
    root = folder or SAMPLE
    return [
        RawPage(
            ListingItem("bench", str(path.relative_to(root))),
            path.read_bytes(),
            MEDIA_TYPES[path.suffix],
            None,
            datetime(2026, 11, 24),
            "2026-11-24",
        )
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.suffix in (MEDIA_TYPES if folder else _OF_SAMPLE)
        if folder or path.parent.name in ("pages", "files", "filings")
    ]


def parse_all(pages: list[RawPage]) -> list[PressRelease]:
    """The releases of the pages; look-alikes are left out as a night leaves them out."""
    releases: list[PressRelease] = []
    for page in pages:
        try:
            releases.extend(parse_release(part) for part in split_documents(page))
        except ReleaseRefused:
            continue
    return releases
