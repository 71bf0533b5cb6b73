"""Decisions of people over what rules cannot know: rows of ``decisions.csv``, each with its reason.

A decision lasts as long as its row: remove the row to undo it.

Columns: kind (compound, company, indication, target, release, accept_loss), left_key, right_key, verdict, reason,
decided_on. Verdicts: ``merge`` (left and right are one), ``split`` (left is not what right is: it stands for itself), ``rename`` (the thing that left
names is called right), ``accept`` (a loss of facts is accepted). Keys are names, vocabulary keys or ids.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ingest.errors import VocabularyError
from ingest.records import hash_id

HOUSE_DECISIONS = Path(__file__).parent / "decisions.csv"
_COLUMNS = ["kind", "left_key", "right_key", "verdict", "reason", "decided_on"]
_KINDS = {"compound", "company", "indication", "target", "release", "accept_loss"}
_VERDICTS = {"merge", "split", "rename", "accept"}


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. ``decision_id`` is the same as long as kind, keys and verdict are."""

    decision_id: str
    kind: str
    left_key: str
    right_key: str | None
    verdict: str
    reason: str
    decided_on: str


def read_decisions(paths: Iterable[Path] = (HOUSE_DECISIONS,)) -> list[Decision]:
    """The decisions of the files that exist, in order.

    Raises:
        VocabularyError: a file cannot be read, or a row has an unknown kind or verdict, no reason, or a date that is none.
    """
    found: dict[str, Decision] = {}
    for path in paths:
        if not path.exists():
            continue
        reader = csv.DictReader(io.StringIO(_read_text(path), newline=""))
        if reader.fieldnames != _COLUMNS:
            raise VocabularyError(f"{path.name} must begin with the line '{','.join(_COLUMNS)}': correct it.")
        for row in reader:
            decision = _read_row(row, f"{path.name} line {reader.line_num}")
            found[decision.decision_id] = decision
    return list(found.values())


def _read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{path} cannot be read ({error}): save it as CSV in UTF-8.") from error


def _read_row(row: dict[str, str], where: str) -> Decision:
    values = {name: (row.get(name) or "").strip() for name in _COLUMNS}
    wrong = [
        f"kind '{values['kind']}' is none of {', '.join(sorted(_KINDS))}" if values["kind"] not in _KINDS else "",
        f"verdict '{values['verdict']}' is none of {', '.join(sorted(_VERDICTS))}"
        if values["verdict"] not in _VERDICTS
        else "",
        "" if values["left_key"] else "left_key is empty",
        "" if values["right_key"] or values["verdict"] == "accept" else "right_key is empty",
        "" if values["reason"] else "reason is empty",
        "" if _is_date(values["decided_on"]) else f"decided_on '{values['decided_on']}' is no ISO date",
    ]
    if any(wrong):
        raise VocabularyError(f"{where}: {next(w for w in wrong if w)}; correct the row or remove it.")
    key = hash_id("decision", *(values[name] for name in _COLUMNS[:4]))
    return Decision(
        key,
        values["kind"],
        values["left_key"],
        values["right_key"] or None,
        values["verdict"],
        values["reason"],
        values["decided_on"],
    )


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
