"""Two nights over the wires of the world, the second one killed: what kill tests share, in `make test` and `make soak`."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import duckdb
import misbehaving
from dateline_runs import Dateline, Ended, Kill
from night_home import ask
from world import World, feed, moody, path_of, wires, write_sources

FIRST, SECOND = "2024-11-05", "2024-11-07"
ADVERTISEMENT = "antibody-drug-conjugates-market-report"


@dataclass(frozen=True)
class Homes:
    """A home after the first night, one after both nights undisturbed, and all that a further run needs."""

    world: World
    dateline: Dateline
    place: Path
    sources: Path

    @property
    def undisturbed(self) -> Path:
        return self.place / "undisturbed"

    def copy(self, home: Path) -> Path:
        """A home of one's own in which the first night is published."""
        shutil.copytree(self.place / "first", home, symlinks=True)
        return home

    def run(self, home: Path, kill: Kill | None = None, kill_after: float | None = None) -> Ended:
        """The second night."""
        return self.dateline.run(self.world, home, f"{SECOND}T03:00:00", self.sources, kill=kill, kill_after=kill_after)


def prepare(world: World, dateline: Dateline, place: Path) -> Homes:
    """The homes, built now: the first night, and the second one undisturbed; from then on the world is moody."""
    advertised, entry = world.address(ADVERTISEMENT), world.items(ADVERTISEMENT)
    advertisement = world.page(ADVERTISEMENT)
    world.routes["/advertiser.xml"] = feed(entry)
    world.routes[path_of(advertised)] = misbehaving.page(advertisement)
    advertiser = {"kind": "rss", "url": world.url("/advertiser.xml")}
    sources = write_sources(place / "sources.yaml", {**wires(world), "advertiser": advertiser})
    homes = Homes(world, dateline, place, sources)
    world.night = FIRST
    without_advertiser = write_sources(place / "first.yaml", wires(world))
    first = dateline.run(world, place / "first", f"{FIRST}T03:00:00", without_advertiser)
    assert first.code == 0, first.said
    world.night = SECOND
    second = homes.run(homes.copy(homes.undisturbed))
    assert second.code == 0, second.said
    for path, behaviour in list(world.routes.items()):
        world.routes[path] = moody(behaviour)
    return homes


def published(home: Path) -> Path:
    """The file that readers of a home get."""
    return home / "published" / "latest" / "dateline.duckdb"


def quarantined(home: Path) -> list[tuple[object, ...]]:
    """What a reader finds refused."""
    return ask(published(home), "select stage, reason, source_uri from ops.quarantine order by all")


def told_nights(home: Path) -> list[str]:
    """The states of the second night's runs, as a reader of the last good file finds them."""
    query = f"select state from ops.nights where night = date '{SECOND}' order by night_id"
    return [str(state) for (state,) in ask(published(home), query)]


class Reader:
    """Somebody who keeps the file open, as a BI tool does; a context manager."""

    def __init__(self, home: Path) -> None:
        self._connection = duckdb.connect(str(published(home).resolve()), read_only=True)

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def count(self) -> int:
        """How many quotes are in the file, and are true: all of its evidence is read."""
        query = (
            "select count(*) from marts.fct_evidence join marts.release_texts using (release_id)"
            " where substr(text, char_start + 1, char_end - char_start) = quote"
        )
        (row,) = self._connection.execute(query).fetchall()
        return int(row[0])
