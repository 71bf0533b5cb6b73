"""The command line: what can be asked of ``dateline``, and with which options.

Belongs here: names, options and help. Does not belong here: the work, which lies in ``commands/`` and is imported only
by the command that needs it, so that ``dateline --help`` and ``dateline try`` start fast.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from orchestration.commands.endings import MEANINGS, run_to_its_end, tell_error


class SpeakingGroup(TyperGroup):
    """The commands; an error that leaves one becomes one sentence and an exit code."""

    def invoke(self, ctx: typer.Context) -> Any:  # type: ignore[override]
        """What the command returns."""
        try:
            return super().invoke(ctx)
        except (typer.Exit, typer.Abort, BrokenPipeError):
            raise
        except Exception as error:
            if type(error).__module__.startswith("typer."):  # wrong usage: typer shows it better
                raise
            raise typer.Exit(tell_error(error)) from error


class TableFormat(StrEnum):
    """How rows are printed."""

    table = "table"
    csv = "csv"
    json = "json"


def _examples(*commands: str) -> str:
    """Command lines for the end of a command's help."""
    return "Examples:\n\n" + "\n\n".join(f"  [cyan]{command}[/cyan]" for command in commands)


_CODES = "\n\n".join(f"[bold]{code}[/bold]  {meaning}" for code, meaning in MEANINGS.items())
_EPILOG = f"Exit codes:\n\n{_CODES}\n\nSettings (DATELINE_HOME and others) are explained in .env.example."

app = typer.Typer(
    name="dateline",
    cls=SpeakingGroup,
    help="Biopharma press releases as a warehouse in which every fact carries its quote.\n\n"
    "Start with [bold]dateline run --tour[/bold] (a whole night on the bundled sample wire, offline), "
    "then [bold]dateline show IMGN853[/bold] and [bold]dateline sql[/bold].",
    epilog=_EPILOG,
    rich_markup_mode="rich",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
sources_app = typer.Typer(help="What releases are read from.", no_args_is_help=True, rich_markup_mode="rich")

NIGHTS, READING, CARE = "Make a night", "Read what is there", "Look after it"
app.add_typer(sources_app, name="sources", rich_help_panel=CARE)

Home = Annotated[
    Path | None,
    typer.Option(
        "--home", metavar="DIR", help="Where all is kept (default: DATELINE_HOME, else .dateline in the clone)."
    ),
]
Sources = Annotated[
    list[str] | None,
    typer.Option("--source", metavar="NAME", help="Only this source of sources.yaml; may be given several times."),
]


def _import_nights() -> ModuleType:
    """The module that runs nights; Dagster, dbt and pandas take seconds to import, so it says that it starts."""
    from orchestration.progress import open_reporter

    with open_reporter(keep=False) as reporter:
        reporter.start("start")
        from orchestration.commands import run as command

        reporter.finish()
    return command


def _show_version(wanted: bool) -> None:
    if wanted:
        from orchestration.version import code_version

        typer.echo(f"dateline {code_version()}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Say which code runs, and stop.")
    ] = False,
) -> None:
    """Options that stand before a command."""


@app.command(
    rich_help_panel=NIGHTS,
    epilog=_examples(
        "dateline run --releases ~/inbox --home ~/warehouse",
        "dateline run --source edgar_starter --published-from 2024-01-01",
        "dateline run --from 2024-11-04 --to 2024-11-11 --home /tmp/history",
    ),
)
def run(
    releases: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Read this folder (.txt .md .html .xml .json .eml, archives); never touches the network.",
        ),
    ] = None,
    source: Sources = None,
    from_night: Annotated[
        str | None,
        typer.Option("--from", metavar="NIGHT", help="First night of arrival, like 2026-11-24."),
    ] = None,
    to_night: Annotated[
        str | None,
        typer.Option("--to", metavar="NIGHT", help="Last night; each is run in its turn."),
    ] = None,
    published_from: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="Only releases published on this day or later."),
    ] = None,
    published_to: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="Only releases published on this day or before."),
    ] = None,
    home: Home = None,
    tour: Annotated[bool, typer.Option("--tour", help="Answer three questions at length when done.")] = False,
) -> None:
    """Run the whole night: fetch, read, check, and publish one DuckDB file.

    Without options it reads the sources of sources.yaml (as delivered: the bundled sample wire, offline).

    Running a night again is quick and gives the same tables. A night that is not good publishes nothing.
    """
    from orchestration.commands.nights import Wish, plan_nights

    wish = Wish(
        releases=releases,
        sources=tuple(source or ()),
        from_night=from_night,
        to_night=to_night,
        published_from=published_from,
        published_to=published_to,
    )
    planned = plan_nights(wish, home)
    raise typer.Exit(_import_nights().run_nights(planned, tour))


