"""Drafted facts -> the Extraction: evidence rows for every quote, and refs that nothing names left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from ingest.extract.document import Document
from ingest.extract.findings import Drafted, Found, Quote
from ingest.records import (
    CollaborationMention,
    CompanyName,
    ComponentMention,
    CompoundMention,
    Evidence,
    Extraction,
    FactTable,
    MilestoneMention,
    TargetMention,
    TermMention,
    TrialMention,
    hash_id,
)

RecordT = TypeVar("RecordT")


def assemble(
    doc: Document,
    found: Found,
    compounds: tuple[Drafted[CompoundMention], ...],
    targets: tuple[Drafted[TargetMention], ...],
    components: tuple[Drafted[ComponentMention], ...],
    trials: tuple[Drafted[TrialMention], ...],
    milestones: tuple[Drafted[MilestoneMention], ...],
    collaborations: tuple[Drafted[CollaborationMention], ...],
    terms: tuple[Drafted[TermMention], ...],
) -> Extraction:
    """The Extraction of a document; duplicate ids keep their first record and all quotes."""
    evidence: list[Evidence] = []
    names = _unique(found.compounds.names, lambda r: r.name_id, "compound_aliases", doc, evidence)
    compound_rows = _unique(compounds, lambda r: r.compound_fact_id, "fct_compounds", doc, evidence)
    target_rows = _unique(targets, lambda r: r.target_mention_id, "bridge_compound_targets", doc, evidence)
    component_rows = _unique(components, lambda r: r.component_fact_id, "fct_compound_components", doc, evidence)
    trial_rows = _unique(trials, lambda r: r.trial_fact_id, "fct_trials", doc, evidence)
    milestone_rows = _unique(milestones, lambda r: r.milestone_fact_id, "fct_milestones", doc, evidence)
    deal_rows = _unique(collaborations, lambda r: r.collaboration_fact_id, "fct_collaborations", doc, evidence)
    term_rows = _unique(terms, lambda r: r.term_fact_id, "fct_collaboration_terms", doc, evidence)
    return Extraction(
        release_id=doc.release.release_id,
        compound_names=names,
        company_names=_companies_told_of(found, compound_rows, deal_rows),
        indication_names=found.indications.names,
        compound_mentions=compound_rows,
        target_mentions=target_rows,
        component_mentions=component_rows,
        trial_mentions=trial_rows,
        milestone_mentions=milestone_rows,
        collaboration_mentions=deal_rows,
        term_mentions=term_rows,
        evidence=tuple({row.evidence_id: row for row in evidence}.values()),
    )


def _companies_told_of(
    found: Found, compounds: tuple[CompoundMention, ...], deals: tuple[CollaborationMention, ...]
) -> tuple[CompanyName, ...]:
    """The names of companies that a fact speaks of or that the vocabulary knows.

    What only looks like an institution in passing ('Kidney Week', a hospital of an author) is no row of the warehouse.
    """
    told = {found.companies.issuer_ref, *(row.owner_company_ref for row in compounds)}
    told |= {ref for row in deals for ref in (row.company_ref, row.partner_company_ref)}
    return tuple(name for name in found.companies.names if name.company_ref in told or name.vocabulary_key)


def _unique(
    drafts: Iterable[Drafted[RecordT]],
    id_of: Callable[[RecordT], str],
    table: FactTable,
    doc: Document,
    evidence: list[Evidence],
) -> tuple[RecordT, ...]:
    records: dict[str, RecordT] = {}
    for draft in drafts:
        fact_id = id_of(draft.record)
        records.setdefault(fact_id, draft.record)
        evidence.extend(_evidence_of(doc, table, fact_id, draft.quotes))
    return tuple(records.values())


def _evidence_of(doc: Document, table: FactTable, fact_id: str, quotes: Iterable[Quote]) -> Iterator[Evidence]:
    release_id = doc.release.release_id
    for start, end, rule in quotes:
        sentence = doc.sentence_of(start)
        yield Evidence(
            evidence_id=hash_id("evidence", release_id, table, fact_id, start, end, rule),
            fact_table=table,
            fact_id=fact_id,
            release_id=release_id,
            section=sentence.section if sentence else "body",
            char_start=start,
            char_end=end,
            quote=doc.text[start:end],
            rule=rule,
        )
