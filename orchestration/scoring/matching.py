"""When an annotated name and a name of the warehouse mean the same: compounds, companies, diseases, kinds of drug."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LEGAL_FORMS = re.compile(
    r"\b(?:incorporated|inc|corporation|corp|company|co|limited|ltd|plc|ag|sa|se|nv|bv|gmbh|llc|lp|kgaa|ab|asa|a/s|s\.a"
    r"|s\.p\.a|spa|kk|k\.k|holdings?|group|the)\b\.?",
    re.I,
)
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_SMALL_WORDS = frozenset({"the", "of", "with", "and", "or", "in", "type"})
_SHORTEST_STEM = 4
_SHARED_WORDS = 0.6

_MODALITIES = tuple(
    (modality, re.compile(pattern, re.I))
    for modality, pattern in (
        ("antibody_drug_conjugate", r"antibody[- ]drug|\badc\b|immunoconjugate"),
        ("bispecific_antibody", r"bispecific|trispecific|bite\b|t[- ]?cell engager"),
        ("cell_therapy", r"car[- ]?t|cell therap|t[- ]?cell|stem cell|nk cell|islet"),
        ("gene_therapy", r"gene therap|aav|lentivir|gene[- ]?edit|crispr"),
        ("radioligand", r"radioligand|radiopharm|radioconj"),
        ("rna", r"sirna|mrna|antisense|rnai|oligonucleotide"),
        ("vaccine", r"vaccin"),
        ("fusion_protein", r"fusion"),
        ("monoclonal_antibody", r"antibod|\bmab\b"),
        ("peptide", r"peptid"),
        ("protein", r"protein|enzyme|hormone|insulin|albumin"),
        ("small_molecule", r"small[- ]molecule|inhibitor|agonist|antagonist|\boral\b"),
    )
)
"""Free words of an annotation -> the contract's modality; the first that fits counts."""


def plain(name: str | None) -> str:
    """Small Latin letters and digits only: ``IMGN-853`` and ``imgn853`` are the same."""
    return re.sub(r"[^a-z0-9]+", "", (name or "").lower())


def is_same_company(name: str | None, others: Iterable[str | None]) -> bool:
    """Whether one of the others is the company: equal without legal form, or one is the beginning of the other."""
    wanted = _company_stem(name)
    for other in others:
        found = _company_stem(other)
        if not wanted or not found:
            continue
        if wanted == found:
            return True
        is_stem = found.startswith(wanted) or wanted.startswith(found)
        if is_stem and min(len(wanted), len(found)) >= _SHORTEST_STEM:
            return True
    return False


def is_same_disease(name: str, others: Iterable[str | None]) -> bool:
    """Whether one of the others is the disease: equal, or three of five words in common."""
    words = _words(name)
    for other in others:
        if plain(name) == plain(other):
            return True
        found = _words(other)
        if words and found and len(words & found) / len(words | found) >= _SHARED_WORDS:
            return True
    return False


def read_modality(words: str | None) -> str | None:
    """The contract's modality that the free words of an annotation mean; null when they mean none."""
    if not words:
        return None
    return next((modality for modality, pattern in _MODALITIES if pattern.search(words)), None)


def _company_stem(name: str | None) -> str:
    return plain(_LEGAL_FORMS.sub(" ", _IN_BRACKETS.sub(" ", name or "")))


def _words(name: str | None) -> set[str]:
    found = re.findall(r"[a-z0-9]+", (name or "").lower())
    return {word.rstrip("s") for word in found if word not in _SMALL_WORDS}
