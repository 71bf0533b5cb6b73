"""One running night: what was asked, what it is called, what it has refused so far, and how it ends.

Belongs here: opening a night (lock, what a killed run left), its notes for the ledger, closing it good or bad.
Does not belong here: what the verbs do (stages/) and Dagster (assets/, resources.py).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ingest.errors import DatelineError, HomeUnusable, NightRefused
from ingest.load.landing import is_landed
from ingest.records import QuarantinedItem, hash_id
from ingest.settings import Settings
from orchestration.home import Home, write_whole
from orchestration.ledger import LEDGERS, append_lines, mend_ledger, read_lines
from orchestration.lock import hold_home
from orchestration.reporter import Reporter, SilentReporter
from orchestration.version import code_version


@dataclass(frozen=True, slots=True)
class NightRequest:
    """What the user asked of this night. ``night`` is the partition; ``replay`` reads archived nights again."""

    night: str
    releases: Path | None = None
    sources: tuple[str, ...] = ()
    replay: bool = False
    from_night: str | None = None
    to_night: str | None = None
    published_from: date | None = None
    published_to: date | None = None

    def covers(self, night: str) -> bool:
        """Whether an archived night is to be read again."""
        return self.replay and (self.from_night or "") <= night <= (self.to_night or "9999")

    def wants(self, published_on: date | None) -> bool:
        """Whether a release of that day is asked for; undated releases only when no day was given."""
        if self.published_from is None and self.published_to is None:
            return True
        return published_on is not None and (
            (self.published_from or date.min) <= published_on <= (self.published_to or date.max)
        )


@dataclass(slots=True)
class NightRun:
    """A night at work. ``night_id`` names this run of it; ``nights`` are the arrival nights it reads, set by fetch."""

    settings: Settings
    request: NightRequest
    home: Home
    night_id: str
    started_at: datetime
    reporter: Reporter = field(default_factory=SilentReporter)
    nights: list[str] = field(default_factory=list)
    arrivals_read: dict[str, int] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    refusals: list[str] = field(default_factory=list)
    published: str | None = None
    failure: str | None = None
    error: BaseException | None = None

    @property
    def night(self) -> str:
        """The night of arrival of what comes in now: the partition."""
        return self.request.night

    def quarantine(self, items: Iterable[QuarantinedItem]) -> int:
        """Puts refused items into the ledger at once; gives their number."""
        rows = [{**asdict(item), "night_id": self.night_id, "decision": None} for item in items]
        if rows:
            append_lines(self.home.ledger("quarantine"), rows)
            self.counts["quarantined"] = self.counts.get("quarantined", 0) + len(rows)
        return len(rows)

    def refuse(self, sentence: str) -> None:
        """Notes why this night must not be published."""
        self.refusals.append(sentence)

    def stop_if_refused(self) -> None:
        """Nothing while the night is good.

        Raises:
            NightRefused: a blocking check has failed.
        """
        if self.refusals:
            raise NightRefused(
                f"The night {self.night} was built but is not published: {'; '.join(self.refusals)}. "
                "The last good file stays; docs/runbook.md says what to do."
            )

    @contextmanager
    def verb(self, name: str) -> Iterator[None]:
        """Remembers the first failure of the night, so that the ledger can tell it."""
        try:
            yield
        except BaseException as error:
            if self.failure is None:
                words = str(error) if isinstance(error, DatelineError) else f"{type(error).__name__}: {error}"
                self.failure = f"{name}: {' '.join(words.split())}"[:2000]
                self.error = error
            raise


def refused_item(night: str, stage: str, reason: str, source_uri: str, detail: str) -> QuarantinedItem:
    """A quarantine item whose id is the same whenever the same thing is refused for the same reason."""
    return QuarantinedItem(
        hash_id("quarantine", stage, reason, source_uri), night, stage, reason, source_uri, detail[:2000]
    )


@contextmanager
def open_night(settings: Settings, request: NightRequest, reporter: Reporter | None = None) -> Iterator[NightRun]:
    """A night that holds the home's lock; on leaving, the ledger tells how it ended.

    A night that began (fetch ran, or replay) but did not publish is recorded as failed or refused.

    Raises:
        HomeUnusable, WarehouseBusy: nothing has been touched.
    """
    home = Home(settings.home).prepare()
    with hold_home(home.path, f"building the night {request.night}"):
        for name in LEDGERS:
            mend_ledger(home.ledger(name))
        past = read_lines(home.ledger("nights"))
        killed = record_killed_night(home)
        past += killed
        _check_latest(home, past)
        night_id = _name_run(home, request.night, past)
        run = NightRun(settings, request, home, night_id, settings.now(), reporter or SilentReporter())
        run.nights = [request.night]  # until fetch says which; a run that starts at a later verb goes on with tonight
        try:
            yield run
        finally:
            _record_end(run)


def _name_run(home: Home, night: str, past: list[dict[str, Any]]) -> str:
    """A name for this run that neither the ledger nor a build has: no build is ever written over."""
    number = 1 + sum(1 for row in past if row.get("night") == night)
    while (home.published / f"{night}-{number:03d}").exists():
        number += 1
    return f"{night}-{number:03d}"


def last_build(home: Home, past: list[dict[str, Any]]) -> str | None:
    """The name of the youngest build that the ledger tells of and that is still there; None before the first."""
    builds = [str(row["published"]) for row in past if row.get("published")]
    return next((name for name in reversed(builds) if (home.published / name).is_dir()), None)


def _check_latest(home: Home, past: list[dict[str, Any]]) -> None:
    """Nothing when the memory of the last good file is where it belongs, or when nothing was published yet.

    Raises:
        HomeUnusable: what it had recorded, and when, would be forgotten.
    """
    kept = last_build(home, past)
    if kept and not home.latest.is_dir():
        raise HomeUnusable(
            f"{home.latest} is gone, and with it what the last good file remembers: put it back with "
            f"`ln -sfn {kept} '{home.latest}'`."
        )
    if home.latest.is_dir() and not home.latest.is_symlink():
        raise HomeUnusable(
            f"{home.latest} is a folder and not a link, as after a copy that followed links: remove it, then "
            f"`ln -sfn {kept or 'BUILD'} '{home.latest}'`."
        )


def begin(run: NightRun) -> None:
    """Marks the night as running and throws away what a killed one left half written."""
    run.home.discard_work()
    run.home.discard_unfinished()
    note = {"night_id": run.night_id, "night": run.night, "started_at": run.started_at.isoformat(sep=" ")}
    run.home.running.write_text(json.dumps(note), encoding="utf-8")


def record_killed_night(home: Home) -> list[dict[str, Any]]:
    """The ledger line, now written, of a night that was killed before it could say so; empty when there is none."""
    if not home.running.exists():
        return []
    try:
        note = json.loads(home.running.read_text(encoding="utf-8"))
    except ValueError:
        note = {}
    home.running.unlink()
    if not note:
        return []
    done = home.latest.exists() and home.latest.resolve().name == note["night_id"]
    row = night_line(note, "published" if done else "killed", None)
    row["published"] = note["night_id"] if done else None
    row["failure"] = None if done else "The run was killed; the next one took up what had arrived."
    append_lines(home.ledger("nights"), [row])
    return [row]


def night_line(note: dict[str, Any], state: str, ended_at: datetime | None) -> dict[str, Any]:
    """One line of ``ops.nights``; ``state``: published, failed, refused or killed."""
    return {
        "night_id": note["night_id"],
        "night": note["night"],
        "started_at": note["started_at"],
        "ended_at": ended_at.isoformat(sep=" ") if ended_at else None,
        "state": state,
        "releases_in": note.get("releases_in"),
        "facts_out": note.get("facts_out"),
        "published": note.get("published"),
        "code_version": code_version(),
        "failure": note.get("failure"),
    }


def describe_end(run: NightRun, state: str) -> dict[str, Any]:
    """The ledger line of this run as it ends now."""
    note = {
        "night_id": run.night_id,
        "night": run.night,
        "started_at": run.started_at.isoformat(sep=" "),
        "releases_in": run.counts.get("releases_in"),
        "facts_out": run.counts.get("facts_out"),
        "published": run.published,
        "failure": None if state == "published" else run.failure or "; ".join(run.refusals) or "The night stopped.",
    }
    return night_line(note, state, run.settings.now())


def pending_nights(run: NightRun, arrivals: Mapping[str, int]) -> list[str]:
    """The arrival nights to read now, in order; ``arrivals`` says how many documents each night of the archive holds.

    Tonight; those never read to the end, or that grew since (a failed night, a collection after three); those whose
    landing files are damaged or have the columns of another version; and those that a replay asks for.
    """
    home = run.home
    grown = {night for night, n in arrivals.items() if read_mark(home, night) != n or not is_landed(home.path, night)}
    again = {night for night in arrivals if run.request.covers(night)}
    chosen = grown | again | (set() if run.request.replay else {run.night})
    run.arrivals_read = {night: arrivals.get(night, 0) for night in chosen}
    return sorted(chosen)


def read_mark(home: Home, night: str) -> int | None:
    """How many arrivals of a night have been read and loaded; None when that was never finished."""
    path = home.read_mark(night)
    if not path.exists():
        return None
    try:
        return int(json.loads(path.read_text(encoding="utf-8"))["arrivals"])
    except (ValueError, TypeError, KeyError):
        return None


def write_read_mark(run: NightRun, night: str) -> None:
    """Notes that the landing files of a night hold what had arrived when this run looked (never more than was read)."""
    write_whole(run.home.read_mark(night), [json.dumps({"arrivals": run.arrivals_read.get(night, 0)})])


def _record_end(run: NightRun) -> None:
    if not run.home.running.exists():  # nothing began: a single asset was looked at, or the night was already closed
        return
    state = "published" if run.published else "refused" if run.refusals else "failed"
    append_lines(run.home.ledger("nights"), [describe_end(run, state)])
    run.home.running.unlink(missing_ok=True)
