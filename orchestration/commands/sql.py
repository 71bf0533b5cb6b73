"""``dateline sql``: questions in SQL to the published file, which nothing typed here can change or leave."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import duckdb
from rich.console import Console
from rich.text import Text

from ingest.errors import HomeUnusable, SettingsError
from ingest.settings import read_settings
from orchestration.commands.endings import GOOD, NothingFoundError
from orchestration.commands.screen import open_screen, print_answer, write_csv, write_rows_as_json
from orchestration.home import Home
from orchestration.report.answers import Answer, ask, open_readonly

_SHOWN_ROWS = 1000
_WELCOME = "read-only. A query ends with ;  \\d lists the tables, \\d NAME the columns of one, \\q leaves."
_TABLES = """
    select schema_name || '.' || table_name as "table", estimated_size as rows,
        regexp_extract(comment, '^[^.]*') as "one row is"
    from duckdb_tables() where schema_name in ('marts', 'ops') order by all
"""
_COLUMNS = """
    select column_name as "column", lower(data_type) as type, comment as meaning
    from duckdb_columns() where schema_name in ('marts', 'ops') and table_name = $name order by column_index
"""


def ask_sql(query: str | None, output: str, home: Path | None) -> int:
    """Prints the rows of one query (given, or read from a pipe), or answers a person until they leave.

    Raises:
        NothingFoundError: nothing has been published yet.
        SettingsError: the query is not understood or not allowed.
    """
    screen = open_screen()
    with open_published(home) as connection:
        if query is None and sys.stdin.isatty():
            _converse(connection, screen, output)
        else:
            _answer_once(connection, screen, sys.stdin.read() if query is None else query, output)
    return GOOD


def _answer_once(connection: duckdb.DuckDBPyConnection, screen: Console, query: str, output: str) -> None:
    is_question = query.lstrip().startswith("\\")
    _print(screen, _describe(connection, query.strip()) if is_question else _run(connection, query, output), output)


@contextmanager
def open_published(home: Path | None) -> Iterator[duckdb.DuckDBPyConnection]:
    """The published file of a home, read-only; ``pipeline`` finds ``marts.pipeline``.

    Raises:
        NothingFoundError: nothing has been published yet.
        HomeUnusable: the file is damaged.
    """
    place = Home(read_settings(home).home)
    if not place.published_file.exists():
        raise NothingFoundError(
            f"Nothing is published in {place.path} yet: `dateline run` makes the first night, or name another --home."
        )
    with ExitStack() as stack:
        try:
            connection = stack.enter_context(open_readonly(place.published_file))
        except duckdb.IOException as error:
            words = str(error).splitlines()[0].rstrip("!.")
            raise HomeUnusable(
                f"{words}: `dateline replay` makes it anew, docs/runbook.md goes back to another."
            ) from error
        connection.execute("set search_path = 'marts,ops'")
        yield connection


def _run(connection: duckdb.DuckDBPyConnection, query: str, output: str) -> Answer:
    """The rows of a query: all of them, or as many as a person reads.

    Raises:
        SettingsError: DuckDB refuses the query; the sentence is DuckDB's, with the way out where we know one.
    """
    try:
        cursor = connection.execute(query)
        columns = [column[0] for column in cursor.description or []] if query.strip(" ;\n\t") else []
        if not columns:
            return Answer([], [])
        return Answer(columns, cursor.fetchall() if output != "table" else cursor.fetchmany(_SHOWN_ROWS + 1))
    except AttributeError:  # DuckDB's answer to an empty query
        return Answer([], [])
    except duckdb.InterruptException:
        raise KeyboardInterrupt from None
    except duckdb.Error as error:
        words = str(error).strip()
        if "disabled by configuration" in words or "disabled through configuration" in words or "read-only" in words:
            words = words.split("\n")[0].rstrip("!.") + "; `dateline sql` reads the published file and nothing else."
        elif "Catalog Error: Table" in words:
            words += "\n\n`dateline sql '\\d'` lists the tables."
        raise SettingsError(words) from error


def _print(screen: Console, answer: Answer, output: str) -> None:
    if output == "csv":
        sys.stdout.write(write_csv(answer))
    elif output == "json":
        sys.stdout.write(write_rows_as_json(answer))
    else:
        shown = Answer(answer.columns, answer.rows[:_SHOWN_ROWS])
        print_answer(screen, shown, "No rows." if answer.columns else "Done.")
        if len(answer.rows) > _SHOWN_ROWS:
            screen.print(Text(f"... the first {_SHOWN_ROWS:,} rows; --format csv gives all.", style="dim"))


def _converse(connection: duckdb.DuckDBPyConnection, screen: Console, output: str) -> None:
    with suppress(ImportError):  # arrow keys and history, where Python was built with them
        __import__("readline")
    screen.print(Text(_WELCOME, style="dim"))
    typed = ""
    while True:
        try:
            line = input("   ... " if typed else "dateline> ")
        except EOFError:
            screen.print()
            return
        except KeyboardInterrupt:
            screen.print()
            typed = ""
            continue
        command = line.strip()
        if not typed and command in ("\\q", "exit", "quit"):
            return
        typed = f"{typed}\n{line}" if typed else line
        if not command.endswith(";") and not typed.startswith("\\"):
            if not typed.strip():
                typed = ""
            continue
        _answer_line(connection, screen, typed, output)
        typed = ""


def _answer_line(connection: duckdb.DuckDBPyConnection, screen: Console, typed: str, output: str) -> None:
    try:
        _answer_once(connection, screen, typed, output)
    except SettingsError as error:
        screen.print(Text(str(error), style="red"))
    except KeyboardInterrupt:
        screen.print(Text("Stopped.", style="dim"))


def _describe(connection: duckdb.DuckDBPyConnection, typed: str) -> Answer:
    r"""What ``\\d`` and ``\\d NAME`` show."""
    command, _, name = typed.rstrip("; ").partition(" ")
    if command not in ("\\d", "\\dt"):
        raise SettingsError(
            f"{command} is not known here: \\d lists the tables, \\d NAME the columns of one, \\q leaves."
        )
    name = name.strip().split(".")[-1]
    return ask(connection, _COLUMNS, {"name": name}) if name else ask(connection, _TABLES)
