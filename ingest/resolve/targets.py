"""Target mentions of all nights -> molecular targets: HGNC genes, curated targets, and names that no list knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ingest.records import TargetMention
from ingest.resolve.decisions import Decision
from ingest.resolve.landed import Notes, Row
from ingest.resolve.minting import IdBook
from ingest.resolve.names import compound_key
from ingest.resolve.ruling import Rulings
from ingest.resolve.sightings import Sighting, count_first, join_sightings
from ingest.vocabulary.vocabulary import Lexicon


def resolve_targets(
    mentions: Iterable[TargetMention], notes: Notes, book: IdBook, decisions: Sequence[Decision], lexicon: Lexicon
) -> dict[str, list[Row]]:
    """The tables ``targets``, ``target_refs`` and ``target_aliases``."""
    by_ref: dict[str, list[TargetMention]] = defaultdict(list)
    for mention in mentions:
        by_ref[mention.target_ref].append(mention)
    rulings = Rulings.of("target", decisions, compound_key, lexicon)
    joined = join_sightings(
        [_sight(ref, group, notes) for ref, group in by_ref.items()], rulings.merges, rulings.splits
    )
    ids = book.assign(joined.components)
    forms: dict[str, list[str]] = defaultdict(list)
    for ref, component in joined.component_of.items():
        forms[component].extend(name for mention in by_ref[ref] for name in (mention.name, *mention.names))
    targets = []
    for component, key in joined.vocabulary_keys.items():
        entity = lexicon.entity(key) if key else None
        printed = count_first(forms[component])
        is_gene = bool(key and key.startswith("hgnc:"))
        targets.append(
            {
                "target_id": ids[component],
                "symbol": entity.name if entity and is_gene else None,
                "target_name": rulings.name_of(joined.components[component])
                or (entity.names[min(1, len(entity.names) - 1)] if entity and is_gene else None)
                or (entity.name if entity else printed),
                "mapping_status": "mapped" if entity else "unmapped",
            }
        )
    return {
        "targets": sorted(targets, key=lambda row: str(row["target_id"])),
        "target_refs": [{"target_ref": r, "target_id": ids[c]} for r, c in sorted(joined.component_of.items())],
        "target_aliases": [
            {"target_id": i, "alias": a} for i, a in sorted({(ids[c], a) for c, names in forms.items() for a in names})
        ],
    }


def _sight(ref: str, mentions: Sequence[TargetMention], notes: Notes) -> Sighting:
    first = mentions[0]
    note = notes[first.release_id]
    key = count_first(m.vocabulary_key for m in mentions)
    names = tuple(dict.fromkeys(compound_key(m.name) or m.name for m in mentions))
    known = tuple((name, key) for name in names) if key else ()
    return Sighting(ref, first.release_id, note.arrived, (key,) if key else names, known, votes=note.votes)
