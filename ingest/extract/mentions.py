"""Text -> Document: everything that can be recognised by itself, before any name of this release is known.

Belongs here: phases, NCT numbers, periods, money, percentages, patient counts, agencies. Compounds, indications and
companies need the whole document; their finders add their mentions afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ingest.extract.anchors import Anchored
from ingest.extract.counts import find_patient_counts
from ingest.extract.document import Document, Mention
from ingest.extract.money import find_money, find_percents
from ingest.extract.periods import find_periods
from ingest.extract.phases import find_phases
from ingest.records import PressRelease

_NCT = re.compile(r"N(?<!\wN)CT\s?#?\s?(\d{8})\b")
_AGENCIES: dict[str, str] = {
    "FDA": r"\bFDA\b|U\.?S\.?\s+Food\s+and\s+Drug\s+Administration|Food\s+(?:and|&)\s+Drug\s+Administration",
    "EMA": r"\bEMA\b|European\s+Medicines\s+Agency|European\s+Medicines\s+Evaluation\s+Agency",
    "CHMP": r"\bCHMP\b|Committee\s+for\s+(?:Medicinal\s+Products\s+for\s+Human\s+Use|Human\s+Medicinal\s+Products)",
    "EC": r"\bEC\b|European\s+Commission",
    "COMP": r"\bCOMP\b|Committee\s+for\s+Orphan\s+Medicinal\s+Products",
    "PMDA": r"\bPMDA\b|Pharmaceuticals\s+and\s+Medical\s+Devices\s+Agency",
    "MHLW": r"\bMHLW\b|Ministry\s+of\s+Health,?\s+Labou?r,?\s+and\s+Welfare",
    "NMPA": r"\bNMPA\b|\bCFDA\b|National\s+Medical\s+Products\s+Administration|China\s+Food\s+and\s+Drug\s+Administration",
    "CDE": r"\bCDE\b|Center\s+for\s+Drug\s+Evaluation",
    "MHRA": r"\bMHRA\b|Medicines\s+and\s+Healthcare\s+products\s+Regulatory\s+Agency",
    "Health Canada": r"\bHealth\s+Canada\b",
    "TGA": r"\bTGA\b|Therapeutic\s+Goods\s+Administration",
    "HREC": r"\bHREC\b|Human\s+Research\s+Ethics\s+Committee",
    "ANVISA": r"\bANVISA\b",
    "Swissmedic": r"\bSwissmedic\b",
    "BfArM": r"\bBfArM\b|\bPaul[- ]Ehrlich[- ]Institut\w*",
    "MFDS": r"\bMFDS\b|Ministry\s+of\s+Food\s+and\s+Drug\s+Safety",
}
_AGENCY_BEGINS = (
    "FDA Food U.S US EMA European CHMP Committee EC COMP PMDA Pharmaceuticals MHLW Ministry NMPA CFDA National China CDE Center MHRA "
    "Medicines Health TGA Therapeutic HREC Human ANVISA Swissmedic BfArM Paul MFDS"
)
_AGENCY_NAMES = list(_AGENCIES)
_AGENCY = re.compile(r"(?<![A-Za-z])(?=[A-Z])(?:" + "|".join(f"({pattern})" for pattern in _AGENCIES.values()) + ")")


def read_document(release: PressRelease) -> Document:
    """The release with its self-evident mentions."""
    text = release.text
    mentions: list[Mention] = []
    for phase in find_phases(text):
        mentions.append(_mention(text, phase.char_start, phase.char_end, "phase", phase.value))
    for period in find_periods(text, release.published_on):
        mentions.append(_mention(text, period.char_start, period.char_end, "period", period))
    for money in find_money(text):
        mentions.append(_mention(text, money.char_start, money.char_end, "money", money))
    for percent in find_percents(text):
        mentions.append(_mention(text, percent.char_start, percent.char_end, "percent", percent))
    for count in find_patient_counts(text):
        mentions.append(_mention(text, count.char_start, count.char_end, "count", count))
    for match in _NCT.finditer(text):
        mentions.append(Mention(match.start(), match.end(), "nct", match.group(), f"NCT{match[1]}"))
    for match in _agencies_in(text):
        agency = _AGENCY_NAMES[(match.lastindex or 1) - 1]
        mentions.append(Mention(match.start(), match.end(), "agency", match.group(), agency))
    return Document(release, mentions)


@cache
def _agency_begins() -> Anchored[bool]:
    return Anchored([(True, _AGENCY_BEGINS.split())])


def _agencies_in(text: str) -> Iterator[re.Match[str]]:
    free = 0
    for _, start in _agency_begins().places_in(text):
        if start >= free and (match := _AGENCY.match(text, start)):
            free = match.end()
            yield match


def _mention(text: str, start: int, end: int, kind: str, value: object) -> Mention:
    return Mention(start, end, kind, text[start:end], None, None, value)  # type: ignore[arg-type]
