"""Which keys are one thing: a union-find that refuses unions which would contradict what is known.

Belongs here: joining keys under constraints. Does not belong here: what the keys are, or where the links come from.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.resolve.names import code_series

MAX_NAMES = 16


@dataclass(slots=True)
class _Group:
    """What is known of one component: its keys, vocabulary keys, code names by series, and what it must not meet."""

    keys: list[str]
    known: set[str] = field(default_factory=set)
    series: dict[str, set[str]] = field(default_factory=dict)
    apart: set[str] = field(default_factory=set)


class Joiner:
    """Components of keys. A key with ':' in it is a vocabulary key; two different ones never meet unless forced."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}
        self._groups: dict[str, _Group] = {}

    def add(self, key: str) -> None:
        """Makes the key a component of its own unless it is there already."""
        if key in self._parent:
            return
        self._parent[key] = key
        found = code_series(key)
        self._groups[key] = _Group(
            [key], {key} if is_vocabulary_key(key) else set(), {found[0]: {found[1]}} if found else {}
        )

    def has(self, key: str) -> bool:
        """Whether the key was added."""
        return key in self._parent

    def find(self, key: str) -> str:
        """The component's name: its smallest key."""
        root = key
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[key] != root:
            self._parent[key], key = root, self._parent[key]
        return root

    def keep_apart(self, left: str, right: str) -> None:
        """Declares that the two keys are different things; said before any union."""
        self.add(left)
        self.add(right)
        self._groups[self.find(left)].apart.add(right)
        self._groups[self.find(right)].apart.add(left)

    def conflict(self, left: str, right: str, series_may_differ: bool = False) -> str | None:
        """Why the two components must not be one; None when nothing speaks against it."""
        one, other = self._groups[self.find(left)], self._groups[self.find(right)]
        if one is other:
            return None
        if one.apart.intersection(other.keys) or other.apart.intersection(one.keys):
            return "decided_apart"
        if len(one.known | other.known) > max(1, len(one.known), len(other.known)):
            return "two_vocabulary_entries"
        if not series_may_differ and _series_clash(one.series, other.series):
            return "two_code_names_of_one_series"
        if sum(not is_vocabulary_key(k) for k in (*one.keys, *other.keys)) > MAX_NAMES:
            return "too_many_names"
        return None

    def join(self, left: str, right: str, series_may_differ: bool = False, force: bool = False) -> str | None:
        """Joins two components; gives the conflict that forbade it, or None when they are one now."""
        self.add(left)
        self.add(right)
        one, other = sorted((self.find(left), self.find(right)))
        if one == other:
            return None
        reason = None if force else self.conflict(left, right, series_may_differ)
        if reason:
            return reason
        kept, gone = self._groups[one], self._groups.pop(other)
        self._parent[other] = one
        kept.keys.extend(gone.keys)
        kept.known |= gone.known
        kept.apart |= gone.apart
        for prefix, numbers in gone.series.items():
            kept.series.setdefault(prefix, set()).update(numbers)
        return None

    def components(self) -> dict[str, list[str]]:
        """Keys by component name, both sorted."""
        return {root: sorted(self._groups[root].keys) for root in sorted(self._groups)}

    def vocabulary_key(self, key: str) -> str | None:
        """The vocabulary key of a component; the smallest where a decision joined several."""
        return min(self._groups[self.find(key)].known, default=None)


def is_vocabulary_key(key: str) -> bool:
    """Whether a key names an entry of the vocabulary ('unii:…', 'cik:…') rather than a spelling."""
    return ":" in key


def _series_clash(one: dict[str, set[str]], other: dict[str, set[str]]) -> bool:
    """Whether both hold a code of one series with different numbers; a short form of a number ('…916') is no other."""
    return any(
        not (a == b or a.endswith(b) or b.endswith(a))
        for prefix in one.keys() & other.keys()
        for a in one[prefix]
        for b in other[prefix]
    )


def is_list_of_codes(keys: Iterable[str]) -> bool:
    """Whether the keys hold two code names of one series with different numbers: names that were listed, not equated."""
    series: dict[str, set[str]] = {}
    for key in keys:
        if found := code_series(key):
            series.setdefault(found[0], set()).add(found[1])
    return _series_clash(series, series)


def smallest(keys: Iterable[str]) -> str:
    """The key that stands for several: vocabulary keys first, then by text."""
    return min(keys, key=lambda key: (not is_vocabulary_key(key), key))
