"""What a compound is called and what it is: its INN, code name and brand, its modality, its aliases; by what is printed.

Belongs here: describing a compound whose names are known. Does not belong here: which names are one compound.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ingest.records import AliasKind, CompoundMention, CompoundName, hash_id
from ingest.resolve.landed import Notes, Row
from ingest.resolve.names import compound_key
from ingest.resolve.sightings import count_first
from ingest.vocabulary.vocabulary import Entity, Lexicon

_VOCABULARY_KINDS: dict[str, AliasKind] = {"code": "code_name", "inn": "inn", "brand": "brand"}
_SUFFIX = re.compile(r"-[a-z]{4}$")
_CELL_OR_VECTOR = re.compile(r"[A-Za-z]{1,6}-(?:cel|vec)$", re.I)
_GENERAL = ("monoclonal_antibody", "protein", "other")
_REFINED = (
    "antibody_drug_conjugate",
    "bispecific_antibody",
    "radioligand",
    "fusion_protein",
    "cell_therapy",
    "vaccine",
)


@dataclass(frozen=True, slots=True)
class Profile:
    """A compound's names with the kind of each printed form, and its modality."""

    names: tuple[CompoundName, ...]
    kinds: dict[str, AliasKind]
    inn: str | None
    code_name: str | None
    brand_name: str | None
    other: str | None
    modality: str | None

    @property
    def shown(self) -> str | None:
        """The name that stands for the compound: INN, else code name, else brand."""
        return self.inn or self.code_name or self.brand_name or self.other


def profile_compound(
    names: Sequence[CompoundName],
    vocabulary_key: str | None,
    modality: str | None,
    notes: Notes,
    lexicon: Lexicon,
) -> Profile:
    """The profile by majority over current releases; the vocabulary's kind of a name beats the reader's."""
    counting = [name for name in names if notes[name.release_id].votes] or list(names)
    kinds = _decide_kinds(names, lexicon)
    best = {
        kind: _most_printed([name.name for name in counting if kinds[name.name] == kind])
        for kind in ("inn", "code_name", "brand", "abbreviation", "descriptor")
    }
    entity = lexicon.entity(vocabulary_key) if vocabulary_key else None
    return Profile(
        names=tuple(names),
        kinds=kinds,
        inn=_bare_of_suffix(_in_small_letters(best["inn"]), vocabulary_key, lexicon),
        code_name=best["code_name"],
        brand_name=best["brand"],
        other=best["abbreviation"] or best["descriptor"],
        modality=modality or (entity.modality if entity else None),
    )


def describe_compound(compound_id: str, profile: Profile, chosen: str) -> Row:
    """The row of ``compounds``; ``chosen`` is the name that a decision gives, or the last resort."""
    return {
        "compound_id": compound_id,
        "compound_name": chosen,
        "code_name": profile.code_name,
        "inn": profile.inn,
        "brand_name": profile.brand_name,
        "modality": profile.modality,
    }


def _decide_kinds(names: Sequence[CompoundName], lexicon: Lexicon) -> dict[str, AliasKind]:
    """The kind of every printed form: one kind per name, however it is spelled."""
    counted: dict[str, Counter[AliasKind]] = defaultdict(Counter)
    forms: dict[str, str] = {}
    for name in names:
        key = compound_key(name.name)
        forms[name.name] = key
        hit = lexicon.lookup(name.name)
        entity = lexicon.entity(hit.key) if hit else None
        kind = _VOCABULARY_KINDS.get(hit.kind) if hit else None
        if hit and hit.kind in ("name", "full") and name.name.islower() and not re.search(r"\d", name.name):
            kind = "inn"
        if entity and key in {compound_key(brand) for brand in _brands_of(entity)}:
            kind = "brand"
        if entity and name.name in entity.abbreviations and not re.search(r"\d", name.name):
            kind = "abbreviation"
        if _CELL_OR_VECTOR.match(name.name):
            kind = "abbreviation"
        counted[key][kind or name.kind] += 100 if kind else 1
    kinds = {key: min(count, key=lambda kind: (-count[kind], _RANK[kind])) for key, count in counted.items()}
    inns = {key for key, kind in kinds.items() if kind == "inn"}
    return {
        form: "inn" if _SUFFIX.search(form) and compound_key(_SUFFIX.sub("", form)) in inns else kinds[key]
        for form, key in forms.items()
    }


