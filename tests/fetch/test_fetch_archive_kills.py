"""A process that adds pages is killed at random moments: the archive reads back whole and nothing is lost or doubled."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest

from ingest.fetch.archive import Archive

NIGHT = "2026-11-24"
ADDER = """
import sys
from datetime import datetime
from pathlib import Path
from ingest.fetch.archive import Archive
from ingest.records import ListingItem, RawPage
archive = Archive(Path(sys.argv[1]))
print("ready", flush=True)
for n in range(max(archive.arrival_count("2026-11-24") - 2, 0), 100000):
    body = (b"page %d " % n) * (n % 7 * 400 + 1)
    page = RawPage(ListingItem("wire", f"u{n}", excerpt_html="x" * 3000), body, "text/html", None,
                   datetime(2026, 11, 24), "2026-11-24")
    archive.add_arrival(page)
    archive.write_state("wire", {"n": n})
    print(n, flush=True)
"""


def add_until_killed(home: Path, seconds: float) -> int:
    """The number of the last page that the process was told was safe, -1 for none."""
    adder = subprocess.Popen([sys.executable, "-c", ADDER, str(home)], stdout=subprocess.PIPE, text=True)
    assert adder.stdout is not None
    try:
        assert adder.stdout.readline() == "ready\n"
        time.sleep(seconds)
    finally:
        adder.kill()
        told = adder.stdout.read().split("\n")
        adder.wait()
    return int(told[-2]) if len(told) > 1 else -1


def kill_and_check(home: Path, kills: int, seed: int) -> int:
    chance = random.Random(seed)
    told = -1
    for _ in range(kills):
        told = max(told, add_until_killed(home, chance.uniform(0.0, 0.15)))
        archive = Archive(home)
        pages = list(archive.arrivals(NIGHT))
        assert [page.item.source_uri for page in pages] == [f"u{n}" for n in range(len(pages))]
        assert all(page.body.startswith(b"page %d " % n) for n, page in enumerate(pages))
        assert len(pages) in {told + 1, told + 2}, "one more may have become safe before it could be told"
        # The adder begins two pages back; a kill before it told anything leaves the state there.
        assert archive.read_state("wire").get("n", -1) in range(told - 1, told + 2)
        assert archive.knows(f"u{told}") is (told >= 0)
        assert not archive.knows(f"u{len(pages)}")
        assert all(page.fetched_at == datetime(2026, 11, 24) for page in pages)
    return told


def test_killed_at_any_moment_the_archive_reads_back_whole_and_goes_on(tmp_path: Path) -> None:
    assert kill_and_check(tmp_path, kills=5, seed=7) > 0


@pytest.mark.soak
def test_killed_a_hundred_times_the_archive_reads_back_whole(tmp_path: Path) -> None:
    assert kill_and_check(tmp_path, kills=100, seed=int(time.time())) > 0
