"""`sql` and `show` over the home that one night over the sample wire made."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_calls import DATELINE, ROOT

from orchestration.commands.sql import open_published
from orchestration.lock import hold_home


def ask(dateline: Callable, home: Path, query: str, output: str = "json") -> list[dict]:
    said = dateline("sql", query, "--format", output, "--home", home)
    assert said.code == 0, said.err
    return json.loads(said.out)


def test_tables_are_found_with_and_without_their_schema(dateline: Callable, sample_home: Path) -> None:
    short = ask(dateline, sample_home, "select count(*) as n from pipeline")
    long = ask(dateline, sample_home, "select count(*) as n from marts.pipeline")
    assert short == long
    assert short[0]["n"] > 10
    assert ask(dateline, sample_home, "select state from nights")[-1] == {"state": "published"}


def test_csv_has_one_line_per_row(dateline: Callable, sample_home: Path) -> None:
    said = dateline("sql", "select compound_name, stage from pipeline", "-f", "csv", "--home", sample_home)
    rows = list(csv.reader(io.StringIO(said.out)))
    assert rows[0] == ["compound_name", "stage"]
    assert len(rows) - 1 == ask(dateline, sample_home, "select count(*) as n from pipeline")[0]["n"]


def test_tables_and_columns_can_be_listed(dateline: Callable, sample_home: Path) -> None:
    tables, columns = (dateline("sql", words, "--home", sample_home) for words in ("\\d", "\\d marts.pipeline"))
    assert "marts.pipeline" in tables.out
    assert "One program now" in tables.out
    assert "compound_name" in columns.out
    assert "INN, else code name" in columns.out


@pytest.mark.parametrize(
    "query",
    [
        "copy pipeline to '{file}'",
        "copy (select 1) to '{file}' (format parquet)",
        "export database '{file}'",
        "attach '{file}' as other",
        "from read_csv('{secret}')",
        "from read_text('{secret}')",
        "from read_blob('{secret}')",
        "from '{secret}'",
        "from glob('{folder}/*')",
        "install httpfs",
        "load httpfs",
        "set enable_external_access = true",
        "reset enable_external_access",
        "set lock_configuration = false",
        "set temp_directory = '{folder}'",
        "pragma profiling_output = '{file}'",
        "create table mine (a integer)",
        "delete from marts.pipeline",
        "update marts.pipeline set stage = 'approved'",
        "drop table marts.pipeline",
        "select 1; copy (select 1) to '{file}'",
    ],
)
def test_a_query_cannot_write_or_look_elsewhere(
    query: str, dateline: Callable, sample_home: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a\nhidden words\n")
    before = sorted(tmp_path.iterdir())
    built = sample_home / "published" / "latest" / "dateline.duckdb"
    size = built.stat().st_size
    said = dateline("sql", query.format(file=tmp_path / "out", secret=secret, folder=tmp_path), "--home", sample_home)
    assert said.code == 2
    assert "hidden words" not in said.out
    assert sorted(tmp_path.iterdir()) == before
    assert built.stat().st_size == size


def test_a_wrong_name_is_told_with_the_nearest(dateline: Callable, sample_home: Path) -> None:
    said = dateline("sql", "from pipelines", "--home", sample_home)
    assert said.code == 2
    assert 'Did you mean "pipeline"' in said.err


def test_a_query_can_come_from_a_pipe(sample_home: Path, dateline: Callable) -> None:
    said = dateline("sql", "-f", "csv", "--home", sample_home, stdin="select 41 + 1 as answer;\n")
    assert said.out == "answer\n42\n"


def test_the_prompt_answers_until_it_is_left(sample_home: Path) -> None:
    ours, theirs = pty.openpty()
    typed = "select 40 +\n2 as answer;\nselec 1;\n\\d nights\n\\q\n"
    with subprocess.Popen(
        [str(DATELINE), "sql", "--home", str(sample_home)],
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=ROOT,
    ) as process:
        os.close(theirs)
        os.write(ours, typed.encode())
        out, _ = process.communicate(timeout=60)
    os.close(ours)
    assert process.returncode == 0
    assert b"answer" in out
    assert b"42" in out
    assert b"syntax error" in out
    assert b"code_version" in out


def test_a_full_pipe_that_closes_early_is_no_error(sample_home: Path) -> None:
    run = subprocess.run(
        f"'{DATELINE}' sql --home '{sample_home}' -f csv 'from dim_dates' | head -n 2",
        shell=True, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert run.stdout.startswith("date_on") or run.stdout.count("\n") == 2
    assert "Traceback" not in run.stderr
    assert "unexpected" not in run.stderr


def test_show_tells_a_compound_by_any_of_its_names(dateline: Callable, sample_home: Path) -> None:
    pages = {dateline("show", name, "--home", sample_home).out for name in ("IMGN853", "imgn-853", "Elahere")}
    assert len(pages) == 1
    page = pages.pop()
    for part in ("also called", "Programs", "Trials", "Agreements", "Timeline", "ImmunoGen", "2012-04-02"):
        assert part in page


def test_every_quote_of_a_timeline_is_in_its_release(dateline: Callable, sample_home: Path) -> None:
    page = dateline("show", "IMGN901", "--home", sample_home).out
    quotes = [line.strip().strip("\u201c\u201d") for line in page.splitlines() if line.strip().startswith("\u201c")]
    whole = [quote for quote in quotes if not quote.endswith("...")]
    assert len(whole) > 3
    with open_published(sample_home) as connection:
        texts = " ".join(
            " ".join(row[0].split()) for row in connection.execute("select text from release_texts").fetchall()
        )
    assert [quote for quote in whole if quote.split("\u201d")[0] not in texts] == []


def test_show_tells_a_company(dateline: Callable, sample_home: Path) -> None:
    said = dateline("show", "immunogen", "--home", sample_home)
    assert said.code == 0
    for part in ("ImmunoGen", "IMGN", "Programs", "Agreements", "AbbVie", "Novartis"):
        assert part in said.out


def test_an_unknown_name_gives_the_nearest(dateline: Callable, sample_home: Path) -> None:
    said = dateline("show", "IMGN85", "--home", sample_home)
    assert said.code == 4
    assert "IMGN853" in said.err
    far = dateline("show", "qqqqqqqqqq", "--home", sample_home)
    assert far.code == 4
    assert "no name is near it" in far.err


def test_the_tour_ends_with_counts_paths_and_three_answers(sample_home: Path) -> None:
    said = (sample_home.parent / "said.txt").read_text()
    for part in (
        "releases in", "compounds", "trials", "milestones", "collaborations", "quarantined", "law_firm_alert",
        "Which programs moved?", "What is expected next?", "Which deals were struck?",
        str(sample_home / "published" / "latest" / "dateline.duckdb"),
    ):  # fmt: skip
        assert part in said


def test_a_busy_home_is_told_and_left_alone(dateline: Callable, tmp_path: Path) -> None:
    home = tmp_path / "busy"
    home.mkdir()
    with hold_home(home, "building the night 2012-07-01"):
        said = dateline("run", "--releases", tmp_path, "--home", home)
    assert said.code == 3
    assert "is busy" in said.err
    assert "building the night 2012-07-01" in said.err
