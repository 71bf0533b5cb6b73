"""A phase told right beside a compound, for compounds whose trial was not made out: 'NBX-1 is in Phase 2'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.extract.context import find_cues, in_scope
from ingest.extract.coordination import joined
from ingest.extract.document import Document, Mention
from ingest.extract.findings import Found, Quote
from ingest.extract.goals import as_goals
from ingest.extract.phases import PhaseValue

_AHEAD = frozenset({"planned", "cleared", "awaited"})
_RUN = frozenset({"started", "ongoing", "running", "enrolled", "completed", "reported", "stopped"})
_IN_PHASE = re.compile(r"\b(?:in|into|entered|through)\s(?:an?\s|the\s)?(?:\w+\s)?$")
_ASSET = re.compile(r"[- ](?:stage|asset|candidate|program|compound|product|drug|therapy|molecule|medicine)s?\b")
_BOTH = re.compile(r"\b(?:both|all|each)\s(?:\w+\s){0,2}in\s(?:an?\s)?$")


@dataclass(frozen=True, slots=True)
class PhaseBeside:
    """One compound and the phase that the text puts beside it."""

    ref: str
    phase: str
    quote: Quote


def find_phases_beside(doc: Document, found: Found) -> Iterator[PhaseBeside]:
    """A phase told beside a compound whose trial was not made out: 'The Phase 2 study evaluated A, B and C'.

    A list needs no more than that nothing is planned; a single compound needs words of a trial that runs or is done.
    """
    for sentence in in_scope(doc):
        phases = [m for m in doc.mentions_in(sentence, "phase") if isinstance(m.value, PhaseValue) and m.value.phase]
        near = [m for m in doc.mentions_in(sentence, "compound") if m.ref in found.compounds.by_ref]
        if not phases or not near:
            continue
        cues = as_goals(doc, sentence, find_cues("status", doc.sentence_text(sentence), sentence.char_start))
        quote = (sentence.char_start, sentence.char_end, "stages.beside_phase")
        refs = joined(doc, near)
        pairs: list[tuple[str, Mention, int, int]]
        if len({_phase_of(m) for m in phases}) == 1 and len(refs) > 1:
            pairs = [(ref, phases[0], sentence.char_start, sentence.char_end) for ref in refs]
        elif _BOTH.search(doc.text[phases[0].char_start - 30 : phases[0].char_start]):
            before = dict.fromkeys(m.ref for m in near if m.ref and m.char_end <= phases[0].char_start)
            pairs = [(ref, phases[0], phases[0].char_start, phases[0].char_end) for ref in before]
        else:
            pairs = [pair for mention in near if (pair := _phase_beside(mention, phases, near))]
        for ref, phase, start, end in pairs:
            values = {c.value for c in cues if c.char_start < end + 30 and c.char_end > start - 30}
            runs = len(refs) > 1 or values & _RUN or _is_in(doc, phase)
            if runs and not values & _AHEAD:
                yield PhaseBeside(ref, _phase_of(phase), quote)


def _is_in(doc: Document, phase: Mention) -> bool:
    """'in Phase 2' and 'a Phase 2 asset' tell where a compound stands, without a trial."""
    before = doc.text[phase.char_start - 20 : phase.char_start]
    return bool(_IN_PHASE.search(before) or _ASSET.match(doc.text, phase.char_end))


def _phase_of(mention: Mention) -> str:
    return (mention.value.phase or "") if isinstance(mention.value, PhaseValue) else ""


def _phase_beside(mention: Mention, phases: list[Mention], near: list[Mention]) -> tuple[str, Mention, int, int] | None:
    """The phase told right behind a compound, else right before it, with no other compound between."""
    others = [m.char_start for m in near if m.ref != mention.ref]
    for phase in phases:
        start, end = sorted((mention.char_end, phase.char_start))
        reach = 170 if phase.char_start > mention.char_start else 60
        if mention.ref and end - start <= reach and not any(start <= other < end for other in others):
            return mention.ref, phase, start, end
    return None
