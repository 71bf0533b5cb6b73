"""The state of a trial from the cues around its frames: planned is never done, results as news beat a running trial.

Two steps: ``frame_evidence`` weighs each cue by its distance to what names the trial; ``decide_status`` reads the
evidence of all frames of one trial and answers with a status, or None where the text tells of no state at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ingest.extract.context import Cue, tells_no_step
from ingest.extract.document import Document
from ingest.extract.frames import Frame
from ingest.extract.periods import Period
from ingest.extract.periods_ahead import is_ahead
from ingest.extract.status_agenda import of_agenda
from ingest.records import TrialStatus

_FUTURE_AHEAD = re.compile(
    r"\b(?:to|will|would|(?-i:may)|could|should|expect\w*|anticipat\w*|plan\w*|intend\w*|until|once|pending"
    r"|aim\w*|on track|if|whether|prior to|not)(?:\s[\w-]+){0,2}\s*$",
    re.IGNORECASE,
)
_ELIGIBLE = re.compile(  # 'patients may enter the extension after completion of a study'
    r"\b(?:may|can|eligible|offered|option|invited|opportunity)\b[^.;]{0,120}\b(?:after|upon|following|once)\s(?:\w+\s){0,3}$"
)
_PRAISED = re.compile(
    r"\b(?:first|only)\s(?:[\w-]+\s){1,10}$", re.IGNORECASE
)  # 'the first gene therapy to enter Phase 3'
_CLAUSE = re.compile(r";|\s--\s|\s[–—]\s|,\s(?:and|while|but|whereas|which|with)\s|:\s|\.\s")
_MUST_BE_PAST = frozenset({"started", "enrolled", "completed", "stopped", "reported", "cleared"})
_BEATS = {
    "planned": ("started", "running", "ongoing"),
    "denied": ("planned",),
    "awaited": ("reported",),
    "cleared": ("planned",),
    "enrolled": ("completed",),
    "started": ("ongoing",),
    "ongoing": ("awaited",),
}
_COHORT = frozenset({"status.cohort_step", "status.regional_step"})
_FIRST_COHORT = re.compile(r"\bfirst (?:\w+ )?cohort|\bcohort (?:1|one|a)\b", re.IGNORECASE)
RUNS_ALREADY = "status.ongoing_already"
COMPARED, _RUNS = "status.earlier_phase", "status.ongoing_word"
_PAST = frozenset({"status.reported_positive", "status.reported_seen"})  # 'to build on the positive Phase 2 study'
_PASSIVE, _MONITORED = "status.planned_passive", "status.monitored"
_NOT_YET_KNOWN = frozenset({_MONITORED, "status.completed_closing", "status.hypothetical_data"})
"""Rules whose words say that data beside them are no results of the trial."""
_DATA_TOLD = "status.reported_data"
BASIS, _ENDS = "status.reported_seen", "status.stop_announced"
_HOPED_FOR = "status.awaited_expected"
_TO_COME = frozenset({"awaited", "presentation"})
_FIRST_DATA = re.compile(
    r"\b(?:preliminary|initial|interim|early|first|updates?|updated|run-in|dose[- ](?:escalation|finding)|trials?[- ]in[- ]progress"
    r"|(?:trial|study) designs?|design of|emerging)\b",
    re.IGNORECASE,
)
_LAST_DATA = re.compile(
    r"\b(?:final|top-?line|full|primary|complet\w+|conclu\w+|long-term|follow-up|pooled|post[- ]hoc|subgroup)\b",
    re.IGNORECASE,
)
_TURNS = re.compile(  # 'will not advance X in gout and will focus on the Phase 2 trial in lupus'
    r"\b(?:and|but|while|(?:in order )?to)\s(?:(?:will|to|is|instead|now|rather)\s)*"
    r"(?:focus|prioriti|concentrat|continu|shift|redirect|reallocat|turn|devot)\w*\b", re.IGNORECASE)  # fmt: skip
_ENDED = frozenset({"stopped", "stopping"})
_TOUCHES = 12
_OBJECT = 40
_ATTRIBUTE = 25  # 'the ongoing Phase 2 trial'
_FAR, _HEAD = 400, 30
_SAID = 25
_LETS, _REFERRED = 45, 30


@dataclass(frozen=True, slots=True)
class Evidence:
    """One cue that speaks of one trial: its value, how far it stands off (0 = beside), and where."""

    value: str
    cost: int
    place: str  # head, lead, body, about
    cue: Cue
    frame: Frame
    is_early: bool = False  # data to come are not the last of the trial


def frame_evidence(doc: Document, frame: Frame) -> list[Evidence]:
    """The cues of a frame that hold after the words around them are heard, each with its cost."""
    start = frame.sentence.char_start
    cues = [c for c in frame.cues if c.rule in _PAST or not (c.value in _MUST_BE_PAST and is_future(doc, start, c))]
    cues = [
        c
        for c in cues
        if not (c.value == "planned" and _PRAISED.search(doc.text[max(start, c.char_start - 110) : c.char_start]))
    ]
    cues = [c for c in cues if not (c.value == "completed" and _ELIGIBLE.search(doc.text, start, c.char_start))]
    at = frame.anchor.char_start
    cues = of_agenda(doc, frame, cues)
    cues = [c for c in cues if not (c.value in _ENDED and c.char_end < at and _TURNS.search(doc.text, c.char_end, at))]
    steps = [c for c in cues if c.rule in _COHORT]
    if steps:
        cues = [c for c in cues if c.value not in ("started", "enrolled", "completed") and not _is_step(doc, c, steps)]
    to_come = any(c.value == "presentation" for c in cues) and _is_before_meeting(doc, frame)
    if not to_come:
        cues = [c for c in cues if c.value != "presentation"]
    cleared = [c for c in cues if c.value == "cleared"]
    cues = [c for c in cues if not (c.value == "planned" and any(_lets(k, c) for k in cleared))]
    if any(c.rule == _MONITORED for c in cues):
        cues = [c for c in cues if c.value not in ("cleared", "planned")]
    if to_come or any(c.rule in _NOT_YET_KNOWN for c in cues):
        cues = [c for c in cues if c.value != "reported"]
    if promises := [c for c in cues if c.value == "promised"]:
        cues = [c for c in cues if not (c.value == "reported" and any(_is_promised(c, p) for p in promises))]
    is_early = any(c.value in _TO_COME for c in cues) and _is_early(doc, frame)
    kept = []
    for cue in cues:
        beaten = any(
            cue.value in _BEATS.get(other.value, ())
            and not (cue.value == "awaited" and other.rule == _RUNS)  # 'data from the ongoing trial are expected'
            and other.char_start < cue.char_end
            and cue.char_start < other.char_end
            for other in cues
            if other is not cue
        )
        if not beaten:
            kept.append(cue)
    section = frame.sentence.section
    place = "about" if section.startswith("about") else "lead" if frame.is_lead else "body"
    if section in ("headline", "subhead"):
        place = "head"
    return [Evidence(c.value, _cost(doc, frame, c) + _penalty(c), place, c, frame, is_early) for c in kept]


def _is_promised(reported: Cue, promise: Cue) -> bool:
    """'Will provide important evidence and results on …': the words of results are what the promise is about."""
    return promise.char_start - _TOUCHES <= reported.char_start <= promise.char_end + _OBJECT


def _is_early(doc: Document, frame: Frame) -> bool:
    """Data to come from a trial that goes on: preliminary ones, its design, those of a first phase or of a program."""
    words = doc.sentence_text(frame.sentence)
    if _LAST_DATA.search(words):
        return False
    return frame.anchor.is_program or frame.anchor.phase == "1" or bool(_FIRST_DATA.search(words))


def _is_step(doc: Document, planned: Cue, steps: list[Cue]) -> bool:
    """'Dosing in cohort two is expected': a plan for a later cohort is none for a trial; the first cohort begins one."""
    return planned.value == "planned" and any(
        planned.char_start < step.char_end
        and step.char_start < planned.char_end
        and not _FIRST_COHORT.search(doc.text, step.char_start, step.char_end + 12)
        for step in steps
    )


def _penalty(cue: Cue) -> int:
    """Results that a sentence only refers to stand behind what it tells."""
    return _REFERRED if cue.value == "reported" and tells_no_step(cue.rule) else 0


def _lets(cleared: Cue, planned: Cue) -> bool:
    """'cleared the IND to initiate …': the infinitive says what is allowed, not what is planned."""
    return cleared.char_start <= planned.char_start <= cleared.char_end + _LETS


def _is_before_meeting(doc: Document, frame: Frame) -> bool:
    """The sentence gives the days of a meeting that has not begun: what is presented there is still to come."""
    published = doc.release.published_on
    return any(
        isinstance(m.value, Period)
        and m.value.precision == "day"
        and is_ahead(doc, m)
        and (published is None or m.value.window_start is None or m.value.window_start > published)
        for m in doc.mentions_in(frame.sentence, "period")
    )


def weakened(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Evidence of sentences that only say 'the study': it stands a little farther off than the trial's own."""
    return [replace(item, cost=item.cost + _SAID) for item in evidence]


