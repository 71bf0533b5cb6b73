"""Places of diseases put together: spellings of one disease share a ref, and the fullest form is its primary name."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from ingest.extract.document import Document, Mention
from ingest.extract.findings import IndicationFindings
from ingest.records import IndicationName, hash_id
from ingest.vocabulary.terms import term_key
from ingest.vocabulary.vocabulary import load

_PLURAL = re.compile(r"(?<=[a-z])s$")


@dataclass(frozen=True, slots=True)
class FoundDisease:
    """One place of a disease, its name as it is printed there, and what tells it apart from others."""

    start: int
    end: int
    name: str
    key: str | None
    identity: str | None = None  # of a subtype: its markers and the disease that it is a subtype of
    base: str | None = None  # the key of that disease
    full: str | None = None  # the name of a subtype with its abbreviation spelled out


def group_diseases(doc: Document, found: list[FoundDisease]) -> IndicationFindings:
    """The diseases by identity: their names, the primary one of each, and each place as a mention."""
    release_id = doc.release.release_id
    identities: dict[str, str] = {}
    groups: dict[str, list[FoundDisease]] = {}
    for item in found:
        term = " ".join(_PLURAL.sub("", word) for word in term_key(item.name).split())
        identity = item.key or item.identity or identities.get(term) or f"name {term_key(item.name)}"
        identities.setdefault(term, identity)
        groups.setdefault(identity, []).append(item)
    names: list[IndicationName] = []
    mentions: list[Mention] = []
    primary: dict[str, str] = {}
    full: dict[str, str] = {}
    keys: dict[str, str] = {}
    entities = load().diseases.entities
    for identity, items in groups.items():
        ref = hash_id("indication", release_id, identity)
        forms = Counter(item.name for item in items)
        key = next((item.key for item in items if item.key and ":" in item.key), None)
        chief = term_key(entities[key].name) if key and key in entities else ""
        primary[ref] = max(forms, key=lambda f: (not is_short(f), term_key(f) == chief, forms[f], -len(f)))
        spelled = next((item.full for item in items if item.full), None)
        entity = entities.get(key or "") if is_short(primary[ref]) else None
        full[ref] = spelled or (entity.name if entity else primary[ref])
        if known := key or next((item.base for item in items if item.base), None):
            keys[ref] = known
        for form in {term_key(f): f for f in reversed(list(forms))}.values():
            names.append(
                IndicationName(
                    name_id=hash_id("indication_name", release_id, ref, form),
                    release_id=release_id,
                    indication_ref=ref,
                    name=form,
                    is_primary=term_key(form) == term_key(primary[ref]),
                    vocabulary_key=key,
                )
            )
        mentions += [Mention(i.start, i.end, "indication", doc.text[i.start : i.end], key, ref, None) for i in items]
    return IndicationFindings(tuple(names), primary, tuple(sorted(mentions)), full, keys)


def key_of(name: str) -> str | None:
    """The vocabulary's key of a printed name, in the plural too ('B-cell lymphomas')."""
    diseases = load().diseases
    hit = diseases.lookup(name) or (diseases.lookup(name[:-1]) if _PLURAL.search(name) else None)
    return hit.key if hit else None


def is_short(form: str) -> bool:
    """True for an abbreviation, with markers or without ('mCRPC', 'HER2-positive NSCLC')."""
    last = form.rsplit(" ", 1)[-1]
    return sum(c.isupper() for c in last) > 1 and not last.isdigit()
