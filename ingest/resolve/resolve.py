"""The stage: all landed names in, the tables of ``resolved/`` out. A pure function; puts the resolvers in order.

Order: releases (copies and superseded versions have no vote) -> companies (they scope what an abbreviation means) ->
compounds, indications, targets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any, TypeVar

from ingest.records import CompanyName, CompoundMention, CompoundName, IndicationName, TargetMention
from ingest.resolve.companies import resolve_companies
from ingest.resolve.compounds import resolve_compounds
from ingest.resolve.decisions import Decision
from ingest.resolve.indications import resolve_indications
from ingest.resolve.landed import Landed, Resolution
from ingest.resolve.minting import IdBook
from ingest.resolve.parents import read_parents
from ingest.resolve.releases import resolve_releases
from ingest.resolve.targets import resolve_targets
from ingest.vocabulary.vocabulary import Vocabulary

Named = TypeVar("Named", CompanyName, CompoundName, CompoundMention, IndicationName, TargetMention)


def resolve(
    landed: Landed,
    minted: Iterable[Mapping[str, str]],
    decisions: Sequence[Decision],
    vocabulary: Vocabulary,
    curated_companies: Sequence[Mapping[str, Any]],
) -> Resolution:
    """Every table of ``resolved/`` (rows in a fixed order), the ids to add to the ledger, and the merges refused.

    ``minted`` is the ledger in its order; ``curated_companies`` the entries that tell parents. The order of the landed
    rows does not matter.
    """
    ledger = list(minted)
    books = {kind: IdBook.read(kind, ledger) for kind in ("company", "compound", "indication", "target")}
    result = Resolution()
    tables, notes = resolve_releases(landed.releases, decisions)
    result.tables |= tables
    parents = read_parents(curated_companies, vocabulary.companies)

    def of_landed(names: Iterable[Named]) -> Iterator[Named]:
        """Names of releases that were landed; a release that validate refused leaves none behind."""
        return (name for name in names if name.release_id in notes)

    tables, issuers = resolve_companies(
        of_landed(landed.company_names), notes, books["company"], decisions, vocabulary.companies, parents
    )
    result.tables |= tables
    tables, refused = resolve_compounds(
        of_landed(landed.compound_names),
        of_landed(landed.compound_mentions),
        notes,
        issuers,
        books["compound"],
        decisions,
        vocabulary,
    )
    result.tables |= tables
    result.refused += refused
    result.tables |= resolve_indications(
        of_landed(landed.indication_names), notes, books["indication"], decisions, vocabulary.diseases
    )
    result.tables |= resolve_targets(
        of_landed(landed.target_mentions), notes, books["target"], decisions, vocabulary.targets
    )
    result.tables["decisions"] = [asdict(decision) for decision in decisions]
    result.new_ids = [row for book in books.values() for row in book.new_rows]
    return result
