"""SEC ticker table -> listed companies whose name sounds of medicine.

Source: ``company_tickers.parquet`` inside the package edgartools (SEC EDGAR, public domain). Columns: key, name, ticker,
exchange. Everyone else (private, acquired, non-US, plain names) is in own_companies.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet

_MEDICAL = re.compile(
    r"pharm|therap|bio|medic|onco|immun|gen(?:e|ix|om|ix|mab|tics|ics)|vax|vacc|science|labs?\b|cell|health|cure|clinic|drug|"
    r"neuro|cardi|derm|ophth|nephro|hemat|diagnos|molecul|antibod|peptid|protein|rna\b|crispr|surg|zyme|plasma|cyte|"
    r"laborator|biotech|life sci|radio|vir(?:o|us|al)|tech.*med|nano|axon|synap|kinase|\brx\b|rx$|mab\b|thera\b",
    re.I,
)
_STATE = re.compile(r"\s*/[A-Z]{2,3}/?\s*$|\s*/[A-Za-z ]+/\s*$")
_EXCHANGES = {"Nasdaq": "NASDAQ", "NYSE": "NYSE", "OTC": "OTC", "CBOE": "CBOE"}


def company_rows(site: Path) -> Iterator[tuple[str, ...]]:
    """(key, name, ticker, exchange), one row per company, sorted by key; the shortest ticker is the common share."""
    table = pyarrow.parquet.read_table(site / "edgar/reference/data/company_tickers.parquet").to_pylist()
    best: dict[str, tuple[str, str, str]] = {}
    for row in table:
        name = _STATE.sub("", row["name"] or "").strip()
        if not _MEDICAL.search(name):
            continue
        key = f"cik:{int(row['cik'])}"
        candidate = (row["ticker"] or "", name, _EXCHANGES.get(row["exchange"] or "", row["exchange"] or ""))
        if key not in best or (len(candidate[0]), candidate[0]) < (len(best[key][0]), best[key][0]):
            best[key] = candidate
    for key in sorted(best):
        ticker, name, exchange = best[key]
        yield key, name, ticker, exchange
