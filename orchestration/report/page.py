"""The report page: counts, what changed, the pipeline as a picture, what is expected, deals, quarantine."""

from __future__ import annotations

from datetime import date, datetime
from html import escape
from pathlib import Path
from typing import Any

import duckdb

from orchestration.report.answers import Answer, answer, ask, count_all, open_readonly
from orchestration.report.picture import draw_ahead, draw_stages
from orchestration.report.questions import AHEAD, CHANGES, DEALS, EXPECTED, MOVED, NIGHTS, REFUSED, STAGES, Question

_ROWS, _AHEAD = 40, 16
_FIRST = "It is the first night of this home: everything is new."
_STYLE = """
:root { color-scheme: light dark; --ink: #1c2430; --soft: #5d6b7c; --line: #d9dfe6; --bar: #a9c7e8; --open: #2f6db0;
  --paper: #fff; --card: #f5f7fa; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --soft: #9aa7b6; --line: #333c48; --bar: #3b5878;
  --open: #7fb2e8; --paper: #14181e; --card: #1d232b; } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 1060px;
  margin: 2rem auto; padding: 0 1.2rem; }
h1 { font-size: 1.6rem; margin-bottom: 0; } h2 { font-size: 1.15rem; margin: 2.2rem 0 .5rem; }
.note { color: var(--soft); font-size: .9rem; }
.counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(104px, 1fr)); gap: .6rem; margin: 1.2rem 0; }
.counts div { background: var(--card); border-radius: 8px; padding: .6rem .7rem; font-size: .82rem; }
.counts b { display: block; font-size: 1.35rem; font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { text-align: left; padding: .3rem .7rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th { color: var(--soft); font-weight: 600; white-space: nowrap; }
td.d { white-space: nowrap; font-variant-numeric: tabular-nums; }
td.n { text-align: right; font-variant-numeric: tabular-nums; }
svg { width: 100%; max-width: 800px; height: auto; font: 13px system-ui, sans-serif; fill: var(--ink); }
.bar { fill: var(--bar); } .open { fill: var(--open); } .soft { fill: var(--soft); } .mark { stroke: var(--line); }
"""


def write_report(file: Path, page: Path, night: str) -> Path:
    """The page, written beside the database that it was read from."""
    with open_readonly(file) as connection:
        page.write_text(render_page(connection, night), encoding="utf-8")
    return page


def render_page(connection: duckdb.DuckDBPyConnection, night: str) -> str:
    """The whole page as HTML."""
    counts = "".join(f"<div><b>{count:,}</b>{escape(name)}</div>" for name, count in count_all(connection).items())
    stages = [(str(stage), int(n), int(open_)) for stage, n, open_ in ask(connection, STAGES).rows]
    sections = _render_changes(connection) + "".join(
        _render_question(connection, question, _draw_ahead(connection) if question is EXPECTED else "")
        for question in (MOVED, EXPECTED, DEALS, REFUSED)
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Dateline, night of {escape(night)}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{_STYLE}</style></head><body>'
        f'<h1>Dateline</h1><p class="note">Night of {escape(night)}. Every fact in <code>dateline.duckdb</code> '
        f'beside this page carries its quote.</p><div class="counts">{counts}</div>'
        f"<h2>Programs by stage</h2>{draw_stages(stages)}{sections}</body></html>\n"
    )


def _render_changes(connection: duckdb.DuckDBPyConnection) -> str:
    if ask(connection, NIGHTS).rows[0][0] > 1:
        return _render_question(connection, CHANGES)
    return f'<h2>{escape(CHANGES.title)}</h2><p class="note">{escape(_FIRST)}</p>'


def _draw_ahead(connection: duckdb.DuckDBPyConnection) -> str:
    rows = ask(connection, AHEAD, {"n": _AHEAD}).rows
    return draw_ahead([(what, step, start, end) for what, step, start, end, _ in rows], rows[0][-1]) if rows else ""


def _render_question(connection: duckdb.DuckDBPyConnection, question: Question, picture: str = "") -> str:
    found = answer(connection, question, _ROWS + 1)
    if not found.rows:
        return f'<h2>{escape(question.title)}</h2><p class="note">{escape(question.silence)}</p>'
    more = f'<p class="note">The first {_ROWS}; the file has more.</p>' if len(found.rows) > _ROWS else ""
    return f"<h2>{escape(question.title)}</h2>{picture}{_render_table(found)}{more}"


def _render_table(found: Answer) -> str:
    head = "".join(f"<th>{escape(column)}</th>" for column in found.columns)
    body = "".join("<tr>" + "".join(_render_cell(value) for value in row) + "</tr>" for row in found.rows[:_ROWS])
    return f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _render_cell(value: Any) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f'<td class="n">{value:,.6g}</td>'
    if isinstance(value, date) or (isinstance(value, str) and " -> " in value):
        return f'<td class="d">{escape(show_value(value)).replace("-&gt;", "→")}</td>'
    return f"<td>{escape(show_value(value))}</td>"


def show_value(value: Any) -> str:
    """One value as a person reads it; null is empty."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:,.6g}"
    if isinstance(value, list | tuple):
        return ", ".join(show_value(item) for item in value)
    return str(value)
