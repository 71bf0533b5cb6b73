"""`dateline run`, two nights, against wires and an SEC that misbehave in every way at once: what the user sees of each.

The first night meets the trouble, the second one a world that has come to its senses. One source per kind of trouble, so
that each has its row in ops.source_runs; the releases are those of the sample wire.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from dateline_runs import Dateline, Ended
from night_home import ask
from troubles import TROUBLES, make_trouble, settle
from world import World, write_sources

pytestmark = [pytest.mark.xdist_group("world"), pytest.mark.timeout(900)]  # whole nights, on a machine that may be busy
NIGHTS = ("2026-11-23", "2026-11-24")


@dataclass(frozen=True)
class TwoNights:
    """What the two nights published and said, and what the world was asked in the first one."""

    files: tuple[Path, Path]
    ends: tuple[Ended, Ended]
    asked: tuple[list[str], list[str]]
    base: str

    def state(self, source: str) -> list[tuple[object, ...]]:
        """(state, item_count, new_count) of a source, night by night."""
        query = "select state, item_count, new_count from ops.source_runs where source_name = ? order by night_id"
        return ask(self.files[1], query.replace("?", f"'{source}'"))

    def releases(self, source: str, night: int = 1) -> list[tuple[str, bool]]:
        """(words of its address, whether only the excerpt is there) of each release that came from a source."""
        query = f"select source_uri, is_excerpt from marts.dim_releases where source_name = '{source}' order by 1"
        return [(known_words(str(uri)), bool(cut)) for uri, cut in ask(self.files[night], query)]

    def refused(self, source: str, night: int = 1) -> list[tuple[str, str]]:
        """(reason, detail) of what was refused of a source's releases."""
        rows = ask(self.files[night], "select reason, source_uri, detail from ops.quarantine where stage = 'fetch'")
        return [(str(r), str(d)) for r, uri, d in rows if known_words(str(uri)) in TROUBLES[source].releases]

    def times_asked(self, words: str, night: int = 0) -> int:
        """How often a night asked for the page of a release."""
        return sum(words in path for path in self.asked[night])


def known_words(uri: str) -> str:
    """The words by which this file names a release, found in its address."""
    (found,) = [w for trouble in TROUBLES.values() for w in trouble.releases if w in uri]
    return found


@pytest.fixture(scope="module")
def nights(dateline: Dateline, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TwoNights]:
    place = tmp_path_factory.mktemp("misbehaving")
    with World() as world:
        sources = write_sources(place / "sources.yaml", make_trouble(world))
        files, ends, asked = [], [], []
        for number, night in enumerate(NIGHTS):
            if number:
                settle(world)
                world.asked.clear()
            ends.append(dateline.run(world, place / "home", f"{night}T03:00:00", sources))
            assert ends[-1].code == 0, ends[-1].said
            files.append((place / "home" / "published" / "latest" / "dateline.duckdb").resolve())
            asked.append(world.paths())
        yield TwoNights((files[0], files[1]), (ends[0], ends[1]), (asked[0], asked[1]), world.base)


def test_in_the_end_every_release_is_there_once(nights: TwoNights) -> None:
    query = "select source_name, source_uri from marts.dim_releases"
    there = sorted((str(name), known_words(str(uri))) for name, uri in ask(nights.files[1], query))
    never = {words for name in ("gzip_bomb", "metadata_service") for words in TROUBLES[name].releases}
    offered = sorted((n, w) for n, trouble in TROUBLES.items() for w in trouble.releases if w not in never)
    assert there == offered
    assert ask(nights.files[1], "select count(*) from marts.release_copies where minutes_after_first > 0") == [(0,)]


def test_no_fact_is_there_twice(nights: TwoNights) -> None:
    for table, key in (
        ("fct_compounds", "compound_fact_id"),
        ("fct_trials", "trial_fact_id"),
        ("fct_evidence", "evidence_id"),
    ):
        assert ask(nights.files[1], f"select count(*) - count(distinct {key}), count(*) > 5 from marts.{table}") == [
            (0, True)
        ]


def test_what_the_first_night_had_is_recorded_on_the_first_night_still(nights: TwoNights) -> None:
    query = "select release_id, recorded_at from marts.dim_releases order by all"
    first, second = (ask(file, query) for file in nights.files)
    assert set(first) <= set(second)
    assert len(second) - len(first) == 4  # reset, slow drip, wrong length, bot wall


def test_the_end_of_the_run_names_the_sources_that_a_person_should_look_at(nights: TwoNights) -> None:
    (line,) = re.findall(r"^sources +\d+ +(.*)$", nights.ends[0].said, re.M)
    assert line == "bot_wall blocked, reset failed, slow_drip failed, wrong_length failed"
    (line,) = re.findall(r"^sources +\d+ +(.*)$", nights.ends[1].said, re.M)
    assert line == "shrinking gap_suspected"


