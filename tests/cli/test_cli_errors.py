from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.errors import (
    DatelineError,
    HomeUnusable,
    NightRefused,
    PermanentError,
    SettingsError,
    SourceRefused,
    SourceUnavailable,
    WarehouseBusy,
)
from orchestration.commands import show
from orchestration.commands.endings import NothingFoundError, exit_code_of, tell_error


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (NightRefused("x"), 1),
        (PermanentError("x"), 1),
        (DatelineError("x"), 1),
        (ZeroDivisionError("x"), 1),
        (SettingsError("x"), 2),
        (HomeUnusable("x"), 2),
        (WarehouseBusy("x"), 3),
        (SourceUnavailable("x", "timeout"), 3),
        (NothingFoundError("x"), 4),
        (SourceRefused("x", "not_found"), 4),
    ],
)
def test_each_error_has_its_exit_code(error: Exception, code: int) -> None:
    assert exit_code_of(error) == code


def test_an_error_of_the_house_is_its_own_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    tell_error(SettingsError("The thing is wrong: mend it."))
    assert capsys.readouterr().err == "dateline: The thing is wrong: mend it.\n"


def test_a_bug_is_a_sentence_with_the_way_out(dateline: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object) -> int:
        raise ZeroDivisionError("three\nover nothing")

    monkeypatch.setattr(show, "show_name", stumble)
    said = dateline("show", "x")
    assert said.code == 1
    assert "(ZeroDivisionError: three over nothing)" in said.err
    assert "DATELINE_DEBUG=1" in said.err
    assert "Traceback" not in said.err


def test_debug_shows_the_traceback(dateline: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_DEBUG", "1")
    said = dateline("try", "no-such-file.txt")
    assert said.code == 2
    assert "Traceback" in said.err
    assert "FileNotFoundError" in said.err


@pytest.mark.parametrize("command", [("sql", "select 1"), ("show", "NB-417")])
def test_a_published_file_that_is_damaged_is_told_with_the_way_back(
    dateline: Callable, tmp_path: Path, command: tuple[str, str]
) -> None:
    build = tmp_path / "published" / "2026-11-24-001"
    build.mkdir(parents=True)
    (build / "dateline.duckdb").write_bytes(b"no database" * 1000)
    (tmp_path / "published" / "latest").symlink_to(build.name)
    said = dateline(*command, "--home", tmp_path)
    assert said.code == 2
    assert "not a valid DuckDB database file: `dateline replay` makes it anew" in said.err
