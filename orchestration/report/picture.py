"""The pipeline as a picture: one bar per stage, as inline SVG. Pure text in, text out."""

from __future__ import annotations

from collections.abc import Sequence

_ROW, _LABEL, _WIDTH = 26, 130, 720


def draw_stages(counts: Sequence[tuple[str, int, int]]) -> str:
    """An SVG of bars for rows of (stage, programs, of which with an open next step), in the order given."""
    if not counts:
        return "<p>No programs yet.</p>"
    widest = max(count for _, count, _ in counts) or 1
    scale = (_WIDTH - _LABEL - 50) / widest
    bars = "".join(_draw_bar(index, row, scale) for index, row in enumerate(counts))
    height = _ROW * len(counts) + 4
    words = ", ".join(f"{stage} {count}" for stage, count, _ in counts)
    return (
        f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="Programs by stage: {words}">{bars}</svg>'
        '<p class="note">Darker: programs with an open next step.</p>'
    )


def _draw_bar(index: int, row: tuple[str, int, int], scale: float) -> str:
    stage, count, open_steps = row
    top = index * _ROW + 4
    return (
        f'<text x="{_LABEL - 10}" y="{top + 14}" text-anchor="end">{stage.replace("_", " ")}</text>'
        f'<rect class="bar" x="{_LABEL}" y="{top}" width="{max(count * scale, 1):.1f}" height="{_ROW - 8}" rx="3"/>'
        f'<rect class="open" x="{_LABEL}" y="{top}" width="{open_steps * scale:.1f}" height="{_ROW - 8}" rx="3"/>'
        f'<text x="{_LABEL + max(count * scale, 1) + 8:.1f}" y="{top + 14}">{count}</text>'
    )
