"""What EDGAR lists -> filings and their exhibits: a company's submissions, a day's index, a filing's own index page.

Belongs here: the forms of these lists. Does not belong here: which filings are wanted (``ingest.sources.edgar``).
"""

from __future__ import annotations

import gzip
import io
import json
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.errors import ReleaseRefused
from ingest.parse.encoding import SIZE_LIMIT, decode
from ingest.parse.markup import clean

_EASTERN = ZoneInfo("America/New_York")


@dataclass(frozen=True, slots=True)
class Filing:
    """One filing as a list names it; ``items`` are 8-K item numbers, null when the list does not tell them."""

    accession: str
    cik: str  # ten digits
    company_name: str
    form: str
    filed_on: date
    items: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class FilingIndex:
    """What a filing's index page tells; ``accepted_at`` is UTC, ``exhibits`` are addresses of EX-99 documents."""

    accepted_at: datetime | None
    sic: str | None
    items: tuple[str, ...]
    exhibits: tuple[str, ...]
    submission_url: str | None
    is_all_in_one: bool  # the table lists no part of the filing, only its whole text


def read_submissions(body: bytes) -> tuple[list[Filing], list[tuple[str, date]]]:
    """(filings, older lists as (file name, last day in it)) of a company's submissions, or of one of its older lists.

    Raises:
        ReleaseRefused: 'not_a_listing'.
    """
    try:
        data = json.loads(decode(body))
        columns = data["filings"]["recent"] if "filings" in data else data
        rows = zip(columns["accessionNumber"], columns["form"], columns["filingDate"], columns["items"], strict=True)
        cik, name = str(data.get("cik") or "").zfill(10), str(data.get("name") or "")
        filings = [
            Filing(accession, cik, name, form, date.fromisoformat(day), _split_items(items))
            for accession, form, day, items in rows
        ]
        older = [(f["name"], date.fromisoformat(f["filingTo"])) for f in data.get("filings", {}).get("files", [])]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReleaseRefused(
            "not_a_listing", f"This is no list of submissions as the SEC writes it ({error})."
        ) from error
    return filings, older


def read_day_folder(body: bytes) -> dict[date, str]:
    """Day -> name of its master index, from the SEC's listing of a quarter's folder.

    Raises:
        ReleaseRefused: 'not_a_listing'.
    """
    try:
        names = [str(entry["name"]) for entry in json.loads(decode(body))["directory"]["item"]]
    except (ValueError, KeyError, TypeError) as error:
        raise ReleaseRefused("not_a_listing", f"This is no listing of daily indexes ({error}).") from error
    found = {}
    for name in names:
        if match := re.fullmatch(r"master\.(\d{6}|\d{8})\.idx(?:\.gz)?", name):
            digits = match.group(1)
            found[datetime.strptime(digits, "%Y%m%d" if len(digits) == 8 else "%y%m%d").date()] = name
    return found


def read_day_index(body: bytes) -> list[Filing]:
    """The filings of one day, from its master index (``CIK|Company Name|Form Type|Date Filed|File Name``), packed or not."""
    if body.startswith(b"\x1f\x8b"):
        with gzip.open(io.BytesIO(body)) as file:
            body = file.read(SIZE_LIMIT)
    filings = []
    for line in body.decode("latin-1").splitlines():
        cells = line.split("|")
        if len(cells) != 5 or not cells[0].isdigit():
            continue
        accession = re.search(r"(\d{10}-\d{2}-\d{6})", cells[4])
        digits = cells[3].replace("-", "")
        if accession and re.fullmatch(r"\d{8}", digits):
            day = datetime.strptime(digits, "%Y%m%d").date()
            filings.append(Filing(accession.group(1), cells[0].zfill(10), cells[1].strip(), cells[2].strip(), day))
    return filings


def read_filing_index(body: bytes, url: str) -> FilingIndex:
    """Acceptance time, industry, items and exhibits 99 of a filing, from its index page.

    Raises:
        ReleaseRefused: 'not_a_listing' when the page shows no table of documents.
    """
    tree = LexborHTMLParser(decode(body))
    rows = [row for table in tree.css("table.tableFile") for row in table.css("tr")]
    if not rows:
        raise ReleaseRefused("not_a_listing", "The filing's index page shows no documents.")
    documents = [cells for row in rows if len(cells := _cells(row)) >= 4]
    facts = {
        clean(head.text(deep=True)): info
        for head in tree.css("div.infoHead")
        if (info := _next_element(head)) is not None
    }
    industry = re.search(r"SIC(?:</\w+>)?:?\s*(?:<[^>]*>)*\s*(\d{4})", tree.html or "")
    linked = _linked(documents, url)
    whole = [place for words, place, _ in linked if "complete submission" in words.lower()]
    return FilingIndex(
        accepted_at=_accepted(facts.get("Accepted")),
        sic=industry.group(1) if industry else None,
        items=_printed_items(facts.get("Items")),
        exhibits=tuple(place for _, place, kind in linked if _is_release_exhibit(kind, place)),
        submission_url=whole[0] if whole else None,
        is_all_in_one=not any(kind for _, _, kind in linked),
    )


def _linked(documents: list[list[LexborNode]], url: str) -> list[tuple[str, str, str]]:
    """(description, address, type) of the table's rows that link to a document."""
    linked = []
    for _, description, document, kind, *_ in documents:
        link = document.css_first("a[href]")
        if link is not None:
            place = (link.attributes.get("href") or "").replace("/ix?doc=", "")
            linked.append((clean(description.text(deep=True)), urljoin(url, place), clean(kind.text(deep=True))))
    return linked


def _is_release_exhibit(kind: str, place: str) -> bool:
    return bool(re.match(r"EX-99", kind, re.I) and re.search(r"\.(?:html?|txt)$", place, re.I))


def _cells(row: LexborNode) -> list[LexborNode]:
    return [cell for cell in row.iter() if cell.tag == "td"]


def _next_element(node: LexborNode) -> LexborNode | None:
    after = node.next
    while after is not None and after.tag == "-text":
        after = after.next
    return after


def _accepted(node: LexborNode | None) -> datetime | None:
    """The time printed under 'Accepted', which is Eastern, as naive UTC."""
    words = clean(node.text(deep=True)) if node is not None else ""
    try:
        local = datetime.strptime(words, "%Y-%m-%d %H:%M:%S").replace(tzinfo=_EASTERN)
    except ValueError:
        return None
    return local.astimezone(UTC).replace(tzinfo=None)


def _printed_items(node: LexborNode | None) -> tuple[str, ...]:
    return tuple(re.findall(r"Item (\d{1,2}(?:\.\d\d)?)", node.text(deep=True))) if node is not None else ()


def _split_items(words: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in (words or "").split(",") if item.strip())
