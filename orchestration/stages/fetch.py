"""Sources -> archived pages of the night: which sources are asked, by which client, and what the ledger says of it.

Belongs here: the order of a night's polls and their rows. Does not belong here: how a kind is polled (poll_*.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.errors import SettingsError, SourceRefused, SourceUnavailable
from ingest.fetch.archive import Archive
from ingest.fetch.client import Client as NetworkClient
from ingest.settings import Settings
from ingest.sources.edgar import EdgarListing
from ingest.sources.folder import FolderListing
from ingest.sources.page import PageListing
from ingest.sources.recording import read_recording
from ingest.sources.registry import Source, choose_sources, read_sources
from ingest.sources.rss import RssListing
from orchestration.ledger import append_lines
from orchestration.night import NightRun, begin, pending_nights
from orchestration.reporter import Reporter
from orchestration.stages.collected import add_collected
from orchestration.stages.files import find_files
from orchestration.stages.poll import Client, Poll, Stopwatch, is_due, take_turn
from orchestration.stages.poll_edgar import poll_edgar
from orchestration.stages.poll_folder import poll_folder
from orchestration.stages.poll_listings import poll_feed, poll_page
from orchestration.stages.recorded import RecordedClient

FOLDER_SOURCE = "folder"
"""The source name of files that were given by hand (``--releases``)."""


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Where and when pages arrive in one round of polls."""

    settings: Settings
    archive: Archive
    night: str
    reporter: Reporter
    days: tuple[str | None, str | None] = (None, None)
    is_asked_for: bool = False  # the user named the sources: they are polled whether or not they are due


def fetch_night(run: NightRun) -> list[dict[str, Any]]:
    """One row per source, as ``ops.source_runs`` has them; sets ``run.nights`` to the arrival nights to read.

    A replay asks no source. What ``collect`` brought since the last night is counted into the rows.

    Raises:
        SettingsError: the folder, a source's name or the sources file is wrong; nothing has begun.
    """
    sources = sources_of(run)
    begin(run)
    archive = Archive(run.home.path)
    first, last = run.request.published_from, run.request.published_to
    days = (first.isoformat() if first else None, last.isoformat() if last else None)
    arrivals = Arrivals(run.settings, archive, run.night, run.reporter, days, bool(run.request.sources))
    rows = []
    with network(run.settings) as client:
        for source in sources:
            poll, row = poll_source(arrivals, source, client, run.night_id)
            run.quarantine(poll.refused)
            append_lines(run.home.ledger("source_runs"), [row])
            rows.append(row)
    run.nights = pending_nights(run, {night: archive.arrival_count(night) for night in archive.nights()})
    return rows


def sources_of(run: NightRun) -> list[Source]:
    """The sources that a night asks: none for a replay, the given folder, the named ones, else all enabled ones."""
    request = run.request
    if request.replay:
        return []
    if request.releases is not None:
        find_files(request.releases)
        return [Source(FOLDER_SOURCE, "folder", FolderListing(request.releases))]
    return choose_sources(read_sources(run.settings.sources_file), request.sources)


def poll_source(
    arrivals: Arrivals, source: Source, client: Callable[[], Client], night_id: str
) -> tuple[Poll, dict[str, Any]]:
    """(the poll, its row): a source that fails spoils only its own row."""
    watch = Stopwatch()
    with take_turn(arrivals.settings.home, source.name, wait=True):
        poll = open_poll(arrivals, source, client)
        add_collected(poll)
        if arrivals.is_asked_for or is_due(poll):
            poll_once(poll)
            return poll, poll.row(night_id, watch.seconds())
        poll.save()
        return poll, poll.row(night_id, watch.seconds(), not_due=True)


def poll_once(poll: Poll) -> None:
    """Polls one source by its kind; what goes wrong is noted on the poll."""
    try:
        _poll_kind(poll)
    except (SourceUnavailable, SourceRefused) as error:
        poll.note_trouble(error)
    except SettingsError as error:  # one source is not set up: the others go on, and the row says the way out
        poll.has_failed = True
        poll.words.append(str(error))


def open_poll(arrivals: Arrivals, source: Source, client: Callable[[], Client]) -> Poll:
    """A poll of one source with its memory; a recorded source is answered from its folder."""
    if source.recording is not None:
        answering: Client = recorded_client(source.recording, arrivals)
    else:
        answering = client()
    state = arrivals.archive.read_state(source.name)
    return Poll(
        source, answering, arrivals.archive, arrivals.settings, arrivals.night, arrivals.reporter, arrivals.days, state
    )


def recorded_client(folder: Path, arrivals: Arrivals) -> Client:
    """The client of a recording for this night."""
    return RecordedClient(read_recording(folder), arrivals.night, arrivals.settings.now)


@contextmanager
def network(settings: Settings) -> Iterator[Callable[[], Client]]:
    """A function that gives the network's client, opened when it is first needed and closed at the end."""
    opened: list[NetworkClient] = []

    def client() -> Client:
        if not opened:
            # A night and a collection may ask the same site; a mere look makes no home.
            pace_home = settings.home / "archive" / "pace" if settings.home.exists() else None
            opened.append(NetworkClient(user_agent=user_agent(settings), now=settings.now, pace_home=pace_home))
        return opened[0]

    try:
        yield client
    finally:
        for one in opened:
            one.close()


def user_agent(settings: Settings) -> str:
    """How we name ourselves to a source; with the user's contact address when there is one, as the SEC asks."""
    # Some wires drop the connection of an agent that calls itself neither a browser nor a bot; we are the latter.
    return f"DatelineBot/0.1 ({settings.contact})" if settings.contact else "DatelineBot/0.1"


def _poll_kind(poll: Poll) -> None:
    listing = poll.source.listing
    if isinstance(listing, RssListing):
        poll_feed(poll, listing)
    elif isinstance(listing, PageListing):
        poll_page(poll, listing)
    elif isinstance(listing, EdgarListing):
        poll_edgar(poll, listing)
    else:
        poll_folder(poll, listing.path)
