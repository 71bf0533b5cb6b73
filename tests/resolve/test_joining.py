"""The laws of joining and of minting, over everything that hypothesis can think of."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.resolve.joining import Joiner
from ingest.resolve.minting import IdBook
from ingest.resolve.sightings import Sighting, join_sightings

KEYS = st.sampled_from(["aa10", "aa11", "bb20", "cc30", "dee", "eff", "unii:A", "unii:B", "gee"])
PAIRS = st.lists(st.tuples(KEYS, KEYS), max_size=25)
PARTITION = st.lists(st.integers(0, 3), min_size=6, max_size=6)
NAMES = ["k0", "k1", "k2", "k3", "k4", "k5"]


@given(PAIRS)
def test_joining_keeps_an_equivalence_in_which_two_vocabulary_entries_never_meet(pairs: list[tuple[str, str]]) -> None:
    joiner = Joiner()
    joined = [(a, b) for a, b in pairs if joiner.join(a, b) is None]
    components = joiner.components()
    members = [key for keys in components.values() for key in keys]
    assert len(members) == len(set(members))  # every key is in one component
    assert all(joiner.find(a) == joiner.find(b) for a, b in joined)
    assert all(len({k for k in keys if ":" in k}) <= 1 for keys in components.values())
    assert all(not {"aa10", "aa11"} <= set(keys) for keys in components.values())


@given(st.lists(st.tuples(KEYS, KEYS, st.sampled_from(["r1", "r2", "r3"])), max_size=20), st.randoms())
def test_the_order_of_sightings_does_not_matter(links: list[tuple[str, str, str]], random: object) -> None:
    sightings = [
        Sighting(f"ref{n}", r, ("2026-11-01", ""), tuple(dict.fromkeys((a, b)))) for n, (a, b, r) in enumerate(links)
    ]
    shuffled = list(sightings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = join_sightings(sightings), join_sightings(shuffled)
    assert one.component_of == other.component_of
    assert one.components == other.components
    assert one.refused == other.refused


@given(st.lists(st.tuples(KEYS, KEYS), max_size=12), KEYS, KEYS)
def test_what_a_decision_keeps_apart_stays_apart(links: list[tuple[str, str]], left: str, right: str) -> None:
    if left == right:
        return
    sightings = [
        Sighting(f"ref{n}", f"r{n}", ("2026-11-01", ""), tuple(dict.fromkeys(pair))) for n, pair in enumerate(links)
    ]
    for name in (left, right):
        sightings.append(Sighting(f"only {name}", "r", ("2026-11-01", ""), (name,)))
    joined = join_sightings(sightings, splits=[(left, right)])
    assert joined.component_of[f"only {left}"] != joined.component_of[f"only {right}"]


def _components(partition: list[int]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, group in zip(NAMES, partition, strict=True):
        found.setdefault(f"c{group}", []).append(key)
    return found


@settings(max_examples=200)
@given(st.lists(PARTITION, min_size=1, max_size=6))
def test_ids_are_one_per_component_and_come_back_after_every_detour(history: list[list[int]]) -> None:
    ledger: list[dict[str, str]] = []
    first: dict[str, str] = {}
    for partition in history:
        book = IdBook.read("compound", ledger)
        ids = book.assign(_components(partition))
        assert len(set(ids.values())) == len(ids)
        ledger += book.new_rows
        first = first or ids
        again = IdBook.read("compound", ledger)
        assert again.assign(_components(partition)) == ids
        assert again.new_rows == []
    assert IdBook.read("compound", ledger).assign(_components(history[0])) == first


@given(st.permutations(NAMES), st.integers(1, 5))
def test_a_merged_entity_keeps_the_older_id(names: list[str], merged: int) -> None:
    ledger: list[dict[str, str]] = []
    ids: dict[str, str] = {}
    for name in names:
        book = IdBook.read("compound", ledger)
        ids |= {name: book.assign({name: [name]})[name]}
        ledger += book.new_rows
    book = IdBook.read("compound", ledger)
    assert book.assign({"all": sorted(names[: merged + 1])}) == {"all": ids[names[0]]}
