"""`dateline run` is killed with kill -9 at named points of a night, and run again: nothing lost, nothing twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from dateline_runs import Dateline
from kill_points import CHAINS, KILL_POINTS
from killed_nights import FIRST, SECOND, Homes, Reader, prepare, published, quarantined, told_nights
from night_home import ask, differing_tables
from world import World

pytestmark = [pytest.mark.xdist_group("world"), pytest.mark.timeout(900)]  # whole nights, on a machine that may be busy


@pytest.fixture(scope="module")
def homes(dateline: Dateline, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Homes]:
    with World() as world:
        yield prepare(world, dateline, tmp_path_factory.mktemp("killed"))


def test_the_second_night_brings_what_a_kill_could_lose(homes: Homes) -> None:
    nights = ask(published(homes.undisturbed), "select night, releases_in > 4 from ops.nights order by night")
    assert [(str(night), has_many) for night, has_many in nights] == [(FIRST, True), (SECOND, True)]
    assert [reason for _, reason, _ in quarantined(homes.undisturbed)] == ["market_research_advertisement"]


@pytest.mark.parametrize("points", CHAINS, ids=("first_half_of_the_points", "second_half_of_the_points"))
def test_killed_at_one_point_after_the_other_it_ends_with_the_tables_of_an_undisturbed_night(
    homes: Homes, tmp_path: Path, points: tuple[str, ...]
) -> None:
    home = homes.copy(tmp_path / "home")
    with Reader(home) as reader:
        before = reader.count()
        for point in points:
            assert homes.run(home, kill=KILL_POINTS[point]).is_killed, f"no run passes here: {point}"
            assert reader.count() == before, point
            with Reader(home) as newcomer:  # the file of before, or the new one; never half of one
                assert newcomer.count() >= before, point
        last = homes.run(home)
        assert last.code == 0, last.said
        assert reader.count() == before
    assert differing_tables(published(homes.undisturbed), published(home)) == []
    assert quarantined(home) == quarantined(homes.undisturbed)
    was_renamed = "latest was renamed and no ledger tells of it" in points
    assert told_nights(home) == [*["killed"] * (len(points) - was_renamed), *["published"] * (1 + was_renamed)]


def test_every_point_is_killed_once() -> None:
    assert sorted(point for chain in CHAINS for point in chain) == sorted(KILL_POINTS)
