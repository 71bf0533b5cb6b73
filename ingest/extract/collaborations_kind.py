"""What the words around the parties say of an agreement: its kind, its news, its state, and who plays which part."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

from ingest.extract.anchors import Anchored
from ingest.extract.context import NEWS_SECTIONS
from ingest.extract.document import Document
from ingest.extract.parties import PartyHit
from ingest.extract.rulebook import Rule, read_rules, read_table
from ingest.records import CollaborationStatus, CollaborationType, PartyRole, Statement

_LEAD_SENTENCES = 5
_AROUND = 70
_BEHIND = 20
_NEXT_CLAUSE = re.compile(
    r";|[.][\"”]|,? (?:in addition to|as well as) (?:[\w-]+ ){0,4}(?:relationships?|collaborations?|partnerships?|agreements?)\b"
    r"|,? and (?:an? |its )(?:[\w-]+ ){0,3}(?:collaboration|partnership|alliance|agreement)\b"
    r"| and (?:licen|has|have|is|are|will|also|funded|supported|sponsored|uses)"
)
_OLD = re.compile(r"\bunder (?:a|an|the|its|their) (?:[\w-]+ )?previously announced\b", re.IGNORECASE)
_NAMED = 12
_BEFORE = 3
_NAMED_WITHIN = 220
_ELSEWHERE = 4
_NEWS_SENTENCES = 14


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether the release announces an agreement, and the state that it leaves it in."""

    is_new: bool
    status: CollaborationStatus
    statement: Statement


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(str(read_table("collaborations")[name]), re.IGNORECASE)


def kind_of(doc: Document, hits: list[PartyHit], is_new: bool) -> CollaborationType:
    """The kind that most hits tell, the words of a hit before those of its sentence; 'unspecified' when none does.

    An agreement called by its kind where it is announced outvotes everything else.
    """
    votes: Counter[str] = Counter()
    hits = [hit for hit in hits if not _speaks_beside_the_issuer(hit)] or hits
    hits = hits if is_new else without_joint_news(hits)
    for rank, hit in enumerate(hits):
        near = _pattern("division").sub(" ", _words_near(hit))
        kind = hit.kind if hit.rule.data.get("decides") else None
        kind = kind or (None if is_new else _named_kind(near))
        kind = kind or _looking_back(doc, hit) or _first_kind(near, "hit") or hit.kind
        kind = kind or _first_kind(_pattern("division").sub(" ", _clause_of(hit)), "sentence")
        if kind:
            votes[kind] += 3 if rank == 0 else 2 if hit.masked.sentence.section in NEWS_SECTIONS else 1
    if is_new:
        votes += _named_by(doc, hits)
    told = _told_elsewhere(doc, hits, is_new) if is_new or not votes else Counter()
    votes += told
    if not votes and (kind := _told_before(doc, hits[0])):
        votes[kind] += 1
    if not votes and (kind := _told_behind(doc, hits[0])):
        votes[kind] += 1
    if not votes:
        if _pattern("intended").search(hits[0].masked.words):
            return "unspecified"
        table = "by_new_partner" if is_new else "by_partner"
        return read_table("collaborations")[table].get(str(hits[0].company.value), "unspecified")  # type: ignore[no-any-return]
    best: CollaborationType = max(votes, key=lambda k: votes[k])  # type: ignore[arg-type]
    if best == "grant" and _only_announces(hits):
        return "research" if hits[0].company.value == "university" else "unspecified"
    return best


def _named_by(doc: Document, hits: list[PartyHit]) -> Counter[str]:
    """The kind that headline and lead call the agreement by; where they differ, the one that the table names first."""
    own = {hit.company.ref for hit in hits}
    told = [_words_near(h, _NAMED_WITHIN) for h in hits if _is_lead(h.masked.sentence.index, h.masked.words)]
    for sentence in doc.sentences[:_LEAD_SENTENCES]:
        words = doc.sentence_text(sentence)
        named = {m.ref for m in doc.mentions_in(sentence, "company")}
        if sentence.section == "body" and len(named - own) < 2 and _pattern("sure_announces").search(words):
            told.append(words)
        if (
            sentence.section == "headline"
            and not named & own
            and len(named) < 2
            and _pattern("sure_deal_headline").search(words)
        ):
            told.append(words)  # 'Acme Announces Partnership to Develop Vaccines'
    ranks = [rank for words in told if (rank := _named_rank(words)) is not None]
    return Counter({_named_value(min(ranks)): _NAMED * len(ranks)}) if ranks else Counter()


