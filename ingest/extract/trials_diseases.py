"""The diseases of a trial: those of its own frames, else those of the words about it, else the compound's main disease."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from ingest.extract.context import PIPELINE_SECTIONS
from ingest.extract.document import Document, Mention, SentenceSpan
from ingest.extract.findings import Found, IndicationFindings
from ingest.extract.frames_diseases import diseases_respectively, is_class, is_no_subject, is_outcome, listed_diseases
from ingest.extract.indications_broader import is_broader
from ingest.extract.trials_alike import disease_words
from ingest.extract.trials_same import Trial

_ADVERSE = re.compile(
    r"\b(?:adverse (?:events?|reactions?|effects?)|side effects?|safety (?:profile|signals?|findings|analysis)|tolerability"
    r"|serious infections|incidence of|were reported in|cases? of|deaths?|risk of (?:developing|serious))\b",
    re.IGNORECASE,
)
_IN_PATIENTS = re.compile(
    r"(?:(?!\b(?:showed|demonstrated|reported|met|unlike|compared|than|versus|previously|beyond|as well as)\b)[^,;:()]){0,90}?"
    r"\s(?:patients|people|adults|children|subjects|participants)\swith\s",
    re.IGNORECASE,
)
_COHORTS = re.compile(r",?\s(?:including|comprising|of whom|among them)\s\d+\s(?:patients\s|people\s)?with\s")
_MANY = 3  # compounds in one sentence: then each has only the diseases right behind it
_CLASS = re.compile(r"\b(?:diseases|disorders|conditions)$", re.IGNORECASE)  # too broad to be a trial's by inheritance
_SHARE = 0.5  # of all mentions of diseases beside the compound: then it is the main one


def diseases_of(
    doc: Document, trial: Trial, main: dict[str, tuple[str, ...]], named: IndicationFindings
) -> tuple[str, ...]:
    """The refs in the order named; ``main`` is what main_diseases gave."""
    best = _most_exact([f.indication_refs for f in trial.frames], named)
    said = list(dict.fromkeys(f.indication_refs for f in trial.said_of if f.indication_refs))
    chief = main.get(trial.compound_ref, ())
    if not best:  # what is said of 'the study' counts when it fits what the compound is for
        fitting = [refs for refs in said if not chief or any(_are_near(named, a, b) for a in refs for b in chief)]
        best = _most_exact([*fitting, chief] if fitting else [], named)
    elif said == [chief] or (trial.frames[0].is_lead and _is_in_headline(doc, chief)):
        best = _most_exact([best, chief], named)
    if best and not any(disease_words([named.full.get(ref, "")]) != {frozenset()} for ref in best):
        return _most_exact([best, chief], named)  # 'cancer' says less than its main disease
    if best:
        return (*best, *_added(doc, trial, best, named))
    for frame in trial.frames:
        inside = [m for m in doc.mentions_in(frame.sentence, "indication") if not is_no_subject(doc, m)]
        inside = [m for m in inside if not (chief and is_outcome(doc, m))]
        inside = [m for m in inside if not is_class(m)] or inside
        if len({m.ref for m in inside}) == 1 and inside[0].ref:
            return _most_exact([(inside[0].ref,), chief], named)
    return tuple(ref for ref in chief if not _CLASS.search(named.primary.get(ref, "")))


def _is_in_headline(doc: Document, refs: tuple[str, ...]) -> bool:
    """True for the one disease that the headline names: the lead may tell it less exactly."""
    heads = [s for s in doc.sentences[:3] if s.section == "headline"]
    return len(refs) == 1 and {m.ref for s in heads for m in doc.mentions_in(s, "indication")} == set(refs)


def _added(doc: Document, trial: Trial, best: tuple[str, ...], named: IndicationFindings) -> list[str]:
    """The further diseases that another sentence gives a named trial: 'data of the LUNAR trial in patients with gout'."""
    added: list[str] = []
    for frame in [*trial.frames, *trial.said_of] if trial.name else ():
        is_told = frame.anchor.name == trial.name and _IN_PATIENTS.match(doc.text, frame.anchor.char_end)
        if is_told or _COHORTS.match(doc.text, frame.anchor.char_end):
            fresh = [ref for ref in frame.indication_refs if not any(_are_near(named, ref, one) for one in best)]
            added += [ref for ref in fresh if ref not in added]
    return added


def _are_near(named: IndicationFindings, one: str, other: str) -> bool:
    return one == other or is_broader(named, one, other) or is_broader(named, other, one)


def _most_exact(lists: list[tuple[str, ...]], named: IndicationFindings) -> tuple[str, ...]:
    """The first list, unless a later one names the same diseases more exactly ('lupus', then 'systemic lupus …') or more of them."""
    best: tuple[str, ...] = ()
    for refs in lists:
        more = any(is_broader(named, a, b) for a in best for b in refs) or set(best) < set(refs)
        if not best or (refs and more and all(any(a == b or is_broader(named, a, b) for b in refs) for a in best)):
            best = refs
    return best


def main_diseases(doc: Document, found: Found) -> dict[str, tuple[str, ...]]:
    """compound_ref -> the disease that its sentences (and the headline) mostly name, else the first list of diseases."""
    return _main(doc, found, is_outcome) or _main(doc, found, is_no_subject)


def _main(doc: Document, found: Found, is_aside: Callable[[Document, Mention], bool]) -> dict[str, tuple[str, ...]]:
    counts: dict[str, Counter[str]] = {}
    lists: dict[str, tuple[str, ...]] = {}
    whole: Counter[str] = Counter()
    headline: Counter[str] = Counter()
    told: set[str] = set()  # diseases named where nothing adverse is told
    exact = {ref for ref, name in found.indications.primary.items() if any(disease_words([name]))}
    for sentence in doc.sentences:
        if sentence.section not in PIPELINE_SECTIONS:
            continue
        named = [m for m in doc.mentions_in(sentence, "indication") if m.ref and not is_no_subject(doc, m)]
        named = [m for m in named if not is_aside(doc, m)]
        is_told = sentence.section == "headline"
        if named and not is_told and _ADVERSE.search(doc.text, sentence.char_start, sentence.char_end):
            named = [m for m in named if str(m.ref) in told]
        if not named:
            continue
        told.update(str(m.ref) for m in named)
        exactly = [m for m in named if m.ref in exact] or named
        weight = 3 if sentence.section == "headline" else 1
        refs = {str(m.ref): weight for m in named}
        if sentence.section != "about_company":
            whole.update(refs)
        if sentence.section == "headline":
            headline.update(refs)
        pairs = diseases_respectively(doc, sentence)
        for compound, disease in pairs:
            counts.setdefault(compound, Counter()).update({disease: weight})
            lists.setdefault(compound, (disease,))
        for compound, own in () if pairs else _told_of(doc, sentence, exactly):
            counts.setdefault(compound, Counter()).update(refs if own is exactly else {str(m.ref): weight for m in own})
            lists.setdefault(compound, listed_diseases(doc, own))
    main = {}
    entries = found.compounds.by_ref.values()
    subjects = [e.ref for e in entries if e.role == "subject"]
    for compound in found.compounds.by_ref:
        fallback = whole if len(entries) == 1 else headline if subjects == [compound] else Counter()
        counter = counts.get(compound) or fallback
        counter = Counter({ref: n for ref, n in counter.items() if ref in exact}) or counter
        if not counter:
            continue
        (ref, top), total = counter.most_common(1)[0], sum(counter.values())
        narrower = [r for r, n in counter.items() if n * 3 >= top and is_broader(found.indications, ref, r)]
        ref = narrower[0] if len(narrower) == 1 else ref  # 'heart failure' and, as often, 'heart failure with …'
        main[compound] = (ref,) if top / total > _SHARE else lists.get(compound, ())
    return main


def _told_of(doc: Document, sentence: SentenceSpan, named: list[Mention]) -> list[tuple[str, list[Mention]]]:
    """Each compound of a sentence with its diseases: all of them, but in a list of programs those behind each."""
    places = [m for m in doc.mentions_in(sentence, "compound") if m.ref]
    refs = list(dict.fromkeys(str(m.ref) for m in places))
    if len(refs) < _MANY or len({m.ref for m in named}) < 2:
        return [(ref, named) for ref in refs]
    out: dict[str, list[Mention]] = {}
    ends = [m.char_start for m in places[1:]] + [sentence.char_end]
    waiting: list[str] = []
    for place, end in zip(places, ends, strict=True):
        waiting.append(str(place.ref))
        behind = [m for m in named if place.char_end <= m.char_start < end]
        if behind:  # 'A with B and C in gout': those before share it
            for ref in waiting:
                out.setdefault(ref, []).extend(behind)
            waiting = []
    return list(out.items()) or [(ref, named) for ref in refs]
