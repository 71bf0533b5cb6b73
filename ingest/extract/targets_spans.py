"""Every place of a text that may name a molecular target: genes, receptors, enzymes, families, foreign proteins.

Whether a compound acts on it is decided by the words around it (targets.py); this module only finds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ingest.extract.document import Document, SentenceSpan
from ingest.extract.rulebook import read_table
from ingest.extract.tokens import Tokens
from ingest.records import name_key
from ingest.vocabulary.vocabulary import TermHit, load

_RECEPTOR = re.compile(r"\s(?:receptors?|protein)(?:\s(?:type\s\d|alpha|beta|\d[A-Z]?))?\b")
_ENZYME = re.compile(
    r"(?<![\w-])(?:[A-Za-z0-9α-ω]{1,12}[-‑\s])?[a-z-]{3,}(?:kinase|transferase|synthase|synthetase|reductase|protease|oxidase|hydrolase|polymerase|phosphatase|dehydrogenase"
    r"|hydroxylase|esterase|peptidase|secretase|demethylase|deacetylase|helicase|sulfatase|carboxylase)s?(?![\w-])"
)
_RECEPTORS = re.compile(
    r"(?<![\w-])(?:[A-Za-z0-9α-ω-]+\s){0,1}[A-Za-z0-9α-ω-]{3,}\s(?:receptors?|transporters?|channels?)(?:\s(?:type\s)?(?:\d[A-Z]?|alpha|beta))?(?![\w-])"
)
_SYMBOL = re.compile(r"(?<![\w@.])(?=[\w-]*[A-Z])(?=[\w-]*(?:\d|[A-Z][\w-]*[A-Z]))[A-Za-z][A-Za-z0-9α-ω]{1,7}(?:[-‑]\d{1,2}[A-Za-z]?)?(?![\w@])")
_ARTICLE = re.compile(
    r"^(?:(?:the|an?|of|and|or|to|by|with|its|their|our|both|human|selective|potent|dual|novel|oral|specific|targets?|inhibits?|blocks?|other|these|this|such|new|known|in|for|on|which|that|as|type|single|multiple|certain|mutant|activated)\s)+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TargetSpan:
    """One place; ``identity`` is the vocabulary key or the name's own key."""

    char_start: int
    char_end: int
    text: str
    key: str | None
    identity: str


def find_target_spans(doc: Document, tokens: Tokens) -> list[TargetSpan]:
    """All spans outside of names of compounds, companies, agencies and trials, in order, not overlapping."""
    text = doc.text
    taken = [(m.char_start, m.char_end) for m in doc.mentions if m.kind in _OTHERS and m.value != "anaphora"]
    found: list[TargetSpan] = []
    for span in tokens.scan(load().targets):
        printed = text[span.char_start : span.char_end]
        if _is_target(printed, span.hit):
            found.append(TargetSpan(span.char_start, span.char_end, printed, span.hit.key, span.hit.key))
    for pattern in (_ENZYME, _RECEPTORS, _SYMBOL):
        for match in pattern.finditer(text):
            start, end = match.span()
            lead = _ARTICLE.match(text[start:end])
            start += lead.end() if lead else 0
            printed = text[start:end]
            if _is_name(printed):
                found.append(TargetSpan(start, end, printed, None, f"name {name_key(printed)}"))
    return _apart(found, taken)


_OTHERS = frozenset({"compound", "company", "agency", "nct", "phase", "trial_name", "indication"})


def _apart(found: list[TargetSpan], taken: list[tuple[int, int]]) -> list[TargetSpan]:
    """Known names first, then longer ones; nothing that overlaps another thing's name."""
    kept: list[TargetSpan] = []
    for span in sorted(found, key=lambda s: (s.char_start, s.key is None, -s.char_end)):
        if kept and span.char_start < kept[-1].char_end:
            continue
        if any(a < span.char_end and span.char_start < b for a, b in taken):
            continue
        kept.append(span)
    return kept


def _is_target(printed: str, hit: TermHit) -> bool:
    low = printed.lower()
    if low in _not_targets() or "\n" in printed:
        return False
    if hit.kind == "full":
        return len(printed) >= 8 or any(c.isdigit() for c in printed) or any(c.isupper() for c in printed[1:])
    entity = load().targets.entity(hit.key)
    if entity and printed in entity.abbreviations:
        return True
    capitals = sum(c.isupper() for c in printed)
    return len(printed) >= 3 and (capitals >= 2 or (capitals >= 1 and any(c.isdigit() for c in printed)))


def _is_name(printed: str) -> bool:
    low = printed.lower()
    return len(printed) >= 3 and low not in _not_targets() and low.split(" ")[0] not in _not_targets()


def with_receptor(text: str, span: TargetSpan) -> str | None:
    """The longer name that a following 'receptor' makes of it ('P2X3 receptor')."""
    match = _RECEPTOR.match(text, span.char_end)
    return text[span.char_start : match.end()] if match else None


def masked(doc: Document, sentence: SentenceSpan, spans: list[TargetSpan]) -> str:
    """The sentence with each span covered by as many U+E000, so that offsets stay."""
    words = doc.sentence_text(sentence)
    for span in spans:
        start, end = span.char_start - sentence.char_start, span.char_end - sentence.char_start
        words = words[:start] + "\ue000" * (end - start) + words[end:]
    return words


@cache
def _not_targets() -> frozenset[str]:
    return frozenset(str(word).lower() for word in read_table("targets")["not_targets"])
