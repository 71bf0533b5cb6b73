"""The diseases of a trial: those of its own frames, else those of the words about it, else the compound's main disease."""

from __future__ import annotations

from collections import Counter

from ingest.extract.context import PIPELINE_SECTIONS
from ingest.extract.document import Document
from ingest.extract.findings import Found
from ingest.extract.trials_merge import Trial

_SHARE = 0.5  # of all mentions of diseases beside the compound: then it is the main one


def diseases_of(doc: Document, trial: Trial, main: dict[str, str]) -> tuple[str, ...]:
    """The refs in the order named; ``main`` is what main_diseases gave."""
    for frame in [*trial.frames, *trial.said_of]:
        if frame.indication_refs:
            return frame.indication_refs
    for frame in trial.frames:
        inside = doc.mentions_in(frame.sentence, "indication")
        if len({m.ref for m in inside}) == 1 and inside[0].ref:
            return (inside[0].ref,)
    return (main[trial.compound_ref],) if trial.compound_ref in main else ()


def main_diseases(doc: Document, found: Found) -> dict[str, str]:
    """compound_ref -> the disease that its sentences (and the headline) mostly name; none where two share the place."""
    counts: dict[str, Counter[str]] = {}
    whole: Counter[str] = Counter()
    for sentence in doc.sentences:
        if sentence.section not in PIPELINE_SECTIONS:
            continue
        refs = [m.ref for m in doc.mentions_in(sentence, "indication") if m.ref]
        if not refs:
            continue
        weight = 3 if sentence.section == "headline" else 1
        compounds = {m.ref for m in doc.mentions_in(sentence, "compound") if m.ref}
        if sentence.section not in ("about_company",):
            whole.update({ref: weight for ref in refs})
        for compound in compounds:
            counts.setdefault(compound, Counter()).update({ref: weight for ref in refs})
    main = {}
    for compound in found.compounds.by_ref:
        counter = counts.get(compound) or (whole if len(found.compounds.by_ref) == 1 else Counter())
        if not counter:
            continue
        (ref, top), total = counter.most_common(1)[0], sum(counter.values())
        if top / total >= _SHARE:
            main[compound] = ref
    return main
