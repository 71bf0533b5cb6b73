"""The words around a party that tell what an agreement is, and the patterns of rules/collaborations.yaml that read them."""

from __future__ import annotations

import re
from functools import cache

from ingest.extract.parties import PartyHit
from ingest.extract.rulebook import read_table

LEAD_SENTENCES = 5
NEWS_SENTENCES = 14
BEHIND = 20
_AROUND = 70
_TOLD_OF_ANOTHER = re.compile(
    r".*⟨C\d+⟩[^⟨]*?(?=,? (?:and|while|but) (?:[a-z]+(?:s|ed|ing) |$))"
)  # 'from ⟨C⟩ and makes it'
_NEXT_CLAUSE = re.compile(
    r";|[.][\"”]|,? (?:in addition to|as well as) (?:[\w-]+ ){0,4}(?:relationships?|collaborations?|partnerships?|agreements?)\b"
    r"|,? and (?:an? |its )(?:[\w-]+ ){0,3}(?:collaboration|partnership|alliance|agreement)\b"
    r"|,? (?:which (?:is|was) |is |was )?(?:partly |co-)?(?:funded|supported|sponsored|financed)(?: in part)?"
    r" (?:by|through|with) (?=(?:an? |the )?(?:[\w-]+ ){0,4}(?:grants?|awards?|⟨C))"
    r"| and (?:licen|has|have|is|are|will|also|funded|supported|sponsored|uses)"
)


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The pattern of this name in rules/collaborations.yaml."""
    return re.compile(str(read_table("collaborations")[name]), re.IGNORECASE)


def words_near(hit: PartyHit, after: int = BEHIND) -> str:
    """The words of a hit with some before it and ``after`` behind it, no further than the clause."""
    words, at = hit.masked.words, hit.char_in_words
    end = at + len(hit.match_words)
    behind = words[end : end + max(int(hit.rule.data.get("after", after)), after)]
    if after <= BEHIND and "after" not in hit.rule.data:
        behind = _NEXT_CLAUSE.split(behind, maxsplit=1)[0]
    before = words[max(0, at - _AROUND) : at]
    told = _TOLD_OF_ANOTHER.match(before)
    return before[told.end() if told else 0 :] + words[at:end] + behind


def clause_of(hit: PartyHit) -> str:
    """The part of the sentence that the hit stands in."""
    words, start = hit.masked.words, 0
    for stop in _NEXT_CLAUSE.finditer(words):
        if stop.start() >= hit.char_in_words + len(hit.match_words):
            return words[start : stop.start()]
        if stop.end() <= hit.char_in_words:
            start = stop.start()
    return words[start:]


def only_announces(hits: list[PartyHit]) -> bool:
    """True for a company that announces a grant beside the issuer: it receives, and does not give."""
    return all(hit.rule.id.startswith("party/pair_announces") for hit in hits)


def speaks_beside_the_issuer(hit: PartyHit) -> bool:
    """True for the second company of 'Acme and Betamed announce an agreement with Cyclomed': it has one already."""
    if not hit.rule.id.startswith("party/pair_announces"):
        return False
    third = pattern("with_a_third").search(hit.masked.words, hit.char_in_words + len(hit.match_words))
    return third is not None and hit.masked.companies[int(third.group("C"))].ref != hit.company.ref


def is_lead(index: int, words: str) -> bool:
    """True for a sentence at the top of a release, and further down for one that surely announces an agreement."""
    return index < LEAD_SENTENCES or (index < NEWS_SENTENCES and bool(pattern("sure_announces").search(words)))


@cache
def compiled(words: str) -> re.Pattern[str]:
    """A pattern of an entry of a table."""
    return re.compile(words, re.IGNORECASE)
