"""Companies, universities and agencies of a release: their names, where each is named, and which one speaks.

Called first, before compounds. Whether a company is a party to anything is decided in parties.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.companies_context import find_captured
from ingest.extract.companies_groups import CompanyGroup, base_of, group_spans
from ingest.extract.companies_spans import find_spans
from ingest.extract.companies_words import CompanySpan, company_words
from ingest.extract.document import Document, Mention
from ingest.extract.findings import CompanyFindings
from ingest.extract.tokens import Tokens
from ingest.records import CompanyName, hash_id, name_key
from ingest.vocabulary.terms import term_key
from ingest.vocabulary.vocabulary import load

_LEAD = 4000
_BLANKS = re.compile(r"\s+")


def find_companies(doc: Document, tokens: Tokens) -> CompanyFindings:
    """``CompanyFindings(names, mentions of kind 'company' with ref, issuer_ref)``.

    A mention's ``key`` is the vocabulary key or None, its ``value`` the kind: company, university, agency, foundation.
    """
    text = doc.text
    spans = find_spans(text, tokens)
    spans = _with(spans, _issuer_spans(doc, spans))
    spans = _with(spans, find_captured(text, spans))
    groups = group_spans(text, spans)
    _join_shortened(groups)
    _join_prefixes(groups)
    issuer = _issuer(doc, groups)
    names: list[CompanyName] = []
    mentions: list[Mention] = []
    issuer_ref = None
    for group in groups:
        if not group.spans:
            continue
        ref = hash_id("company", doc.release.release_id, min(group.bases, key=lambda b: (-len(b), b)))
        issuer_ref = ref if group is issuer else issuer_ref
        names.extend(_names(doc, group, ref, group is issuer))
        mentions.extend(
            Mention(s.char_start, s.char_end, "company", s.text, group.key, ref, group.kind) for s in group.spans
        )
    return CompanyFindings(tuple(names), tuple(sorted(mentions)), issuer_ref)


def _with(spans: list[CompanySpan], more: list[CompanySpan]) -> list[CompanySpan]:
    """Both lists in text order; what overlaps an earlier span is left out."""
    kept = list(spans)
    for span in more:
        if not any(s.char_start < span.char_end and span.char_start < s.char_end for s in kept):
            kept.append(span)
    return sorted(kept, key=lambda s: s.char_start)


def _issuer_spans(doc: Document, spans: list[CompanySpan]) -> list[CompanySpan]:
    """The places of the issuer's name as parse read it, and of its first word when that is no word of everyday."""
    name = (doc.release.issuer_name or "").strip()
    if len(name) < 3:
        return []
    known = base_of(name) in {base_of(s.text) for s in spans if s.basis not in ("ticker", "context")}
    first, _, rest = name.partition(" ")
    is_own = rest and len(first) > 3 and first.isalpha() and first[0].isupper() and not _means_more(first)
    names = ([] if known else [name]) + ([first] if is_own else [])
    return [
        CompanySpan(at, at + len(form), form, "company", "issuer")
        for form in names
        for at in _whole_words(doc.text, form)
        if form == name or not doc.text.startswith(rest.split(" ")[0].rstrip(",."), at + len(form) + 1)
    ]


def _means_more(word: str) -> bool:
    """True for a word of everyday or of the trade, and for a name on file."""
    words = company_words()
    return (
        word.lower() in load().words
        or word in words.breaks | words.industry | words.places
        or term_key(word) in words.known
    )


def _whole_words(text: str, name: str) -> Iterator[int]:
    """Where a name stands that is no part of a longer word."""
    at = text.find(name)
    while at >= 0:
        beside = text[at - 1 : at] + text[at + len(name) : at + len(name) + 1]
        is_whole = not any(letter.isalnum() or letter == "_" for letter in beside)
        if is_whole:
            yield at
        at = text.find(name, at + (len(name) if is_whole else 1))


