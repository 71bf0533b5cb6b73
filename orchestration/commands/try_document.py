"""``dateline try``: one document, read as a night reads it, and shown; nothing is kept.

Belongs here: getting the bytes, putting parse and extract in order, printing. Imports no pandas, Dagster or dbt.
"""

from __future__ import annotations

import dataclasses
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from ingest.errors import ReleaseRefused, SettingsError
from ingest.extract.extract import extract_facts
from ingest.parse.encoding import SIZE_LIMIT
from ingest.parse.release import parse_release, split_documents
from ingest.records import NOUNS, Extraction, ListingItem, PressRelease, RawPage
from ingest.sources.folder import MEDIA_TYPES
from orchestration.commands.endings import GOOD, NothingFoundError
from orchestration.commands.facts_in_words import SpokenFact, list_aliases, read_names, speak_facts
from orchestration.commands.marked_text import STYLES, mark_text
from orchestration.commands.screen import defuse, join_words, open_screen, put_table, write_json


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """One document of the file: read, or refused with a reason."""

    address: str
    release: PressRelease | None = None
    found: Extraction | None = None
    refusal: ReleaseRefused | None = None


def try_page(page: RawPage, document: str, as_json: bool) -> int:
    """Prints the anatomy and facts of every release in one file or page; ``document`` is what the user called it.

    Raises:
        NothingFoundError: it holds no release that we load; the sentence says why.
    """
    read = [_read(one) for one in _split(page)]
    good = [one for one in read if one.release]
    if as_json:
        sys.stdout.write(write_json([_describe(one) for one in read]) + "\n")
    else:
        screen = open_screen()
        for one in read if good else []:
            _print(screen, one, alone=len(read) == 1)
    if not good:
        first = read[0].refusal if read else None
        why = f" ({first.reason}): {first.detail}" if first else ": it is empty."
        raise NothingFoundError(f"{document} is no release that a night would load{why}")
    return GOOD


def open_file(document: str) -> RawPage:
    """The bytes of one file.

    Raises:
        SettingsError: it is not there, cannot be read, or is too large.
    """
    path = Path(document).expanduser()
    try:
        if path.is_dir():
            raise SettingsError(f"{document} is a folder: `dateline run --releases {document}` reads folders.")
        if path.stat().st_size > SIZE_LIMIT:
            raise SettingsError(f"{document} is over {SIZE_LIMIT // 1_000_000} MB, which no press release is.")
        body = path.read_bytes()
    except FileNotFoundError as error:
        raise SettingsError(f"There is no file {document}: check the path.") from error
    except OSError as error:
        raise SettingsError(f"{document} cannot be read ({error.strerror}): check its permissions.") from error
    media_type = MEDIA_TYPES.get(path.suffix.lower(), "text/plain")
    now = datetime.now(UTC).replace(tzinfo=None)
    return RawPage(ListingItem("try", document), body, media_type, None, now, now.date().isoformat())


def _split(page: RawPage) -> list[RawPage | ReadDocument]:
    try:
        return list(split_documents(page))
    except ReleaseRefused as refusal:
        return [ReadDocument(page.item.source_uri, refusal=refusal)]


def _read(page: RawPage | ReadDocument) -> ReadDocument:
    if isinstance(page, ReadDocument):
        return page
    try:
        release = parse_release(page)
    except ReleaseRefused as refusal:
        return ReadDocument(page.item.source_uri, refusal=refusal)
    return ReadDocument(page.item.source_uri, release, extract_facts(release))


def _describe(one: ReadDocument) -> dict[str, Any]:
    if one.refusal:
        return {"source_uri": one.address, "refused": {"reason": one.refusal.reason, "detail": one.refusal.detail}}
    assert one.release and one.found
    facts = {noun: [dataclasses.asdict(row) for row in getattr(one.found, noun)] for noun in NOUNS}
    refused = [dataclasses.asdict(row) for row in one.found.quarantined]
    return {"source_uri": one.address, "release": dataclasses.asdict(one.release), **facts, "quarantined": refused}


def _print(screen: Console, one: ReadDocument, alone: bool) -> None:
    if not alone:
        screen.print(_rule(screen, one.address))
    if one.refusal:
        screen.print(Text(f"Refused ({one.refusal.reason}): {one.refusal.detail}", style="yellow"))
        return
    assert one.release and one.found
    facts = speak_facts(one.found)
    screen.print(Text(defuse(one.release.headline or "(no headline)"), style="bold"))
    put_table(screen, _lay_anatomy(one.release, one.found))
    _print_facts(screen, facts, one.found)
    _print_text(screen, one.release, facts)


def _lay_anatomy(release: PressRelease, found: Extraction) -> Table:
    table = _two_columns()
    ticker = join_words([release.issuer_exchange, release.issuer_ticker], ": ")
    issuer = f"{release.issuer_name or 'not found'} ({ticker})" if ticker else release.issuer_name or "not found"
    when = f"{release.published_on} (from the {release.published_basis})" if release.published_on else "no date printed"
    marks = join_words(
        ["an excerpt" if release.is_excerpt else None, "a correction" if release.is_correction else None]
    )
    sections = Counter[str](section.section for section in release.sections)
    table.add_row("issuer", Text(defuse(issuer)))
    table.add_row("published", Text(defuse(join_words([when, release.dateline_city, _spaced(release.wire), marks]))))
    table.add_row(
        "text", f"{len(release.text):,} characters, {len(release.sentences)} sentences, {_count_words(sections)}"
    )
    names = read_names(found)
    for name, aliases in list_aliases(found).items():
        table.add_row("compound", Text(defuse(join_words([name, join_words(aliases)], " = "))))
    table.add_row("companies", Text(defuse(join_words(names.companies.values()) or "none")))
    table.add_row("diseases", Text(defuse(join_words(names.diseases.values()) or "none")))
    return table


def _print_facts(screen: Console, facts: list[SpokenFact], found: Extraction) -> None:
    screen.print(_rule(screen, f"{len(facts)} facts" if len(facts) != 1 else "1 fact"))
    if not facts:
        screen.print(Text("None: the text states no fact that we read.", style="dim"))
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(justify="right", style="dim", no_wrap=True)
    for fact in facts:
        style = STYLES[fact.kind]
        table.add_row(
            f"[{fact.number}]", Text(fact.kind, style=style), Text(defuse(fact.words)), f"{fact.confidence:.0%}"
        )
    put_table(screen, table)
    for item in found.quarantined:
        screen.print(Text(defuse(f"kept back ({item.reason}): {item.detail}"), style="dim"))


def _print_text(screen: Console, release: PressRelease, facts: list[SpokenFact]) -> None:
    screen.print(_rule(screen, "text"))
    label = ""
    for section in release.sections:
        words = mark_text(release.text, facts, section.char_start, section.char_end, screen.color_system is not None)
        words.rstrip()
        if section.section != label:
            label = section.section
            screen.print(Text(_spaced(label), style="dim"))
        screen.print(Padding(words, (0, 0, 1, 2)) if screen.is_terminal else words)


def _two_columns() -> Table:
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    return table


def _rule(screen: Console, title: str) -> Rule | Text:
    if screen.is_terminal:
        return Rule(Text(title), align="left", style="dim")
    return Text(f"\n{title}")


def _count_words(counts: Counter[str]) -> str:
    return ", ".join(f"{_spaced(name)}" + (f" x{n}" if n > 1 else "") for name, n in counts.items())


def _spaced(word: str) -> str:
    return word.replace("_", " ")
