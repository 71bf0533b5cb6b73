"""Which agreement an amount belongs to: the one whose partner its sentence names, else the one that is being told.

Belongs here: the choice, and abstaining where two agreements are as likely.
"""

from __future__ import annotations

import re

from ingest.extract.context import NEWS_SECTIONS
from ingest.extract.document import Document, Mention, SentenceSpan
from ingest.extract.findings import Drafted
from ingest.records import CollaborationMention

_SENTENCES_BACK = 4
_AGREEMENT = re.compile(
    r"\b(?:agreements?|deal|licen[sc]\w+|milestones?|partner\w*|collaborat\w+|transaction|acqui\w+|pay(?:s|ing)?|paid|bought|buys?)\b",
    re.I,
)
# 'a ⟨$1 billion⟩ collaboration last month with Acme': the one behind is meant.
_DEAL_BEHIND = re.compile(
    r"\S+(?: (?:million|billion))? (?:[\w-]+ ){0,2}?(?:deal|collaboration|alliance|partnership|agreement|acquisition|takeover|merger|purchase|buyout)"
    r"\b[^.;,]{0,40}? (?:with|of|for|from|to) ",
    re.I,
)


class AgreementLinks:
    """The agreements of one release, ready to be asked."""

    def __init__(self, doc: Document, deals: tuple[Drafted[CollaborationMention], ...], issuer_ref: str | None) -> None:
        self._doc = doc
        self._by_ref = {d.record.partner_company_ref: d.record for d in deals}
        buyers = {d.record.company_ref for d in deals} - self._by_ref.keys()
        self._speakers = {issuer_ref} if issuer_ref else buyers  # news of others: whoever stands on the company's side
        self._new = [d.record for d in deals if d.record.is_new]
        self._in_news = [d.record for d in deals if any(self._is_news(q[0]) for q in d.quotes)]

    def _is_news(self, offset: int) -> bool:
        sentence = self._doc.sentence_of(offset)
        return sentence is not None and sentence.section in NEWS_SECTIONS

    def agreement_of(self, sentence: SentenceSpan, at: int, is_sure: bool = True) -> str | None:
        """The fact id of the agreement that a term at an offset belongs to; None when nothing decides.

        ``is_sure`` False: the words alone do not make it a term, so a partner must stand in or right before the sentence.
        """
        others = [m for m in self._doc.mentions_in(sentence, "company") if m.ref not in self._speakers]
        others = [m for m in others if m.ref in self._by_ref or not self._is_owner(m, at)]
        if others:
            nearest = min(others, key=lambda m: min(abs(m.char_start - at), abs(m.char_end - at)))
            known = [m for m in others if m.ref in self._by_ref]
            if nearest.ref in self._by_ref or (known and self._new_only(known)):
                return self._nearest(self._named(sentence), at)
            return None
        if sentence.section not in NEWS_SECTIONS:
            return None
        for back in range(1, (_SENTENCES_BACK if is_sure else 1) + 1):
            if sentence.index < back:
                break
            earlier = self._doc.sentences[sentence.index - back]
            named = self._named(earlier)
            if named and earlier.section in NEWS_SECTIONS:
                is_told = any(row.is_new for _, row in named) or self._speaks_of_an_agreement(sentence)
                return self._nearest(named, at) if is_told else None
        if len(self._new) == 1 and is_sure:
            return self._new[0].collaboration_fact_id
        if (
            len(self._in_news) == 1
            and not self._new
            and is_sure
            and _AGREEMENT.search(self._doc.sentence_text(sentence))
        ):
            return self._in_news[0].collaboration_fact_id
        return None

    def _is_owner(self, mention: Mention, at: int) -> bool:
        """True for the buyer in 'Acme's ⟨amount⟩ acquisition of Betamed'."""
        return (
            bool(re.match(r"[’']s?\b[^;]{0,30}$", self._doc.text[mention.char_end : at]))
            if mention.char_end <= at
            else False
        )

    def _speaks_of_an_agreement(self, sentence: SentenceSpan) -> bool:
        return bool(_AGREEMENT.search(self._doc.sentence_text(sentence)))

    def _new_only(self, mentions: list[Mention]) -> bool:
        """True when every partner named is one of a new agreement: its terms may stand beside other names."""
        return all(self._by_ref[m.ref].is_new for m in mentions if m.ref)

    def _named(self, sentence: SentenceSpan) -> list[tuple[int, CollaborationMention]]:
        """(offset, agreement) for every place in the sentence where a partner is named."""
        return [
            (m.char_start, self._by_ref[m.ref])
            for m in self._doc.mentions_in(sentence, "company")
            if m.ref in self._by_ref
        ]

    def _nearest(self, named: list[tuple[int, CollaborationMention]], at: int) -> str:
        if _DEAL_BEHIND.match(self._doc.text, at):
            named = [n for n in named if n[0] > at] or named
        news = [n for n in named if n[1].is_new] or named
        return min(news, key=lambda n: abs(n[0] - at))[1].collaboration_fact_id
