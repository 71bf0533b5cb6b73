"""The decisions on one kind of thing, in the keys that joining works with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ingest.resolve.decisions import Decision
from ingest.vocabulary.vocabulary import Lexicon


@dataclass(frozen=True, slots=True)
class Rulings:
    """Pairs of keys to merge and to keep apart, and names that a person chose, by key."""

    merges: tuple[tuple[str, str], ...]
    splits: tuple[tuple[str, str], ...]
    names: dict[str, str]

    @classmethod
    def of(
        cls, kind: str, decisions: Sequence[Decision], key_of: Callable[[str], str], lexicon: Lexicon | None = None
    ) -> Rulings:
        """The rulings of one kind; a key is a vocabulary key as it stands, or a name."""

        def read(text: str) -> str:
            return text if lexicon and lexicon.entity(text) else key_of(text)

        own = [d for d in decisions if d.kind == kind]
        pairs = {
            verdict: tuple((read(d.left_key), read(d.right_key)) for d in own if d.verdict == verdict and d.right_key)
            for verdict in ("merge", "split")
        }
        named = {read(d.left_key): d.right_key for d in own if d.verdict == "rename" and d.right_key}
        return cls(pairs["merge"], pairs["split"], named)

    def name_of(self, keys: Iterable[str]) -> str | None:
        """The name that a decision gives to the thing with these keys."""
        return next((self.names[key] for key in sorted(keys) if key in self.names), None)
