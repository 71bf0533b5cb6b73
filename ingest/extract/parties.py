"""Who is a party to an agreement, sentence by sentence: the rules of rules/parties.yaml on masked sentences.

Belongs here: hits (which company, by which rule, in which sentence). What a release as a whole says of an agreement
(type, new or standing, money) is collaborations.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ingest.extract.anchors import Anchored
from ingest.extract.context import in_scope
from ingest.extract.document import Document, Mention
from ingest.extract.parties_masked import MaskedSentence, mask_sentence
from ingest.extract.parties_others import deals_of_others
from ingest.extract.rulebook import Rule, read_rules, read_table

_MARK = re.compile(r"⟨C(\d+)⟩")


@dataclass(frozen=True, slots=True)
class PartyHit:
    """One sign in one sentence that a company is a party. ``kind`` is the type that the rule itself tells, or None."""

    company: Mention
    rule: Rule
    masked: MaskedSentence
    char_in_words: int  # where in masked.words the rule's match begins
    match_words: str

    @property
    def kind(self) -> str | None:
        """The collaboration type that the rule implies, or None."""
        value = self.rule.data.get("type") or self.rule.data.get("type_of", {}).get(self.company.value)
        return str(value) if value else None


@cache
def party_rules() -> tuple[tuple[Rule, tuple[str, ...]], ...]:
    """The rules in order, each with its anchors: a sentence without any of them is not tried."""
    words = {f"{{{key}}}": str(value) for key, value in read_table("parties")["words"].items()}
    return tuple(
        (rule, tuple(str(a).lower() for a in rule.data.get("anchor", []))) for rule in read_rules("parties", words)
    )


@cache
def _anchored() -> Anchored[Rule]:
    return Anchored(party_rules())


@cache
def _investors() -> re.Pattern[str]:
    return re.compile(str(read_table("parties")["investors"]))


@cache
def _denials() -> re.Pattern[str]:
    return re.compile(str(read_table("parties")["skip_sentences"]), re.IGNORECASE)


def find_parties(doc: Document, issuer_ref: str | None) -> list[PartyHit]:
    """All hits of a release in text order, without those of companies that the text denies everywhere."""
    hits: list[PartyHit] = []
    denied_refs: set[str | None] = set()
    for sentence in in_scope(doc):
        if all(mention.ref == issuer_ref for mention in doc.mentions_in(sentence, "company")):
            continue  # nobody is named there but the issuer
        masked = mask_sentence(doc, sentence, issuer_ref)
        if not masked.companies:
            continue
        found, everywhere = match_parties(masked, issuer_ref is not None)
        if (found or everywhere) and not _denials().search(masked.words):
            hits.extend(found)
            denied_refs |= {masked.companies[number].ref for number in everywhere}
    hits = [hit for hit in hits if hit.company.ref not in denied_refs and not _only_invests(hit)]
    return _without_deals_of_others(doc, hits, issuer_ref)


def _without_deals_of_others(doc: Document, hits: list[PartyHit], issuer_ref: str | None) -> list[PartyHit]:
    """The hits without those of sentences that tell what two other companies have with each other."""
    bought = {hit.company.ref for hit in hits if hit.kind == "acquisition" and "⟨I⟩" in hit.masked.words}
    others: dict[int, frozenset[str | None]] = {}
    for hit in hits:
        index = hit.masked.sentence.index
        if index not in others:
            others[index] = deals_of_others(doc, hit.masked, issuer_ref, bought)
    return [
        hit
        for hit in hits
        if hit.company.ref not in others[hit.masked.sentence.index] or hit.rule.data.get("calls_partner")
    ]


def _only_invests(hit: PartyHit) -> bool:
    """True for a fund or a bank that does not buy the company."""
    return hit.kind != "acquisition" and bool(_investors().search(hit.company.text))


def match_parties(masked: MaskedSentence, has_issuer: bool = True) -> tuple[list[PartyHit], set[int]]:
    """(the hits of one masked sentence, numbers of the companies that are denied throughout the release)."""
    denied: set[int] = set()
    everywhere: set[int] = set()
    found: list[tuple[int, PartyHit]] = []
    for rule in _anchored().standing_in(masked.words.lower()):
        if rule.data.get("beside_issuer") and not has_issuer:
            continue
        for match in rule.regex.finditer(masked.words):
            numbers = {
                int(n) for name in ("P", "Q", "R", "S") for n in _MARK.findall(match.groupdict().get(name) or "")
            }
            if rule.data.get("denies"):
                denied |= numbers
                everywhere |= numbers if rule.data.get("everywhere") else set()
                continue
            for number in sorted(numbers):
                found.append((number, PartyHit(masked.companies[number], rule, masked, match.start(), match.group())))
    return [hit for number, hit in found if number not in denied], everywhere
