"""Trials that a sentence names by a noun alone: 'the study', 'is being studied in gout', 'adjuvant trials in …; trials in …'.

``Anchor`` is what names one trial in one sentence, whatever it is named by.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.extract.document import Document, SentenceSpan
from ingest.extract.frames_data import told_data
from ingest.extract.openings import Letters
from ingest.records import Phase

_TRIAL_NOUN = re.compile(
    r"\b(?P<the>(?:the|this|these|our|its|each|both|such|current)\s+(?:\w+[- ]){0,2}?)?"
    r"(?P<noun>(?:human (?:testing|trials?|stud(?:y|ies))|clinical (?:trials?|stud(?:y|ies)|development|testing|evaluation|program(?:me)?s?)"
    r"|expanded access program|trials?|stud(?:y|ies)))\b"
    r"(?!['’]s? (?:team|author))",
    re.IGNORECASE,
)
_IN_NOUNS = Letters(
    "trial", "stud", "clinical ", "access program", "human testing"
)  # letters of all that the nouns can be
_IN_STUDY = Letters("being", "under", "continu", "currently", "also", "plan", "intend", "hope", "stage")
_IN_FIRST = Letters("first ")
_FIRST_TREATED = re.compile(  # 'the treatment of the first patient with X'
    r"\b(?:treatment|dosing|infusion|vaccination|enrol\w+)\sof\s(?:the\s|its\s)?first\s(?:\w+\s)?(?:patient|participant|subject|volunteer)s?\b"
    r"|\bfirst\s(?:\w+\s)?(?:patient|participant|subject|volunteer)s?\s(?:(?:has|have|was|were|been)\s)*(?:dosed|treated|infused|vaccinated)\b"
    r"|\b(?:doses|dosed|treats|treated)\s(?:the\s|its\s)?first\s(?:\w+\s)?(?:patient|participant|subject|volunteer)s?\b",
    re.IGNORECASE,
)
_IN_SERIES = Letters("trials", "studies", "development")
_SERIES_NOUN = re.compile(
    r"\b(?:trials|studies|(?:clinical|late-stage|mid-stage|early-stage) development)\b", re.IGNORECASE
)
_ENROLS = re.compile(
    r"\b(?:enrol\w*|randomi[sz]ed|recruit(?:s|ed|ing)?|dosing|take part|participate|(?:planned|target)(?=\s\d))\b",
    re.IGNORECASE,
)
_UNDER_STUDY = re.compile(
    r"\b(?:being|under)\s(?:\w+\s){0,2}?(?:studied|evaluated|investigated|tested|explored|assessed|(?:clinical\s)?(?:investigation|evaluation))\b"
    r"|\bin\s(?:early|mid|late|advanced)[- ]stage\s(?:clinical\s)?(?:testing|development)\b"
    r"|\b(?P<intent>(?:plans?|intends?|hopes?|planning)\sto\s(?:also\s|further\s|next\s)?(?:study|evaluate|investigate|test|explore|assess))\b"
    r"|\b(?:continu\w+\sto|currently|is\salso|are\salso)\s(?:study(?:ing)?|evaluat(?:e|ing)|investigat(?:e|ing)|test(?:ing)?)\b",
    re.IGNORECASE,
)
_IT = re.compile(
    r"(?:It|(?:This|The|Our)\s(?:\w+\s){0,2}?(?:drug|therapy|medicine|treatment|antibody|compound|vaccine|candidate|molecule))"
    r"\s(?:is|are)\s"
)
"""'It is also being studied in …': the medicine spoken of before."""
_MANY_TRIALS = re.compile(
    r"\b(?:more than|over|nearly|about|approximately|almost|at least|some|around)"
    r"\s(?:\d[\d,]*|a (?:dozen|hundred))\s(?:(?!(?:in|of|from|on)\s)[\w-]+\s){0,4}$"
    r"|(?<![\w.-])\d{2,}[\d,]*\s(?:(?!(?:in|of|from|on|weeks?|months?|years?|patients?)\s)[\w-]+\s){0,3}$",
    re.IGNORECASE,
)  # 'in more than 70 clinical trials'
_DATA = re.compile(
    r"\b(?:top-?line|interim|initial|final|full|primary|preliminary|clinical|safety|efficacy|updated?|additional)\b"
    r"(?:,? [\w-]+){0,5}? (?:data|results|analysis|read-?out|update|findings)\b"
    r"|(?<!quarter )(?<!year )(?<!financial )(?<!operating )\b(?:data|results|read-?outs?)\b"
    r"(?=(?:\s(?:is|are|remains?))?\s(?:\w+\s)?(?:expected|anticipated|planned|due|on track|targeted|projected)\b)",
    re.IGNORECASE,
)
_OTHER_KIND = re.compile(
    r"\b(?:extension|pharmacokinetic|bioequivalence|observational|real-world|registry|head-to-head|post-?marketing|natural history"
    r"|earlier|previous|prior|investigator-(?:initiated|sponsored|led)|expanded access|separate|second|additional|another)\b",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    r"\b(?:separate(?:ly)?|second|third|additional|another|investigator-(?:initiated|sponsored|led))\b", re.IGNORECASE
)
_EARLIER = re.compile(r"\b(?:earlier|previous|prior)\b", re.IGNORECASE)
INDEFINITE = re.compile(r"\b(?:an?|another)\s(?:[\w/-]+,?\s){0,6}$", re.IGNORECASE)


@dataclass(slots=True)
class Anchor:
    """What names one trial in one sentence. ``is_part``: 'the Phase 1 portion' of a larger trial."""

    char_start: int
    char_end: int
    phase: Phase | None = None
    phase_label: str | None = None
    name: str | None = None
    nct: str | None = None
    is_other_kind: bool = False  # 'an open-label extension study': one beside the trials with a phase
    is_indefinite: bool = False  # 'a pragmatic study': one that was not spoken of before
    is_further: bool = False  # 'a separate study in lupus'
    is_human: bool = False  # 'human clinical trials': those that a compound has not had yet
    is_noun: bool = False
    is_earlier: bool = False  # 'in an earlier study'
    is_intent: bool = False  # 'plans to test it in lupus'
    is_data: bool = False  # 'presents results of X in gout': told by its data alone
    is_bare: bool = False  # 'data are expected in May', of no trial that the sentence names
    is_pronoun: bool = False  # 'It is also being studied in lupus'
    is_series: bool = False  # one of several nouns, each with its own disease
    is_part: bool = False
    is_plural: bool = False
    is_program: bool = False  # 'the program includes Phase 2 and 3 studies'
    is_one_of: bool = False  # 'LUNAR-2, the second of its two Phase 3 trials'
    is_counted: bool = False  # 'two Phase 3 trials', 'the Phase 3 trials'
    is_more: bool = False  # 'additional Phase 3 trials'
    item: int = 0  # 1, 2, 3 of a numbered list
    item_start: int = 0
    item_end: int = 0


def noun_anchor(doc: Document, sentence: SentenceSpan) -> list[Anchor]:
    """The one anchor of a sentence that names no trial by phase, name or number; none where no noun tells of one."""
    words = doc.sentence_text(sentence)
    match = None
    span = doc.text, sentence.char_start, sentence.char_end
    for found in _TRIAL_NOUN.finditer(words) if _IN_NOUNS.stand_in(*span) else ():
        if match is None or (found["the"] and not match["the"]):
            match = found
    if match is not None and _is_of_many(words, match):
        return []
    if match is not None:
        start = sentence.char_start + match.start("noun")
        is_plural = match["noun"].lower().endswith(("trials", "studies"))
        is_new = not is_plural and bool(INDEFINITE.search(words, 0, match.start("noun")))
        end = start + len(match["noun"])
        is_other = is_new and bool(_OTHER_KIND.search(words, max(0, match.start("noun") - 60), match.end("noun")))
        anchor = Anchor(start, end, is_noun=True, is_plural=is_plural, is_indefinite=is_new, is_other_kind=is_other)
        anchor.is_further = is_other and bool(
            _FURTHER.search(words, max(0, match.start("noun") - 60), match.end("noun"))
        )
        anchor.is_earlier = is_other and bool(
            _EARLIER.search(words, max(0, match.start("noun") - 60), match.end("noun"))
        )
        anchor.is_human = words[: match.start("noun")].lower().endswith("human ")
        return [anchor]
    is_it, has_compound = _IT.match(words) is not None, bool(doc.mentions_in(sentence, "compound"))
    if (is_it or has_compound) and _IN_STUDY.stand_in(*span) and (studied := _UNDER_STUDY.search(words)):
        start, end = sentence.char_start + studied.start(), sentence.char_start + studied.end()
        if doc.mentions_between(end, sentence.char_end, "indication"):
            is_intent = studied["intent"] is not None
            return [Anchor(start, end, is_noun=True, is_pronoun=is_it, is_intent=is_intent)]
    if has_compound and _IN_FIRST.stand_in(*span) and (first := _FIRST_TREATED.search(words)):
        start = sentence.char_start + first.start()
        return [Anchor(start, start + len(first.group()), is_noun=True)]
    if (doc.mentions_in(sentence, "count") or doc.mentions_in(sentence, "period")) and (
        enrols := _ENROLS.search(words)
    ):
        start = sentence.char_start + enrols.start()
        return [Anchor(start, start + len(enrols.group()), is_noun=True)]
    if doc.mentions_in(sentence, "period") and (data := _DATA.search(words)):
        start = sentence.char_start + data.start()
        return [Anchor(start, start + len(data.group()), is_noun=True, is_bare=True)]
    if has_compound and (told := told_data(doc, sentence, words)):
        return [Anchor(*told, is_noun=True, is_data=True)]
    return []


def _is_of_many(words: str, noun: re.Match[str]) -> bool:
    """'In more than 70 clinical trials' tells of no trial; weeks and patients in front are another number."""
    if not noun["noun"].lower().endswith(("trials", "studies")):
        return False
    return bool(_MANY_TRIALS.search(words, max(0, noun.start("noun") - 60), noun.start("noun")))


def noun_series(doc: Document, sentence: SentenceSpan, words: str) -> list[Anchor]:
    """'Is studied in adjuvant trials in gout; potential registrational trials in lupus': one anchor for each disease."""
    if not doc.mentions_in(sentence, "compound"):
        return []
    if not _IN_SERIES.stand_in(doc.text, sentence.char_start, sentence.char_end):
        return []
    nouns = list(_SERIES_NOUN.finditer(words))
    if len(nouns) < 2:
        return []
    anchors: list[Anchor] = []
    for noun, follower in zip(nouns, [*nouns[1:], None], strict=True):
        start, end = sentence.char_start + noun.start(), sentence.char_start + noun.end()
        stop = sentence.char_start + follower.start() if follower else sentence.char_end
        is_parted = follower is None or re.search(r";|,?\sand\s(?:is\s)?(?:also\s)?(?:in|under)\b", doc.text[end:stop])
        if not is_parted or not doc.mentions_between(end, stop, "indication"):
            return []
        anchors.append(Anchor(start, end, is_noun=True, is_series=True))
    return anchors
