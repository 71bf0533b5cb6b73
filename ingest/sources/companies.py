"""``companies.yaml`` -> the starter list of companies: name, ticker and CIK from the SEC's own table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("companies.yaml")


@dataclass(frozen=True, slots=True)
class Company:
    """A listed company; ``cik`` has ten digits."""

    ticker: str
    cik: str
    name: str


@cache
def read_companies() -> tuple[Company, ...]:
    """The starter list, by ticker."""
    data = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return tuple(Company(**entry) for entry in data["companies"])
