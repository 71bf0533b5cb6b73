"""Which agreement an amount belongs to: the one whose partner its sentence names, else the one that is being told.

Belongs here: the choice, and abstaining where two agreements are as likely.
"""

from __future__ import annotations

from ingest.extract.context import NEWS_SECTIONS
from ingest.extract.document import Document, SentenceSpan
from ingest.extract.findings import Drafted
from ingest.records import CollaborationMention

_SENTENCES_BACK = 4


class AgreementLinks:
    """The agreements of one release, ready to be asked."""

    def __init__(self, doc: Document, deals: tuple[Drafted[CollaborationMention], ...]) -> None:
        self._doc = doc
        self._by_ref = {d.record.partner_company_ref: d.record for d in deals}
        self._new = [d.record for d in deals if d.record.is_new]
        self._in_news = [d.record for d in deals if any(self._is_news(q[0]) for q in d.quotes)]

    def _is_news(self, offset: int) -> bool:
        sentence = self._doc.sentence_of(offset)
        return sentence is not None and sentence.section in NEWS_SECTIONS

    def agreement_of(self, sentence: SentenceSpan, at: int) -> str | None:
        """The fact id of the agreement that a term at an offset belongs to; None when nothing decides."""
        named = self._named(sentence)
        if named:
            return self._nearest(named, at)
        if sentence.section not in NEWS_SECTIONS:
            return None
        for back in range(1, _SENTENCES_BACK + 1):
            if sentence.index < back:
                break
            earlier = self._doc.sentences[sentence.index - back]
            named = self._named(earlier)
            if named and earlier.section in NEWS_SECTIONS:
                return self._nearest(named, at)
        for likely in (self._new, self._in_news):
            if len(likely) == 1:
                return likely[0].collaboration_fact_id
        return None

    def _named(self, sentence: SentenceSpan) -> list[tuple[int, CollaborationMention]]:
        """(offset, agreement) for every place in the sentence where a partner is named."""
        return [
            (m.char_start, self._by_ref[m.ref])
            for m in self._doc.mentions_in(sentence, "company")
            if m.ref in self._by_ref
        ]

    def _nearest(self, named: list[tuple[int, CollaborationMention]], at: int) -> str:
        news = [n for n in named if n[1].is_new] or named
        return min(news, key=lambda n: abs(n[0] - at))[1].collaboration_fact_id
