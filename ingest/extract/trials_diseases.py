"""The diseases of a trial: those of its own frames, else those of the words about it, else the compound's main disease."""

from __future__ import annotations

from collections import Counter

from ingest.extract.context import PIPELINE_SECTIONS
from ingest.extract.document import Document
from ingest.extract.findings import Found
from ingest.extract.frames_links import listed_diseases
from ingest.extract.trials_merge import Trial

_SHARE = 0.5  # of all mentions of diseases beside the compound: then it is the main one


def diseases_of(doc: Document, trial: Trial, main: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The refs in the order named; ``main`` is what main_diseases gave."""
    for frame in [*trial.frames, *trial.said_of]:
        if frame.indication_refs:
            return frame.indication_refs
    for frame in trial.frames:
        inside = doc.mentions_in(frame.sentence, "indication")
        if len({m.ref for m in inside}) == 1 and inside[0].ref:
            return (inside[0].ref,)
    return main.get(trial.compound_ref, ())


def main_diseases(doc: Document, found: Found) -> dict[str, tuple[str, ...]]:
    """compound_ref -> the disease that its sentences (and the headline) mostly name, else the first list of diseases."""
    counts: dict[str, Counter[str]] = {}
    lists: dict[str, tuple[str, ...]] = {}
    whole: Counter[str] = Counter()
    for sentence in doc.sentences:
        if sentence.section not in PIPELINE_SECTIONS:
            continue
        named = [m for m in doc.mentions_in(sentence, "indication") if m.ref]
        if not named:
            continue
        weight = 3 if sentence.section == "headline" else 1
        refs = {str(m.ref): weight for m in named}
        if sentence.section != "about_company":
            whole.update(refs)
        for compound in {m.ref for m in doc.mentions_in(sentence, "compound") if m.ref}:
            counts.setdefault(compound, Counter()).update(refs)
            lists.setdefault(compound, listed_diseases(doc, named))
    main = {}
    for compound in found.compounds.by_ref:
        counter = counts.get(compound) or (whole if len(found.compounds.by_ref) == 1 else Counter())
        if not counter:
            continue
        (ref, top), total = counter.most_common(1)[0], sum(counter.values())
        main[compound] = (ref,) if top / total >= _SHARE else lists.get(compound, ())
    return main
