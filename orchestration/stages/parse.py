"""Archived documents -> press releases, handed over night by night; what is no release goes to quarantine.

Belongs here: one broken document must not cost the night. Does not belong here: how a document is read (``ingest.parse``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ingest.errors import ReleaseRefused
from ingest.fetch.archive import Archive
from ingest.load.landing import read_rows
from ingest.parse.documents import split_documents
from ingest.parse.release import parse_release
from ingest.records import PressRelease, QuarantinedItem, RawPage
from orchestration.handover import hand_over
from orchestration.night import NightRun, refused_item


@dataclass(slots=True)
class _Tally:
    documents: int = 0
    releases: int = 0
    passed_over: int = 0
    refused: list[QuarantinedItem] = field(default_factory=list)


def parse_nights(run: NightRun) -> dict[str, int]:
    """``documents`` = ``releases`` + ``refused`` over all nights that are read now.

    Documents of days that nobody asked for count nowhere; their night stays unread, so a run without the days takes them.
    """
    archive = Archive(run.home.path)
    counts = {"documents": 0, "releases": 0, "refused": 0}
    for night in run.nights:
        tally = _Tally()
        hand_over(run.home, night, "parsed", "press_releases", _read_night(run, archive, night, tally))
        run.quarantine(tally.refused)
        counts["documents"] += tally.documents
        counts["releases"] += tally.releases
        counts["refused"] += len(tally.refused)
        if tally.passed_over:
            run.arrivals_read[night] = -1
    run.counts["releases_in"] = counts["releases"]
    return counts


def _read_night(run: NightRun, archive: Archive, night: str, tally: _Tally) -> Iterator[PressRelease]:
    loaded = _loaded_before(run, night)
    total = archive.arrival_count(night)
    for page in run.reporter.track(archive.arrivals(night), f"parse {night}", total):
        for release in read_documents([page], tally.refused):
            if run.request.wants(release.published_on) or release.release_id in loaded:
                tally.releases += 1
                yield release
            else:
                tally.passed_over += 1
    tally.documents = tally.releases + len(tally.refused)


def read_documents(pages: Iterable[RawPage], refused: list[QuarantinedItem]) -> Iterator[PressRelease]:
    """The releases in some pages; every other document of theirs is appended to ``refused`` with its reason."""
    for page in pages:
        for document in _split(page, refused):
            try:
                yield parse_release(document)
            except ReleaseRefused as error:
                refused.append(_refusal(document, error.reason, error.detail))
            except Exception as error:  # the document is kept in the archive and read again by a replay
                refused.append(_stopped(document, error))


def _split(page: RawPage, refused: list[QuarantinedItem]) -> list[RawPage]:
    try:
        if documents := split_documents(page):
            return documents
        refused.append(_refusal(page, "empty", "The file holds no document: no item, message or line."))
    except ReleaseRefused as error:
        refused.append(_refusal(page, error.reason, error.detail))
    except Exception as error:
        refused.append(_stopped(page, error))
    return []


def _refusal(page: RawPage, reason: str, detail: str) -> QuarantinedItem:
    return refused_item(page.night, "parse", reason, page.item.source_uri, detail)


def _stopped(page: RawPage, error: Exception) -> QuarantinedItem:
    words = f"The parser stopped at this document ({type(error).__name__}: {error}); please report it."
    return _refusal(page, "parser_stopped", words)


def _loaded_before(run: NightRun, night: str) -> set[str]:
    """Releases of this night that an earlier run loaded: days asked for now add to them and take none away."""
    if run.request.published_from is None and run.request.published_to is None:
        return set()
    rows = read_rows(run.home.path / "landing" / "press_releases" / f"{night}.parquet")
    return {row["release_id"] for row in rows}
