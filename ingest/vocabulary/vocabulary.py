"""The vocabulary in memory: which term means which substance, gene, disease or company, and what is known of it.

``load()`` reads the snapshot once per process (half a second; a fifth of that when it was kept, see kept.py). Keys:
'unii:…', 'hgnc:…', 'mondo:…', 'cik:…' and 'own:…' (curated). Looking names up is by term key (terms.py); whether a
printed form may mean the term (case, common words) is told by ``TermHit.kind`` and decided by the reader of the text.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable
from functools import cache

from ingest.vocabulary.kept import keep, places, read_kept, source_key
from ingest.vocabulary.lexicon import Entity, Lexicon, TermHit, TermKind, Vocabulary, as_plain, from_plain
from ingest.vocabulary.snapshot import read_lines, read_own
from ingest.vocabulary.terms import fold, term_key

__all__ = ["Entity", "Lexicon", "TermHit", "TermKind", "Vocabulary", "load"]


@cache
def load() -> Vocabulary:
    """The vocabulary; read on first use, then shared. Raises VocabularyError when a file is missing or broken."""
    is_collecting = gc.isenabled()
    gc.disable()  # half a million objects that all stay: looking for garbage among them costs a quarter of the time
    try:
        key = source_key()
        plain = read_kept(key, places())
        if plain is not None:
            return from_plain(plain)
        vocabulary = _load()
        keep(key, as_plain(vocabulary), places())
        return vocabulary
    finally:
        if is_collecting:
            gc.enable()


def _load() -> Vocabulary:
    compounds = _compounds()
    return Vocabulary(
        compounds=compounds,
        targets=_targets(),
        diseases=_diseases(),
        companies=_companies(),
        words=_words(compounds),
    )


# --- files to lexicons ------------------------------------------------------------------------------------------------


def _words(compounds: Lexicon) -> frozenset[str]:
    """Words of the ontologies and of the trade that are no names of substances."""
    words = {*read_lines("words"), *read_lines("everyday")}
    return frozenset(w for w in words if (hit := compounds.terms.get(w)) is None or hit.kind not in ("inn", "name"))


_COMPOUND_KINDS: dict[str, TermKind] = {"c": "code", "i": "inn", "b": "brand", "n": "name"}


def _compounds() -> Lexicon:
    lexicon = Lexicon()
    for line in read_lines("compounds"):
        key, display, *typed = line.split("\t")
        names: dict[str, list[str]] = {"c": [], "i": [], "b": [], "n": []}
        for entry in typed:
            letter, name = entry[0], entry[2:]
            names[letter].append(name)
            lexicon.add_term(_quick_key(name), TermHit(key, _COMPOUND_KINDS[letter]))
        lexicon.add_term(_quick_key(display), TermHit(key, "name"), replace=True)
        lexicon.entities[key] = Entity(
            key, display.lower(), (display, *names["i"], *names["n"]), tuple(names["c"]), tuple(names["b"])
        )
    for entry in read_own("compounds")["compounds"]:
        _add_own(lexicon, entry)
    return lexicon


def _quick_key(name: str) -> str:
    """term_key for plain upper-case letters, three times as fast for the common single word."""
    return name.lower() if name.isalpha() and name.isascii() else term_key(name)


def _targets() -> Lexicon:
    lexicon = Lexicon()
    aliases: list[tuple[str, str]] = []
    for line in read_lines("genes"):
        key, symbol, name, *others = line.split("\t")
        lexicon.entities[key] = Entity(key, symbol, (symbol, name, *others))
        lexicon.add_term(_quick_key(symbol), TermHit(key, "symbol"), replace=True)
        lexicon.add_term(term_key(name), TermHit(key, "full"))
        aliases.extend((other, key) for other in others)
    for other, key in aliases:
        lexicon.add_term(_quick_key(other), TermHit(key, "alias"))
    for entry in read_own("targets")["targets"]:
        _add_own(lexicon, entry)
    return lexicon


def _diseases() -> Lexicon:
    lexicon = Lexicon()
    areas: dict[str, str] = read_own("areas")["roots"]
    synonyms: list[tuple[str, str]] = []
    for line in read_lines("diseases"):
        key, name, mesh, parent, roots, *others = line.split("\t")
        under = roots.split(" ")
        area = next((area for root, area in areas.items() if root in under), None)
        lexicon.entities[key] = Entity(
            key, name, (name, *others), mesh_id=mesh or None, parent_key=parent or None, therapeutic_area=area
        )
        lexicon.add_term(term_key(name), TermHit(key, "full"))
        synonyms.extend((other, key) for other in others)
    for other, key in synonyms:
        kind: TermKind = "symbol" if _is_abbreviation(other) else "name"
        lexicon.add_term(term_key(other), TermHit(key, kind))
    for own_area, lines in read_own("diseases")["diseases"].items():
        for line in lines:
            _add_own(lexicon, {**_parts_of(str(line)), "area": own_area})
    return lexicon


def _parts_of(line: str) -> dict[str, object]:
    """'name | synonym | ABBREVIATION | @aBBR' as an entry for _add_own."""
    name, *others = (part.strip() for part in line.split(" | "))
    short = [p.lstrip("@") for p in others if p.startswith("@") or (" " not in p and p.upper() == p)]
    names = [p for p in others if p not in short and not p.startswith("@")]
    return {"name": name, "names": names, "abbreviations": short}


def _is_abbreviation(name: str) -> bool:
    return " " not in name and sum(c.isupper() for c in name) >= 2


def _companies() -> Lexicon:
    lexicon = Lexicon()
    for line in read_lines("companies"):
        key, name, ticker, exchange = line.split("\t")
        lexicon.entities[key] = Entity(key, name, (name,), ticker=ticker or None, exchange=exchange or None)
        lexicon.add_term(term_key(name), TermHit(key, "full"))
    for entry in read_own("companies")["companies"]:
        _add_own(lexicon, entry)
    return lexicon


def _add_own(lexicon: Lexicon, entry: dict[str, object]) -> None:
    """Adds a curated entry: ``name``, optional ``key`` of a known entity, ``names`` (synonyms), ``abbreviations``."""
    name = str(entry["name"])
    names = _strings(entry.get("names"))
    short = _strings(entry.get("abbreviations"))
    key = (
        str(entry.get("key") or "")
        or _known_key(lexicon, name, names)
        or f"own:{fold(term_key(name)).replace(' ', '-')}"
    )
    known = lexicon.entities.get(key)
    lexicon.entities[key] = Entity(
        key=key,
        name=known.name if known and known.key.startswith("hgnc") else name,
        names=tuple(dict.fromkeys((name, *names, *short, *(known.names if known else ())))),
        codes=known.codes if known else (),
        brands=(*(known.brands if known else ()), *_strings(entry.get("brands"))),
        mesh_id=known.mesh_id if known else None,
        parent_key=str(entry.get("parent") or "") or (known.parent_key if known else None),
        therapeutic_area=str(entry.get("area") or "") or (known.therapeutic_area if known else None),
        ticker=str(entry.get("ticker") or "") or (known.ticker if known else None),
        exchange=str(entry.get("exchange") or "") or (known.exchange if known else None),
        modality=str(entry.get("modality") or "") or None,
        abbreviations=(*(known.abbreviations if known else ()), *short),
    )
    for full in (name, *names):
        lexicon.add_term(term_key(full), TermHit(key, "full"), replace=True)
    lexicon.abbreviations.update(short)
    for abbreviation in short:
        lexicon.add_term(term_key(abbreviation), TermHit(key, "symbol"), replace=True)
    for brand in _strings(entry.get("brands")):
        lexicon.add_term(term_key(brand), TermHit(key, "brand"), replace=True)


def _known_key(lexicon: Lexicon, name: str, names: Iterable[str]) -> str | None:
    """The entity that a curated name or synonym already names in the snapshot."""
    for candidate in (name, *names):
        hit = lexicon.lookup(candidate)
        if hit:
            return hit.key
    return None


def _strings(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []
