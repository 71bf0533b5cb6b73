"""What a release says of each compound: role, owner, modality, stage reached and planned, as rows with quotes.

One row with a null indication for the compound as a whole, and one per disease whose stage the text tells.
"""

from __future__ import annotations

from collections.abc import Iterable

from ingest.extract.document import Document
from ingest.extract.findings import OWNED, CompoundEntry, Drafted, Found, Quote
from ingest.extract.stages import StageFinding, highest
from ingest.records import STAGE_RANK, CompoundMention, Stage, hash_id, name_key

_VERSION = "rules-1"
_SURE = (("stages.sells", 0.6), ("stages.submitted", 0.7), ("stages.", 0.85), ("milestones.", 0.88), ("", 0.95))
"""How often the stage is right, by the rule that told it (counted on the labelled folds)."""


def draft_compounds(
    doc: Document, found: Found, stages: Iterable[StageFinding]
) -> tuple[Drafted[CompoundMention], ...]:
    """The rows of all compounds in the order in which the release names them."""
    of_ref: dict[str, list[StageFinding]] = {}
    for finding in stages:
        of_ref.setdefault(finding.ref, []).append(finding)
    drafts: list[Drafted[CompoundMention]] = []
    for entry in found.compounds.by_ref.values():
        named = _named(doc, found, entry)
        if named:
            drafts += _rows(doc, entry, of_ref.get(entry.ref, []), named)
    return tuple(drafts)


def _rows(
    doc: Document, entry: CompoundEntry, findings: list[StageFinding], named: Quote
) -> Iterable[Drafted[CompoundMention]]:
    if entry.role not in OWNED:
        findings = []
    yield _row(doc, entry, None, findings, named)
    diseases = dict.fromkeys(ref for f in findings for ref in f.indication_refs)
    for disease in diseases:
        yield _row(doc, entry, disease, [f for f in findings if disease in f.indication_refs], named)


def _row(
    doc: Document, entry: CompoundEntry, indication: str | None, findings: list[StageFinding], named: Quote
) -> Drafted[CompoundMention]:
    reached, planned = highest(findings, True), highest(findings, False)
    release_id = doc.release.release_id
    quotes = [named] if indication is None else []
    quotes += [q for finding in (reached, planned) if finding for q in finding.quotes[:2]]
    if entry.modality_quote and indication is None:
        quotes.append(entry.modality_quote)
    record = CompoundMention(
        compound_fact_id=hash_id("compound_fact", release_id, name_key(entry.names[0]), indication),
        release_id=release_id,
        compound_ref=entry.ref,
        indication_ref=indication,
        role=entry.role,
        owner_company_ref=entry.owner_company_ref,
        modality=entry.modality,
        development_stage=reached.stage if reached else None,
        planned_stage=_ahead(planned, reached),
        confidence=_confidence(entry, reached),
        extractor_version=_VERSION,
    )
    return Drafted(record, tuple(dict.fromkeys(quotes)))


def _confidence(entry: CompoundEntry, reached: StageFinding | None) -> float:
    """That it is a compound, and that the stage is right where one is told."""
    if reached is None:
        return entry.confidence
    rule = reached.quotes[0][2]
    return round(entry.confidence * next(share for start, share in _SURE if rule.startswith(start)), 2)


def _ahead(planned: StageFinding | None, reached: StageFinding | None) -> Stage | None:
    """A planned stage is told only when it lies ahead of what is reached."""
    from_rank = -1 if reached is None else _rank(reached)
    return planned.stage if planned and _rank(planned) > from_rank else None


def _rank(finding: StageFinding) -> int:
    return STAGE_RANK[finding.stage]


def _named(doc: Document, found: Found, entry: CompoundEntry) -> Quote | None:
    """The sentence that first names the compound."""
    for mention in found.compounds.mentions:
        if mention.ref == entry.ref and mention.value == "name":
            sentence = doc.sentence_of(mention.char_start)
            start, end = (
                (sentence.char_start, sentence.char_end) if sentence else (mention.char_start, mention.char_end)
            )
            return (start, end, "compound/named")
    return None
