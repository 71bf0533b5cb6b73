"""The parts that a release names of a compound: antibody, antigen, payload, linker, platform, vector, test, mechanism.

A part belongs to the compound beside it in the sentence, else to the one that the paragraph speaks of. 'All three product
candidates utilize …' gives the part to every own compound named in the sentence or just before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ingest.extract.anchors import Anchored
from ingest.extract.context import PIPELINE_SECTIONS, in_scope
from ingest.extract.document import Document, Mention, SentenceSpan
from ingest.extract.findings import OWNED, CompoundEntry, Drafted, Found, Quote
from ingest.extract.frames_topics import main_subject, paragraph_topics
from ingest.extract.rulebook import Rule, RuleBook, read_rules, read_table
from ingest.records import Component, ComponentMention, Modality, TargetMention, hash_id, name_key

_VERSION = "rules-1"
_CONJUGATES: frozenset[Modality | None] = frozenset({"antibody_drug_conjugate", "radioligand"})
_GENETIC: frozenset[Modality | None] = frozenset({"gene_therapy", "vaccine", "rna", "cell_therapy"})
_ANTIGEN_OF: frozenset[Modality | None] = frozenset(
    {"antibody_drug_conjugate", "cell_therapy", "vaccine", "bispecific_antibody", "radioligand"}
)
_AIMED = frozenset({"target/anti", "target/suffix", "target/verb", "target/called", "target/noun"})
_ALL = re.compile(
    r"\b(?:all|both|each)\s+(?:(?:of|the|these|our|its|two|three|four|five|product|drug|clinical|compounds|lead)\s+){0,4}(?:candidates|compounds|programs|products|product\s+candidates)\b",
    re.IGNORECASE,
)
_BACK = 3
_AIMED_AT = re.compile(
    r"[-‑](?:[a-z]+ing|directed|specific|targeted)$|^(?:HER2|CD\d+|EGFR|PD-L?1|Trop-?2|TROP-?2|BCMA)$"
)
_APPOSED = re.compile(
    r"^(?:\s?(?:®|™))?(?:\s\([^)]{1,60}\))?(?:,|\sis|\sare|\swas|\s[–—-])\s(?:an?|the|our|its)\s(?:[\w/-]+,?\s+){0,4}?$",
    re.IGNORECASE,
)


def find_components(
    doc: Document, found: Found, targets: tuple[Drafted[TargetMention], ...]
) -> tuple[Drafted[ComponentMention], ...]:
    """One row per compound, component and value, with its quotes."""
    if not found.compounds.by_ref:
        return ()
    drafts: dict[tuple[str, str, str], Drafted[ComponentMention]] = {}
    for ref, component, value, quote in [*_from_rules(doc, found), *_antigens(found, targets)]:
        key = (ref, component, name_key(value))
        if key in drafts:
            drafts[key] = Drafted(drafts[key].record, tuple(dict.fromkeys((*drafts[key].quotes, quote)))[:3])
        else:
            drafts[key] = Drafted(_record(doc, ref, component, value), (quote,))
    return tuple(drafts.values())


def component_rules() -> RuleBook:
    """The rules with their shared words filled in."""
    return read_rules("components", {f"{{{k}}}": str(v) for k, v in read_table("components")["words"].items()})


@cache
def _anchored() -> Anchored[Rule]:
    return Anchored((rule, rule.data["anchor"]) for rule in component_rules())


@cache
def _not_parts() -> frozenset[str]:
    return frozenset(name_key(str(word)) for word in component_rules().header["not_parts"])


def _from_rules(doc: Document, found: Found) -> Iterator[tuple[str, Component, str, Quote]]:
    topics = paragraph_topics(doc, found)
    subject = main_subject(found, doc)
    recent: list[set[str]] = []
    taken = {name_key(name) for entry in found.compounds.by_ref.values() for name in entry.names}
    taken |= {name_key(name.name) for name in found.companies.names}
    taken |= _not_parts()
    for sentence in in_scope(doc, PIPELINE_SECTIONS):
        words = doc.sentence_text(sentence)
        near = [m for m in doc.mentions_in(sentence, "compound") if m.ref in found.compounds.by_ref]
        recent = [*recent, {m.ref for m in near if m.ref}][-_BACK - 1 :]
        for rule in _anchored().standing_in(words.lower()):
            for match in rule.regex.finditer(words):
                group = "v" if match["v"] else "v2"
                value = " ".join(match[group].replace("®", "").replace("™", "").split())
                start = sentence.char_start + match.start(group)
                refs = _owners(doc, found, sentence, near, start, recent, rule)
                if not refs and not near and rule.data["component"] != "mechanism":
                    refs = [topic] if (topic := topics.get(sentence.index) or subject) else []
                for ref in refs:
                    entry = found.compounds.by_ref[ref]
                    is_kind = rule.data["component"] == "antibody" and _AIMED_AT.search(value)
                    if _may_have(entry, rule) and name_key(value) not in taken and not is_kind:
                        yield ref, rule.data["component"], value, (sentence.char_start, sentence.char_end, rule.id)


def _owners(
    doc: Document,
    found: Found,
    sentence: SentenceSpan,
    near: list[Mention],
    start: int,
    recent: list[set[str]],
    rule: Rule,
) -> list[str]:
    """The compounds of the sentence that the part belongs to."""
    if rule.data["component"] == "mechanism":
        return [m.ref for m in near if m.ref and m.char_end < start and _APPOSED.match(doc.text[m.char_end : start])]
    if _ALL.search(doc.text, sentence.char_start, sentence.char_end):
        refs = {ref for refs in recent for ref in refs}
        return sorted(r for r in refs if found.compounds.by_ref[r].role in OWNED)
    owned = [m for m in near if found.compounds.by_ref[m.ref or ""].role in OWNED]
    before = [m for m in owned if m.char_end <= start]
    after = [m for m in owned if m.char_start > start]
    chosen = before[-1:] or after[:1]
    return [m.ref for m in chosen if m.ref]


def _may_have(entry: CompoundEntry, rule: Rule) -> bool:
    kind = rule.data.get("only_in")
    if kind == "conjugate":
        return entry.modality in _CONJUGATES
    if kind == "genetic":
        return entry.modality in _GENETIC
    return True


def _antigens(found: Found, targets: tuple[Drafted[TargetMention], ...]) -> Iterator[tuple[str, Component, str, Quote]]:
    """What conjugates, engineered cells and vaccines are aimed at is their antigen too."""
    for draft in targets:
        entry = found.compounds.by_ref[draft.record.compound_ref]
        if entry.modality in _ANTIGEN_OF and draft.quotes[0][2] in _AIMED:
            yield entry.ref, "antigen", draft.record.name, draft.quotes[0]


def _record(doc: Document, ref: str, component: Component, value: str) -> ComponentMention:
    release_id = doc.release.release_id
    return ComponentMention(
        component_fact_id=hash_id("component", release_id, ref, component, name_key(value)),
        release_id=release_id,
        compound_ref=ref,
        component=component,
        value=value,
        confidence=0.8,
        extractor_version=_VERSION,
    )
