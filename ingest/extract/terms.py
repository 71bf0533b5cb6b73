"""Money and royalty terms of a release's agreements, and the three sums that stand on the agreement's own row.

Which amount is what: terms_amounts.py; royalty rates: terms_rates.py; which agreement is meant: terms_links.py.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from ingest.extract.context import in_scope
from ingest.extract.document import Document, SentenceSpan
from ingest.extract.exchange_rates import usd_on
from ingest.extract.findings import Drafted, Quote
from ingest.extract.terms_amounts import AmountTerm, find_amounts
from ingest.extract.terms_links import AgreementLinks
from ingest.extract.terms_rates import find_royalty
from ingest.records import Bound, CollaborationMention, TermComponent, TermMention, hash_id

Deals = tuple[Drafted[CollaborationMention], ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """One term as read in one sentence, with the agreement it belongs to."""

    fact_id: str
    component: TermComponent
    amount: float | None
    currency: str | None
    bound: Bound | None
    rate: tuple[float | None, float | None]
    quote: Quote
    words: str
    is_part: bool
    confidence: float
    covers: frozenset[str] = frozenset()


def find_terms(doc: Document, deals: Deals, issuer_ref: str | None) -> tuple[Deals, tuple[Drafted[TermMention], ...]]:
    """(the agreements with their sums, the terms). An amount told twice is one term with two quotes."""
    if not deals:
        return deals, ()
    links = AgreementLinks(doc, deals, issuer_ref)
    read: list[_Read] = []
    for sentence in in_scope(doc):
        for amount in find_amounts(doc, sentence):
            fact_id = links.agreement_of(sentence, amount.mention.char_start, not amount.rule.data.get("weak"))
            if fact_id:
                read.append(_amount(doc, sentence, amount, fact_id))
        royalty = _royalty(doc, sentence, links)
        if royalty:
            read.append(royalty)
    read = _without_bare_royalties(read)
    summed = tuple(_with_sums(deal, [r for r in read if r.fact_id == _id(deal)]) for deal in deals)
    return summed, tuple(_drafts(doc, read, deals[0].record.extractor_version))


def _id(deal: Drafted[CollaborationMention]) -> str:
    return deal.record.collaboration_fact_id


def _amount(doc: Document, sentence: SentenceSpan, term: AmountTerm, fact_id: str) -> _Read:
    quote = (sentence.char_start, sentence.char_end, term.rule.id)
    start, end = _words_around(doc.text, sentence, term.mention.char_start, term.mention.char_end)
    return _Read(
        fact_id, term.component, term.money.amount, term.money.currency, term.money.bound, (None, None), quote,
        doc.text[start:end], term.is_part, 0.6 if term.rule.data.get("weak") else 0.85, term.covers,
    )  # fmt: skip


def _royalty(doc: Document, sentence: SentenceSpan, links: AgreementLinks) -> _Read | None:
    words = doc.sentence_text(sentence)
    royalty = find_royalty(words)
    if royalty is None:
        return None
    fact_id = links.agreement_of(sentence, sentence.char_start + royalty.char_start)
    if fact_id is None:
        return None
    quote = (sentence.char_start, sentence.char_end, "term/royalty")
    said = _tiered(words, royalty.char_start) + words[royalty.char_start : royalty.char_end]
    return _Read(fact_id, "royalty", None, None, None, (royalty.low, royalty.high), quote, said, False, 0.85)


def _tiered(words: str, at: int) -> str:
    before = words[max(0, at - 8) : at].lower()
    return words[at - 7 : at] if before.endswith("tiered ") else ""


def _words_around(text: str, sentence: SentenceSpan, start: int, end: int) -> tuple[int, int]:
    """The amount with some words on both sides, cut at blanks: what a person reads first."""
    left = max(sentence.char_start, start - 40)
    right = min(sentence.char_end, end + 60)
    while left > sentence.char_start and left < start and not text[left - 1].isspace():
        left += 1
    while right < sentence.char_end and right > end and not text[right].isspace():
        right -= 1
    return left, right


def _without_bare_royalties(read: list[_Read]) -> list[_Read]:
    """A royalty without rates is dropped where the same agreement has one with rates."""
    rated = {r.fact_id for r in read if r.component == "royalty" and r.rate != (None, None)}
    return [
        r
        for r in read
        if r.component != "royalty" or r.amount is not None or r.rate != (None, None) or r.fact_id not in rated
    ]


def _drafts(doc: Document, read: list[_Read], version: str) -> list[Drafted[TermMention]]:
    release = doc.release
    groups: dict[tuple[object, ...], list[_Read]] = {}
    for term in read:
        groups.setdefault((term.fact_id, term.component, term.amount, term.currency, term.rate), []).append(term)
    drafts = []
    for key, told in groups.items():
        first = told[0]
        bound = next((t.bound for t in told if t.bound not in (None, "exact")), first.bound)
        usd, fx_on = (
            usd_on(first.amount, first.currency, release.published_on)
            if first.amount is not None and first.currency
            else (None, None)
        )
        record = TermMention(
            term_fact_id=hash_id("term", release.release_id, *key),
            release_id=release.release_id,
            collaboration_fact_id=first.fact_id,
            component=first.component,
            amount=first.amount,
            currency=first.currency,
            amount_usd=usd,
            fx_on=fx_on,
            bound=bound,
            pct_low=first.rate[0],
            pct_high=first.rate[1],
            words=first.words,
            confidence=min(0.95, max(t.confidence for t in told) + 0.05 * (len(told) - 1)),
            extractor_version=version,
        )
        drafts.append(Drafted(record, tuple(dict.fromkeys(t.quote for t in told))))
    return drafts


def _with_sums(deal: Drafted[CollaborationMention], terms: list[_Read]) -> Drafted[CollaborationMention]:
    """The agreement with upfront_usd, milestones_usd and total_usd: what the text states in dollars, no conversion."""
    dollars = [t for t in terms if t.currency == "USD" and t.amount]
    whole = [t for t in dollars if not t.is_part] or dollars
    upfront = _first(whole, "upfront") or _first(whole, "near_term") or _first(dollars, "upfront")
    total = _largest(whole, "total")
    milestones = _milestones(whole) or _milestones(dollars)
    if total is None and deal.record.collaboration_type == "grant":
        total = _largest(whole, "cost_share")  # 'will provide up to ⟨amount⟩ to fund the trial'
    if upfront is None and total and milestones:
        upfront = _rest(whole, total, milestones)
    if deal.record.is_new and total is None and upfront is None and milestones is None:
        total = _largest(whole, "equity")  # a stake is all that the agreement costs
    return Drafted(
        dataclasses.replace(deal.record, upfront_usd=upfront, milestones_usd=milestones, total_usd=total), deal.quotes
    )


def _rest(terms: list[_Read], total: float, milestones: float) -> float | None:
    """A price told beside the milestones that make it the total: what is paid first."""
    paid = [t.amount for t in terms if t.component == "total" and t.amount]
    return next((p for p in paid if p < total and abs(p + milestones - total) <= 0.01 * total), None)


def _milestones(terms: list[_Read]) -> float | None:
    """The milestones as one sum: the largest amount, and those of kinds that the larger ones do not cover."""
    paid = sorted((t for t in terms if t.component.endswith("milestones")), key=lambda t: -(t.amount or 0))
    total, covered = 0.0, frozenset[str]()
    for term in paid:
        if not total or (term.covers and covered and not term.covers & covered):
            total += term.amount or 0
            covered |= term.covers
            if not term.covers:
                break
    return total or None


def _first(terms: list[_Read], component: str) -> float | None:
    return next((t.amount for t in terms if t.component == component), None)


def _largest(terms: list[_Read], component: str) -> float | None:
    return max((t.amount for t in terms if t.component == component and t.amount), default=None)
