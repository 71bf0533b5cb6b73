"""``dateline score``: how well the house reads, measured on a user's own annotations.

With ``texts/`` beside ``annotations/`` the texts are read anew (score_texts.py); without, the published file of the home
is measured. The figures go into the ledger of the home; the next night shows them in ``ops.scorecard``.
"""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ingest.errors import SettingsError
from ingest.settings import read_settings
from orchestration.commands.endings import GOOD, NothingFoundError
from orchestration.commands.screen import open_screen, put_table
from orchestration.home import Home
from orchestration.ledger import append_lines
from orchestration.report.answers import open_readonly
from orchestration.scoring.annotations import NotedRelease, read_annotations
from orchestration.scoring.given import read_given
from orchestration.scoring.judging import judge_all
from orchestration.scoring.measures import Measure, Scorecard
from orchestration.version import code_version


def score_file(file: Path, gold: Path, home: Path | None, errors: int) -> int:
    """Prints the scorecard of all annotated releases, and the first ``errors`` errors of each kind.

    Raises:
        SettingsError: the annotations are not there, cannot be understood, or are of other releases.
    """
    noted = read_annotations(gold)
    card = _judge_file(file, noted)
    screen = open_screen()
    screen.print(Text(f"{len(noted)} releases of {gold}, read by {code_version()}\n"))
    put_table(screen, _lay_card(card))
    _print_errors(screen, card, errors)
    place = Home(read_settings(home).home).prepare()
    append_lines(place.ledger("scorecard"), card_rows(card, gold.resolve().name))
    screen.print(Text("\nNoted for ops.scorecard; the next night shows it there.", style="dim"))
    return GOOD


def published_file(gold: Path, home: Path | None) -> Path:
    """The published file of the home, for annotations without texts.

    Raises:
        SettingsError: there are no annotations either.
        NothingFoundError: nothing is published.
    """
    read_annotations(gold)
    place = Home(read_settings(home).home)
    if not place.published_file.exists():
        raise NothingFoundError(
            f"There are no texts to read beside the annotations, and nothing is published in {place.path}: "
            "put the documents into GOLD_DIR/texts, or run a night first."
        )
    return place.published_file


def card_rows(card: Scorecard, corpus: str) -> list[dict[str, object]]:
    """The lines of the ledger ``scorecard``: one per measure."""
    return [
        {
            "code_version": code_version(),
            "kind": kind,
            "precision": measure.precision,
            "recall": measure.recall,
            "f1": measure.f1,
            "n": measure.n,
            "corpus": corpus,
        }
        for kind, measure in card.measures.items()
    ]


def _judge_file(file: Path, noted: list[NotedRelease]) -> Scorecard:
    with open_readonly(file) as connection:
        given = read_given(connection)
    if not any(release.key in given.releases for release in noted):
        example = noted[0].key
        raise SettingsError(
            f"None of the {len(noted)} annotated releases was read: a release belongs to the annotation with the id of "
            f"its file, so '{example}' would be texts/{example}.txt."
        )
    whole = Scorecard()
    for card in judge_all(noted, given):
        whole.add(card)
    return whole


def _lay_card(card: Scorecard) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    table.add_column("kind", no_wrap=True)
    for name in ("precision", "recall", "F1 or share", "n"):
        table.add_column(name, justify="right", no_wrap=True)
    for kind, measure in card.measures.items():
        table.add_row(kind, *(_figure(value) for value in (measure.precision, measure.recall, measure.f1)), _n(measure))
    return table


def _print_errors(screen: Console, card: Scorecard, most: int) -> None:
    if not most:
        return
    kinds = dict.fromkeys(kind for kind, _, _ in card.errors)
    for kind in kinds:
        mine = [(release, words) for one, release, words in card.errors if one == kind]
        screen.print(Text(f"\n{kind}: {len(mine)}", style="bold"))
        for release, words in mine[:most]:
            screen.print(Text(f"  {release}  {words}"))


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _n(measure: Measure) -> str:
    return f"{measure.n:,}"
