"""Disease names of all nights -> diseases: vocabulary entries, their parents, and names that no list knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ingest.records import IndicationName
from ingest.resolve.decisions import Decision
from ingest.resolve.landed import Notes, Row
from ingest.resolve.minting import IdBook
from ingest.resolve.names import disease_key
from ingest.resolve.ruling import Rulings
from ingest.resolve.sightings import Joined, Sighting, count_first, join_sightings
from ingest.vocabulary.terms import signs_in_words, term_key
from ingest.vocabulary.vocabulary import Entity, Lexicon


def resolve_indications(
    names: Iterable[IndicationName], notes: Notes, book: IdBook, decisions: Sequence[Decision], lexicon: Lexicon
) -> dict[str, list[Row]]:
    """The tables ``indications``, ``indication_refs`` and ``indication_aliases``."""
    by_ref: dict[str, list[IndicationName]] = defaultdict(list)
    for name in names:
        by_ref[name.indication_ref].append(name)
    rulings = Rulings.of("indication", decisions, disease_key, lexicon)
    sightings = [_sight(ref, group, notes, lexicon) for ref, group in by_ref.items()]
    joined = join_sightings(sightings, rulings.merges, rulings.splits)
    _add_parents(joined, by_ref, lexicon)
    ids = book.assign(joined.components)
    by_key = {key: ids[component] for component, key in joined.vocabulary_keys.items() if key}
    forms: dict[str, list[str]] = defaultdict(list)
    primary: dict[str, list[str]] = defaultdict(list)
    keys_seen: dict[str, set[str]] = defaultdict(set)
    for ref, component in joined.component_of.items():
        forms[component].extend(name.name for name in by_ref[ref])
        primary[component].extend(name.name for name in by_ref[ref] if name.is_primary)
        keys_seen[component].update(n.vocabulary_key for n in by_ref[ref] if n.vocabulary_key)
    rows = []
    for component, key in joined.vocabulary_keys.items():
        entity = lexicon.entity(key) if key else None
        printed = rulings.name_of(joined.components[component]) or count_first(primary[component] or forms[component])
        parent = _parent_key(entity, printed or "", lexicon)
        area = entity.therapeutic_area if entity else None
        rows.append(
            {
                "indication_id": ids[component],
                "indication_name": rulings.name_of(joined.components[component])
                or (entity.name if entity else printed),
                "mondo_id": key.replace("mondo:", "MONDO:") if key and key.startswith("mondo:") else None,
                "mesh_id": entity.mesh_id if entity else None,
                "therapeutic_area": area or _area_above(parent, lexicon),
                "parent_indication_id": by_key.get(parent) if parent and parent != key else None,
                "mapping_status": _status(entity, keys_seen[component]),
            }
        )
    return {
        "indications": sorted(rows, key=lambda row: str(row["indication_id"])),
        "indication_refs": [
            {"indication_ref": r, "indication_id": ids[c]} for r, c in sorted(joined.component_of.items())
        ],
        "indication_aliases": [
            {"indication_id": i, "alias": a} for i, a in sorted({(ids[c], a) for c, f in forms.items() for a in f})
        ],
    }


def _sight(ref: str, names: Sequence[IndicationName], notes: Notes, lexicon: Lexicon) -> Sighting:
    """A disease is what its vocabulary key says; without one, what its main name says."""
    first = names[0]
    note = notes[first.release_id]
    main = next((n for n in names if n.is_primary), first)
    key = count_first(n.vocabulary_key for n in names)
    if key is None:
        hit = lexicon.lookup(signs_in_words(main.name))
        key = hit.key if hit else None
    strong = (key,) if key else (disease_key(main.name) or term_key(main.name) or main.name,)
    return Sighting(ref, first.release_id, note.arrived, strong, votes=note.votes)


def _status(entity: Entity | None, keys: set[str]) -> str:
    if entity is None:
        return "unmapped"
    return "ambiguous" if len(keys) > 1 else "mapped"


def _parent_key(entity: Entity | None, name: str, lexicon: Lexicon) -> str | None:
    """The broader disease: the vocabulary's; for a name it lacks, the longest end of the name that it knows."""
    if entity and entity.parent_key:
        return entity.parent_key
    words = term_key(entity.name if entity else name).split()
    for start in range(1, len(words)):
        hit = lexicon.terms.get(" ".join(words[start:]))
        if hit and hit.kind != "symbol" and (entity is None or hit.key != entity.key):
            return hit.key
    return None


def _area_above(key: str | None, lexicon: Lexicon) -> str | None:
    seen: set[str] = set()
    while key and key not in seen:
        seen.add(key)
        entity = lexicon.entity(key)
        if entity is None:
            return None
        if entity.therapeutic_area:
            return entity.therapeutic_area
        key = entity.parent_key
    return None


def _add_parents(joined: Joined, by_ref: dict[str, list[IndicationName]], lexicon: Lexicon) -> None:
    """Adds the diseases under which the named ones stand, up to their therapeutic area."""
    main: dict[str, str] = {}
    for ref, component in sorted(joined.component_of.items()):
        main.setdefault(component, next((n.name for n in by_ref[ref] if n.is_primary), by_ref[ref][0].name))
    known = {key for key in joined.vocabulary_keys.values() if key}
    wanted = [
        _parent_key(lexicon.entity(key) if key else None, main.get(component, ""), lexicon)
        for component, key in joined.vocabulary_keys.items()
    ]
    while wanted:
        key = wanted.pop()
        entity = lexicon.entity(key) if key else None
        if key is None or entity is None or key in known or not entity.therapeutic_area:
            continue  # above the therapeutic areas stand only words of the ontology ('human disease')
        known.add(key)
        joined.components[key] = [key]
        joined.vocabulary_keys[key] = key
        wanted.append(_parent_key(entity, "", lexicon))