def _brands_of(entity: Entity) -> tuple[str, ...]:
    """Its brands; what the vocabulary itself writes with a capital ('Cervarix') is no nonproprietary name either."""
    return (*entity.brands, entity.name) if entity.name[:1].isupper() else entity.brands


_RANK: dict[AliasKind, int] = {"inn": 0, "code_name": 1, "brand": 2, "abbreviation": 3, "descriptor": 4}


def _most_printed(names: Sequence[str]) -> str | None:
    """The commonest spelling of the commonest name; a name with an agency's suffix ('-abcd') counts for the bare one."""
    counted = Counter(compound_key(name) for name in names)
    bare = {name: compound_key(_SUFFIX.sub("", name)) for name in names if _SUFFIX.search(name)}
    for name, key in bare.items():
        if key in counted and key != compound_key(name):
            counted[key] += counted.pop(compound_key(name), 0)
    if not counted:
        return None
    best = min(counted, key=lambda k: (-counted[k], k))
    return count_first(name for name in names if compound_key(name) == best)


def _in_small_letters(inn: str | None) -> str | None:
    """A nonproprietary name as it is written inside a sentence; the letter of 'toxin A' stays."""
    if inn is None or re.search(r"\d", inn):
        return inn
    return " ".join(word if len(word) == 1 else word.lower() for word in inn.split(" "))


def _bare_of_suffix(inn: str | None, vocabulary_key: str | None, lexicon: Lexicon) -> str | None:
    """A nonproprietary name without what the FDA adds to biologics ('fam-...-nxki'), where that means the same substance."""
    if inn and vocabulary_key and _SUFFIX.search(inn):
        bare = _SUFFIX.sub("", inn)
        for name in (bare.partition("-")[2], bare):
            hit = lexicon.lookup(name) if name else None
            if hit and hit.key == vocabulary_key:
                return name
    return inn


def count_modalities(
    mentions: Iterable[CompoundMention], component_of: Mapping[str, str], notes: Notes
) -> dict[str, str | None]:
    """The modality of every component: what most releases say; a finer word that a quarter of them use beats a coarse one."""
    said: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for mention in mentions:
        component = component_of.get(mention.compound_ref)
        if component and mention.modality and notes[mention.release_id].votes:
            said[component][mention.modality].add(mention.release_id)
    return {component: _choose_modality({m: len(r) for m, r in found.items()}) for component, found in said.items()}


def _choose_modality(counted: Mapping[str, int]) -> str | None:
    best = min(counted, key=lambda m: (-counted[m], m), default=None)
    if best in _GENERAL:
        finer = [m for m in _REFINED if 4 * counted.get(m, 0) >= counted[best]]
        return max(finer, key=lambda m: (counted[m], m), default=best)
    return best


def list_aliases(profiles: Mapping[str, Profile], ids: Mapping[str, str], notes: Notes) -> tuple[list[Row], list[Row]]:
    """One alias per compound and printed form, and which surface form of which release is which alias."""
    aliases: list[Row] = []
    links: list[Row] = []
    for component, profile in profiles.items():
        by_form: dict[str, list[CompoundName]] = defaultdict(list)
        for name in profile.names:
            by_form[name.name].append(name)
        for form, group in by_form.items():
            alias_id = hash_id("alias", ids[component], form)
            first = min(group, key=lambda n: (notes[n.release_id].published, notes[n.release_id].arrived, n.release_id))
            aliases.append(
                {
                    "alias_id": alias_id,
                    "compound_id": ids[component],
                    "alias": form,
                    "kind": profile.kinds[form],
                    "first_release_id": first.release_id,
                }
            )
            links.extend({"name_id": name_id, "alias_id": alias_id} for name_id in sorted({n.name_id for n in group}))
    return (
        sorted(aliases, key=lambda row: str(row["alias_id"])),
        sorted(links, key=lambda row: (str(row["name_id"]), str(row["alias_id"]))),
    )
