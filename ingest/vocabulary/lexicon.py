"""The lexicons in memory, and the same as plain data, which can be kept and read back in a tenth of a second."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping, Set
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, Literal

from ingest.vocabulary.terms import term_key

_REMEMBERED = 20_000
Begun = tuple[int, Set[str]]
"""The widths and the second tokens of the terms that begin with one token."""
_NO_SECONDS: frozenset[str] = frozenset()
TermKind = Literal["code", "inn", "brand", "name", "symbol", "alias", "full"]


@dataclass(frozen=True, slots=True)
class TermHit:
    """What one term means: the entity's key, how the term names it, and (curated only) its exact spelling."""

    key: str
    kind: TermKind


@dataclass(frozen=True, slots=True)
class Entity:
    """What the vocabulary knows of one thing. ``names`` holds every name, the main one first."""

    key: str
    name: str
    names: tuple[str, ...]
    codes: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    mesh_id: str | None = None
    parent_key: str | None = None
    therapeutic_area: str | None = None
    ticker: str | None = None
    exchange: str | None = None
    modality: str | None = None
    abbreviations: tuple[str, ...] = ()  # curated, in the letters as printed


@dataclass(slots=True)
class Lexicon:
    """The terms of one kind of thing.

    ``widths`` gives, for the first token of any term, the token counts of the terms that begin with it: bit n is set
    when one has n tokens. ``seconds`` gives the second tokens of those terms.
    """

    terms: dict[str, TermHit] = field(default_factory=dict)
    widths: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, set[str]] = field(default_factory=dict)
    entities: MutableMapping[str, Entity] = field(default_factory=dict)
    abbreviations: set[str] = field(default_factory=set)  # curated, in the letters as printed
    _begun: dict[str, Begun] = field(
        default_factory=dict, repr=False, compare=False
    )  # tokens of late that begin a term
    _idle: set[str] = field(default_factory=set, repr=False, compare=False)  # and those that begin none

    def add_term(self, term: str, hit: TermHit, replace: bool = False) -> None:
        """Adds a term key; the first to claim it keeps it unless ``replace``."""
        if not term or (term in self.terms and not replace):
            return
        self.terms[term] = hit
        first, _, rest = term.partition(" ")
        self.widths[first] = self.widths.get(first, 0) | 2 << term.count(" ")

        if rest:
            self.seconds.setdefault(first, set()).add(rest.partition(" ")[0])

    def begun_by(self, tokens: Set[str]) -> dict[str, Begun]:
        """Those of the tokens that begin a term, with what begins so; most were asked for before, in a smaller table."""
        begun, idle = self._begun, self._idle
        if len(idle) > _REMEMBERED:
            idle.clear()
            begun.clear()
        asked = tokens - idle
        found = {token: begun[token] for token in asked if token in begun}
        for token in asked - found.keys():
            if width := self.widths.get(token):
                found[token] = begun[token] = width, self.seconds.get(token, _NO_SECONDS)
            else:
                idle.add(token)
        return found

    def lookup(self, name: str) -> TermHit | None:
        """What a printed name means, case aside; None when unknown."""
        return self.terms.get(term_key(name))

    def entity(self, key: str) -> Entity | None:
        """What is known of a key."""
        return self.entities.get(key)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All lexicons. ``words`` are everyday words (lower case) that no brand may be read from."""

    compounds: Lexicon
    targets: Lexicon
    diseases: Lexicon
    companies: Lexicon
    words: frozenset[str]


_KINDS = ("compounds", "targets", "diseases", "companies")
_FIELDS = attrgetter(*(entry.name for entry in fields(Entity)))


def as_plain(vocabulary: Vocabulary) -> dict[str, Any]:
    """Tuples, dictionaries and strings that hold the whole vocabulary; a hit that many terms share stands there once."""
    plain: dict[str, Any] = {"words": vocabulary.words}
    for kind in _KINDS:
        lexicon: Lexicon = getattr(vocabulary, kind)
        hits = {hit: number for number, hit in enumerate(dict.fromkeys(lexicon.terms.values()))}
        plain[kind] = (
            [(hit.key, hit.kind) for hit in hits],
            list(lexicon.terms),
            [hits[hit] for hit in lexicon.terms.values()],
            lexicon.widths,
            lexicon.seconds,
            {key: _FIELDS(entity) for key, entity in lexicon.entities.items()},
            lexicon.abbreviations,
        )
    return plain


def from_plain(plain: dict[str, Any]) -> Vocabulary:
    """The vocabulary that ``as_plain`` was given."""
    lexicons = {}
    for kind in _KINDS:
        hits, terms, numbers, widths, seconds, entities, abbreviations = plain[kind]
        made = [TermHit(key, how) for key, how in hits]
        meant = dict(zip(terms, map(made.__getitem__, numbers), strict=True))
        lexicons[kind] = Lexicon(meant, widths, seconds, _Made(entities), abbreviations)
    return Vocabulary(**lexicons, words=plain["words"])


class _Made(MutableMapping[str, Entity]):
    """Entities that are made when they are asked for: one release asks for few of them."""

    def __init__(self, plain: dict[str, tuple[Any, ...]]) -> None:
        self._plain = plain
        self._made: dict[str, Entity] = {}

    def __getitem__(self, key: str) -> Entity:
        if key not in self._made:
            self._made[key] = Entity(*self._plain[key])
        return self._made[key]

    def __setitem__(self, key: str, entity: Entity) -> None:
        self._plain[key], self._made[key] = _FIELDS(entity), entity

    def __delitem__(self, key: str) -> None:
        del self._plain[key]
        self._made.pop(key, None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._plain)

    def __len__(self) -> int:
        return len(self._plain)