def _join_shortened(groups: list[CompanyGroup]) -> None:
    """'Kelmora Pharma' of a headline beside 'Kelmora Pharmaceuticals': one company."""
    for group in groups:
        short = next((b for b in group.bases if b.endswith(" pharma")), None)
        if short is None or not group.spans:
            continue
        full = {short + "ceutical", short + "ceuticals"}
        longer = next((g for g in groups if g is not group and g.spans and g.bases & full), None)
        if longer and not (group.key and longer.key and group.key != longer.key):
            _join(longer, group)


def _join(longer: CompanyGroup, group: CompanyGroup) -> None:
    """All of a group goes to the one with the longer name."""
    longer.spans.extend(group.spans)
    longer.bases |= group.bases
    longer.key = longer.key or group.key
    longer.is_self = longer.is_self or group.is_self
    group.spans = []


def _join_prefixes(groups: list[CompanyGroup]) -> None:
    """'Dyadic' beside 'Dyadic International, Inc.': one company when only one longer name begins with the short one."""
    for group in groups:
        if not group.spans or len(group.bases) != 1:
            continue
        base = next(iter(group.bases))
        longer = [g for g in groups if g is not group and g.spans and any(b.startswith(base + " ") for b in g.bases)]
        if len(longer) > 1:  # 'Acme Bio' beats a name that two lost blanks made of it
            longer = [g for g in longer if any(b.startswith(base + " ") and _is_trade(b, base) for b in g.bases)]
        if len(longer) != 1 or (group.key and longer[0].key and group.key != longer[0].key and len(base) > 6):
            continue
        if (
            group.key
            and longer[0].key is None
            and not _is_trade(next(b for b in longer[0].bases if b.startswith(base + " ")), base)
        ):
            continue
        _join(longer[0], group)


def _is_trade(longer: str, base: str) -> bool:
    """True when all that a longer name adds is words of the trade."""
    trade = {w.lower() for w in company_words().industry | company_words().legal}
    return all(word in trade for word in longer[len(base) :].split())


def _issuer(doc: Document, groups: list[CompanyGroup]) -> CompanyGroup | None:
    """The company that speaks: the one of the issuer's name, else the one that calls itself 'the Company'."""
    name = doc.release.issuer_name
    if name:
        base = base_of(name)
        for group in groups:
            if group.spans and base in group.bases:
                return group
        for group in groups:
            if group.spans and any(b.startswith(base + " ") or base.startswith(b + " ") for b in group.bases):
                return group
        return None
    return next((g for g in groups if g.is_self and g.spans and g.spans[0].char_start < _LEAD), None)


def _names(doc: Document, group: CompanyGroup, ref: str, is_issuer: bool) -> list[CompanyName]:
    """One row per surface form; the longest printed company name is the primary one."""
    release = doc.release
    printed = dict.fromkeys(s.text for s in sorted(group.spans, key=lambda s: s.char_start))
    forms = list(dict.fromkeys(_BLANKS.sub(" ", form) for form in printed))
    full = [s.text for s in group.spans if s.basis not in ("alias", "short", "ambiguous")]
    primary = _BLANKS.sub(" ", max(full or forms, key=lambda f: (len(f) <= 60, len(f))))
    ticker, exchange = _ticker(doc, group)
    if is_issuer and ticker is None:
        ticker, exchange = release.issuer_ticker, release.issuer_exchange
    return [
        CompanyName(
            name_id=hash_id("company_name", release.release_id, ref, name_key(form), form),
            release_id=release.release_id,
            company_ref=ref,
            name=form,
            is_primary=form == primary,
            is_issuer=is_issuer,
            ticker=ticker,
            exchange=exchange,
            vocabulary_key=group.key,
        )
        for form in forms
    ]


def _ticker(doc: Document, group: CompanyGroup) -> tuple[str | None, str | None]:
    """(ticker, exchange) printed in the bracket right behind one of the names."""
    for span in group.spans:
        if doc.text[span.char_end : span.char_end + 4].lstrip(" ,®™")[:1] != "(":
            continue
        close = doc.text.find(")", span.char_end, span.char_end + 120)
        match = company_words().ticker.search(doc.text, span.char_end, close if close > 0 else span.char_end)
        if match:
            exchange = match.group().split(":", maxsplit=1)[0].rstrip()
            return match.group("ticker").strip(". "), exchange.upper().replace(" ", "")
    return None, None
