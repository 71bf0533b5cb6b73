"""Regulatory and clinical events in the sentences of the news: what, of which compound, by which agency, when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from ingest.extract.context import Cue, find_cues, read_cues
from ingest.extract.document import Document, SentenceSpan
from ingest.extract.findings import OWNED, Found
from ingest.extract.frames import Frame
from ingest.extract.frames_links import investigated
from ingest.extract.frames_nouns import Anchor
from ingest.extract.frames_topics import main_subject, owner_of, paragraph_topics
from ingest.extract.goals import is_goal
from ingest.extract.milestones_ahead import is_at_congress, is_talk_to_come
from ingest.extract.milestones_beside import has_its_name, in_its_clause, meant_together, stands_beside, told_of_each
from ingest.extract.milestones_context import (
    by_date,
    context_cues,
    has_passed,
    held_values,
    is_asked_for,
    read_statement,
)
from ingest.extract.milestones_shares import longest, shares_of
from ingest.extract.periods_ahead import is_ahead, is_replaced
from ingest.extract.rulebook import read_table
from ingest.extract.windows import Window, make_window, past_day
from ingest.records import MilestoneType, Statement

_LISTED = re.compile(r"(?:\s|,|and|both|the|by|of|from|in|\(|\)|U\.S\.|European|for|respectively|&)*", re.IGNORECASE)
_REGION = {
    "FDA": "US",
    "EMA": "EU",
    "EC": "EU",
    "CHMP": "EU",
    "MHRA": "UK",
    "PMDA": "JP",
    "MHLW": "JP",
    "NMPA": "CN",
    "TGA": "AU",
}
_NO_AGENCY = frozenset(
    {"launch", "rights_returned", "program_discontinued", "milestone_payment", "data_reported", "trial_started"}
)
_CLINICAL = re.compile(
    r"(?<!pre-)\bclinical (?:data|results?|trials?|stud(?:y|ies)|update|findings)\b|\bphase\b|\bpatients?\b|\btrials?\b|\bparticipants?\b"
    r"|\bresponse rates?\b|\b(?:partial|complete|objective) responses?\b|\b(?:progression-free|overall) survival\b"
    r"|\bvaccinat(?:ed|ion)\b|\b(?:antibody|immune) persistence\b|\bimmunogenicity\b|\bsubjects\b|\bvolunteers\b",
    re.IGNORECASE,
)
_NEVER_EXPECTED = frozenset({"complete_response", "clinical_hold"})  # nobody guides to them: it is talk about one
_NAMED_ONLY = frozenset({"launch", "milestone_payment"})  # of a compound only when its own sentence names it
_ASKED_FOR = frozenset(
    {"priority_review", "fast_track", "breakthrough_therapy", "orphan_drug", "rmat", "prime", "rare_pediatric"}
)
_WEAK_CONDITIONAL = _ASKED_FOR | {
    "approval",
    "launch",
    "milestone_payment",
    "complete_response",
    "application_submitted",
    "application_accepted",
    "ind_submitted",
    "ind_active",
}


@dataclass(slots=True)
class Event:
    """One event with its quote [char_start, char_end) (the sentence) and the rule that found it."""

    milestone_type: MilestoneType
    compound_ref: str
    statement: Statement
    agency: str | None
    char_start: int
    char_end: int
    rule: str
    region: str | None = None
    indication_ref: str | None = None
    trial_fact_id: str | None = None
    occurred_on: date | None = None
    window: Window | None = None


@cache
def _fixed_statements() -> dict[str, Statement]:
    return {c.rule.id: c.data["statement"] for c in read_cues("milestones") if "statement" in c.data}


def find_events(doc: Document, found: Found, sentences: Iterable[SentenceSpan]) -> list[Event]:
    """The events that the words of rules/milestones.yaml tell."""
    topics = paragraph_topics(doc, found)
    subject = main_subject(found, doc)
    events: list[Event] = []
    for sentence in sentences:
        hits = find_cues("milestones", doc.sentence_text(sentence), sentence.char_start)
        if not hits:
            continue
        cues = context_cues(doc, sentence)
        hits = longest([h for h in hits if not _excluded(doc, sentence, h)])
        for hit, (left, right) in zip(hits, shares_of(doc, sentence, hits), strict=True):
            ref = _compound(doc, found, sentence, hit, left, right)
            refs = told_of_each(doc, found, sentence, hit, left, right, ref) or (
                [ref] if ref else meant_together(doc, found, sentence)
            )
            if (
                not refs
                and (hit.value not in _NAMED_ONLY or hit.rule in _of_topics())
                and (ref := _fallback(doc, found, sentence, topics, subject))
            ):
                refs = [ref]
            statement = _stated(doc, sentence, hit, cues, left, right) if refs else None
            if statement:
                events.extend(e for ref in refs for e in _events(doc, sentence, hit, ref, statement, left, right))
    return events


def _stated(
    doc: Document, sentence: SentenceSpan, hit: Cue, cues: list[Cue], left: int, right: int
) -> Statement | None:
    """The statement of an event; None for one that is only imagined ('if approved')."""
    if fixed := _fixed_statements().get(hit.rule):
        is_over = hit.value == "pdufa_date" and has_passed(doc, left, right)
        return "historical" if is_over else fixed
    statement = read_statement(doc, sentence, cues, hit.char_start, hit.char_end)
    if statement == "happened" and hit.value == "data_reported" and is_talk_to_come(doc, hit.char_start):
        return "expected"
    if statement in ("happened", "conditional") and hit.value in _ASKED_FOR and is_asked_for(doc, sentence, hit):
        return "expected"
    if statement == "happened":
        dated = by_date(doc, hit, left, right)
        return "expected" if dated == "happened" and is_goal(doc, sentence, hit.char_start) else dated
    if statement == "conditional" and hit.value in _WEAK_CONDITIONAL:
        is_guided = "expected" in held_values(doc, cues, hit.char_start, hit.char_end)
        return statement if is_guided else None
    return None if statement in ("expected", "conditional") and hit.value in _NEVER_EXPECTED else statement


@cache
def _needs() -> dict[str, str]:
    return {c.rule.id: str(c.data["needs"]) for c in read_cues("milestones") if "needs" in c.data}


def is_supported(doc: Document, found: Found, event: Event, tried: set[str]) -> bool:
    """False for an event whose rule needs more than its words: a trial of the compound, or a product under study."""
    need = _needs().get(event.rule)
    if need is None:
        return True
    if found.compounds.by_ref[event.compound_ref].role not in OWNED:
        return need == "meeting" and event.compound_ref in tried
    return (
        event.compound_ref in tried or is_of_trials(doc, event) or is_at_congress(doc, event.char_start, event.char_end)
    )


def is_of_trials(doc: Document, event: Event) -> bool:
    """True when the event's sentence speaks of trials, patients or clinical data."""
    return bool(_CLINICAL.search(doc.text, event.char_start, event.char_end))


