"""The table of docs/quality.md that tells what the corpus reaches; written together with the floors."""

from __future__ import annotations

import re
from pathlib import Path

from orchestration.scoring.measures import Scorecard

PAGE = Path(__file__).resolve().parents[2] / "docs" / "quality.md"
_BEGIN, _END = "<!-- corpus: written by tests/quality/raise_floors.py -->\n", "<!-- /corpus -->"
_BETWEEN = re.compile(re.escape(_BEGIN) + "(.*?)" + re.escape(_END), re.DOTALL)
_ROW = re.compile(r"^\| (?P<name>[^|]+?) \|.*\| (?P<value>[\d.]+) \| \d+ \|$", re.MULTILINE)


def table_of(card: Scorecard) -> str:
    """The table in Markdown, figures cut to three places as the floors are."""
    lines = ["| measure | precision | recall | F1 or share | n |", "|---|---|---|---|---|"]
    for name, measure in card.measures.items():
        cells = [_cut(share) for share in (measure.precision, measure.recall, measure.f1)]
        if measure.kind == "number":
            lines.append(f"| {name} (number) | | | {measure.right} | {card['committed facts'].right} |")
        else:
            lines.append(f"| {name} | {cells[0]} | {cells[1]} | {cells[2]} | {measure.n} |")
    return "\n".join(line for line in lines if "committed facts" not in line) + "\n"


def write_table(card: Scorecard) -> None:
    """Puts the table into the page."""
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(_BETWEEN.sub(lambda _: _BEGIN + table_of(card) + _END, page), encoding="utf-8")


def told_figures() -> dict[str, float]:
    """What the page says of each measure."""
    (table,) = _BETWEEN.findall(PAGE.read_text(encoding="utf-8"))
    return {row["name"].removesuffix(" (number)"): float(row["value"]) for row in _ROW.finditer(table)}


def _cut(share: float | None) -> str:
    return "" if share is None else f"{int(share * 1000) / 1000:.3f}"
