"""Signs of agreements that other companies have with each other: a rival that buys, a licensee with its own supplier.

Belongs here: whose deal a sentence tells when neither the issuer nor its medicine stands in it. Who is a party is parties.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ingest.extract.document import Document
from ingest.extract.parties_masked import MaskedSentence
from ingest.extract.rulebook import read_table

_LEAD = 3
_OUR = re.compile(r"\b[Oo]ur\b|⟨I⟩")


@cache
def _acts() -> re.Pattern[str]:
    return re.compile(str(read_table("parties")["acts"]), re.IGNORECASE)


@cache
def _rivals() -> re.Pattern[str]:
    return re.compile(str(read_table("parties")["rivals"]), re.IGNORECASE)


def deals_of_others(
    doc: Document, masked: MaskedSentence, issuer_ref: str | None, bought: Iterable[str | None]
) -> frozenset[str | None]:
    """Refs of the companies with which another company, told to act in the sentence, has a deal of its own.

    With an issuer: sentences below the lead in which neither it nor a medicine stands, or a rival of the medicine; a
    company that the issuer buys brings its agreements along (``bought``). Without: who acts is in no headline or lead.
    """
    if masked.sentence.index < _LEAD or _OUR.search(masked.words):
        return frozenset()
    known = set(bought) if issuer_ref else _told_about(doc)
    if not issuer_ref and not known:
        return frozenset()
    acts = list(_rivals().finditer(masked.words))
    if not (issuer_ref and masked.compounds):  # 'Acme licensed ⟨the medicine⟩ to Betamed' may be the partner's deal
        acts += _acts().finditer(masked.words)
    others: set[str | None] = set()
    for act in acts:
        actor = masked.companies[int(next(number for number in act.groups() if number))].ref
        if actor in known:
            continue
        behind = re.findall(r"⟨C(\d+)⟩", masked.words[act.end() : _end_of(masked.words, act.end())])
        others |= {masked.companies[int(number)].ref for number in behind} - {actor}
    return frozenset(others - known)


def _end_of(words: str, at: int) -> int:
    stop = re.compile(r"[.;]").search(words, at)
    return stop.start() if stop else len(words)


def _told_about(doc: Document) -> set[str | None]:
    """The companies of the headline and, where it names some, of the lead."""
    told: set[str | None] = set()
    for sentence in doc.sentences[:_LEAD]:
        named = {m.ref for m in doc.mentions_in(sentence, "company")}
        if sentence.section == "headline" and not named:
            return set()
        told |= named
    return told
