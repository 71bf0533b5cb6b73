"""'The compound', 'our lead candidate': words that mean the one compound a release is about; 'the lupus program': that for lupus."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ingest.extract.document import Document, Mention, SentenceSpan
from ingest.extract.findings import OWNED, Found
from ingest.extract.openings import Openings
from ingest.extract.starts import lowered
from ingest.records import Role

_WORDS = re.compile(
    r"\b(?:the|this|its|our)\s+(?:(?:lead|investigational|novel|study|product|drug|vaccine|therapeutic|experimental|new|clinical|oral)\s+){0,3}"
    r"(?:compound|candidate|drug|product|(?:therapy|treatment)(?! (?:of|for|with|options?|landscape|arms?|groups?|paradigm)\b)|medicine|"
    r"molecule|vaccine|agent)\b(?!\s+(?:candidates|development|discovery|class|product|interaction|label|delivery"
    r"|applications?|submissions?|master\s+files?|evaluation|administration|price|pricing|supply))",
    re.I,
)
_HEADS = (
    "lead investigational novel study product drug vaccine therapeutic experimental new clinical oral compound candidate"
    " therapy treatment medicine molecule agent"
)
_OPENED = Openings(
    [
        (
            _WORDS,
            (
                f"{the}{blank}{head}"
                for the in ("the", "this", "its", "our")
                for blank in " \n\u00a0"
                for head in _HEADS.split()
            ),
        )
    ]
)
_NAMED = re.compile(r"\s[A-Z][a-z]*-?\w*(?:[a-z]{4}|\d)(?:\s[a-z]|[,;.)])")


def find_anaphora(doc: Document, roles: Mapping[str, Role], mentions: list[Mention]) -> tuple[Mention, ...]:
    """Mentions with value 'anaphora', only in a release with exactly one subject, after that subject was named."""
    subjects = [ref for ref, role in roles.items() if role == "subject"]
    if len(subjects) != 1:
        return ()
    ref = subjects[0]
    first = min((m.char_start for m in mentions if m.ref == ref), default=None)
    if first is None:
        return ()
    found = []
    named = {m.char_start for m in mentions if m.ref != ref}
    for match in _OPENED.find(doc.text, lowered(doc.text)):
        if (
            match.start() < first
            or _NAMED.match(doc.text, match.end())
            or not named.isdisjoint(range(match.end() + 1, match.end() + 4))
        ):
            continue  # 'its experimental drug Zolarin': the name says which
        found.append(Mention(match.start(), match.end(), "compound", match.group(), None, ref, "anaphora"))
    return tuple(found)


_PROGRAM = re.compile(
    r"\s(?:(?:development|clinical|lead|drug|treatment) )?(?:program(?:me)?|franchise|candidate|asset|project|drug|medicine"
    r"|vaccine|therapy|antibody)\b"
    r"(?!\s(?:candidate|development|discovery|designation|product|trial|study|area|class|market|pipeline|platform|space|resistan\w+))"
)
_FOR = re.compile(
    r"(?:\s?\([^()]{1,60}\)|[®™])*(?:,|\sis|\sare)?(?:\s(?!and\b|or\b|but\b)[^\s.;:]+){0,8}?\s(?:for|in|treats?|treating|against|of)(?:\s(?!and\b|or\b)[^\s.;:]+){0,4}\s?\(?$",
    re.IGNORECASE,
)
_CANDIDATE = re.compile(
    r"\s(?:[\w-]+ ){0,2}?(?:candidate|drug|medicine|program(?:me)?|treatment|therapy|vaccine|antibody|asset),?\s\(?$"
)
_AND = re.compile(r"(?:\s?\([^()]{1,40}\))?(?:,\s|,?\s(?:and|or|as well as)\s)(?:[a-z-]+\s){0,2}")
_NAME_NEAR = 40


def find_programs(doc: Document, found: Found) -> tuple[Mention, ...]:
    """'The cystic fibrosis program' in a release of several medicines: the only one of them that is told to be for it."""
    places = [m for m in doc.of_kind("indication") if _PROGRAM.match(doc.text, m.char_end)]
    of_disease = told_for(doc, found) if places else {}
    meant = []
    for place in places:
        refs = of_disease.get(disease_key(found, place.ref), set())
        head = _PROGRAM.match(doc.text, place.char_end)
        if head is None or len(refs) != 1 or doc.mentions_between(place.char_end, head.end() + _NAME_NEAR, "compound"):
            continue
        meant.append(
            Mention(
                place.char_end + 1, head.end(), "compound", head.group().strip(), None, next(iter(refs)), "anaphora"
            )
        )
    return tuple(meant)


def disease_key(found: Found, ref: str | None) -> str:
    """What joins a disease with its subtypes."""
    return found.indications.keys.get(str(ref)) or str(ref)


def told_for(doc: Document, found: Found) -> dict[str, set[str]]:
    """Each disease with the medicines that are told to be for it; nothing when there is but one medicine to speak of."""
    owned = frozenset(e.ref for e in found.compounds.by_ref.values() if e.role in OWNED)
    of_disease: dict[str, set[str]] = {}
    if len(owned) > 1:
        for disease, ref in _pairs(doc, owned):
            of_disease.setdefault(disease_key(found, disease.ref), set()).add(ref)
    return of_disease


@lru_cache(maxsize=2)
def _pairs(doc: Document, owned: frozenset[str]) -> tuple[tuple[Mention, str], ...]:
    return tuple(_told_pairs(doc, owned))


def _told_pairs(doc: Document, owned: frozenset[str]) -> Iterator[tuple[Mention, str]]:
    """Each disease with an owned compound that the same words tell to be for it: 'X for lupus', 'lupus candidate X'."""
    for sentence in doc.sentences:
        diseases = doc.mentions_in(sentence, "indication")
        named = doc.mentions_in(sentence, "compound")
        if diseases and named:
            yield from _in_sentence(doc, sentence, named, diseases, owned)


def _in_sentence(
    doc: Document, sentence: SentenceSpan, named: list[Mention], diseases: list[Mention], owned: frozenset[str]
) -> Iterator[tuple[Mention, str]]:
    ends = [m.char_start for m in named[1:]] + [sentence.char_end]
    for mention, end in zip(named, ends, strict=True):
        if mention.ref not in owned:
            continue
        last = -1  # where the disease ends that the list goes on from
        for disease in diseases:
            ahead, behind = disease.char_end < mention.char_start, mention.char_end <= disease.char_start < end
            is_next = last > 0 and bool(_AND.fullmatch(doc.text, last, disease.char_start))
            if is_next or (behind and _FOR.fullmatch(doc.text, mention.char_end, disease.char_start)):
                last = disease.char_end
            if last == disease.char_end or (
                ahead and _CANDIDATE.fullmatch(doc.text, disease.char_end, mention.char_start)
            ):
                yield disease, str(mention.ref)