@cache
def _of_topics() -> frozenset[str]:
    """Rules whose words are of what the paragraph is about, though their kind asks for a name."""
    return frozenset(c.rule.id for c in read_cues("milestones") if c.data.get("of") == "topic")


@cache
def _of_goals() -> frozenset[str]:
    """Rules whose words tell something only in a list of goals."""
    return frozenset(c.rule.id for c in read_cues("milestones") if c.data.get("only") == "goal")


@cache
def _exclusions() -> dict[str, re.Pattern[str]]:
    return {
        c.rule.id: re.compile(c.data["unless"], re.IGNORECASE) for c in read_cues("milestones") if "unless" in c.data
    }


def _excluded(doc: Document, sentence: SentenceSpan, hit: Cue) -> bool:
    """True when words near the hit say that it is about something else (a patent, an IND, a court)."""
    if not has_its_name(doc, sentence, hit) or (hit.rule in _of_goals() and not is_goal(doc, sentence, hit.char_start)):
        return True
    unless = _exclusions().get(hit.rule)
    start, end = max(sentence.char_start, hit.char_start - 60), min(sentence.char_end, hit.char_end + 70)
    return unless is not None and bool(unless.search(doc.text, start, end))


def _events(
    doc: Document, sentence: SentenceSpan, hit: Cue, ref: str, statement: Statement, left: int, right: int
) -> list[Event]:
    kind: MilestoneType = hit.value  # type: ignore[assignment]
    agencies: list[str] = [] if kind in _NO_AGENCY else _agencies(doc, sentence, hit, left, right)
    window = _window(doc, hit, left, right) if statement in ("expected", "conditional") else None
    day = past_day(doc, doc.mentions_between(left, right, "period")) if statement == "happened" else None
    diseases = [m.ref for m in doc.mentions_between(left, right, "indication")]
    made = []
    named: list[str | None] = [*agencies] or [None if kind in _NO_AGENCY else _implied(doc, hit)]
    for agency in named:
        made.append(
            Event(
                kind, ref, statement, agency, sentence.char_start, sentence.char_end, hit.rule,
                region=_REGION.get(agency or ""),
                indication_ref=diseases[0] if diseases else None,
                occurred_on=day,
                window=window,
            )
        )  # fmt: skip
    if (
        kind == "chmp_opinion"
        and statement == "happened"
        and "negative" not in doc.text[hit.char_start : hit.char_end].lower()
    ):
        for event in made[:1]:
            event.agency = "CHMP"
            event.region = "EU"
        made = made[:1]
        made.append(
            Event("approval", ref, "expected", "EC", sentence.char_start, sentence.char_end, hit.rule, region="EU",
                  indication_ref=made[0].indication_ref)
        )  # fmt: skip
    return made


