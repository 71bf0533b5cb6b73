"""Whether one disease of a release is a broader name for another: by their words, or because the ontology says so."""

from __future__ import annotations

from functools import cache

from ingest.extract.findings import IndicationFindings
from ingest.extract.rulebook import read_table
from ingest.extract.trials_alike import disease_words
from ingest.vocabulary.vocabulary import load


def is_broader(named: IndicationFindings, one: str, other: str) -> bool:
    """True when the disease ``one`` takes in ``other`` and more: 'lung cancer' and 'nonsquamous NSCLC', 'cancer' and 'glioma'."""
    if one == other:
        return False
    (left,), (right,) = disease_words([named.full.get(one, "")]), disease_words([named.full.get(other, "")])
    if left < right or (left - _kind_words() < right - _kind_words() and left & right):
        return True
    key, narrower = named.keys.get(one, ""), named.keys.get(other, "")
    return key != narrower and not (_above(narrower) | {narrower}).isdisjoint(_covered(key))


@cache
def _above(key: str) -> frozenset[str]:
    """The keys of all diseases that a disease stands under, by the first parent of each."""
    entities = load().diseases.entities
    found: list[str] = []
    entity = entities.get(key)
    while entity and entity.parent_key and entity.parent_key not in found:
        found.append(entity.parent_key)
        entity = entities.get(entity.parent_key)
    return frozenset(found)


@cache
def _covered(key: str) -> frozenset[str]:
    return frozenset({key, *(str(other) for other in read_table("indications")["covers"].get(key, []))})


@cache
def _kind_words() -> frozenset[str]:
    return frozenset(str(word) for word in read_table("indications")["kind_words"])
