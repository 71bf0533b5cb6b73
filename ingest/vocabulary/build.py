"""Builds the snapshot files of this package: ``python -m ingest.vocabulary.build SITE_PACKAGES``.

Reads the data files inside a few published packages (``requirements-vocabulary.lock``), which need not be importable:
give the folder they are installed in (default: this interpreter's); ``make vocabulary`` does both. Writes
``data/*.tsv.gz``, byte-identical for equal input. Not used when the house runs.
"""

from __future__ import annotations

import argparse
import gzip
import sysconfig
from collections.abc import Iterable
from pathlib import Path

from ingest.vocabulary.build_companies import company_rows
from ingest.vocabulary.build_compounds import compound_rows, word_rows
from ingest.vocabulary.build_diseases import disease_rows
from ingest.vocabulary.build_genes import gene_rows

_DATA = Path(__file__).parent / "data"


def write_rows(name: str, rows: Iterable[tuple[str, ...]], folder: Path = _DATA) -> int:
    """Writes rows as a gzipped table without time stamp; returns their number."""
    lines = ["\t".join(row) for row in rows]
    folder.mkdir(parents=True, exist_ok=True)
    body = ("\n".join(lines) + "\n").encode()
    (folder / f"{name}.tsv.gz").write_bytes(gzip.compress(body, compresslevel=9, mtime=0))
    return len(lines)


def main() -> None:
    """Builds all tables and says how many rows each has."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site_packages", nargs="?", type=Path, default=Path(sysconfig.get_paths()["purelib"]))
    site: Path = parser.parse_args().site_packages
    counts = {
        "compounds": write_rows("compounds", compound_rows(site)),
        "genes": write_rows("genes", gene_rows(site)),
        "diseases": write_rows("diseases", disease_rows(site)),
        "companies": write_rows("companies", company_rows(site)),
        "words": write_rows("words", word_rows(site)),
    }
    print(", ".join(f"{name} {count}" for name, count in counts.items()))  # noqa: T201 - a command speaks


if __name__ == "__main__":
    main()
