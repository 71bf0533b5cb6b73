"""By hand (`make soak`): kills at random moments of a whole night, and many nights with readers who hold old files open."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from dateline_runs import Dateline
from kill_points import KILL_POINTS
from killed_nights import Homes, Reader, prepare, published, quarantined, told_nights
from night_home import ask, differing_tables
from test_two_nights import HISTORIES, tables_that_differ
from world import World, moody, wires, write_sources

pytestmark = [pytest.mark.soak, pytest.mark.xdist_group("soak")]
KILLS = 20


@pytest.fixture(scope="module")
def homes(dateline: Dateline, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Homes]:
    with World() as world:
        yield prepare(world, dateline, tmp_path_factory.mktemp("soak"))


@pytest.fixture(scope="module")
def night_seconds(homes: Homes, tmp_path_factory: pytest.TempPathFactory) -> float:
    """How long the second night takes here and now."""
    ended = homes.run(homes.copy(tmp_path_factory.mktemp("measured") / "home"))
    assert ended.code == 0, ended.said
    return ended.seconds


def end_as_undisturbed(homes: Homes, home: Path) -> None:
    last = homes.run(home)
    assert last.code == 0, last.said
    assert differing_tables(published(homes.undisturbed), published(home)) == []
    assert quarantined(home) == quarantined(homes.undisturbed)


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_kill_at_a_random_moment_of_the_night_changes_nothing(
    homes: Homes, night_seconds: float, tmp_path: Path, seed: int, record_property: Callable[[str, object], None]
) -> None:
    moment = random.Random(seed).uniform(0.0, night_seconds)
    home = homes.copy(tmp_path / "home")
    with Reader(home) as reader:
        before = reader.count()
        was_killed = homes.run(home, kill_after=moment).is_killed
        assert reader.count() == before
    record_property("killed", f"{was_killed} at {moment:.2f} of {night_seconds:.2f} s")
    end_as_undisturbed(homes, home)
    assert told_nights(home)[-1] == "published"


@pytest.mark.parametrize("point", KILL_POINTS)
def test_a_kill_at_each_named_point_alone_changes_nothing(homes: Homes, tmp_path: Path, point: str) -> None:
    home = homes.copy(tmp_path / "home")
    assert homes.run(home, kill=KILL_POINTS[point]).is_killed
    end_as_undisturbed(homes, home)


class Readers(threading.Thread):
    """People who open `latest` again and again, and keep each file open for a while; what goes wrong is kept."""

    def __init__(self, home: Path) -> None:
        super().__init__(daemon=True)
        self.home = home
        self.is_over = threading.Event()
        self.looks = 0
        self.counts: list[int] = []
        self.troubles: list[str] = []

    def run(self) -> None:
        held: list[tuple[Reader, int]] = []
        while not self.is_over.wait(0.2):
            try:
                newcomer = Reader(self.home)
                held.append((newcomer, newcomer.count()))
                self.counts.append(held[-1][1])
                self.troubles += [f"{r.count()} quotes, not {n} as before" for r, n in held if r.count() != n]
            except Exception as error:  # every failure of a reader is one of the product
                self.troubles.append(f"{type(error).__name__}: {error}")
            self.looks += len(held)
            if len(held) > 6:
                held.pop(random.randrange(len(held)))[0].__exit__()
        for reader, _ in held:
            reader.__exit__()


def test_many_nights_end_with_the_tables_of_one_and_no_reader_ever_fails(dateline: Dateline, tmp_path: Path) -> None:
    with World() as world:
        sources = write_sources(tmp_path / "sources.yaml", wires(world))
        nights = world.recording.nights
        at_once = dateline.run(world, tmp_path / "at_once", f"{nights[-1]}T03:00:00", sources)
        assert at_once.code == 0, at_once.said
        for path, behaviour in list(world.routes.items()):
            world.routes[path] = moody(behaviour)
        readers = None
        for night in nights:
            world.night = night
            ended = dateline.run(world, tmp_path / "by_night", f"{night}T03:00:00", sources)
            assert ended.code == 0, ended.said
            if readers is None:
                readers = Readers(tmp_path / "by_night")
                readers.start()
        assert readers is not None
        time.sleep(1)
        readers.is_over.set()
        readers.join(60)
    assert readers.troubles == []
    assert readers.looks > 20 and len(set(readers.counts)) > len(nights) // 2
    files = published(tmp_path / "at_once"), published(tmp_path / "by_night")
    assert set(tables_that_differ(*files)) <= HISTORIES
    (row,) = ask(files[1], "select count(*), count(*) filter (state = 'published') from ops.nights")
    assert row == (len(nights), len(nights))