def without_joint_news(hits: list[PartyHit]) -> list[PartyHit]:
    """The hits without 'Acme and Betamed announce data': what an agreement is, is told elsewhere, if at all."""
    return [hit for hit in hits if not hit.rule.id.startswith("party/pair_announces")] or hits


def _only_announces(hits: list[PartyHit]) -> bool:
    """True for a company that announces a grant beside the issuer: it receives, and does not give."""
    return all(hit.rule.id.startswith("party/pair_announces") for hit in hits)


def _speaks_beside_the_issuer(hit: PartyHit) -> bool:
    """True for the second company of 'Acme and Betamed announce an agreement with Cyclomed': it has one already."""
    if not hit.rule.id.startswith("party/pair_announces"):
        return False
    third = _pattern("with_a_third").search(hit.masked.words, hit.char_in_words + len(hit.match_words))
    return third is not None and hit.masked.companies[int(third.group("C"))].ref != hit.company.ref


def _is_lead(index: int, words: str) -> bool:
    return index < _LEAD_SENTENCES or (index < _NEWS_SENTENCES and bool(_pattern("sure_announces").search(words)))


def _told_elsewhere(doc: Document, hits: list[PartyHit], is_new: bool) -> Counter[str]:
    """Kinds told by news sentences that name no third company ('The agreement gives ... an exclusive license')."""
    votes: Counter[str] = Counter()
    own = {hit.company.ref for hit in hits}
    seen = {hit.masked.sentence.index for hit in hits}
    for sentence in doc.sentences[:_NEWS_SENTENCES]:
        if sentence.index in seen or sentence.section not in NEWS_SECTIONS:
            continue
        words = doc.sentence_text(sentence)
        named = {m.ref for m in doc.mentions_in(sentence, "company")}
        if len(named - own) > 1 or not (is_new or named & own) or not _pattern("agreement").search(words):
            continue
        kind = _named_kind(words) or (None if is_new else _first_kind(words, "hit"))
        if kind:
            votes[kind] += _ELSEWHERE
    return Counter({kind: min(count, 2 * _ELSEWHERE) for kind, count in votes.items()})


def _named_kind(words: str) -> str | None:
    """The kind that an agreement is called by; of several the one that the table names first."""
    rank = _named_rank(words)
    return None if rank is None else _named_value(rank)


@lru_cache(maxsize=64)
def _named_rank(words: str) -> int | None:
    """The place in the table of the name that words call an agreement by; the partners of one release share sentences."""
    tried = _anchored_names().standing_in(words.lower())
    return next((rank for rank, pattern in tried if pattern.search(words)), None)


@cache
def _anchored_names() -> Anchored[tuple[int, re.Pattern[str]]]:
    entries = read_table("collaborations")["named"]
    return Anchored(
        ((rank, _compiled(entry["pattern"])), entry.get("anchor", ())) for rank, entry in enumerate(entries)
    )


def _named_value(rank: int) -> str:
    return str(read_table("collaborations")["named"][rank]["value"])


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _told_before(doc: Document, hit: PartyHit) -> str | None:
    """The kind that the sentences before tell of a project that several share ('The partners are ...')."""
    index = hit.masked.sentence.index
    for sentence in reversed(doc.sentences[max(0, index - _BEFORE) : index]):
        words = doc.sentence_text(sentence)
        if _pattern("shared").search(words) and (kind := _first_kind(words, "hit")):
            return kind
    return None


def _told_behind(doc: Document, hit: PartyHit) -> str | None:
    """The kind that the sentence behind tells when it goes on ('The companies co-promote ...') and names nobody."""
    for sentence in doc.sentences[hit.masked.sentence.index + 1 : hit.masked.sentence.index + 3]:
        words = doc.sentence_text(sentence)
        if _pattern("behind").search(words) and not doc.mentions_in(sentence, "company"):
            return _first_kind(words, "hit")
    return None


def _looking_back(doc: Document, hit: PartyHit) -> str | None:
    """The kind that the sentence before tells when both speak of the same thing ('its network of institutions')."""
    word = hit.rule.data.get("looks_back")
    index = hit.masked.sentence.index
    if not word or index == 0:
        return None
    before = doc.sentence_text(doc.sentences[index - 1])
    return _first_kind(before, "hit") if re.search(rf"\b{word}\b", before, re.IGNORECASE) else None


