"""What arrived comes back exactly, whatever it is and whatever was cut short."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.errors import HomeUnusable
from ingest.fetch.archive import Archive
from ingest.records import ListingItem, RawPage, Wire

NIGHT = "2026-11-24"
ANY_TEXT = st.text(st.characters(), max_size=30)  # surrogates, NUL and line ends too
MAYBE = st.none() | ANY_TEXT
ITEMS = st.builds(
    ListingItem,
    source_name=ANY_TEXT,
    source_uri=ANY_TEXT,
    url=MAYBE,
    guid=MAYBE,
    title=MAYBE,
    published_at=st.none() | st.datetimes(),
    excerpt_html=MAYBE,
    wire=st.none() | st.sampled_from(get_args(Wire)),
    company_name=MAYBE,
    ticker=MAYBE,
    cik=MAYBE,
    form=MAYBE,
)
PAGES = st.builds(
    RawPage,
    item=ITEMS,
    body=st.binary(max_size=200),
    media_type=ANY_TEXT,
    charset=MAYBE,
    fetched_at=st.datetimes(),
    night=st.sampled_from([NIGHT, "2026-11-25", "2025-01-01"]),
    is_excerpt=st.booleans(),
)


def a_page(uri: str = "u1", body: bytes = b"<p>text</p>", night: str = NIGHT) -> RawPage:
    return RawPage(ListingItem("wire", uri), body, "text/html", None, datetime(2026, 11, 24, 3), night)


@contextmanager
def a_home() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@settings(max_examples=20, deadline=None)
@given(st.binary(max_size=5000))
def test_any_bytes_come_back_exactly(body: bytes) -> None:
    with a_home() as home:
        sha256 = Archive(home).put(body)
        assert sha256 == hashlib.sha256(body).hexdigest() == Archive(home).put(body)
        assert Archive(home).get(sha256) == body


@settings(max_examples=20, deadline=None)
@given(st.lists(PAGES, max_size=5))
def test_any_pages_come_back_exactly_once_in_their_order(pages: list[RawPage]) -> None:
    with a_home() as home:
        archive = Archive(home)
        kept: list[RawPage] = []
        for page in [*pages, *pages]:
            is_new = all((page.item.source_uri, page.body) != (k.item.source_uri, k.body) for k in kept)
            assert archive.add_arrival(page, {"X-A": "ü\n"}) is is_new
            kept += [page] * is_new
        again = Archive(home)
        nights = sorted({page.night for page in kept})
        assert again.nights() == nights
        for night in nights:
            expected = [page for page in kept if page.night == night]
            assert list(again.arrivals(night)) == expected
            assert again.arrival_count(night) == len(expected)
        assert all(again.knows(page.item.source_uri) for page in kept)
        assert not again.knows("an address that never came \x00")


@settings(max_examples=20, deadline=None)
@given(st.lists(PAGES, min_size=2, max_size=4, unique_by=lambda p: (p.item.source_uri, p.body)), st.data())
def test_a_line_cut_short_is_passed_over_and_its_page_arrives_again(pages: list[RawPage], data: st.DataObject) -> None:
    pages = [replace(page, night=NIGHT) for page in pages]
    with a_home() as home:
        archive = Archive(home)
        for page in pages:
            archive.add_arrival(page)
        file = home / "archive" / "arrivals" / f"{NIGHT}.jsonl"
        whole = file.read_bytes()
        last = whole.rstrip(b"\n").rfind(b"\n") + 1
        file.write_bytes(whole[: data.draw(st.integers(last, len(whole) - 1))])
        after = Archive(home)
        assert list(after.arrivals(NIGHT)) == pages[:-1]
        assert after.add_arrival(pages[-1])
        assert not after.add_arrival(pages[0])
        assert file.read_bytes() == whole


def test_an_edited_page_is_a_new_arrival_and_the_old_one_stays(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    assert archive.add_arrival(a_page())
    assert not archive.add_arrival(a_page(night="2026-11-25"))
    assert archive.add_arrival(a_page(body=b"<p>edited</p>", night="2026-11-25"))
    assert archive.add_arrival(a_page(uri="u2"))
    assert [page.body for night in archive.nights() for page in archive.arrivals(night)] == [
        b"<p>text</p>",
        b"<p>text</p>",
        b"<p>edited</p>",
    ]
    assert len(list(tmp_path.glob("archive/??/*.zst"))) == 2


def test_one_archive_sees_what_another_added(tmp_path: Path) -> None:
    collect, night = Archive(tmp_path), Archive(tmp_path)
    assert not night.knows("u1")
    assert collect.add_arrival(a_page())
    assert night.knows("u1")
    assert not night.add_arrival(a_page(night="2026-11-25"))
    assert night.add_arrival(a_page("u2"))
    assert collect.knows("u2")
    assert not collect.add_arrival(a_page("u2"))
    assert collect.arrival_count(NIGHT) == 2


def _add_all(home: Path, name: str) -> int:
    archive = Archive(home)
    (home / f"ready {name}").touch()
    while len(list(home.glob("ready *"))) < 2:
        time.sleep(0.001)
    return sum(archive.add_arrival(a_page(f"u{n}")) for n in range(60))


def test_processes_that_add_the_same_pages_at_once_add_each_once(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        added = pool.starmap(_add_all, [(tmp_path, "a"), (tmp_path, "b")], chunksize=1)
    assert [page.item.source_uri for page in Archive(tmp_path).arrivals(NIGHT)] == [f"u{n}" for n in range(60)]
    assert sum(added) == 60


def test_an_empty_home_has_no_nights_and_reading_makes_no_folder(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    assert archive.nights() == []
    assert list(archive.arrivals(NIGHT)) == []
    assert archive.arrival_count(NIGHT) == 0
    assert not archive.knows("u1")
    assert archive.read_state("wire") == {}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("night", ["../../etc/passwd", "tonight", ""])
def test_a_night_is_a_date(tmp_path: Path, night: str) -> None:
    with pytest.raises(ValueError, match="isoformat"):
        Archive(tmp_path).add_arrival(a_page(night=night))
    assert list(tmp_path.rglob("*.jsonl")) == []


def test_a_body_that_the_disk_changed_is_told_and_not_handed_out(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.add_arrival(a_page())
    (file,) = tmp_path.glob("archive/??/*.zst")
    other = Archive(tmp_path / "other")
    other.add_arrival(a_page(body=b"something else"))
    (wrong,) = tmp_path.glob("other/archive/??/*.zst")
    for content in (b"", file.read_bytes()[:-3], b"garbage", wrong.read_bytes()):
        file.write_bytes(content)
        with pytest.raises(HomeUnusable, match="restore it from a copy"):
            list(archive.arrivals(NIGHT))
    file.unlink()
    with pytest.raises(HomeUnusable, match="restore it"):
        archive.get(file.stem)


def test_a_damaged_line_in_the_middle_is_told_and_not_passed_over(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.add_arrival(a_page())
    file = tmp_path / "archive" / "arrivals" / f"{NIGHT}.jsonl"
    file.write_bytes(b'{"sha256": \n' + file.read_bytes())
    with pytest.raises(HomeUnusable, match="Line 1 of"):
        list(archive.arrivals(NIGHT))
    with pytest.raises(HomeUnusable, match="Line 1 of"):
        Archive(tmp_path).knows("u1")


def test_lines_of_an_older_and_a_newer_version_are_read(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.add_arrival(a_page())
    file = tmp_path / "archive" / "arrivals" / f"{NIGHT}.jsonl"
    fields = json.loads(file.read_text())
    fields.pop("is_excerpt")
    fields["item"] |= {"mood": "sunny"}
    file.write_text(json.dumps(fields) + "\n")
    assert list(archive.arrivals(NIGHT)) == [a_page()]


@given(ANY_TEXT, st.dictionaries(ANY_TEXT, st.integers() | ANY_TEXT | st.lists(ANY_TEXT)))
@settings(max_examples=30, deadline=None)
def test_the_state_of_a_source_comes_back_under_any_name(name: str, state: dict[str, object]) -> None:
    with a_home() as home:
        archive = Archive(home)
        archive.write_state("other", {"mine": False})
        archive.write_state(name, state)
        assert archive.read_state(name) == state
        assert all(path.parent == home / "archive" / "state" for path in home.rglob("*.json"))


def test_a_damaged_state_is_forgotten_and_nothing_else(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.write_state("wire", {"etag": "a"})
    (tmp_path / "archive" / "state" / "wire.json").write_text('{"etag": ')
    assert archive.read_state("wire") == {}


def test_a_home_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "archive").write_text("a file in the place of the folder")
    for add in (lambda a: a.add_arrival(a_page()), lambda a: a.put(b"x"), lambda a: a.write_state("wire", {})):
        with pytest.raises(HomeUnusable, match="free space or mend"):
            add(Archive(tmp_path))


def test_pages_that_are_added_together_are_noted_once_each_in_their_order(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    pages = [a_page(f"u{n % 3}", body=b"body %d" % (n % 4)) for n in range(6)]
    assert archive.add_arrivals(pages) == [True] * 6
    assert archive.add_arrivals([*pages, a_page("u9"), a_page("u9")]) == [False] * 6 + [True, False]
    assert [page.item.source_uri for page in Archive(tmp_path).arrivals(NIGHT)] == ["u0", "u1", "u2"] * 2 + ["u9"]