@app.command(rich_help_panel=NIGHTS)
def collect(source: Sources = None, home: Home = None) -> None:
    """Bring what feeds and pages hold now into the archive; the next night reads it.

    A feed holds only its newest few dozen items: between nights, collect every 20 minutes or so.
    """
    from orchestration.commands import sources as command

    raise typer.Exit(command.collect_now(tuple(source or ()), home))


@app.command(rich_help_panel=NIGHTS)
def replay(
    from_night: Annotated[
        str | None,
        typer.Option("--from", metavar="NIGHT", help="First archived night (default: the oldest)."),
    ] = None,
    to_night: Annotated[
        str | None,
        typer.Option("--to", metavar="NIGHT", help="Last archived night (default: the newest)."),
    ] = None,
    home: Home = None,
) -> None:
    """Read the archive again with today's rules and publish the result; no network.

    When a fact was first recorded stays as it was.
    """
    from orchestration.commands.nights import plan_replay

    planned = plan_replay(from_night, to_night, home)
    raise typer.Exit(_import_nights().run_nights(planned, tour=False))


@app.command("try", rich_help_panel=READING)
def try_document(
    document: Annotated[str, typer.Argument(metavar="FILE|URL", help="One release: a file, or an address to fetch.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print anatomy, facts and quotes as JSON.")] = False,
) -> None:
    """Read one document: its anatomy, and its facts with their quotes highlighted. Nothing is kept."""
    from orchestration.commands import try_document as command

    if document.startswith(("http://", "https://")):
        from orchestration.commands.fetch_page import fetch_page

        page = fetch_page(document)
    else:
        page = command.open_file(document)
    raise typer.Exit(command.try_page(page, document, as_json))


@app.command(rich_help_panel=READING)
def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A compound or a company, by any of its names.")],
    home: Home = None,
) -> None:
    """All that is known of a compound or company, as a timeline with quotes and links."""
    from orchestration.commands import show as command

    raise typer.Exit(command.show_name(name, home))


@app.command(
    rich_help_panel=READING,
    epilog=_examples(
        r"dateline sql '\d pipeline'",
        'dateline sql "select compound_name, stage from pipeline order by stage_since desc"',
        "dateline sql --format csv 'from deals' > deals.csv",
    ),
)
def sql(
    query: Annotated[str | None, typer.Argument(metavar="QUERY", help="SQL; without it a prompt opens.")] = None,
    output: Annotated[TableFormat, typer.Option("--format", "-f", help="How rows are printed.")] = TableFormat.table,
    home: Home = None,
) -> None:
    """Ask the published file in SQL: read-only, and without access to any other file or address.

    Table names work with or without their schema: pipeline is marts.pipeline.
    """
    from orchestration.commands import sql as command

    raise typer.Exit(command.ask_sql(query, output.value, home))


@sources_app.command("list")
def list_sources(home: Home = None) -> None:
    """The sources, their kinds, and whether they are switched on."""
    from orchestration.commands import sources as command

    raise typer.Exit(command.show_sources(home))


@sources_app.command("check")
def check_sources(source: Sources = None, home: Home = None) -> None:
    """Ask each source: what answers, what is new, and what a night would fetch. Nothing is kept."""
    from orchestration.commands import sources as command

    raise typer.Exit(command.check(tuple(source or ()), home))


@app.command(rich_help_panel=CARE)
def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="A folder with annotations/ and, best, texts/.")],
    errors: Annotated[int, typer.Option(min=0, metavar="N", help="Show the first N errors of each kind.")] = 0,
    home: Home = None,
) -> None:
    """Measure the reading against your own annotations: precision, recall and F1 per kind.

    With texts/ they are read anew in a home that is thrown away; without, the published file is measured.
    """
    from orchestration.commands import score as command

    if not (gold / "texts").is_dir():
        raise typer.Exit(command.score_file(command.published_file(gold, home), gold, home, errors))
    from orchestration.commands.score_texts import read_texts

    with read_texts(gold / "texts", home) as file:
        raise typer.Exit(command.score_file(file, gold, home, errors))


@app.command(rich_help_panel=CARE)
def doctor(home: Home = None) -> None:
    """Say what is missing or misconfigured, and the one command that mends it."""
    from orchestration.commands import doctor as command

    raise typer.Exit(command.examine(home))


def main() -> None:
    """Runs the command line; the process ends with the exit code."""
    run_to_its_end(app)
