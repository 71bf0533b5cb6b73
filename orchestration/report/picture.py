"""Pictures of the report: bars of programs by stage, a line of what is expected when. Inline SVG, text in, text out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from html import escape

_ROW, _LABEL, _WIDTH = 26, 130, 720
_WHAT, _STEP, _LETTERS = 290, 130, 38


def say_stage(stage: str) -> str:
    """A stage as a person writes it: 'phase_1_2' is 'phase 1/2'."""
    return re.sub(r"(\d) (\d)$", r"\1/\2", stage.replace("_", " ")).replace("ind ", "IND ")


def draw_stages(counts: Sequence[tuple[str, int, int]]) -> str:
    """An SVG of bars for rows of (stage, programs, of which with an open next step), in the order given."""
    if not counts:
        return "<p>No programs yet.</p>"
    widest = max(count for _, count, _ in counts) or 1
    scale = (_WIDTH - _LABEL - 50) / widest
    bars = "".join(_draw_bar(index, row, scale) for index, row in enumerate(counts))
    height = _ROW * len(counts) + 4
    words = ", ".join(f"{say_stage(stage)} {count}" for stage, count, _ in counts)
    return (
        f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="Programs by stage: {words}">{bars}</svg>'
        '<p class="note">Darker: programs with an open next step.</p>'
    )


def _draw_bar(index: int, row: tuple[str, int, int], scale: float) -> str:
    stage, count, open_steps = row
    top = index * _ROW + 4
    return (
        f'<text x="{_LABEL - 10}" y="{top + 14}" text-anchor="end">{say_stage(stage)}</text>'
        f'<rect class="bar" x="{_LABEL}" y="{top}" width="{max(count * scale, 1):.1f}" height="{_ROW - 8}" rx="3"/>'
        f'<rect class="open" x="{_LABEL}" y="{top}" width="{open_steps * scale:.1f}" height="{_ROW - 8}" rx="3"/>'
        f'<text x="{_LABEL + max(count * scale, 1) + 8:.1f}" y="{top + 14}">{count}</text>'
    )


def draw_ahead(steps: Sequence[tuple[str, str, date | None, date]], today: date) -> str:
    """An SVG of windows on a line of time for rows of (what, step, first day or None, last day), in the order given."""
    last = max(end for *_, end in steps)
    scale = (_WIDTH - _WHAT - _STEP - 10) / max((last - today).days, 90)
    rows = "".join(_draw_window(index, row, today, scale) for index, row in enumerate(steps))
    foot = _ROW * len(steps) + 22
    marks = "".join(_draw_mark(day, today, scale, foot) for day in _pick_marks(today, last))
    words = "; ".join(f"{what} {step} by {end}" for what, step, _, end in steps)
    return f'<svg viewBox="0 0 {_WIDTH} {foot}" role="img" aria-label="Expected: {escape(words)}">{marks}{rows}</svg>'


def _draw_window(index: int, row: tuple[str, str, date | None, date], today: date, scale: float) -> str:
    what, step, start, end = row
    top = index * _ROW + 4
    left = _WHAT + max((start or today) - today, timedelta()).days * scale
    width = max(_WHAT + (end - today).days * scale - left, 4)
    short = what if len(what) <= _LETTERS else f"{what[: _LETTERS - 1]}…"
    return (
        f'<text x="{_WHAT - 10}" y="{top + 14}" text-anchor="end">{escape(short)}</text>'
        f'<rect class="open" x="{left:.1f}" y="{top}" width="{width:.1f}" height="{_ROW - 8}" rx="3">'
        f"<title>{escape(f'{what}: {step}, {start or today} to {end}')}</title></rect>"
        f'<text x="{left + width + 6:.1f}" y="{top + 14}">{escape(step)}</text>'
    )


def _pick_marks(today: date, last: date) -> list[date]:
    """First days of quarters, or of years where there would be more than eight of them."""
    quarters = [date(year, month, 1) for year in range(today.year, last.year + 2) for month in (1, 4, 7, 10)]
    ahead = [day for day in quarters if today < day <= last + timedelta(days=1)]
    return ahead if len(ahead) <= 8 else [day for day in ahead if day.month == 1]


def _draw_mark(day: date, today: date, scale: float, foot: int) -> str:
    left = _WHAT + (day - today).days * scale
    name = str(day.year) if day.month == 1 else f"{day:%b}"
    return (
        f'<line class="mark" x1="{left:.1f}" x2="{left:.1f}" y1="0" y2="{foot - 18}"/>'
        f'<text class="soft" x="{left:.1f}" y="{foot - 4}" text-anchor="middle">{name}</text>'
    )
