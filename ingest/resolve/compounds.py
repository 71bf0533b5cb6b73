"""Compound names of all nights -> compounds: one substance or named product, with every name that releases print."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from ingest.records import AliasKind, CompoundMention, CompoundName, hash_id
from ingest.resolve.decisions import Decision
from ingest.resolve.landed import Notes, Refusal, Row
from ingest.resolve.minting import IdBook
from ingest.resolve.names import compound_key, general_words
from ingest.resolve.ruling import Rulings
from ingest.resolve.sightings import Joined, Sighting, count_first, join_sightings
from ingest.vocabulary.vocabulary import Entity, Lexicon, Vocabulary

_KINDS = get_args(AliasKind)
_STRONG = ("code_name", "inn", "brand")


def resolve_compounds(
    names: Iterable[CompoundName],
    mentions: Iterable[CompoundMention],
    notes: Notes,
    issuers: Mapping[str, str],
    book: IdBook,
    decisions: Sequence[Decision],
    vocabulary: Vocabulary,
) -> tuple[dict[str, list[Row]], list[Refusal]]:
    """The tables ``compounds`` and ``compound_refs``, ``_aliases``, ``_alias_names``; and the merges refused."""
    by_ref: dict[str, list[CompoundName]] = defaultdict(list)
    for name in names:
        by_ref[name.compound_ref].append(name)
    rulings = Rulings.of("compound", decisions, compound_key, vocabulary.compounds)
    sightings = [_sight(r, group, notes, issuers, vocabulary.targets) for r, group in by_ref.items()]
    joined = join_sightings(sightings, rulings.merges, rulings.splits)
    ids = book.assign(joined.components)
    by_component: dict[str, list[CompoundName]] = defaultdict(list)
    for ref, component in sorted(joined.component_of.items()):
        by_component[component].extend(by_ref[ref])
    modalities = _count_modalities(mentions, joined, notes)
    lexicon = vocabulary.compounds
    rows = [
        _describe(c, ids[c], joined, by_component[c], rulings, modalities.get(c), lexicon, notes)
        for c in joined.components
    ]
    aliases, alias_names = _list_aliases(by_component, ids, notes)
    tables = {
        "compounds": sorted(rows, key=lambda row: str(row["compound_id"])),
        "compound_refs": [{"compound_ref": r, "compound_id": ids[c]} for r, c in sorted(joined.component_of.items())],
        "compound_aliases": aliases,
        "compound_alias_names": alias_names,
    }
    refused = [
        Refusal("compound", r.left_key, r.right_key, r.reason, min(r.release_ids, key=lambda i: notes[i].arrived))
        for r in joined.refused
        if r.reason != "decided_apart"
    ]
    return tables, refused


def _sight(
    ref: str, names: Sequence[CompoundName], notes: Notes, issuers: Mapping[str, str], targets: Lexicon
) -> Sighting:
    """The keys of a reference, its main name first; a vocabulary key stands before the name that has it."""
    first = names[0]
    note = notes[first.release_id]
    strong: list[str] = []
    weak: list[tuple[str, str]] = []
    scope = issuers.get(first.release_id, first.release_id)
    for name in sorted(names, key=lambda n: (not n.is_primary, n.kind not in _STRONG, n.name)):
        key = compound_key(name.name)
        if name.vocabulary_key:
            strong += [name.vocabulary_key, key]
        elif name.kind in _STRONG and is_specific(name.name, targets):
            strong.append(key)
        else:
            weak.append((key or name.name, scope))
    return Sighting(
        ref, first.release_id, note.arrived, tuple(k for k in dict.fromkeys(strong) if k), tuple(weak), note.votes
    )


def is_specific(name: str, targets: Lexicon) -> bool:
    """Whether a name tells one substance apart: no general word, no gene, more than two signs."""
    key = compound_key(name)
    words = [compound_key(word) for word in name.replace("-", " ").split()]
    hit = targets.lookup(name)
    return len(key) > 2 and not all(word in general_words() for word in words) and not (hit and hit.kind == "symbol")


def _count_modalities(mentions: Iterable[CompoundMention], joined: Joined, notes: Notes) -> dict[str, str | None]:
    counted: dict[str, list[str | None]] = defaultdict(list)
    for mention in mentions:
        component = joined.component_of.get(mention.compound_ref)
        if component and notes[mention.release_id].votes:
            counted[component].append(mention.modality)
    return {component: count_first(values) for component, values in counted.items()}


def _describe(
    component: str,
    compound_id: str,
    joined: Joined,
    names: Sequence[CompoundName],
    rulings: Rulings,
    modality: str | None,
    lexicon: Lexicon,
    notes: Notes,
) -> Row:
    """One row of ``compounds``; names are the printed ones, by majority over current releases."""
    counting = [name for name in names if notes[name.release_id].votes] or list(names)
    key = joined.vocabulary_keys[component]
    entity: Entity | None = lexicon.entity(key) if key else None
    best = {kind: _most_printed([n.name for n in counting if n.kind == kind]) for kind in _KINDS}
    shown = best["inn"] or best["code_name"] or best["brand"] or best["abbreviation"] or best["descriptor"]
    return {
        "compound_id": compound_id,
        "compound_name": rulings.name_of(joined.components[component]) or shown or component,
        "code_name": best["code_name"],
        "inn": best["inn"],
        "brand_name": best["brand"],
        "modality": modality or (entity.modality if entity else None),
    }


def _most_printed(names: Sequence[str]) -> str | None:
    """The commonest spelling of the commonest name."""
    counted = Counter(compound_key(name) for name in names)
    if not counted:
        return None
    best = min(counted, key=lambda k: (-counted[k], k))
    return count_first(name for name in names if compound_key(name) == best)


def _list_aliases(
    by_component: Mapping[str, Sequence[CompoundName]], ids: Mapping[str, str], notes: Notes
) -> tuple[list[Row], list[Row]]:
    """One alias per compound and printed form, and which surface form of which release is which alias."""
    aliases: list[Row] = []
    links: list[Row] = []
    for component, names in by_component.items():
        by_form: dict[str, list[CompoundName]] = defaultdict(list)
        for name in names:
            by_form[name.name].append(name)
        for form, group in by_form.items():
            alias_id = hash_id("alias", ids[component], form)
            first = min(group, key=lambda n: (notes[n.release_id].published, notes[n.release_id].arrived, n.release_id))
            aliases.append(
                {
                    "alias_id": alias_id,
                    "compound_id": ids[component],
                    "alias": form,
                    "kind": count_first(name.kind for name in group),
                    "first_release_id": first.release_id,
                }
            )
            links.extend({"name_id": name_id, "alias_id": alias_id} for name_id in {n.name_id for n in group})
    return (
        sorted(aliases, key=lambda row: str(row["alias_id"])),
        sorted(links, key=lambda row: (str(row["name_id"]), str(row["alias_id"]))),
    )
