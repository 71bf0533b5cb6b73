"""How often a site is asked, and how long it is left alone."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import pytest
from fetch_desk import NOW, Desk
from misbehaving import Call, Wire, in_turn, page, status

from ingest.errors import SourceUnavailable
from ingest.fetch.limits import Limits
from ingest.fetch.pacing import Pacer, site_of
from ingest.fetch.retries import read_retry_after

BODY = b"<html><body><p>Corden Bio doses first patient.</p></body></html>"
MakeDesk = Callable[..., Desk]


@pytest.mark.parametrize(
    ("host", "site"),
    [
        ("www.sec.gov", "sec.gov"), ("data.sec.gov", "sec.gov"), ("sec.gov.", "sec.gov"), ("localhost", "localhost"),
        ("ir.corden.co.uk", "corden.co.uk"), ("corden.co.uk", "corden.co.uk"), ("co.uk", "co.uk"),
        ("127.0.0.1", "127.0.0.1"), ("10.0.0.1", "10.0.0.1"), ("[::1]", "::1"), ("a.b.DE", "b.de"),
    ],
)  # fmt: skip
def test_hosts_of_one_operator_share_one_pace(host: str, site: str) -> None:
    assert site_of(host) == site


def test_the_rate_holds_over_all_threads_of_a_process() -> None:
    starts: list[float] = []
    pacer = Pacer(Limits(at_once=8), time.sleep)

    def ask(host: str) -> None:
        with pacer.turn(host, 50.0):
            starts.append(time.monotonic())

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(ask, ["www.sec.gov", "data.sec.gov"] * 6))
    assert len(starts) == 12
    assert max(starts) - min(starts) >= 11 / 50 - 0.02


PACED = """
import sys, time
from pathlib import Path
from ingest.fetch.limits import Limits
from ingest.fetch.pacing import Pacer
home = Path(sys.argv[1])
pacer = Pacer(Limits(), lambda seconds: None, home)
(home / f"ready {sys.argv[2]}").touch()
while len(list(home.glob("ready *"))) < 2:
    time.sleep(0.001)
for host in ["www.sec.gov", "data.sec.gov"] * 500:
    with pacer.turn(host, 100.0):
        pass
"""


def test_processes_that_ask_one_site_at_once_queue_for_one_row_of_turns(tmp_path: Path) -> None:
    """Nobody really sleeps, so that all turns are handed out at once; the file says when the next one would start."""
    before = time.time()
    workers = [subprocess.Popen([sys.executable, "-c", PACED, str(tmp_path), name]) for name in "ab"]
    assert [worker.wait(60) for worker in workers] == [0, 0]
    (file,) = tmp_path.glob("*.next")
    assert float(file.read_text()) >= before + 2000 / 100.0


def test_a_pace_file_from_a_changed_clock_stops_nobody(tmp_path: Path) -> None:
    slept: list[float] = []
    pacer = Pacer(Limits(), slept.append, tmp_path)
    with pacer.turn("sec.gov", 10.0):
        pass
    (file,) = tmp_path.glob("*.next")
    for written in ("9999999999999", "nonsense", "", "nan"):
        file.write_text(written)
        with pacer.turn("sec.gov", 10.0):
            pass
    assert slept == []


def test_no_more_requests_are_open_to_a_site_than_allowed(make_desk: MakeDesk) -> None:
    desk = make_desk(at_once=2)
    open_now, most, lock = 0, 0, threading.Lock()

    def behave(call: Call) -> None:
        nonlocal open_now, most
        with lock:
            open_now += 1
            most = max(most, open_now)
        time.sleep(0.02)
        with lock:
            open_now -= 1
        call.answer(200, BODY)

    with Wire({"/a": behave}) as wire, ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda n: desk.bring(wire.url(f"/a?{n}")), range(12)))
    assert most <= 2


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": " 1.5 "}, 1.5),
        ({"retry-after": "Tue, 24 Nov 2026 03:01:00 GMT"}, 60.0),
        ({"retry-after": "Tue, 24 Nov 2026 02:00:00 GMT"}, 0.0),
        ({"retry-after": "Tue, 24 Nov 2026 03:01:00 -0000"}, 60.0),
        # The server's clock is fifteen years ahead: what counts is the distance that it meant.
        ({"retry-after": "Sun, 24 Nov 2041 03:00:30 GMT", "date": "Sun, 24 Nov 2041 03:00:00 GMT"}, 30.0),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "²"}, None),
        ({}, None),
    ],
)
def test_retry_after_is_read_as_seconds_and_as_a_date(headers: dict[str, str], seconds: float | None) -> None:
    assert read_retry_after(headers, datetime(2026, 11, 24, 3, 0, 0)) == seconds
    assert datetime(2026, 11, 24, 3, 0, 0) == NOW


def test_a_429_with_retry_after_is_waited_out_and_the_page_arrives(desk: Desk) -> None:
    with Wire({"/a": in_turn(status(429, Retry_After="17"), page(BODY))}) as wire:
        assert desk.bring(wire.url("/a"))
    assert desk.slept[0] >= 17
    assert desk.bodies() == [BODY]


def test_waits_grow_and_are_jittered(make_desk: MakeDesk) -> None:
    desk = make_desk(attempts=5, first_wait_seconds=1.0)
    with Wire({"/a": status(500)}) as wire, pytest.raises(SourceUnavailable):
        desk.bring(wire.url("/a"))
    assert len(desk.slept) == 4
    for nth, wait in enumerate(desk.slept):
        assert 0.5 * 2**nth <= wait <= 1.5 * 2**nth


def test_a_wait_longer_than_a_run_is_left_to_the_next_run_for_every_page_of_the_site(make_desk: MakeDesk) -> None:
    desk = make_desk(longest_wait_seconds=60.0)
    with Wire({"/a": status(429, Retry_After="3600"), "/b": page(BODY)}) as wire:
        with pytest.raises(SourceUnavailable) as failure:
            desk.bring(wire.url("/a"))
        assert failure.value.retry_after == 3600
        with pytest.raises(SourceUnavailable, match="left alone") as failure:
            desk.bring(wire.url("/b"))
        assert failure.value.reason == "asked_to_wait"
        assert wire.paths() == ["/a"]
        assert desk.slept == []
        assert make_desk().bring(wire.url("/b"), night="2026-11-25")


def test_what_one_thread_was_told_holds_for_the_others(desk: Desk) -> None:
    with Wire({"/a": in_turn(status(503, Retry_After="40"), page(BODY)), "/b": page(BODY)}) as wire:
        assert desk.bring(wire.url("/a"))
        desk.slept.clear()
        assert desk.bring(wire.url("/b"))
    assert desk.slept
    assert 30 < desk.slept[0] <= 40
