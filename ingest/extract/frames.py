"""Trial frames: each place where a sentence speaks of one trial, with its share of the sentence and its cues.

A sentence that names several trials is divided among them at its breaks. Linking frames to compounds and diseases is
frames_links.py; what names a trial is frames_anchors.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.extract.context import Cue, cut_between, find_cues, tells_news
from ingest.extract.document import Document, SentenceSpan
from ingest.extract.frames_anchors import find_anchors, in_one_list
from ingest.extract.frames_nouns import Anchor
from ingest.extract.goals import as_goals
from ingest.extract.trials_alike import DiseaseWords

_NOT_CLINICAL = re.compile(
    r"\b(?:pre-?clinical|non-?clinical|in vitro|in vivo|animal|mouse|mice|murine|toxico\w+|retrospective|in silico"
    r"|bioanalytical|stability stud(?:y|ies)|drug-device|device stud(?:y|ies)|glp stud(?:y|ies)"
    r"|ind-enabling|nonhuman|non-human|real-world (?:study|studies|analys[ei]s|evidence|data)|(?:insurance|pharmacy|medical) claims"
    r"|claims (?:data\w*|analysis)|chart reviews?|(?:medical|health|patient) records)\b",
    re.IGNORECASE,
)
_ON_THE_BENCH = re.compile(
    r"\b(?:pre-?clinical (?:data|stud(?:y|ies)|models?|results|evidence|findings)|in vitro|in mice|mouse|non-?human primates)\b",
    re.IGNORECASE,
)
_ELLIPSIS = re.compile(  # 'the start of Phase 2 testing with A and, today, of Phase 1 testing with B'
    r"\b(?:and|as well as)(?:,\s[^,;.]{0,30},)?\sof\s(?:an?\s|the\s|its\s)?$"
)
_NEXT_NAMED = re.compile(
    r",?\s(?:and|as well as|followed by)\s(?:the\s)?$"
)  # 'will launch A, a study in gout, and B, one in lupus'
_BULLET = re.compile(
    r"\s[*•▪●]\s|(?<=umber of patients: )[\d,]+()\s$"
)  # items of a list that a page has joined to one line
_ASIDE = re.compile(
    r"\b(?:in addition to|besides|beyond|apart from|aside from|other than)\s(?:[\w/-]+\s){0,5}$", re.IGNORECASE
)
_THIS_TRIAL = re.compile(
    r"(?:[^.]{0,30}(?:\*\*|[a-z]))?\s?\b(?:This|The|It\sis\san?)\s(?:(?!(?:of|in|for|to|from|with|by)\s)[\w/()-]+,?\s){0,8}$"
)  # the paragraph 'About the LUNAR trial' begins 'This first-in-human Phase 1 trial'
_SUM_OF_TRIALS = re.compile(r"\b(?:[Pp]rogram(?:me)?s?|[Tt]rials|[Ss]tudies)\b")
_TRIAL_BEHIND = re.compile(r"(?:[,\s]+[\w/()-]+){0,5}?\s(?:trial|study)\b")
_LAND = re.compile(
    r"\b(?:in (?:the )?)?(?:(?P<us>U\.S\.|US\b|United States\b)|(?P<jp>Japan(?:ese)?\b)|(?P<cn>Chin(?:a|ese)\b)|(?P<eu>Europe(?:an)?\b|EU\b)"
    r"|(?P<kr>Korean?\b)|(?P<au>Australian?\b)|(?P<in>India\b)|(?P<tw>Taiwan\b))(?! (?:Food|Drug|FDA|Medicines|Agency|Patent|Commission|Congress))"
)
_FAR = 140
_TOUCH = 2
_HEADING = 40
_MEASURED = re.compile(r"\b(?:consistent|in line|comparable|similar) (?P<by>(?:with|to) [^.;:]{0,80})$")
_LIST_MARK = re.compile(r":|\s[–—]\s|\s--\s|\b(?:including|includes?|such as|namely)\b")


@dataclass(slots=True)
class Frame:
    """One anchor with its share [char_start, char_end) of its sentence, the cues there, and (later) its links."""

    anchor: Anchor
    sentence: SentenceSpan
    char_start: int
    char_end: int
    cues: list[Cue] = field(default_factory=list)
    compound_ref: str | None = None
    linked_by: str = ""
    indication_refs: tuple[str, ...] = ()
    diseases: frozenset[DiseaseWords] = frozenset()  # the words of those, to tell trials apart
    combination_refs: tuple[str, ...] = ()
    is_lead: bool = False
    is_shared: bool = False  # its share of the sentence is also another anchor's ('A and B'): numbers there are sums
    is_aside: bool = False  # 'in addition to LUNAR, …': the sentence is of another trial
    land: str = ""  # 'a Phase 3 trial in China': where it runs
    head_cues: tuple[Cue, ...] = ()  # cues that stand before a list and hold for each of its items


def find_frames(doc: Document, sentences: Iterable[SentenceSpan], lead: int) -> list[Frame]:
    """The frames of the sentences in text order, with cues, not yet linked; ``lead`` is where the news lead ends."""
    frames: list[Frame] = []
    titles = _names_in_titles(doc)
    for sentence in sentences:
        anchors = find_anchors(doc, sentence)
        if not anchors:
            continue
        if titles and len(anchors) == 1:
            _name_by_title(doc, sentence, anchors[0], titles)
        words = doc.sentence_text(sentence)
        if anchors[0].is_noun and _is_near(_NOT_CLINICAL, doc, sentence, anchors[0]):
            continue
        if not any(a.phase or a.nct for a in anchors) and _is_near(_ON_THE_BENCH, doc, sentence, anchors[0]):
            continue
        if len(words) < _HEADING and not words.replace(_words_of(doc, anchors[0]), "").strip(" .:–-*"):
            continue  # a heading or a cell of a table that says 'PHASE 3' and nothing else
        cues = as_goals(doc, sentence, find_cues("status", words, sentence.char_start))
        if not anchors[0].is_data and sentence.section not in ("headline", "subhead"):
            cues = [c for c in cues if not tells_news(c.rule)]
        shares = _shares(doc.text, sentence, anchors)
        for anchor, (start, end) in zip(anchors, shares, strict=True):
            frame = Frame(anchor, sentence, start, end, is_lead=sentence.char_start < lead)
            frame.is_aside = bool(_ASIDE.search(doc.text, max(start, anchor.char_start - 70), anchor.char_start))
            frame.land = _land_of(doc.text, frame)
            frame.is_shared = shares.count((start, end)) > 1
            frame.head_cues = tuple(c for c in cues if _heads_list(doc.text, c, anchors[0]))
            if len(anchors) == 1:
                frame.cues = cues
            elif frame.is_aside:
                frame.cues = [c for c in cues if c.char_end <= anchor.char_end + _TOUCH]
            elif anchor.is_series:
                frame.head_cues = tuple(c for c in cues if c.char_end <= anchors[0].char_end)
                frame.cues = [c for c in cues if c in frame.head_cues or start <= c.char_start < end]
            elif anchor.item:
                frame.cues = [c for c in cues if c.char_start < anchors[0].item_start or start <= c.char_start < end]
            else:
                touching = {c: _touched(c, anchors, shares) for c in cues}
                frame.cues = [
                    c
                    for c in cues
                    if c in frame.head_cues
                    or ((start, end) in touching[c] if touching[c] else c.char_start < end and c.char_end > start)
                ]
            if (
                frames
                and frames[-1].sentence is sentence
                and _ELLIPSIS.search(doc.text, frames[-1].anchor.char_end, anchor.char_start)
            ):
                frame.cues = list(dict.fromkeys([*frames[-1].cues, *frame.cues]))
            if not frame.cues and anchor.name and frames and _NEXT_NAMED.search(doc.text, start, anchor.char_start):
                last = frames[-1]
                ahead = [c for c in last.cues if c.char_end <= last.anchor.char_start]
                frame.cues = ahead if last.sentence is sentence and last.anchor.name else []
            frames.append(frame)
    return frames


def _names_in_titles(doc: Document) -> list[tuple[int, int, str]]:
    """(start, end, name) of each section whose title names one trial: 'About the LUNAR Trial'."""
    found = []
    for section in doc.release.sections if doc.of_kind("trial_name") else ():
        if section.title and section.title.startswith("About") and not _SUM_OF_TRIALS.search(section.title):
            end = section.char_start + len(section.title) + 1
            names = {m.text for m in doc.mentions_between(section.char_start, end, "trial_name")}
            if len(names) == 1 and (name := names.pop()) in section.title:
                found.append((section.char_start, section.char_end, name))
    return found


def _name_by_title(doc: Document, sentence: SentenceSpan, anchor: Anchor, titles: list[tuple[int, int, str]]) -> None:
    """'This Phase 1/2 trial' under the title 'About the LUNAR Trial' is LUNAR."""
    if anchor.name or anchor.nct or anchor.is_plural or anchor.is_part or anchor.is_program:
        return
    start, name = next(((start, name) for start, end, name in titles if start <= sentence.char_start < end), (0, ""))
    if not name or not _THIS_TRIAL.match(doc.text, sentence.char_start, anchor.char_start):
        return
    if any(m.key != name for m in doc.mentions_between(start, sentence.char_start, "trial_name")):
        return  # another trial was spoken of meanwhile
    if anchor.is_noun or _TRIAL_BEHIND.match(doc.text, anchor.char_end):
        anchor.name, anchor.is_noun = name, False


def _is_near(of_the_bench: re.Pattern[str], doc: Document, sentence: SentenceSpan, anchor: Anchor) -> bool:
    """A word of the laboratory stands near the noun: 'in mice, the study …'; what stands far off is of another thing."""
    start, end = max(sentence.char_start, anchor.char_start - _FAR), min(sentence.char_end, anchor.char_end + _FAR)
    return bool(of_the_bench.search(doc.text, start, end))


def _shares(text: str, sentence: SentenceSpan, anchors: list[Anchor]) -> list[tuple[int, int]]:
    """The part of the sentence that speaks of each anchor; anchors in one list ('A and B') share one part."""
    if anchors[0].item:
        return [(a.item_start, a.item_end) for a in anchors]
    shares: list[tuple[int, int]] = []
    start, first = sentence.char_start, 0
    for number, anchor in enumerate(anchors):
        follower = anchors[number + 1] if number + 1 < len(anchors) else None
        if follower and in_one_list(text, anchor, follower):
            continue
        end = _cut(text, anchor.char_end, follower.char_start) if follower else sentence.char_end
        shares.extend([(start, end)] * (number + 1 - first))
        start, first = end, number + 1
    return shares


def _cut(text: str, left: int, right: int) -> int:
    """Where the share of one anchor ends: at the bullet that opens the next item, else at the strongest break."""
    bullets = list(_BULLET.finditer(text, left, right))
    if bullets:
        return bullets[-1].start(bullets[-1].lastindex or 0)
    measured = _MEASURED.search(text, left, right)
    return measured.start("by") if measured else cut_between(text, left, right)


def _land_of(text: str, frame: Frame) -> str:
    """The country that the share of a trial names, one letter code for each; '' where it names none or several."""
    found = {str(m.lastgroup) for m in _LAND.finditer(text, frame.char_start, frame.char_end)}
    return found.pop() if len(found) == 1 else ""


def _words_of(doc: Document, anchor: Anchor) -> str:
    return doc.text[anchor.char_start : anchor.char_end]


def _touched(cue: Cue, anchors: list[Anchor], shares: list[tuple[int, int]]) -> set[tuple[int, int]]:
    """The shares of the anchors that a cue touches: 'completed Phase 2' speaks of that one alone."""
    return {
        share
        for anchor, share in zip(anchors, shares, strict=True)
        if anchor.char_start - _TOUCH <= cue.char_end and cue.char_start <= anchor.char_end + _TOUCH
    }


def _heads_list(text: str, cue: Cue, first: Anchor) -> bool:
    """'three programs currently ongoing: a Phase 1 trial …; a Phase 2 trial …': the cue holds for the whole list."""
    return cue.char_end <= first.char_start and bool(_LIST_MARK.search(text[cue.char_end : first.char_start]))
