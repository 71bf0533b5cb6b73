"""A run that is killed with SIGKILL while it fetches: the next one ends where an undisturbed run ends."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sources_night import contents, run_night

from ingest.fetch.archive import Archive
from orchestration.stages import fetch, poll_edgar, poll_listings

LAST = "2025-01-14"


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def dying(original: Callable[..., Any], on_call: int, *, after: bool) -> Callable[..., Any]:
    calls = 0

    def call(*args: Any, **options: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == on_call and not after:
            die()
        result = original(*args, **options)
        if calls == on_call:
            die()
        return result

    return call


def run_and_die(home: Path, place: Any, name: str, on_call: int, after: bool) -> None:
    """Runs a night in a process of its own that kills itself at that call."""
    child = os.fork()
    if child == 0:
        try:
            setattr(place, name, dying(getattr(place, name), on_call, after=after))
            run_night(home, LAST)
        finally:
            os._exit(1)  # not reached when the process died as it should
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Any, ...]]:
    return contents(run_night(tmp_path_factory.mktemp("whole"), LAST).releases)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(20))
def test_kills_at_random_moments_lose_nothing_and_load_nothing_twice(
    undisturbed: list[tuple[Any, ...]], tmp_path: Path, seed: int
) -> None:
    moments = random.Random(seed)
    for _ in range(3):
        child = os.fork()
        if child == 0:
            try:
                run_night(tmp_path / "home", LAST)
            finally:
                os._exit(0)
        time.sleep(moments.uniform(0.02, 0.9))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    run_night(tmp_path / "home", LAST)
    assert contents(run_night(tmp_path / "home", LAST, replay=True).releases) == undisturbed


@pytest.mark.parametrize(
    ("place", "name", "on_call", "after"),
    [
        (Archive, "add_arrivals", 1, False),  # the first page was fetched and is not kept yet
        (Archive, "add_arrivals", 7, True),  # the seventh page has just been kept
        (Archive, "add_arrivals", 50, False),  # in the middle of a later source
        (Archive, "write_state", 1, False),  # the listing was read, nothing was written down
        (Archive, "write_state", 1, True),  # what is to be fetched was written down, nothing was fetched
        (Archive, "write_state", 2, False),  # all pages of a source were fetched, its memory was not written
        (poll_listings, "fetch_pending", 2, False),  # between the listing and the pages
        (poll_edgar, "fetch_pending", 1, False),
        (fetch, "append_lines", 3, True),  # after a source's row
        (fetch, "pending_nights", 1, False),  # all was fetched, nothing was read
    ],
)
def test_the_run_after_a_kill_ends_with_what_an_undisturbed_run_has(
    undisturbed: list[tuple[Any, ...]], tmp_path: Path, place: Any, name: str, on_call: int, after: bool
) -> None:
    run_and_die(tmp_path / "home", place, name, on_call, after)
    told = run_night(tmp_path / "home", LAST)
    assert contents(told.releases) == undisturbed
    assert {row["state"] for row in told.rows.values()} <= {"ok", "ok_empty"}
    again = run_night(tmp_path / "home", "2025-01-15")
    assert again.releases == []