@cache
def _implying() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = read_table("milestones")["implied_agency"]
    return tuple((str(agency), re.compile(str(words), re.IGNORECASE)) for agency, words in table.items())


def _implied(doc: Document, hit: Cue) -> str | None:
    """'Its IND is active' is the FDA's doing, unless the release speaks of another agency."""
    named = {m.key for m in doc.of_kind("agency")}
    for agency, words in _implying():
        if named <= {agency} and words.search(doc.text, hit.char_start, hit.char_end):
            return agency
    return None


def _compound(doc: Document, found: Found, sentence: SentenceSpan, hit: Cue, left: int, right: int) -> str | None:
    near = [m for m in doc.mentions_in(sentence, "compound") if m.ref in found.compounds.by_ref]
    if not near:
        return None
    touching = {m.ref for m in near if stands_beside(doc, hit, m.char_start, m.char_end)}
    if len(touching) == 1 and hit.value != "data_reported" and found.compounds.by_ref[str(*touching)].role in OWNED:
        return str(*touching)  # 'approval of X', 'X was approved', whatever else the sentence names
    frame = Frame(Anchor(hit.char_start, hit.char_end), sentence, left, right)
    own = [m for m in near if left <= m.char_start < right]
    if before := in_its_clause(doc, found, hit, own):
        return before
    return investigated(doc, found, frame, own) or investigated(doc, found, frame, near)


def _fallback(
    doc: Document, found: Found, sentence: SentenceSpan, topics: Mapping[int, str], subject: str | None
) -> str | None:
    if doc.mentions_in(sentence, "compound"):
        return None
    spoken_of = topics.get(sentence.index)
    if spoken_of == "":
        return None
    diseases = [str(m.ref) for m in doc.mentions_in(sentence, "indication")]
    return owner_of(doc, found, diseases, spoken_of or subject)


def _agencies(doc: Document, sentence: SentenceSpan, hit: Cue, left: int, right: int) -> list[str]:
    """The agency nearest to the event in its share, with those listed beside it ('the FDA and the EMA')."""
    found = doc.mentions_in(sentence, "agency")
    inside = [m for m in found if left <= m.char_start < right] or found
    if not inside:
        return []
    nearest = min(inside, key=lambda m: min(abs(m.char_start - hit.char_end), abs(hit.char_start - m.char_end)))
    listed = [nearest]
    index = found.index(nearest)
    for after in found[index + 1 :]:
        if _LISTED.fullmatch(doc.text[listed[-1].char_end : after.char_start]):
            listed.append(after)
    for before in reversed(found[:index]):
        if _LISTED.fullmatch(doc.text[before.char_end : listed[0].char_start]):
            listed.insert(0, before)
    return list(dict.fromkeys(m.key for m in listed if m.key))


def _window(doc: Document, hit: Cue, left: int, right: int) -> Window | None:
    ahead = [m for m in doc.mentions_between(left, right, "period") if is_ahead(doc, m) and not is_replaced(doc, m)]
    if not ahead:
        return None
    nearest = min(ahead, key=lambda m: min(abs(m.char_start - hit.char_end), abs(hit.char_start - m.char_end)))
    return make_window(doc, nearest, "readout")