def is_future(doc: Document, sentence_start: int, cue: Cue) -> bool:
    """True when a word of plan, doubt or denial stands right before the cue."""
    return bool(_FUTURE_AHEAD.search(doc.text[max(sentence_start, cue.char_start - 50) : cue.char_start]))


def _cost(doc: Document, frame: Frame, cue: Cue) -> int:
    anchor = frame.anchor
    if cue in frame.head_cues:
        return _HEAD
    if cue.char_start >= anchor.char_end:
        gap = doc.text[anchor.char_end : cue.char_start]
    elif cue.char_end <= anchor.char_start:
        gap = doc.text[cue.char_end : anchor.char_start]
    else:
        return 0
    outside = 0 if frame.char_start <= cue.char_start < frame.char_end else 60
    return min(_FAR, len(gap) + 40 * len(_CLAUSE.findall(gap)) + outside)


def decide_status(evidence: Iterable[Evidence]) -> tuple[TrialStatus | None, Evidence | None]:
    """The status of one trial and the cue that decided it."""
    best: dict[tuple[str, str], Evidence] = {}
    is_ended = is_hoped_for = False  # an end without a condition; data are expected, and nothing says it is over
    based: set[int] = set()  # sentences that only build on the results
    for item in evidence:
        if item.cue.rule == BASIS:
            based.add(item.frame.sentence.index)
        is_ended = is_ended or item.cue.rule == _ENDS
        is_hoped_for = is_hoped_for or item.cue.rule == _HOPED_FOR
        key = (item.value, item.place)
        if key not in best or item.cost < best[key].cost:
            best[key] = item

    def at(value: str, *places: str, within: int = _FAR) -> Evidence | None:
        found = [best[value, p] for p in places if (value, p) in best and best[value, p].cost <= within]
        return min(found, key=lambda e: e.cost) if found else None

    lead, news, every = ("head", "lead"), ("head", "lead", "body"), ("head", "lead", "body", "about")
    planned = at("planned", *every, within=150)
    reported = at("reported", *every)
    ongoing = at("ongoing", *every, within=150)
    if (found := at("denied", *every, within=80)) and not at("ongoing", *news, within=40):
        return "planned", found
    found = at("stopped", *every, within=80) or (at("stopping", *every, within=80) if is_ended else None)
    if found and not (found.place != "head" and at("reported", *lead, within=30)):
        return "stopped", found
    found = at("cleared", *news)
    if found and ongoing and ongoing.cue.rule == RUNS_ALREADY:
        return "ongoing", ongoing
    if found and not at("reported", *lead, within=30) and not at("started", *lead, within=60):
        return "cleared", found
    if (
        planned
        and not (ongoing and ongoing.cost < planned.cost)
        and not at("started", *lead, within=40)
        and not (reported and reported.cost < planned.cost and not _looks_back(planned, reported))
        and not at("enrolled", *news, within=40)
    ):
        return "planned", planned
    found = at("started", *lead, within=90)
    results = at("reported", *lead, within=20)
    if found and (not results or _is_first_told(found, results)):
        return "started", found
    if (found := at("enrolled", *every, within=120)) and not at("reported", *lead, within=60):
        return "enrolled", found
    if reported and not (at("awaited", *lead, within=90) and reported.cost > 20):
        if reported.cue.rule == COMPARED and (ended := at("completed", *news, within=120)):
            return "completed", ended
        if ongoing and _is_in_passing(reported, ongoing, reported.frame.sentence.index in based):
            return "ongoing", ongoing
        return "reported", reported
    completed = at("completed", *every, within=120)
    if completed and not (ongoing and ongoing.cost < completed.cost):
        return "completed", completed
    if ongoing:
        return "ongoing", ongoing
    if found := at("started", *every, within=150):
        return ("ongoing" if found.place == "about" else "started"), found
    if planned:
        return "planned", planned
    if found := at("enrolling", *every) or at("finishing", *every):
        return "ongoing", found
    if found := at("awaited", *news) or at("presentation", *news):
        return ("ongoing" if is_hoped_for or found.is_early else "completed"), found
    if found := at("abstract", *every):
        return "reported", found
    if found := at("design", *every):
        return "planned", found
    if found := at("planned", *every):
        return "planned", found
    if found := at("running", *every):
        return "ongoing", found
    return None, None


