"""Answers read from a published file: rows for a question, numbers for the counts. Opens read-only."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from orchestration.report.questions import COUNTS, Question


@dataclass(frozen=True, slots=True)
class Answer:
    """Columns and rows of an answer."""

    columns: list[str]
    rows: list[tuple[Any, ...]]


@contextmanager
def open_readonly(file: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that can read this file and nothing else, and whose settings a query cannot change."""
    settings: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
    }
    with duckdb.connect(str(file.resolve()), read_only=True, config=settings) as connection:
        connection.execute("set enable_external_access = false")
        connection.execute("set lock_configuration = true")
        yield connection


def answer(connection: duckdb.DuckDBPyConnection, question: Question, limit: int) -> Answer:
    """The first rows that answer a question."""
    return ask(connection, question.sql, {"n": limit})


def ask(connection: duckdb.DuckDBPyConnection, sql: str, parameters: Any = None) -> Answer:
    """Columns and all rows of a query."""
    cursor = connection.execute(sql, parameters)
    return Answer([column[0] for column in cursor.description or []], cursor.fetchall())


def count_all(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """The numbers a reader asks for first."""
    counts = {}
    for name, sql in COUNTS.items():
        row = connection.execute(sql).fetchone()
        counts[name] = int(row[0]) if row else 0
    return counts