def test_304_is_a_quiet_night_and_its_releases_stay(nights: TwoNights) -> None:
    assert nights.state("not_modified") == [("ok", 2, 2), ("ok_empty", 2, 0)]
    assert nights.asked[1].count("/not_modified.xml") == 1
    assert len(nights.releases("not_modified")) == 2
    assert nights.times_asked("ImmunoGen-and-Bayer", night=1) == 0


def test_429_is_waited_out_as_the_site_asked(nights: TwoNights) -> None:
    (words,) = TROUBLES["too_many_requests"].releases
    assert nights.state("too_many_requests")[0] == ("ok", 1, 1)
    assert nights.times_asked(words) == 2
    assert nights.releases("too_many_requests", night=0) == [(words, False)]


def test_500_then_200_is_not_even_seen(nights: TwoNights) -> None:
    assert nights.state("server_error") == [("ok", 3, 3), ("ok_empty", 3, 0)]
    lists = [path for path in nights.asked[0] if "/submissions/" in path]
    assert len(lists) == 4 and len(set(lists)) == 2  # each company's list, twice


@pytest.mark.parametrize("source", ["reset", "slow_drip", "wrong_length"])
def test_a_body_that_breaks_off_is_failed_and_comes_whole_the_next_night(nights: TwoNights, source: str) -> None:
    (words,) = TROUBLES[source].releases
    assert nights.state(source) == [("failed", 1, 0), ("ok", 1, 1)]
    assert nights.times_asked(words) == 2  # once more in the same night
    assert nights.releases(source, night=0) == []
    assert nights.releases(source, night=1) == [(words, False)]


def test_a_gzip_bomb_is_refused_with_its_reason(nights: TwoNights) -> None:
    for night in (0, 1):
        ((reason, detail),) = nights.refused("gzip_bomb", night)
        assert reason == "too_large"
        assert "unpacks to more" in detail and "--releases" in detail
    assert nights.releases("gzip_bomb") == []


def test_a_redirect_loop_leaves_the_excerpt_of_the_feed(nights: TwoNights) -> None:
    (words,) = TROUBLES["redirect_loop"].releases
    assert nights.state("redirect_loop")[0] == ("ok", 1, 1)
    assert nights.releases("redirect_loop") == [(words, True)]
    assert 2 <= nights.times_asked(words) <= 10


def test_a_redirect_to_the_cloud_s_own_network_is_refused_with_its_reason(nights: TwoNights) -> None:
    ((reason, detail),) = nights.refused("metadata_service")
    assert reason == "private_address"
    assert "169.254.169.254" in detail and "link-local" in detail and "whatever it is marked" in detail
    assert nights.releases("metadata_service") == []


def test_a_bot_wall_is_no_quiet_day(nights: TwoNights) -> None:
    assert nights.state("bot_wall") == [("blocked", 0, 0), ("ok", 1, 1)]
    assert [cut for _, cut in nights.releases("bot_wall")] == [False]


def test_a_page_that_lies_about_its_charset_is_read_as_what_it_is(nights: TwoNights) -> None:
    query = "select headline from marts.dim_releases where source_name = 'charset_lie'"
    ((headline,),) = ask(nights.files[1], query)
    assert "Nestlé Health Science" in str(headline)


def test_two_releases_with_one_guid_are_two_and_one_printed_twice_is_one(nights: TwoNights) -> None:
    assert nights.state("duplicate_guids")[0][0::2] == ("ok", 2)
    assert [cut for _, cut in nights.releases("duplicate_guids", night=0)] == [False, False]
    assert nights.state("duplicate_guids")[1][2] == 0


def test_a_feed_of_tomorrow_does_not_move_a_release_into_the_future(nights: TwoNights) -> None:
    query = "select published_on, published_at < timestamp '2026-11-24' from marts.dim_releases where source_name = 'clock_skew'"
    ((day, is_past),) = ask(nights.files[1], query)
    assert day == date(2020, 7, 27)
    assert is_past in (True, None)


def test_a_feed_that_shrinks_to_zero_takes_nothing_away_and_is_told(nights: TwoNights) -> None:
    assert nights.state("shrinking") == [("ok", 2, 2), ("gap_suspected", 0, 0)]
    query = "select vanished_count from ops.source_runs where source_name = 'shrinking' order by night_id"
    assert ask(nights.files[1], query) == [(0,), (2,)]
    assert len(nights.releases("shrinking")) == 2