def _words_near(hit: PartyHit, after: int = _BEHIND) -> str:
    words, at = hit.masked.words, hit.char_in_words
    end = at + len(hit.match_words)
    behind = words[end : end + max(int(hit.rule.data.get("after", after)), after)]
    if after <= _BEHIND and "after" not in hit.rule.data:
        behind = _NEXT_CLAUSE.split(behind, maxsplit=1)[0]
    return words[max(0, at - _AROUND) : end] + behind


def _clause_of(hit: PartyHit) -> str:
    """The part of the sentence that the hit stands in."""
    words, start = hit.masked.words, 0
    for stop in _NEXT_CLAUSE.finditer(words):
        if stop.start() >= hit.char_in_words + len(hit.match_words):
            return words[start : stop.start()]
        if stop.end() <= hit.char_in_words:
            start = stop.start()
    return words[start:]


def _first_kind(words: str, scope: str) -> str | None:
    tried = _anchored_rules(scope).standing_in(words.lower())
    return next((str(rule.data["value"]) for rule in tried if rule.regex.search(words)), None)


@cache
def _anchored_rules(scope: str) -> Anchored[Rule]:
    return Anchored((r, r.data.get("anchor", ())) for r in read_rules("collaborations") if r.data["scope"] == scope)


def standing_of(doc: Document, hits: list[PartyHit]) -> Standing:
    """Whether the headline or the lead announces the agreement; its status and statement."""
    headline = doc.release.headline or ""
    is_deal = bool(_pattern("sure_deal_headline").search(headline)) or (
        bool(_pattern("deal_headline").search(headline)) and not _pattern("no_deal_headline").search(headline)
    )
    is_deal = is_deal and not _is_of_two_others(doc, hits)
    goes_on = _pattern("completed").search(headline) or _pattern("amended").search(headline)
    is_old = bool(_pattern("old_deal_headline").search(headline)) and not goes_on
    is_old = is_old or (_only_announces(hits) and _named_kind(headline) == "grant")
    is_new = not is_old and any(_announces(hit, is_deal) for hit in hits)
    words = " ".join(hit.masked.words for hit in hits[:4])
    is_amended = bool(_pattern("amended").search(headline))
    if not is_amended and any(_pattern("terminated").search(_words_near(hit)) for hit in hits):
        return Standing(is_new, "terminated", "happened")
    if is_new:
        proposed = any(_pattern("proposed").search(_words_near(hit)) for hit in hits[:2])
        done = _pattern("completed").search(headline + " " + words[:400])
        return Standing(
            True,
            "completed" if done else "amended" if is_amended else "announced",
            "expected" if proposed else "happened",
        )
    return Standing(False, "standing", "ongoing")


def _is_of_two_others(doc: Document, hits: list[PartyHit]) -> bool:
    """True when the headline names two companies, and this one comes up later only: their deal is the news."""
    first = doc.sentences[0] if doc.sentences else None
    if first is None or first.section != "headline" or hits[0].masked.sentence.index < _LEAD_SENTENCES:
        return False
    named = {m.ref for m in doc.mentions_in(first, "company")}
    return len(named) > 1 and not named & {hit.company.ref for hit in hits}


def _announces(hit: PartyHit, is_deal: bool) -> bool:
    sentence = hit.masked.sentence
    if _speaks_beside_the_issuer(hit):
        return False
    if sentence.section in ("headline", "subhead", "dateline"):
        return is_deal
    words = hit.masked.words
    if sentence.section not in NEWS_SECTIONS:
        return False
    is_sure = sentence.index < _LEAD_SENTENCES and bool(_pattern("sure_announces").search(words))
    if not is_sure and not (is_deal and _pattern("announces").search(words) and _pattern("agreement").search(words)):
        return False
    return not (_pattern("standing").search(_words_near(hit)) or _OLD.search(words))


def parts_of(kind: CollaborationType, hits: list[PartyHit]) -> tuple[PartyRole, PartyRole]:
    """(the company's part, the partner's part)."""
    near = [_words_near(hit) for hit in hits]
    for part in read_table("collaborations")["parts"]:
        if part["kind"] == kind and any(map(_compiled(part["pattern"]).search, near)):
            return part["company"], part["partner"]
    return "partner", "partner"
