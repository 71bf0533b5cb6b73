"""Ids of entities: minted once for a key, kept for ever.

The ledger is a list of (kind, key, entity_id) in the order of minting. The first key of an id is its founder: when two
entities merge, the older id stays; when they part again, each half has its own founder and so its old id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.records import hash_id

LedgerRow = dict[str, str]


@dataclass(slots=True)
class IdBook:
    """The ids of one kind of entity. ``new_rows`` is what the ledger must gain."""

    kind: str
    new_rows: list[LedgerRow] = field(default_factory=list)
    _latest: dict[str, str] = field(default_factory=dict)
    _founder: dict[str, str] = field(default_factory=dict)
    _age: dict[str, int] = field(default_factory=dict)

    @classmethod
    def read(cls, kind: str, ledger: Iterable[Mapping[str, str]]) -> IdBook:
        """The book of one kind from the whole ledger."""
        book = cls(kind)
        for row in ledger:
            if row["kind"] == kind:
                book._note(row["key"], row["entity_id"])
        return book

    def assign(self, components: Mapping[str, Sequence[str]]) -> dict[str, str]:
        """The id of every component (name -> keys, the preferred founder first); mints what has none.

        A component takes the oldest id that one of its keys founded; else the oldest that its keys had and no other
        component claims; else a new one.
        """
        given: dict[str, str] = {}
        claimed: set[str] = set()
        for name, keys in components.items():
            founded = [i for key in keys if (i := self._latest_founded(key))]
            if founded:
                given[name] = min(founded, key=self._age.__getitem__)
                claimed.update(founded)
        for name, keys in components.items():
            if name in given:
                continue
            had = {i for key in keys if (i := self._latest.get(key)) and i not in claimed}
            given[name] = min(had, key=self._age.__getitem__) if had else hash_id(self.kind, keys[0])
            claimed.add(given[name])
        for name, keys in components.items():
            for key in keys:
                self._remember(key, given[name])
        return given

    def _latest_founded(self, key: str) -> str | None:
        """The id that this key founded, if any."""
        return self._founder.get(key)

    def _note(self, key: str, entity_id: str) -> None:
        if entity_id not in self._age:
            self._age[entity_id] = len(self._age)
            self._founder.setdefault(key, entity_id)
        self._latest[key] = entity_id

    def _remember(self, key: str, entity_id: str) -> None:
        if self._latest.get(key) == entity_id or key in self._founder:
            return
        self._note(key, entity_id)
        self.new_rows.append({"kind": self.kind, "key": key, "entity_id": entity_id})
