"""The texts that all benchmarks read: the releases of the bundled sample wire, parsed once."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ingest.errors import ReleaseRefused
from ingest.parse.release import parse_release, split_documents
from ingest.records import ListingItem, PressRelease, RawPage

SAMPLE = Path(__file__).resolve().parents[1] / "ingest" / "sources" / "sample_wire"
_MEDIA = {".html": "text/html", ".txt": "text/plain", ".eml": "message/rfc822"}


def read_pages() -> list[RawPage]:
    """Every document of the sample wire as a page of one night."""
    return [
        RawPage(
            ListingItem("bench", str(path.relative_to(SAMPLE))),
            path.read_bytes(),
            _MEDIA[path.suffix],
            None,
            datetime(2026, 11, 24),
            "2026-11-24",
        )
        for path in sorted(SAMPLE.rglob("*"))
        if path.suffix in _MEDIA and path.parent.name in ("pages", "files", "filings")
    ]


def parse_all(pages: list[RawPage]) -> list[PressRelease]:
    """The releases of the pages; look-alikes are left out as a night leaves them out."""
    releases = []
    for page in pages:
        try:
            releases.extend(parse_release(part) for part in split_documents(page))
        except ReleaseRefused:
            continue
    return releases