def _looks_back(planned: Evidence, reported: Evidence) -> bool:
    """'Phase 3 trial … to be initiated' in the sentence of the results: they are another trial's."""
    same = planned.frame.sentence.index == reported.frame.sentence.index
    return same and planned.cue.rule == _PASSIVE and planned.cue.char_start > planned.frame.anchor.char_end


def _is_first_told(one: Evidence, other: Evidence) -> bool:
    """Both in one sentence: what stands first is the news."""
    same = one.frame.sentence.index == other.frame.sentence.index
    return same and one.cue.char_start < other.cue.char_start


def _is_in_passing(reported: Evidence, ongoing: Evidence, is_basis: bool) -> bool:
    """Results of a running trial that are not the news: told beside 'ongoing', or less near to the trial than that."""
    is_news = reported.cue.rule == _DATA_TOLD and reported.place in ("head", "lead") and not is_basis
    if is_news and ongoing.cue.rule == _RUNS and ongoing.cost <= _ATTRIBUTE:
        return False  # 'announced data from the ongoing Phase 2 trial'
    if ongoing.frame.sentence.index == reported.frame.sentence.index:
        return ongoing.cost < reported.cost and reported.place != "head"
    return reported.place not in ("head", "lead") and ongoing.place != "about" and ongoing.cost <= reported.cost
