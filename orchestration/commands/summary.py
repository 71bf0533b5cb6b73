"""What a night leaves on the screen: counts, what was refused, where the file is, three answers."""

from __future__ import annotations

import duckdb
from rich.console import Console
from rich.table import Table
from rich.text import Text

from orchestration.commands.screen import join_words, print_answer, put_table
from orchestration.night import NightRun
from orchestration.report.answers import answer, ask, open_readonly
from orchestration.report.questions import DEALS, EXPECTED, MOVED

_ROWS_SHORT, _ROWS_LONG = 5, 12
_COUNTS = """
    select
        (select count(*) from marts.dim_releases where is_current),
        (select count(*) from marts.release_copies where minutes_after_first > 0 or minutes_after_first is null),
        (select count(*) from marts.dim_releases where not is_current),
        (select count(*) from marts.dim_compounds),
        (select count(*) from marts.pipeline),
        (select count(*) from marts.dim_trials),
        (select count(*) from marts.fct_trials),
        (select count(*) from marts.fct_milestones),
        (select count(*) from marts.fct_milestones where statement = 'expected'),
        (select count(distinct collaboration_id) from marts.fct_collaborations),
        (select count(distinct collaboration_id) from marts.fct_collaborations where is_new),
        (select count(*) from marts.fct_evidence)
"""
_SOURCES = "select source_name, state from ops.source_runs where night_id = $night_id order by source_name"
_TROUBLE = ("failed", "blocked", "gap_suspected")
_REFUSED = """
    select reason, count(*) as items from ops.quarantine where night = $night group by reason order by items desc, reason
"""


def print_summary(screen: Console, run: NightRun, seconds: float, tour: bool) -> None:
    """The table, the paths and the answers of one published night."""
    screen.print(Text(f"\nThe night of {run.night} is published ({seconds:.1f} s)\n", style="bold"))
    with open_readonly(run.home.published_file) as connection:
        put_table(screen, _lay_counts(connection, run))
        for question in (MOVED, EXPECTED, DEALS):
            screen.print(Text(f"\n{question.title}", style="bold"))
            rows = answer(connection, question, _ROWS_LONG if tour else _ROWS_SHORT)
            print_answer(screen, rows, question.silence)
    if tour:
        _print_next_steps(screen)


def print_line(screen: Console, run: NightRun, seconds: float) -> None:
    """One night of several, in one line."""
    came, facts = run.counts.get("releases_in", 0), run.counts.get("facts_out", 0)
    screen.print(f"{run.night}  published  {came:>4} releases in  {facts:>6,} facts in the file  {seconds:5.1f} s")


def _lay_counts(connection: duckdb.DuckDBPyConnection, run: NightRun) -> Table:
    current, copies, older, compounds, programs, trials, told, events, ahead, deals, new, quotes = ask(
        connection, _COUNTS
    ).rows[0]
    refused = ask(connection, _REFUSED, {"night": run.night}).rows
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(no_wrap=True)
    table.add_column(justify="right", no_wrap=True, style="bold")
    table.add_column(overflow="fold")

    def row(what: str, count: int, words: str) -> None:
        table.add_row(what, f"{count:,}", Text(words, style="dim"))

    came = run.counts.get("releases_in", 0)
    others = [
        _many(n, *words) for n, *words in ((copies, "copy", "copies"), (older, "older version", "older versions")) if n
    ]
    row("sources", *_tell_sources(connection, run))
    row("releases in", came, join_words([f"the file holds {_many(current, 'release', 'releases')}", *others]))
    row("compounds", compounds, f"in {_many(programs, 'program', 'programs')}")
    row("trials", trials, f"told {_many(told, 'time', 'times')}")
    row("milestones", events, f"{ahead:,} of them expected")
    row("collaborations", deals, f"{new:,} of them announced here")
    row("quarantined", sum(count for _, count in refused), ", ".join(f"{count} {reason}" for reason, count in refused))
    row("quotes", quotes, "each checked against its text")
    table.add_row()
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row("published", Text(str(run.home.published_file)))
    grid.add_row("report", Text(str(run.home.latest / "report.html")))
    outer = Table.grid()
    outer.add_row(table)
    outer.add_row(grid)
    return outer


def _tell_sources(connection: duckdb.DuckDBPyConnection, run: NightRun) -> tuple[int, str]:
    """(how many were asked, which of them a person should look at)."""
    rows = ask(connection, _SOURCES, {"night_id": run.night_id}).rows
    troubled = [f"{name} {state}" for name, state in rows if state in _TROUBLE]
    return len(rows), join_words(troubled) or ("all answered" if rows else "none was asked")


def _many(count: int, one: str, more: str) -> str:
    return f"{count:,} {one if count == 1 else more}"


def _print_next_steps(screen: Console) -> None:
    screen.print(Text("\nGo on", style="bold"))
    for command, words in (
        ("dateline show IMGN853", "one compound, as a timeline with quotes"),
        ("dateline sql", "questions in SQL; \\d lists the tables"),
        ("dateline try FILE", "what one release of yours says"),
        ("dateline --help", "the rest"),
    ):
        screen.print(Text.assemble((f"  {command:<24}", "cyan"), words))
