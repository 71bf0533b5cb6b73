"""Whether two lists of diseases can be those of one trial: 'lung cancer' and 'NSCLC' can, 'lung cancer' and 'glioma' not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ingest.extract.rulebook import read_table

DiseaseWords = frozenset[str]
_WORD = re.compile(r"[a-z0-9]+")
_EMPTY = frozenset({"of", "the", "with", "and", "in", "or", "type", "to", "due"})


def disease_words(names: Iterable[str]) -> frozenset[DiseaseWords]:
    """The words of each disease, plural and small words aside; a disease too broad to tell trials apart has none."""
    found = (frozenset(w.rstrip("s") for w in _WORD.findall(n.lower()) if w not in _EMPTY) for n in names)
    return frozenset(frozenset() if words <= _generic() else words for words in found)


def may_be_alike(one: Iterable[DiseaseWords], other: Iterable[DiseaseWords]) -> bool:
    """True unless both lists name diseases and none of the one is one of the other."""
    left, right = list(one), list(other)
    return not left or not right or any(a <= b or b <= a for a in left for b in right)


def are_alike(one: Iterable[DiseaseWords], other: Iterable[DiseaseWords]) -> bool:
    """True when both lists name a disease and share one."""
    right = list(other)
    return any((a <= b or b <= a) for a in one if a for b in right if b)


@cache
def _generic() -> frozenset[str]:
    return frozenset(str(word).rstrip("s") for word in read_table("trials")["generic_diseases"])
