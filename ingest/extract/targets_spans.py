"""Every place of a text that may name a molecular target: genes, receptors, enzymes, families, foreign proteins.

Whether a compound acts on it is decided by the words around it (targets.py); this module only finds.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ingest.extract.anchors import Anchored
from ingest.extract.document import Document, SentenceSpan
from ingest.extract.openings import Openings
from ingest.extract.rulebook import read_table
from ingest.extract.starts import lowered
from ingest.extract.tokens import Tokens
from ingest.records import name_key
from ingest.vocabulary.vocabulary import TermHit, load

_RECEPTOR = re.compile(
    r"(?:\s\([A-Z][\w-]{1,6}\))?(?P<head>\s(?:receptors?|protein)(?:\s(?:type\s\d|alpha|beta|\d[A-Z]?))?)\b"
)  # 'glucagon-like peptide-1 (GLP-1) receptor'

_ENDINGS = (
    "kinase|transferase|synthase|synthetase|reductase|protease|oxidase|hydrolase|polymerase|phosphatase|dehydrogenase"
    "|hydroxylase|esterase|peptidase|secretase|demethylase|deacetylase|helicase|sulfatase|carboxylase"
)
_ENZYME = re.compile(rf"(?<![\w-])(?:[A-Za-z0-9α-ω]{{1,12}}[-‑\s])?[a-z-]{{3,}}(?:{_ENDINGS})s?(?![\w-])")
_RECEPTORS = re.compile(
    r"(?<![\w-])(?:[A-Za-z0-9α-ω-]+\s){0,1}[A-Za-z0-9α-ω-]{3,}\s(?:receptors?|transporters?|channels?)(?:\s(?:type\s)?(?:\d[A-Z]?|alpha|beta))?(?![\w-])"
)
_SYMBOL = re.compile(
    r"(?<![\w@.])(?=[\w-]*[A-Z])(?=[\w-]*(?:\d|[A-Z][\w-]*[A-Z]))[A-Za-z][A-Za-z0-9α-ω]{1,7}(?:[-‑]\d{1,2}[A-Za-z]?)?(?![\w@])"
)
_SHAPES = Anchored(
    (
        (_ENZYME, _ENDINGS.split("|")),
        (_RECEPTORS, ("receptor", "transporter", "channel")),
        (_SYMBOL, ()),
    )
)
_UNKNOWN = re.compile(r"(?=.*[A-Z])(?=.*\d|.*[A-Z].*[A-Z])[A-Za-z0-9α-ω-‑]{3,10}")
_NOISE = re.compile(
    r"^(?:COVID|SARS|MERS|Ig[GAMED]\d?$|HIV|HBV|HCV|RSV|HPV|CAR|NCT|Phase|GMP|MVA|AAV|LNP|Tri|[A-Z]\d{3,4}[A-Z]$)",
    re.IGNORECASE,
)
_CROSS = re.compile(r"(?<![\w-])([A-Z][A-Za-z0-9-]{1,8}?|4-1BB)\s?[x×]\s?([A-Z][A-Za-z0-9-]{1,8}|4-1BB)(?!\w)")
_CROSS_SIGN = re.compile(r"[x×]\s?(?:[A-Z]|4-1BB)")
_OTHER_THING = re.compile(
    r"\)?[®™]?\s(?:technolog|platform|compounds?\b)|(?:\s\([A-Z][\w-]{1,8}\)|\))?[-‑]like\b"
)  # 'glucagon-like peptide' is no glucagon
_INHIBITORS = Openings(
    [
        (
            re.compile(r"\s(?:[Ii]nhibitors?|[Dd]egraders?)\s\(([A-Z][A-Z0-9/-]{1,7})is?\)"),
            (f"{blank}{word}" for blank in " \n\u00a0" for word in ("inhibitor", "degrader")),
        )
    ]
)
_ARTICLE = re.compile(
    r"^(?:(?:the|an?|of|and|or|to|by|with|its|their|our|both|human|selective|potent|dual|novel|oral|specific|targets?|inhibits?|blocks?|other|these|this|such|new|known|in|for|on|which|that|as|type|single|multiple|certain|mutant|activated)\s)+",
    re.IGNORECASE,
)


_NUMBERS = re.compile(
    r"(?:\s(?:isoforms?|types?|receptors?|subtypes?))?[\s/]?\d(?:(?:,\s?|/|,?\s(?:and|or)\s)\d)*(?![\w%]|\.\d)"
)


_OTHERS = frozenset({"compound", "company", "agency", "nct", "phase", "trial_name"})


@dataclass(frozen=True, slots=True)
class TargetSpan:
    """One place; ``identity`` is the vocabulary key or the name's own key."""

    char_start: int
    char_end: int
    text: str
    key: str | None
    identity: str


