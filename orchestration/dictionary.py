"""The data dictionary: ``docs/data-dictionary.md``, written from the contracts and comments of the dbt project.

``make dictionary`` writes it; a test says whether it is current. Nothing is described here that the models do not say.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from ingest.settings import PROJECT_FOLDER

PAGE = PROJECT_FOLDER / "docs" / "data-dictionary.md"
_PROJECT = PROJECT_FOLDER / "dbt_project"
_CHAPTERS = {
    "marts/analysis": (
        "What to open first",
        "Ready for questions: one row per program, deal, expected step or change.",
    ),
    "marts/facts": (
        "Facts",
        "What releases say, release by release; current versions only. Every row has its quote in `fct_evidence`.",
    ),
    "marts/dimensions": ("Dimensions", "What the facts speak of: releases, companies, compounds, diseases, trials."),
    "ops": ("Running the nights", "What ran, what was refused and why. Schema `ops`; all other tables are in `marts`."),
}
_FIRST = ("pipeline", "upcoming_catalysts", "deals", "guidance", "release_changes", "compound_profile", "dim_releases")
"""What stands first in its chapter, in this order."""

_OPENING = """\
# Data dictionary

<!-- Written by `make dictionary` from dbt_project; do not edit by hand. -->

Every table of the published file (`<home>/published/latest/dateline.duckdb`), with its grain and columns. The same
words are comments in the file: `dateline sql '\\d pipeline'` shows them, and BI tools do too.

- **Two clocks.** `announced_on` (and `valid_from`, `valid_to`) is when a company said it; `recorded_at` (and
  `recorded_from`, `recorded_to`) is when this warehouse first held it. Re-runs and replays keep the latter.
- **Null** means that the text is silent; nothing is guessed.
- `_on` columns are dates, `_at` columns timestamps in UTC, `_usd` US dollars, `_pct` per cent. `_id` columns are text
  keys.
- In the column *values*: **key** identifies the row, **always** is never null, a list name leads to its closed list,
  and an arrow leads to the table that the key belongs to.
"""
_MACROS = """\
## Two questions with a day in them

The file carries two table macros. They look for their tables where they are, so say `USE` first when the file is
attached under another name:

```sql
use dateline;
from marts.pipeline_as_of(date '2012-06-30');       -- by what companies had said by then, with today's facts and names
from marts.pipeline_as_recorded(date '2026-11-24'); -- what was published that night, row for row
```
"""


def render_dictionary() -> str:
    """The whole page as Markdown."""
    lists = yaml.safe_load((_PROJECT / "dbt_project.yml").read_text(encoding="utf-8"))["vars"]["closed_lists"]
    chapters = {folder: _read_models(_PROJECT / "models" / folder) for folder in _CHAPTERS}
    names = {model["name"] for models in chapters.values() for model in models}
    used = {name for models in chapters.values() for model in models for name in _contract(model)["lists"].values()}
    parts = [_OPENING, _render_contents(chapters)]
    for folder, (title, words) in _CHAPTERS.items():
        parts.append(f"## {title}\n\n{words}\n")
        parts.extend(_render_table(model, names) for model in chapters[folder])
    parts += [_MACROS, _render_lists({name: values for name, values in lists.items() if name in used})]
    return "\n".join(parts)


def write_dictionary(page: Path = PAGE) -> Path:
    """The page, written."""
    page.write_text(render_dictionary(), encoding="utf-8")
    return page


def _read_models(folder: Path) -> list[dict[str, Any]]:
    files = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("_*.yml"))]
    models = [model for file in files for model in file["models"]]
    return sorted(models, key=lambda model: _FIRST.index(model["name"]) if model["name"] in _FIRST else len(_FIRST))


def _contract(model: dict[str, Any]) -> dict[str, Any]:
    """What the model's test ``holds_its_contract`` promises: keys, required columns, closed lists, parents."""
    promised: dict[str, Any] = {"keys": [], "required": [], "lists": {}, "parents": {}}
    for test in model.get("data_tests", []):
        if isinstance(test, dict) and "holds_its_contract" in test:
            promised.update(test["holds_its_contract"].get("arguments", {}))
    return promised


def _render_contents(chapters: dict[str, list[dict[str, Any]]]) -> str:
    lines = []
    for folder, models in chapters.items():
        links = ", ".join(f"[{model['name']}](#{model['name']})" for model in models)
        lines.append(f"- {_CHAPTERS[folder][0]}: {links}")
    return "\n".join(lines) + "\n"


def _render_table(model: dict[str, Any], names: set[str]) -> str:
    promised = _contract(model)
    rows = [_render_column(column, promised, names) for column in model["columns"]]
    head = ["| column | type | meaning | values |", "|---|---|---|---|"]
    keys = " or ".join(", ".join(f"`{name}`" for name in key) for key in promised["keys"])
    unique = f"\n\nUnique by {keys}." if keys else ""
    return f"### {model['name']}\n\n{_words(model['description'])}{unique}\n\n" + "\n".join([*head, *rows]) + "\n"


def _render_column(column: dict[str, Any], promised: dict[str, Any], names: set[str]) -> str:
    name = column["name"]
    notes = []
    if any(key == [name] for key in promised["keys"]):
        notes.append("key")
    elif name in promised["required"] or any(name in key for key in promised["keys"]):
        notes.append("always")
    if name in promised["lists"]:
        notes.append(f"[{promised['lists'][name]}](#closed-lists)")
    if name in promised["parents"]:
        table = promised["parents"][name].partition(".")[0]
        notes.append(f"-> [{table}](#{table})" if table in names else f"-> {table}")
    words = _words(column.get("description", ""))
    return f"| {name} | {column['data_type']} | {words} | {', '.join(notes)} |"


def _render_lists(lists: dict[str, Iterable[str]]) -> str:
    rows = [f"| {name} | {', '.join(values)} |" for name, values in lists.items()]
    return "## Closed lists\n\n" + "\n".join(["| list | values, in their order |", "|---|---|", *rows]) + "\n"


def _words(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(f"{write_dictionary()}\n")
