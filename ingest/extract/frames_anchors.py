"""What names a trial in a sentence: phase, study name, registry number, or only the words 'the study'.

Things that name the same trial are joined into one anchor ('the Phase 3 SHIMMER study (NCT…)'); names in a list share
the phase that stands before or behind the list; numbered items '(1) … (2) …' behind 'three Phase 2 trials' are one
anchor each.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.extract.document import Document, Mention, SentenceSpan
from ingest.extract.frames_nouns import INDEFINITE, Anchor, noun_anchor, noun_series
from ingest.extract.phases import PhaseValue

_SAME_TRIAL_GAP = 90
_NCT_GAP = 260  # 'a Phase 1 study of X in patients with … and … (NCT…)'
_JOINT = re.compile(r"\b(?:and|or|in addition|as well as|followed by|while|after|before)\b")
_OR_NAME = re.compile(r"(?:\s[\w-]+){0,3}\s(?:trial|study),\sor\s(?:the\s)?")  # 'a Phase III trial, or LUNAR-2,'
_OWNERS = re.compile(
    r",\s(?:the\s)?(?:[A-Z][\w-]*\s){0,5}[\w-]+[’']s?\s(?:[\w-]+\s){0,3}"
)  # 'LUNAR, Acme’s Phase 3 trial'
_LIST_JOINT = re.compile(
    r"^(?:\s?\([^)]{0,40}\))?\s?(?:,|,?\s?and|&|/|or|,?\s?as well as)\s?(?:the\s|its\s|our\s)?(?:\(|$)?\s?$"
)
_PLURAL = re.compile(r"(?:\s[\w,-]+){0,5}?\s(?:trials|studies)\b")
_INCLUDING = re.compile(
    r"\b(?:trials|studies)\b[^.;]{0,60}\b(?:including|includes?|namely|such as)\b|\b(?:trials|studies)\b[^.;]{0,30}:"
    r"|\bprogram(?:me)?\b[^.;]{0,60}\b(?:includ\w+|compris\w+|consist\w+)\s"
)
_SISTERS = re.compile(r"\s(?:[Cc]linical\s)?(?:[Tt]rials|[Ss]tudies)\b")  # 'the LUNAR trials' are LUNAR-1 and LUNAR-2
_RUNS_ON = re.compile(r"(?:\d|\s?I{1,3})$")
_NEXT_ITEM = re.compile(
    r"\s(?:in|for|among)\s[^.;:]{2,80}(?:,|,?\sand)\s(?:the\s)?|\s\([^)]{2,60}\)(?:,|,?\sand)\s(?:the\s)?"
)
_SERIES_HEAD = re.compile(r"\b(?:trials|studies)\s(?:\w+\s){0,3}?(?:include|are|comprise|consist)")
_PROGRAM = re.compile(
    r"\bprogram(?:me)?s?\b[^.;:]{0,50}\b(?:includ|consist|compris|contain)\w*[^.;:]{0,60}$", re.IGNORECASE
)
_A_PROGRAM = re.compile(r"(?:\s?[™®]|\s?\((?:TM|R|SM)\))?\s(?:[\w-]+\s){0,3}?program(?:me)?\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|[2-9]|both|its|the|our)\s(?:[\w-]+\s){0,4}$", re.IGNORECASE
)
_MORE = re.compile(r"\b(?:additional|other|further|more)\s(?:[\w-]+\s){0,3}$", re.IGNORECASE)
_SECOND = re.compile(
    r"\b(?:an?\s(?:second|third|separate|additional|parallel)|another)\s(?:[\w-]+\s){0,3}$", re.IGNORECASE
)
_NOUN_JOINT = re.compile(
    r"(?:\s[\w-]+){0,2}\s(?:trials?|stud(?:y|ies))(?:\s?\([^)]{0,40}\))?\s?(?:,|,?\sand)\s(?:the\s)?"
)
_LIST_LEAD = re.compile(r"[\s\w-]{0,40}?(?:trials|studies)[\s(:,–-]*(?:including|namely|called)?[\s:]*")
_NEXT_BRACKET = re.compile(
    r"\)?,?\s(?:and|as well as)\s(?:(?:in|for)\s[^.;:()]{3,120}|(?:[\w-]+\s){1,5})\("
)  # 'for gout (LUNAR) and for lupus (SOLAR)'
_LONG_FORM = re.compile(r"\s\((?=(?:[^()]*\s){3})[^()]{25,160}\)(?=,\s(?:an?|the)\s|\s(?:is|was)\s)")
_SIZE = re.compile(r"\s\([Nn]\s?=\s?[\d,]+\)")  # 'LUNAR (N=240), a Phase 3 trial'
_ONE_OF = re.compile(r",\s(?:the\s\w+|one)\sof(?=\s(?:its\s|the\s|our\s)?(?:two|three|four|five|its|the)\b)")
_IS_A_PHASE = re.compile(
    r"\s?(?:\(?NCT\d+\)?)?\)?[,:]?\s?(?:[–—]\s)?(?:(?:is|was|are|were|will be)\s)?(?:(?:an?|the|our|its|ongoing|currently|in)\s)?"
    r"(?:[\w/-]++,?+\s?+){0,10}"  # possessive: a word can be cut in one way only
)
_OTHER_TOPIC = re.compile(r"\b(?:to|for|of|from|met|showed|than|evaluating)\b")
_NAMES_ANOTHER = re.compile(r"\b(?:in addition|including|includes|consists?|and|or)\b|:")
_PART = re.compile(
    r"^[\s-]*(?:dose[- ]\w+\s|safety\s|expansion\s|escalation\s|and\s(?=\w+\s)|optimi[sz]ation\s)*"
    r"(?:portion|part|component|segment|stage|cohorts?|arm|phase(?!\s?(?:\d|[IV]+\b)))\b"
    r"|^\s(?:of|in)\s(?:the|its|our|this|an?)\s(?:[\w-]+\s){0,3}?phase\s?\d\w?/\d"
    r"|^,\s(?:patients|participants|subjects)\b|^,?\s(?:dose[- ]escalation|dose[- ]expansion)(?:,|\s(?:enrol|is|was|will))",
    re.IGNORECASE,
)
_GOAL_OF = re.compile(
    r"\b(?:endpoints?|objectives?)\s(?:for|of|in)\s(?:the\s)?$", re.IGNORECASE
)  # 'the endpoint for Phase 2 is'
_OMITTED = re.compile(
    r"^(?:,?\s(?:and|or)\s(?:phase\s)?\S+)?(?:\s(?:clinical|trials?|studies|study))*(?:\s(?:of|for|with|in)\s[\w-]+){0,2}\s(?:could|can|may|would|will|to|are|is|were)?\s?(?:be\s)?"
    r"(?:omitted|skipped|bypassed|waived|not\s(?:be\s)?(?:required|needed|necessary)|unnecessary)\b",
    re.IGNORECASE,
)
_NO_TRIAL = re.compile(
    r"[-‑ ](?:(?:unit|clinic|centre|center|program director)s?\b|ready|dose\b(?![- ](?:escal|expan|rang|find|confirm|optim))"
    r"|portfolio|pipeline|assets?\b|meeting)"
    r"|,?\s(?:(?:placebo|double|open|active)[- ]\w+,?\s)*(?:treatment\s|study\s)?period\b",
    re.IGNORECASE,
)
_SKIPPED = re.compile(r"\b(?:omitting|bypassing|skipping|without)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_OLDER_END = re.compile(r"\b(?:end[- ]of|post)[- ]$", re.IGNORECASE)
_POPULATION = re.compile(
    r"\bwho(?:\s(?:have|had|has|were|was))?(?:\s(?:also|previously|already|successfully|either))?\s(?:completed?|participated\sin|"
    r"enrolled\sin(?:to)?|rolled\sover\sfrom|responded(?:\s[\w-]+){0,4}\sin)(?:\s[\w-]+){0,5}\s$",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?<!\w)\(?(?P<n>[1-5]|i{1,3})\)\s")


def find_anchors(doc: Document, sentence: SentenceSpan) -> list[Anchor]:
    """The anchors of a sentence in text order; one anaphoric anchor when it only says 'the study'."""
    things: list[Mention] = sorted(
        m
        for kind in ("phase", "trial_name", "nct")
        for m in doc.mentions_in(sentence, kind)  # type: ignore[arg-type]
        if not _is_no_trial(doc, m)
    )
    anchors: list[Anchor] = []
    for thing in things:
        if anchors and _joins(doc.text, anchors[-1], thing):
            gap = doc.text[anchors[-1].char_end : thing.char_start]
            _add(anchors[-1], thing)
            if thing.kind == "phase":
                anchors[-1].is_one_of = bool(_ONE_OF.match(gap))
                _share_backwards(doc.text, anchors)
            continue
        fresh = Anchor(thing.char_start, thing.char_end)
        _add(fresh, thing)
        if thing.kind == "phase":
            fresh.is_part = bool(_PART.match(doc.text[thing.char_end : thing.char_end + 40]))
            ahead = doc.text[max(sentence.char_start, thing.char_start - 140) : thing.char_start]
            fresh.is_part = fresh.is_part or bool(_GOAL_OF.search(ahead[-40:]))
            fresh.is_indefinite = bool(INDEFINITE.search(ahead[-60:]))
            fresh.is_plural = bool(_PLURAL.match(doc.text[thing.char_end : thing.char_end + 60]))
            fresh.is_program = bool(_PROGRAM.search(ahead) or _A_PROGRAM.match(doc.text, thing.char_end))
            fresh.is_counted = fresh.is_plural and bool(_COUNTED.search(ahead))
            fresh.is_more = bool((_MORE if fresh.is_plural else _SECOND).search(ahead))
        if fresh.name and not _RUNS_ON.search(fresh.name):
            fresh.is_program = bool(_SISTERS.match(doc.text, thing.char_end)) and not (
                anchors and _LIST_JOINT.match(doc.text[anchors[-1].char_end : thing.char_start])
            )
        if anchors and fresh.name and not fresh.phase:
            _inherit(doc.text, anchors, fresh)
            _inherit_series(doc.text, anchors, fresh)
        anchors.append(fresh)
    for anchor in anchors:
        anchor.is_program = anchor.is_program or bool(_A_PROGRAM.match(doc.text, anchor.char_end))
    if not any(a.phase or a.name or a.nct for a in anchors) and (
        several := noun_series(doc, sentence, doc.sentence_text(sentence))
    ):
        return several
    anchors = _settled(anchors)
    if len(anchors) == 1 and (items := _items(doc, sentence, anchors[0])):
        return items
    return anchors or noun_anchor(doc, sentence)


def in_one_list(text: str, left: Anchor, right: Anchor) -> bool:
    """True when two anchors are items of one list: 'A and B', 'A (NCT…), B', 'the A trial and the B trial'."""
    between = text[left.char_end : right.char_start]
    named = bool(left.name and right.name)
    return bool(_LIST_JOINT.match(between)) or (named and bool(_NOUN_JOINT.fullmatch(between)))


def _is_no_trial(doc: Document, thing: Mention) -> bool:
    """'End-of-Phase 2 meeting', 'omitting Phase 1', 'patients who completed LUNAR-1' tell nothing of that trial."""
    ahead = doc.text[max(0, thing.char_start - 90) : thing.char_start]
    if _POPULATION.search(ahead):
        return True
    if thing.kind != "phase":
        return False
    if isinstance(thing.value, PhaseValue) and len(thing.value.label) > len(thing.text):
        ahead = re.sub(r"(?i)phase \S+\s(?:and|or)\s?$", "", ahead)
    if _OMITTED.match(doc.text[thing.char_end : thing.char_end + 80]) or _NO_TRIAL.match(doc.text, thing.char_end):
        return True
    return bool(_SKIPPED.search(ahead) or _OLDER_END.search(ahead))


def _settled(anchors: list[Anchor]) -> list[Anchor]:
    numbered = [a for a in anchors if a.phase or a.name or a.nct]
    return numbered or anchors[:1]


def _add(anchor: Anchor, thing: Mention) -> None:
    anchor.char_start = min(anchor.char_start, thing.char_start)
    anchor.char_end = max(anchor.char_end, thing.char_end)
    if isinstance(thing.value, PhaseValue):
        anchor.phase = anchor.phase or thing.value.phase
        anchor.phase_label = thing.value.label if thing.value.phase else anchor.phase_label or thing.value.label
    elif thing.kind == "trial_name":
        anchor.name = anchor.name or thing.key
    else:
        anchor.nct = anchor.nct or thing.key


def _joins(text: str, anchor: Anchor, thing: Mention) -> bool:
    """True when the thing names the trial that the anchor names already."""
    gap = text[anchor.char_end : thing.char_start]
    if thing.kind == "nct":
        reach = _NCT_GAP if gap.endswith("(") else _SAME_TRIAL_GAP
        is_listed = ";" in gap and not ("(" in gap and ")" not in gap)  # a bracket may hold two numbers
        return anchor.nct is None and len(gap) < reach and not is_listed
    if thing.kind == "trial_name" and not anchor.name and _OR_NAME.fullmatch(gap):
        return True
    if aside := _SIZE.match(gap) or _ONE_OF.match(gap):
        gap = gap[aside.end() :]
    if long_form := _LONG_FORM.match(gap):
        gap = gap[long_form.end() :]  # 'LUNAR (its long form), a Phase 3 trial'
    if len(gap) > _SAME_TRIAL_GAP or ";" in gap or _JOINT.search(gap[-12:]):
        return False
    if isinstance(thing.value, PhaseValue):
        if thing.value.phase and anchor.phase:
            return thing.value.phase == anchor.phase and len(gap) < 3
        beside = anchor.phase_label is not None and len(gap) < 40 and "," not in gap
        if anchor.name and not anchor.phase and gap == " (":
            return True  # 'LUNAR (Phase 2)'
        if anchor.name and not anchor.phase and _OWNERS.fullmatch(gap):
            return True
        return beside or bool(_IS_A_PHASE.fullmatch(gap) and not _OTHER_TOPIC.search(gap))
    if anchor.name:
        return anchor.name == thing.key and len(gap) < 40
    bracketed = gap.rstrip().endswith("(")
    return not _NAMES_ANOTHER.search(gap) and len(gap) < (_SAME_TRIAL_GAP if bracketed else 60)


def _inherit(text: str, anchors: list[Anchor], fresh: Anchor) -> None:
    """'Phase 3 trials LUNAR-1 and LUNAR-2': the second name has the phase of the first."""
    last = anchors[-1]
    gap = text[last.char_end : fresh.char_start]
    if last.phase and (_LIST_JOINT.match(gap) or _LIST_LEAD.fullmatch(gap) or _NEXT_BRACKET.fullmatch(gap)):
        fresh.phase, fresh.phase_label = last.phase, last.phase_label


def _inherit_series(text: str, anchors: list[Anchor], fresh: Anchor) -> None:
    """'Phase 2 studies include LUNAR-1 in …; LUNAR-2 in …': each item of the list has the phase of its head."""
    head = anchors[0]
    if fresh.phase or not head.phase or any(a.phase != head.phase for a in anchors):
        return
    listed = head.name and _SERIES_HEAD.search(text[head.char_start : head.char_end])
    separated = ";" in text[anchors[-1].char_end : fresh.char_start]
    included = (head.is_plural or head.is_program) and _INCLUDING.search(text[head.char_end : fresh.char_start])
    apposed = head.name and head.is_plural and _NEXT_ITEM.fullmatch(text[anchors[-1].char_end : fresh.char_start])
    if (listed and separated) or included or apposed:
        fresh.phase, fresh.phase_label = head.phase, head.phase_label


def _share_backwards(text: str, anchors: list[Anchor]) -> None:
    """'LUNAR-1 and LUNAR-2 Phase 3 trials': the first name has the phase too."""
    for before, after in zip(anchors[-2::-1], anchors[:0:-1], strict=False):
        if before.phase or not before.name or not _LIST_JOINT.match(text[before.char_end : after.char_start]):
            return
        before.phase, before.phase_label = after.phase, after.phase_label


def _items(doc: Document, sentence: SentenceSpan, anchor: Anchor) -> list[Anchor]:
    if anchor.name or anchor.nct:
        return []
    spots = [m.start() for m in _ITEM.finditer(doc.text, anchor.char_end, sentence.char_end)]
    if len(spots) < 2:
        return []
    ends = [*spots[1:], sentence.char_end]
    return [
        replace(anchor, item=number, item_start=start, item_end=end)
        for number, (start, end) in enumerate(zip(spots, ends, strict=True), 1)
    ]