def find_target_spans(doc: Document, tokens: Tokens, sentences: Iterable[SentenceSpan]) -> list[TargetSpan]:
    """All spans outside of other names, in order, not overlapping; unknown names only in the given sentences."""
    text = doc.text
    taken = [(m.char_start, m.char_end) for m in doc.mentions if m.kind in _OTHERS and m.value != "anaphora"]
    diseases = [(m.char_start, m.char_end) for m in doc.of_kind("indication")]
    found: list[TargetSpan] = []
    for span in tokens.scan(load().targets):
        printed = text[span.char_start : span.char_end]
        if _is_target(printed, span.hit) and not _OTHER_THING.match(text, span.char_end):
            known = TargetSpan(span.char_start, span.char_end, printed, span.hit.key, span.hit.key)
            found += [known, *_numbered(text, known)]
    for sentence in sentences:
        found += [*_crossed(text, sentence), *_shaped(text, sentence)]
    short = {span.char_start: span for span in _abbreviated(text, found)}
    found = [*short.values(), *(span for span in found if span.char_start not in short)]
    found = [f for f in found if not any(a <= f.char_start and f.char_end <= b for a, b in diseases)]
    return _apart(found, taken)


def _crossed(text: str, sentence: SentenceSpan) -> Iterator[TargetSpan]:
    """'a BCMAxCD3 bispecific antibody' names two targets."""
    if not _CROSS_SIGN.search(text, sentence.char_start, sentence.char_end):
        return
    for match in _CROSS.finditer(text, sentence.char_start, sentence.char_end):
        hits = [load().targets.lookup(match[group]) for group in (1, 2)]
        for group, hit in zip((1, 2), hits, strict=True):
            if hit and all(hits):
                yield TargetSpan(*match.span(group), match[group], hit.key, hit.key)


def _shaped(text: str, sentence: SentenceSpan) -> Iterator[TargetSpan]:
    """What looks like a target although no vocabulary knows it: enzymes, receptors, symbols."""
    for pattern in _SHAPES.standing_in(text[sentence.char_start : sentence.char_end]):
        for match in pattern.finditer(text, sentence.char_start, sentence.char_end):
            start, end = match.span()
            lead = _ARTICLE.match(text[start:end])
            start += lead.end() if lead else 0
            printed = text[start:end]
            if _is_name(printed, is_symbol=pattern is _SYMBOL):
                yield TargetSpan(start, end, printed, None, f"name {name_key(printed)}")


def _abbreviated(text: str, found: list[TargetSpan]) -> Iterator[TargetSpan]:
    """'ABC kinase inhibitors (ABCi)' … 'X is an ABCi': the letters before the i stand for the target."""
    by_end = {span.char_end: span for span in reversed(found)}  # those of the vocabulary come first
    for match in _INHIBITORS.find(text, lowered(text)):
        span = by_end.get(match.start())
        if span:
            for other in re.finditer(rf"(?<![\w-]){re.escape(match[1])}(?=is?\b)", text):
                yield TargetSpan(*other.span(), other.group(), span.key, span.identity)


def _apart(found: list[TargetSpan], taken: list[tuple[int, int]]) -> list[TargetSpan]:
    """Known names first, then longer ones; nothing that overlaps another thing's name."""
    kept: list[TargetSpan] = []
    covered: set[int] = {place for start, end in taken for place in range(start, end)}
    for span in sorted(found, key=lambda s: (s.key is None, s.char_start, -s.char_end)):
        places = range(span.char_start, span.char_end)
        if covered.isdisjoint(places):
            covered.update(places)
            kept.append(span)
    return sorted(kept, key=lambda s: s.char_start)


