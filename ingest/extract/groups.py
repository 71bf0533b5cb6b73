"""The substances of one release while their names are being joined: each group is one substance."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from ingest.extract.candidates import Candidate
from ingest.records import Modality, hash_id
from ingest.vocabulary.terms import term_key
from ingest.vocabulary.vocabulary import Vocabulary, load


@dataclass(slots=True)
class Group:
    """One substance: its names as printed (the first is primary) and what speaks for each, by term key."""

    ref: str
    names: list[str]
    places: list[Candidate]
    keys: dict[str, str | None] = field(default_factory=dict)
    basis: dict[str, str] = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)
    modality: Modality | None = None
    weight: float = 0.0  # what shape, vocabulary and the best context were worth together

    @property
    def vocabulary_keys(self) -> set[str]:
        """The vocabulary keys of its names."""
        return {key for key in self.keys.values() if key}


class Groups:
    """All substances of one release, found by any of their names."""

    def __init__(self, release_id: str) -> None:
        self._release_id = release_id
        self._by_term: dict[str, Group] = {}
        self._weak: dict[str, list[Candidate]] = {}
        self._absorbed: dict[int, int] = {}

    def add(self, best: Candidate, places: list[Candidate], rule: str, weight: float) -> None:
        """A new substance from all places of one name."""
        term = term_key(best.text)
        ref = hash_id("compound", self._release_id, term)
        names = list(dict.fromkeys([_commonest(places), *(p.text for p in places)]))
        group = Group(ref, _one_per_spelling(names), list(places), modality=best.modality, weight=weight)
        group.keys[term], group.basis[term], group.rules[term] = best.key, best.basis, rule
        self._by_term[term] = group

    def remember(self, places: list[Candidate]) -> None:
        """A candidate that was not enough alone; a name beside it may still lift it."""
        self._weak[term_key(places[0].text)] = places

    def weak(self) -> list[list[Candidate]]:
        """The places of the candidates that were not enough alone."""
        return list(self._weak.values())

    def of(self, name: str) -> Group | None:
        """The substance of a name."""
        return self._by_term.get(term_key(name))

    def entries(self) -> list[Group]:
        """All substances, each once, in the order found."""
        return list({id(group): group for group in self._by_term.values()}.values())

    def may_be_one(self, group: Group, name: str) -> bool:
        """False when the vocabulary knows the two as different substances."""
        other = self.of(name)
        if other is None or other is group:
            return True
        mine, theirs = _substances(group), _substances(other)
        return not mine or not theirs or bool(mine & theirs)

    def join(self, group: Group, name: str, rule: str, vocabulary: Vocabulary) -> None:
        """Makes a name one of a substance's names, merging the substance it already named."""
        term = term_key(name)
        other = self._by_term.get(term)
        if other is group:
            return
        if other is not None:
            if self.may_be_one(group, name):
                self._merge(group, other)
                group.rules[term] = rule
            return
        hit = vocabulary.compounds.terms.get(term)
        group.names.append(name)
        group.keys[term], group.basis[term], group.rules[term] = (hit.key if hit else None), "alias", rule
        group.places.extend(self._weak.pop(term, []))
        self._by_term[term] = group

    def absorb(self, group: Group, names: Iterable[str]) -> None:
        """The ingredients of a fixed combination are no substances of their own where they are told as such."""
        for name in names:
            other = self.of(name)
            if other is not None and other is not group:
                self._absorbed[id(other)] = self._absorbed.get(id(other), 0) + 1

    def drop_absorbed(self) -> None:
        """Leaves out what stands mostly as an ingredient of a fixed combination."""
        for group in self.entries():
            times = self._absorbed.get(id(group), 0)
            if times >= 2 or times * 3 >= len(group.places):
                for term in [t for t, g in self._by_term.items() if g is group]:
                    del self._by_term[term]

    def is_unknown_beside(self, group: Group, name: str) -> bool:
        """True when at most one of the two is known to the vocabulary: 'X or Y' of known substances is a choice."""
        other = self.of(name)
        return other is not None and not (group.vocabulary_keys and other.vocabulary_keys)

    def join_by_vocabulary(self, is_biosimilar_text: bool = False, against: Collection[str] = ()) -> None:
        """Names that the vocabulary knows as one substance are one; a biosimilar is not its reference product.

        ``against``: the refs of those that the text only sets against another ('superior to plain bupivacaine').
        """
        by_key: dict[tuple[str, bool], Group] = {}
        for group in self.entries():
            for key in sorted(group.vocabulary_keys):
                first = by_key.setdefault((key, group.ref in against), group)
                if first is not group and not (is_biosimilar_text and _is_product(first) and _is_product(group)):
                    self._merge(first, group)
                    break

    def _merge(self, group: Group, other: Group) -> None:
        group.names = _one_per_spelling([*group.names, *other.names])
        group.places += other.places
        group.weight = max(group.weight, other.weight)
        group.modality = group.modality or other.modality
        group.keys |= other.keys
        group.basis |= other.basis
        group.rules |= other.rules
        for term in [t for t, g in self._by_term.items() if g is other]:
            self._by_term[term] = group

    def surface_forms(self) -> list[str]:
        """Every name of every substance as printed."""
        return [name for group in self.entries() for name in group.names]

    def ref_of(self, name: str) -> str | None:
        """The ref of a name."""
        group = self.of(name)
        return group.ref if group else None

    def key_of(self, name: str) -> str | None:
        """The vocabulary key of a name."""
        group = self.of(name)
        return group.keys.get(term_key(name)) if group else None


def _substances(group: Group) -> set[str]:
    """The first words of the substances that its names are known as (salts of one substance share it)."""
    compounds = load().compounds
    entities = [compounds.entity(key) for key in group.vocabulary_keys if key.startswith("unii:")]
    return {entity.name.split(" ")[0].split("-")[0] for entity in entities if entity}


def _is_product(group: Group) -> bool:
    return any(basis in ("brand", "mark", "code", "shape") for basis in group.basis.values())


def _commonest(places: list[Candidate]) -> str:
    texts = [p.text for p in places]
    return max(dict.fromkeys(texts), key=texts.count)


def _one_per_spelling(names: list[str]) -> list[str]:
    return list({term_key(name): name for name in reversed(names)}.values())[::-1]
