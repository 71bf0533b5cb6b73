"""Kind ``edgar``: press releases that companies furnish to the SEC with forms 8-K and 6-K, as exhibits 99.

Addresses and forms are those of https://www.sec.gov/search-filings/edgar-search-assistance/accessing-edgar-data.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ingest.sources.companies import read_companies
from ingest.sources.entry import Entry

EDGAR_KEYS = ("ciks", "companies", "sics", "since", "until")

FIRST_DAY = date(2001, 1, 1)
"""How far back filings are read at most: older ones are scans and fragments."""
DAYS_BACK = 30
"""How far before the first poll filings are read when nobody says ``since``."""
REQUESTS_PER_SECOND = 8.0
"""The SEC allows ten from one address, all workers together; two are left for a person at the same desk."""
SITE = "https://www.sec.gov"
SUBMISSIONS = "https://data.sec.gov/submissions"


@dataclass(frozen=True, slots=True)
class EdgarListing:
    """Filings of companies (``ciks``, ten digits each) and of whole industries (``sics``, four digits each)."""

    ciks: tuple[str, ...]
    sics: tuple[str, ...]
    since: date | None = None
    until: date | None = None

    def submissions_url(self, cik: str) -> str:
        """Where the SEC lists all filings of a company."""
        return f"{SUBMISSIONS}/CIK{cik}.json"


def day_folder_url(day: date) -> str:
    """Where the SEC keeps the daily indexes of a day's quarter."""
    return f"{SITE}/Archives/edgar/daily-index/{day.year}/QTR{(day.month + 2) // 3}/"


def filing_index_url(cik: str, accession: str) -> str:
    """The index page of one filing."""
    return f"{_filing_folder(cik, accession)}/{accession}-index.htm"


def submission_url(cik: str, accession: str) -> str:
    """The all-in-one text of one filing."""
    return f"{SITE}/Archives/edgar/data/{int(cik)}/{accession}.txt"


def read_edgar(entry: Entry) -> EdgarListing:
    """The filings that an entry declares; ``companies: starter`` adds those of ``companies.yaml``. Raises SettingsError."""
    sics = entry.texts("sics")
    if bad := [sic for sic in sics if not re.fullmatch(r"\d{4}", sic)]:
        raise entry.mistake("sics", f"holds '{bad[0]}', which is no industry code of four digits")
    ciks = list(entry.texts("ciks"))
    if bad := [cik for cik in ciks if not re.fullmatch(r"\d{1,10}", cik)]:
        raise entry.mistake("ciks", f"holds '{bad[0]}', which is no CIK of up to ten digits")
    named = entry.text("companies")
    if named not in (None, "starter"):
        raise entry.mistake("companies", f"is '{named}', but only 'starter' (the list in companies.yaml) is known")
    if named:
        ciks += [company.cik for company in read_companies()]
    if not ciks and not sics:
        raise entry.mistake("ciks", "is missing: name companies by 'ciks' or 'companies', or industries by 'sics'")
    unique = tuple(dict.fromkeys(cik.zfill(10) for cik in ciks))
    return EdgarListing(unique, sics, entry.day("since"), entry.day("until"))


def _filing_folder(cik: str, accession: str) -> str:
    return f"{SITE}/Archives/edgar/data/{int(cik)}/{accession.replace('-', '')}"


# Items under which companies furnish releases: agreements, results, Regulation FD, other events; and as the items were
# numbered before 23 August 2004 (SEC Release 33-8400).
RELEASE_ITEMS = frozenset({"1.01", "2.02", "7.01", "8.01", "5", "9", "12"})


def may_hold_release(form: str, items: tuple[str, ...] | None) -> bool:
    """Whether a filing of that form and those items may carry a press release; unknown items are given the benefit."""
    if form.upper().startswith("6-K"):
        return True
    return form.upper().startswith("8-K") and (not items or not RELEASE_ITEMS.isdisjoint(items))
