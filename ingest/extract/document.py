"""The in-memory shape of a release while it is being read: text, sentences, and the mentions found in it.

Belongs here: ``Mention``, ``SentenceSpan``, ``Document`` and the quick ways to ask them. Does not belong here: finding
anything (mentions.py fills a document), and what the finders hand to each other (findings.py).

All offsets are character offsets into ``doc.text``, end exclusive.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Literal

from ingest.records import PressRelease, SectionKind

MentionKind = Literal[
    "compound",  # ref = compound_ref; key = vocabulary key or None; value = "name" or "anaphora"
    "indication",  # ref = indication_ref; key = 'mondo:...' or 'own:...'
    "target",  # key = 'hgnc:...' or 'own:...'; value = its symbol
    "company",  # ref = company_ref once companies.py has read the document; key = 'cik:...' or 'own:...'
    "phase",  # value = phases.PhaseValue
    "nct",  # text is the number
    "period",  # value = periods.Period
    "money",  # value = money.Money
    "percent",  # value = money.Percent
    "count",  # value = counts.PatientCount
    "trial_name",  # text is the name ('KEYNOTE-581')
    "agency",  # key = 'FDA', 'EMA', 'EC', 'CHMP', 'MHRA', 'PMDA', 'MHLW', 'NMPA' ...
]


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """One span of the text that names something; ``doc.text[char_start:char_end] == text``."""

    char_start: int
    char_end: int
    kind: MentionKind
    text: str = field(compare=False)
    key: str | None = field(default=None, compare=False)
    ref: str | None = field(default=None, compare=False)
    value: object | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class SentenceSpan:
    """One sentence with its place: ``index`` counts from 0 through the document."""

    index: int
    char_start: int
    char_end: int
    section: SectionKind


class Document:
    """A release with its mentions, sorted by place. Immutable: ``with_mentions`` gives a new one.

    ``doc.release``, ``doc.text``, ``doc.sentences`` (tuple of SentenceSpan) and ``doc.mentions`` (tuple of Mention).
    The mentions are held by their kinds, so that a new Document shares those of the kinds that stay.
    ``doc.scopes`` holds the sentences in scope by their sections, told once for all Documents of a release (context.py).
    """

    __slots__ = ("_by_kind", "_by_sentence", "_starts", "release", "scopes", "sentences", "text")

    def __init__(
        self,
        release: PressRelease,
        mentions: Iterable[Mention] = (),
        sentences: tuple[SentenceSpan, ...] | None = None,
    ) -> None:
        self.release = release
        self.text = release.text
        self.scopes: dict[frozenset[str], list[SentenceSpan]] = {}
        self.sentences = sentences or tuple(
            SentenceSpan(i, s.char_start, s.char_end, s.section) for i, s in enumerate(release.sentences)
        )
        self._starts = [s.char_start for s in self.sentences]
        self._by_kind: dict[str, list[Mention]] = {}
        self._by_sentence: dict[str, dict[int, list[Mention]]] = {}
        self._put(mentions)

    def _put(self, mentions: Iterable[Mention]) -> None:
        """Adds mentions of kinds of which there are none yet."""
        for mention in sorted(mentions, key=_PLACE):
            self._by_kind.setdefault(mention.kind, []).append(mention)
            index = bisect_right(self._starts, mention.char_start) - 1
            self._by_sentence.setdefault(mention.kind, {}).setdefault(index, []).append(mention)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """All mentions, sorted by place."""
        return tuple(sorted((m for found in self._by_kind.values() for m in found), key=_PLACE))

    def with_mentions(self, added: Iterable[Mention], replacing: Iterable[MentionKind] = ()) -> Document:
        """The same document with more mentions; those of the kinds in ``replacing`` are dropped first."""
        dropped, added = frozenset(replacing), list(added)
        grown = {m.kind for m in added} - dropped
        changed = dropped | grown
        fresh = Document(self.release, (), self.sentences)
        fresh.scopes = self.scopes
        fresh._by_kind = {kind: found for kind, found in self._by_kind.items() if kind not in changed}
        fresh._by_sentence = {kind: found for kind, found in self._by_sentence.items() if kind not in changed}
        fresh._put([*(m for kind in grown for m in self.of_kind(kind)), *added])
        return fresh

    def of_kind(self, kind: MentionKind) -> list[Mention]:
        """All mentions of one kind, in text order."""
        return self._by_kind.get(kind, [])

    def mentions_in(self, sentence: SentenceSpan, kind: MentionKind) -> list[Mention]:
        """The mentions of one kind that start in one sentence, in text order."""
        found = self._by_sentence.get(kind)
        return found.get(sentence.index, []) if found else []

    def mentions_between(self, char_start: int, char_end: int, kind: MentionKind) -> list[Mention]:
        """The mentions of one kind that start in [char_start, char_end), in text order."""
        found = self._by_kind.get(kind, [])
        left = bisect_left(found, char_start, key=_start_of)
        right = bisect_left(found, char_end, key=_start_of)
        return found[left:right]

    def sentence_of(self, offset: int) -> SentenceSpan | None:
        """The sentence that holds an offset; None between sentences."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return None
        sentence = self.sentences[index]
        return sentence if offset < sentence.char_end else None

    def sentence_text(self, sentence: SentenceSpan) -> str:
        """The words of a sentence."""
        return self.text[sentence.char_start : sentence.char_end]


_PLACE = attrgetter("char_start", "char_end", "kind")  # the order of mentions, without building them anew to compare


def _start_of(mention: Mention) -> int:
    return mention.char_start
