"""Which names are compounds: shape, vocabulary and the best context of all their places must together be enough."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from ingest.extract.candidates import Candidate
from ingest.extract.contexts import context_weight, is_refused
from ingest.extract.document import Document
from ingest.extract.findings import CompanyFindings
from ingest.extract.groups import Groups
from ingest.extract.study_names import trial_names
from ingest.records import name_key
from ingest.vocabulary.terms import term_key

_ENOUGH = 2.0
_OF_THE_FAMILY = 1.5
_SURELY = 4.0
_NEARLY, _BESIDE_KNOWN = 1.5, 0.5  # a known short name in a list of sure ones is one of them
_LEGAL = re.compile(
    r"(?:,?\s(?:Inc|Ltd|Limited|Corp|Corporation|Co|Company|plc|PLC|AG|SA|SE|NV|N\.V|GmbH|LLC|Pharmaceuticals?|Pharma|Therapeutics|Biopharma|Biosciences?|Biologics|Holdings?|Bioscience|Biotech)\.?)+$"
)
_NEW = frozenset({"shape", "code", "proper", "mark"})
_IN_LIST = re.compile(r"\)?(?:®|™)?(?:\s?,\s(?:and\s)?|\s(?:and|or)\s)")
_PROTOCOL = re.compile(r"-\d{3}$")
_PREFIX = re.compile(r"[A-Za-z]{3,12}(?=[-‑]|\d)")


def accepted(doc: Document, candidates: list[Candidate], companies: CompanyFindings) -> Groups:
    """The groups of equal names that are compounds; those that are not enough are remembered for their aliases."""
    by_name: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        by_name[term_key(candidate.text)].append(candidate)
    company_words = _company_words(companies)
    trials = trial_names(doc.text, list(by_name.values())) | _protocols(by_name)
    shared = _shared_context(doc.text, candidates)
    groups = Groups(doc.release.release_id)
    weak: list[tuple[float, Candidate, list[Candidate], str]] = []
    for term, places in by_name.items():
        if name_key(places[0].text) in company_words:
            continue
        weight, best, rule = _best_place(doc, places, shared)
        if not best.key and _refused(doc.text, places):
            continue
        weight -= 2.5 if term in trials else 0.0
        if weight >= _ENOUGH:
            groups.add(best, places, rule, weight)
        else:
            weak.append((weight, best, places, rule))
    families = {prefix for group in groups.entries() if (prefix := _family_of(group.places[0]))}
    for weight, best, places, rule in weak:
        if _family_of(best) in families and weight + _OF_THE_FAMILY >= _ENOUGH and not best.key:
            groups.add(best, places, rule, _ENOUGH)
        else:
            groups.remember(places)
    return groups


def _protocols(by_name: dict[str, list[Candidate]]) -> set[str]:
    """'ABC-0616-008' beside 'ABC-0616' numbers a study of it."""
    texts = {places[0].text for places in by_name.values()}
    return {term for term, places in by_name.items() if _PROTOCOL.sub("", places[0].text) in texts - {places[0].text}}


def _company_words(companies: CompanyFindings) -> set[str]:
    """Names, tickers and short names of companies: no compound is called like one."""
    words = {name_key(name.name) for name in companies.names}
    words |= {name_key(name.ticker) for name in companies.names if name.ticker}
    return words | {name_key(_LEGAL.sub("", name.name)) for name in companies.names}


def _best_place(doc: Document, places: list[Candidate], shared: dict[int, float]) -> tuple[float, Candidate, str]:
    """(weight, place, rule) of the place that says most; a name told three times is a little more."""
    weight, best, rule = -9.0, places[0], "compound/vocabulary"
    for place in places[:12]:
        if weight >= _SURELY:
            break
        context, reason = context_weight(doc.text, place.char_start, place.char_end, bool(place.key))
        context = max(context, shared.get(place.char_start, context))
        if place.weight + context > weight:
            weight, best, rule = place.weight + context, place, reason
    return weight + (0.5 if len(places) >= 3 else 0.0), best, rule


def _family_of(place: Candidate) -> str | None:
    """The letters that a maker's code names begin with ('NBX' of NBX-4711): a name that shares them is his too."""
    match = _PREFIX.match(place.text) if place.basis in ("shape", "code") else None
    return match.group().upper() if match else None


def _shared_context(text: str, candidates: list[Candidate]) -> dict[int, float]:
    """Start of a name -> what the words around a list say: in 'A and B were well tolerated' they hold for A too."""
    shared: dict[int, float] = {}
    pairs = [
        (one, other) for one, other in pairwise(candidates) if _IN_LIST.fullmatch(text[one.char_end : other.char_start])
    ]
    for one, other in reversed(pairs):
        if _NEARLY <= one.weight < _ENOUGH <= other.weight and one.key and other.key:
            shared[one.char_start] = _BESIDE_KNOWN
        elif one.basis in _NEW:
            own = context_weight(text, other.char_start, other.char_end, bool(other.key))[0]
            shared[one.char_start] = max(own, shared.get(other.char_start, own))
    for one, other in pairs:
        if _NEARLY <= other.weight < _ENOUGH <= one.weight and one.key and other.key:
            shared[other.char_start] = max(_BESIDE_KNOWN, shared.get(other.char_start, 0.0))
        elif other.basis in _NEW and other.weight >= 0.5:
            own = context_weight(text, one.char_start, one.char_end, bool(one.key))[0]
            told = max(own, shared.get(one.char_start, own))
            shared[other.char_start] = max(told, shared.get(other.char_start, told))
    return shared


def _refused(text: str, places: list[Candidate]) -> bool:
    """True when the text says anywhere that a name which no vocabulary knows is a test, a device or a part."""
    spans = [(p.char_start, p.char_end) for p in places]
    if places[0].basis in ("mark", "proper"):
        spans = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(places[0].text)}(?!\w)", text)]
    return any(is_refused(text, start, end) for start, end in spans[:12])