def _numbered(text: str, family: TargetSpan) -> list[TargetSpan]:
    """'FGFR isoforms 1, 2 and 3' and 'JAK1/2': each number is a target of its own."""
    match = _NUMBERS.match(text, family.char_end)
    if not match:
        return []
    stem = family.text.rstrip("0123456789")
    spans = []
    for number in re.finditer(r"\d", match.group()):
        start = family.char_end + number.start()
        name = f"{stem}{number.group()}"
        hit = load().targets.lookup(name)
        if hit:
            spans.append(TargetSpan(start, start + 1, name, hit.key, hit.key))
    return spans


def _is_target(printed: str, hit: TermHit) -> bool:
    low = printed.lower()
    if (low in _not_targets() and printed not in _in_capitals()) or "\n" in printed:
        return False
    if hit.kind == "full":
        return (
            len(printed) >= 7
            or hit.key.startswith("own:")
            or any(c.isdigit() for c in printed)
            or any(c.isupper() for c in printed[1:])
        )
    entity = load().targets.entity(hit.key)
    if entity and printed in entity.abbreviations:
        return True
    capitals = sum(c.isupper() for c in printed)
    return len(printed) >= 3 and (capitals >= 2 or (capitals >= 1 and any(c.isdigit() for c in printed)))


def _is_name(printed: str, is_symbol: bool) -> bool:
    low = printed.lower()
    if len(printed) < 3 or low in _not_targets() or low.split(" ")[0] in _not_targets():
        return False
    return not is_symbol or (bool(_UNKNOWN.fullmatch(printed)) and not _NOISE.match(printed))


_JOINS = re.compile(r"(?:\s\([A-Z][\w-]{1,6}\)|\sreceptors?)*\s?(?:/|,\s(?:and\s)?|and|and/or|&|\+)\s?")
_OPENS = re.compile(r"\s?(?:®|™)?\s\(")
_BESIDE = re.compile(r"\s?(?:[x×/+&]|and)\s?")


def with_receptors(text: str, spans: list[TargetSpan]) -> list[str | None]:
    """For each span the longer name that a following 'receptor' makes of it; a list shares the one of its last."""
    longer: list[str | None] = []
    for number, span in reversed(list(enumerate(spans))):
        match = _RECEPTOR.match(text, span.char_end)
        name = f"{span.text}{match['head']}" if match else None
        if name is None and longer and _JOINS.fullmatch(text, span.char_end, spans[number + 1].char_start):
            name = f"{span.text} receptor" if " receptor" in (longer[-1] or spans[number + 1].text) else None
        longer.append(name)
    return longer[::-1]


def in_brackets(text: str, end: int, spans: list[TargetSpan]) -> Iterator[TargetSpan]:
    """The targets that stand alone in brackets, or first in them, behind a name: 'NBX-4711 (CD47xCD20, Phase 1)'."""
    opened = _OPENS.match(text, end)
    at = bisect_left(spans, opened.end(), key=lambda span: span.char_start) if opened else len(spans)
    row: list[TargetSpan] = []
    while opened and at < len(spans):
        begins = row[-1].char_end if row else opened.end()
        is_next = _BESIDE.fullmatch(text, begins, spans[at].char_start) if row else spans[at].char_start == begins
        if not is_next or not spans[at].key:
            break
        row.append(spans[at])
        at += 1
    if row and text[row[-1].char_end : row[-1].char_end + 1] in (",", ";", ")"):
        yield from row


def shorter_names(span: TargetSpan) -> list[str]:
    """Other names of the same target that stand inside the words ('spike' in 'spike protein')."""
    entity = load().targets.entity(span.key or "")
    names = [name for name in entity.names if len(name) > 1 and name != span.text] if entity else []
    return [name for name in names if name in span.text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", span.text)]


def masked(doc: Document, sentence: SentenceSpan, spans: list[TargetSpan]) -> str:
    """The sentence with each span covered by as many U+E000, so that offsets stay."""
    words = doc.sentence_text(sentence)
    for span in spans:
        start, end = span.char_start - sentence.char_start, span.char_end - sentence.char_start
        words = words[:start] + "\ue000" * (end - start) + words[end:]
    return words


@cache
def _in_capitals() -> frozenset[str]:
    return frozenset(str(word) for word in read_table("targets")["targets_in_capitals"])


@cache
def _not_targets() -> frozenset[str]:
    return frozenset(str(word).lower() for word in read_table("targets")["not_targets"])
