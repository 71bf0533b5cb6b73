"""A sentence with its names replaced by marks, so that rules speak of parties and not of spellings.

'Acme (NASDAQ: ACM) licensed drugomab from Betamed, Inc.' becomes '⟨I⟩ licensed ⟨D0⟩ from ⟨C1⟩': I the issuer (also 'the
Company' and 'we'), C another company, university or agency, D a compound; the number is the place in ``companies`` or
``compounds``. Brackets behind a name and trade marks are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ingest.extract.companies_words import company_words
from ingest.extract.document import Document, Mention, SentenceSpan

_BEHIND = re.compile(
    r"(?:\s?(?:®|™|\(R\)|\(TM\)|℠|\*+))*(?:,?\s?[(\[][^()\[\]]{0,200}(?:\([^()]{0,60}\)[^()\[\]]{0,80})?[)\]]){0,2}(?:®|™)?"
)
_SELF = re.compile(
    r"\b(?:[Tt]he Company|the company)\b(?! that| which|-)|(?<![\w“\"])(?:[Ww]e|[Oo]ur company|us)\b(?!\.[A-Z])"
)
_SPACE = re.compile(r"\s(?:\s+|(?<! ))")  # all but a single blank
_LOST = re.compile(r" ([,;])")  # where an aggregator deleted a bracket
_POINTED = re.compile(r"\.\S")
_MAY_BE_DESCRIBED = re.compile(r"(?:[’']s|-based|held|company|maker|biotech|biotechnology|firm|group) ⟨C")
_INNER_POINT = re.compile(r"(?<=\d)\.(?=\d)|\b[UE]\.(?:[SKU]\.)(?:A\.)?")  # '7.4', 'U.S.': no sentence ends there


@cache
def _described() -> re.Pattern[str]:
    """What a writer puts before a name ('Japan’s ', 'Tokyo-based drugmaker ')."""
    places = "|".join(sorted(company_words().places, key=lambda name: (-len(name), name)))
    trade = r"(?:(?:bio)?pharmaceutical company|drug ?maker|biotech(?:nology)?(?: company| firm)?|company|firm|group) "
    return re.compile(
        rf"\b(?:(?:{places})[’']s (?:{trade})?|[A-Z]\w+-based (?:{trade})?|privately[- ]held |(?:{places}) {trade})(?=⟨C)"
    )


@dataclass(frozen=True, slots=True)
class MaskedSentence:
    """One sentence in marks. ``companies`` and ``compounds`` hold the mentions that the numbers point to."""

    sentence: SentenceSpan
    words: str
    companies: tuple[Mention, ...]
    compounds: tuple[Mention, ...]


@cache
def _place() -> re.Pattern[str]:
    """Where an institution stands ('University of Basel, Switzerland, and')."""
    places = "|".join(sorted(company_words().places, key=lambda name: (-len(name), name)))
    return re.compile(rf", (?:{places})(?=[,;.]| and\b)")


def mask_sentence(doc: Document, sentence: SentenceSpan, issuer_ref: str | None) -> MaskedSentence:
    """The masked form of a sentence; names that stand for the issuer become ⟨I⟩."""
    companies = doc.mentions_in(sentence, "company")
    compounds = [
        m
        for m in doc.mentions_in(sentence, "compound")
        if not any(c.char_start < m.char_end and m.char_start < c.char_end for c in companies)
    ]
    pieces: list[str] = []
    at = sentence.char_start
    others: list[Mention] = []
    drugs: list[Mention] = []
    for mention in sorted([*companies, *compounds]):
        if mention.char_start < at:
            continue
        pieces.append(_with_self(doc.text[at : mention.char_start], issuer_ref))
        if mention.kind == "compound":
            pieces.append(f"⟨D{len(drugs)}⟩")
            drugs.append(mention)
        elif mention.ref == issuer_ref:
            pieces.append("⟨I⟩")
        else:
            pieces.append(f"⟨C{len(others)}⟩")
            others.append(mention)
        at = mention.char_end
        behind = _BEHIND.match(doc.text, at, sentence.char_end)
        if behind and not any(at <= m.char_start < behind.end() for m in compounds):
            at = behind.end()
        place = _place().match(doc.text, at, sentence.char_end)
        at = place.end() if place else at
    pieces.append(_with_self(doc.text[at : sentence.char_end], issuer_ref))
    words = _LOST.sub(r"\1", _SPACE.sub(" ", "".join(pieces)))
    if "⟨C" in words:
        words = _INNER_POINT.sub(_without_points, words) if _POINTED.search(words) else words
        words = _described().sub("", words) if _MAY_BE_DESCRIBED.search(words) else words
    return MaskedSentence(sentence, words, tuple(others), tuple(drugs))


def _without_points(match: re.Match[str]) -> str:
    """'·' for the point of a number, 'US' for 'U.S.': the rules take a point for the end of a clause."""
    return "·" if match.group() == "." else match.group().replace(".", "")


def _with_self(words: str, issuer_ref: str | None) -> str:
    return _SELF.sub("⟨I⟩", words) if issuer_ref else words
