"""Which compounds of a release its trials can be of: the issuer's and its partners', not what they are measured against.

The finders of one release ask for it sentence by sentence; the answer is kept for the release that is being read.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from ingest.extract.document import Document
from ingest.extract.findings import OWNED, Found
from ingest.extract.frames import Frame
from ingest.extract.openings import Letters

_HARD_WITH = re.compile(
    r"(?:in combination with|combined with|combination with|\bplus|\+|\balongside|on top of|added to"
    r"|add-on to|adjunct(?:ive)? to|together with|co-administered with"
    r"|followed by)\s+(?:[\w®™’'-]+\s+){0,4}?\(?$",
    re.IGNORECASE,
)
_VERSUS = re.compile(
    r"(?:compar(?:ed|ing|ison)\s(?:to|with|against)|\bversus|\bvs\.?|superior to|non-?inferior to|superiority (?:to|over)|relative to"
    r"|head-to-head (?:against|with))\s(?:[\w®™’'-]+\s){0,3}?\(?$",
    re.IGNORECASE,
)
_IN_VERSUS = Letters("compar", "versus", "vs", "superior", "inferior", "relative to", "head-to-head")
_IN_WITH = Letters(
    "combination", "combined with", "plus", "+", "alongside", "on top of", "added to", "add-on to", "adjunct",
    "together with", "co-administered with", "followed by",
)  # fmt: skip
_AHEAD = 60
_Roles = tuple[tuple[str, str], ...]  # (ref, role) of each compound of a release


@lru_cache(maxsize=2)
def set_against(doc: Document) -> frozenset[str]:
    """Compounds that mostly stand behind 'compared with' or 'versus': what others are measured against."""
    places: Counter[str] = Counter()
    against: Counter[str] = Counter()
    for mention in doc.of_kind("compound"):
        if mention.ref:
            places[mention.ref] += 1
            start = max(0, mention.char_start - 70)
            if _IN_VERSUS.stand_in(doc.text, start, mention.char_start):
                against[mention.ref] += bool(_VERSUS.search(doc.text, start, mention.char_start))
    return frozenset(ref for ref, count in places.items() if against[ref] * 2 >= count)


def is_given_with(text: str, at: int, reach: int = _AHEAD) -> bool:
    """True when the words right ahead say that what is named here is given together with something else."""
    start = max(0, at - reach)
    return _IN_WITH.stand_in(text, start, at) and _HARD_WITH.search(text, start, at) is not None


def owned_compounds(found: Found, doc: Document) -> frozenset[str]:
    """The compounds whose trials a release tells: the issuer's and its partners'; where it has none, all but comparators."""
    return _owned(doc, _roles(found))


@lru_cache(maxsize=2)
def _owned(doc: Document, roles: _Roles) -> frozenset[str]:
    owned = frozenset(ref for ref, role in roles if role in OWNED)
    owned = owned - set_against(doc) or owned
    if owned:
        return owned
    plain = frozenset(ref for ref, role in roles if role != "comparator")
    return plain - _only_added(doc, roles) if plain else frozenset(ref for ref, _ in roles)


def only_added(doc: Document, found: Found) -> frozenset[str]:
    """Combination partners that mostly stand behind 'together with': what they are added to owns the trial, known or not."""
    return _only_added(doc, _roles(found))


def _roles(found: Found) -> _Roles:
    return tuple((entry.ref, entry.role) for entry in found.compounds.by_ref.values())


@lru_cache(maxsize=2)
def _only_added(doc: Document, roles: _Roles) -> frozenset[str]:
    added: dict[str, list[bool]] = {}
    combined = {ref for ref, role in roles if role == "combination"}
    for m in doc.of_kind("compound"):
        if m.ref in combined:
            added.setdefault(str(m.ref), []).append(is_given_with(doc.text, m.char_start))
    return frozenset(ref for ref, places in added.items() if sum(places) * 2 >= len(places))


def owner_of_phase(frame: Frame, frames: list[Frame]) -> str | None:
    """'The Phase 2b trial' with no compound beside it is that of the one compound of which a sentence told such a trial."""
    anchor = frame.anchor
    if not anchor.phase or anchor.name or anchor.is_indefinite or anchor.is_plural or anchor.item:
        return None
    label = (anchor.phase_label or "").lower()
    told = [f for f in frames if f.anchor.phase == anchor.phase and f.linked_by == "sentence"]
    owners = {f.compound_ref for f in told if f.sentence.index < frame.sentence.index}
    exact = {f.compound_ref for f in told if (f.anchor.phase_label or "").lower() == label}
    owners = owners & exact or owners
    return next(iter(owners)) if len(owners) == 1 and frame.compound_ref not in {f.compound_ref for f in told} else None
