"""Compound names of all nights -> compounds: one substance or named product, with every name that releases print."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ingest.records import CompoundMention, CompoundName
from ingest.resolve.compound_names import count_modalities, describe_compound, list_aliases, profile_compound
from ingest.resolve.decisions import Decision
from ingest.resolve.landed import Notes, Refusal, Row
from ingest.resolve.minting import IdBook
from ingest.resolve.names import compound_key, general_words
from ingest.resolve.ruling import Rulings
from ingest.resolve.sightings import Sighting, join_sightings
from ingest.vocabulary.vocabulary import Lexicon, Vocabulary

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
    lexicon = vocabulary.compounds
    sightings = [_sight(r, group, notes, issuers, vocabulary, rulings) for r, group in by_ref.items()]
    joined = join_sightings(sightings, rulings.merges, rulings.splits)
    ids = book.assign(joined.components)
    by_component: dict[str, list[CompoundName]] = defaultdict(list)
    for ref, component in sorted(joined.component_of.items()):
        own = [name for name in by_ref[ref] if (ref, compound_key(name.name)) not in joined.strangers]
        by_component[component].extend(own or by_ref[ref])
    modalities = count_modalities(mentions, joined.component_of, notes)
    profiles = {
        component: profile_compound(
            by_component[component], joined.vocabulary_keys[component], modalities.get(component), notes, lexicon
        )
        for component in joined.components
    }
    rows = [
        describe_compound(
            ids[component], profile, rulings.name_of(joined.components[component]) or profile.shown or component
        )
        for component, profile in profiles.items()
    ]
    aliases, alias_names = list_aliases(profiles, ids, notes)
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
    ref: str,
    names: Sequence[CompoundName],
    notes: Notes,
    issuers: Mapping[str, str],
    vocabulary: Vocabulary,
    rulings: Rulings,
) -> Sighting:
    """The keys of a reference, its main name first; a name that the vocabulary knows counts by its entry.

    Unless a decision splits the name from something: then it stands for itself.
    """
    ruled = {left for left, _ in rulings.splits}
    first = names[0]
    note = notes[first.release_id]
    strong: list[str] = []
    links: list[tuple[str, str]] = []
    weak: list[tuple[str, str]] = []
    scope = issuers.get(first.release_id, first.release_id)
    for name in sorted(names, key=lambda n: (not n.is_primary, n.kind not in _STRONG, n.name)):
        key = compound_key(name.name)
        known = None if key in ruled else name.vocabulary_key or _look_up(name, vocabulary)
        if known and not _is_brand_only(known, vocabulary.compounds):
            strong.append(known)
            links.append((key, known))
        elif known or (name.kind in _STRONG and is_specific(name.name, vocabulary.targets)):
            strong.append(key)
        else:
            weak.append((key or name.name, scope))
    keys = tuple(key for key in dict.fromkeys(strong) if key)
    return Sighting(ref, first.release_id, note.arrived, keys, tuple(links), tuple(weak), note.votes)


def _look_up(name: CompoundName, vocabulary: Vocabulary) -> str | None:
    """The vocabulary's entry for a name that the reader of the text did not look up, everyday words left out."""
    if name.kind not in _STRONG or not is_specific(name.name, vocabulary.targets):
        return None
    hit = vocabulary.compounds.lookup(name.name)
    return hit.key if hit and name.name.lower() not in vocabulary.words else None


def _is_brand_only(key: str, lexicon: Lexicon) -> bool:
    """Whether the vocabulary knows only a brand: then a release may still say which substance it is."""
    entity = lexicon.entity(key) if key.startswith("own:") else None
    return entity is not None and not entity.codes and {*entity.names} == {*entity.brands}


def is_specific(name: str, targets: Lexicon) -> bool:
    """Whether a name tells one substance apart: no general word, no gene, more than two signs."""
    key = compound_key(name)
    words = [compound_key(word) for word in name.replace("-", " ").split()]
    hit = targets.lookup(name)
    return len(key) > 2 and not all(word in general_words() for word in words) and not (hit and hit.kind == "symbol")
