"""References of releases -> components: names join by key, by vocabulary, and by what releases state side by side.

A reference is what one release means by its names for one thing. *Strong* keys identify; *weak* keys (abbreviations,
descriptors, short forms) never join two references that identify themselves: they only lead a reference without a
strong key to the one thing that they can mean.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ingest.resolve.joining import Joiner, is_list_of_codes, smallest

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sighting:
    """One reference: its keys (the one that the release uses first), when it arrived, and whether it may join others.

    ``known`` holds (name key, vocabulary key): what the vocabulary says of a name. ``weak`` holds (key, scope): a weak
    key means the same thing only within its scope. ``votes`` is false for copies and superseded versions, which must
    not count twice, or at all.
    """

    ref: str
    release_id: str
    arrived: tuple[str, str]
    strong: tuple[str, ...] = ()
    known: tuple[tuple[str, str], ...] = ()
    weak: tuple[tuple[str, str], ...] = ()
    votes: bool = True


@dataclass(frozen=True, slots=True)
class RefusedLink:
    """Two keys that releases state as one thing and that were not joined: a candidate for a decision."""

    left_key: str
    right_key: str
    reason: str
    release_ids: tuple[str, ...]


@dataclass(slots=True)
class Joined:
    """``component_of`` maps every reference; ``components`` maps component -> keys, the founder first.

    ``strangers`` holds (ref, key) of names that a reference has but that turned out to be another thing.
    """

    component_of: dict[str, str] = field(default_factory=dict)
    strangers: set[Pair] = field(default_factory=set)
    components: dict[str, list[str]] = field(default_factory=dict)
    vocabulary_keys: dict[str, str | None] = field(default_factory=dict)
    refused: list[RefusedLink] = field(default_factory=list)


def join_sightings(sightings: Sequence[Sighting], merges: Iterable[Pair] = (), splits: Iterable[Pair] = ()) -> Joined:
    """The components of all references. The order of ``sightings`` does not matter."""
    ordered = sorted(sightings, key=lambda s: s.ref)
    joiner, joined = Joiner(), Joined()
    for pair in splits:
        joiner.keep_apart(*pair)
    for sighting in ordered:
        for key in (*sighting.strong, *(key for pair in sighting.known for key in pair)):
            joiner.add(key)
    for pair in merges:
        joiner.join(*pair, force=True)
    _join_links(joiner, ordered, joined)
    leads = _lead_weak(joiner, ordered)
    for weak_key, root in leads.items():
        joiner.join(weak_key, root, force=True)
    for sighting in ordered:
        key = sighting.strong[0] if sighting.strong else _weak_key(*sighting.weak[0])
        joiner.add(key)
        joined.component_of[sighting.ref] = joiner.find(key)
    joined.component_of = {ref: joiner.find(root) for ref, root in joined.component_of.items()}
    for sighting in ordered:
        own = joined.component_of[sighting.ref]
        own_keys = (*sighting.strong, *(name for name, _ in sighting.known))
        joined.strangers.update((sighting.ref, key) for key in own_keys if joiner.find(key) != own)
    first = _first_arrivals(ordered)
    used = set(joined.component_of.values())
    for root, keys in joiner.components().items():
        if root in used:
            joined.components[root] = sorted(keys, key=lambda k: (first.get(k, "~"), k != smallest(keys), k))
            joined.vocabulary_keys[root] = joiner.vocabulary_key(root)
    return joined


def _join_links(joiner: Joiner, sightings: Sequence[Sighting], joined: Joined) -> None:
    """Joins what the vocabulary says first, then what releases state as one, the links of most releases first."""
    known: dict[Pair, set[str]] = defaultdict(set)
    stated: dict[Pair, set[str]] = defaultdict(set)
    listed: list[Sighting] = []
    for sighting in sightings:
        for pair in sighting.known:
            known[pair].add(sighting.release_id)
        if sighting.votes and not is_list_of_codes(sighting.strong):
            for key in sighting.strong[1:]:
                stated[_pair(sighting.strong[0], key)].add(sighting.release_id)
        elif sighting.votes:
            listed.append(sighting)
    told_apart = _told_apart(sightings)
    for links, is_known in ((known, True), (stated, False)):
        for pair in sorted(links, key=lambda p: (-len(links[p]), p)):
            is_renamed = len(links[pair]) > 1 and pair not in told_apart
            reason = joiner.join(*pair, series_may_differ=is_known or is_renamed)
            if reason:
                joined.refused.append(RefusedLink(*pair, reason, tuple(sorted(links[pair]))))
    for sighting in listed:
        for key in sighting.strong[1:]:
            if joiner.find(key) != joiner.find(sighting.strong[0]):
                pair = _pair(sighting.strong[0], key)
                joined.refused.append(RefusedLink(*pair, "list_of_code_names", (sighting.release_id,)))


def _told_apart(sightings: Sequence[Sighting]) -> set[Pair]:
    """Pairs of keys that one release uses for two different things."""
    by_release: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        if sighting.votes:
            by_release[sighting.release_id].append(sighting)
    apart: set[Pair] = set()
    for group in by_release.values():
        for index, one in enumerate(group):
            for other in group[index + 1 :]:
                apart.update(_pair(a, b) for a in one.strong for b in other.strong)
    return apart


def _lead_weak(joiner: Joiner, sightings: Sequence[Sighting]) -> dict[str, str]:
    """For every weak key (with scope) the one component that it can mean: in its scope, else anywhere."""
    scoped: dict[str, set[str]] = defaultdict(set)
    anywhere: dict[str, set[str]] = defaultdict(set)
    for sighting in sightings:
        if sighting.strong and sighting.votes:
            root = joiner.find(sighting.strong[0])
            for key, scope in sighting.weak:
                scoped[_weak_key(key, scope)].add(root)
                anywhere[key].add(root)
    leads: dict[str, str] = {}
    for sighting in sightings:
        keys = [] if sighting.strong else [(_weak_key(*weak), weak[0]) for weak in sighting.weak]
        for scoped_key, key in keys:
            found = scoped.get(scoped_key) or anywhere.get(key) or set()
            if len(found) == 1 and not joiner.has(scoped_key):  # else it is a name of its own elsewhere
                leads[scoped_key] = leads[keys[0][0]] = next(iter(found))
                break
    return leads


def _weak_key(key: str, scope: str) -> str:
    return f"{key}@{scope}" if scope else key


def _pair(left: str, right: str) -> Pair:
    return (left, right) if left <= right else (right, left)


def _first_arrivals(sightings: Sequence[Sighting]) -> dict[str, str]:
    first: dict[str, str] = {}
    for sighting in sightings:
        for key in (
            *sighting.strong,
            *(k for pair in sighting.known for k in pair),
            *(_weak_key(*w) for w in sighting.weak),
        ):
            first[key] = min(first.get(key, "~"), sighting.arrived[0])
    return first


def count_first(values: Iterable[str | None]) -> str | None:
    """The most frequent value; among equals the smallest; None when there is none."""
    counted = Counter(value for value in values if value)
    return min(counted, key=lambda v: (-counted[v], v)) if counted else None
