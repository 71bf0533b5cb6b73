from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from orchestration.commands.endings import MEANINGS

COMMANDS = ("run", "collect", "replay", "try", "show", "sql", "score", "doctor", "sources")
HEAVY = {"duckdb", "dagster", "dagster_dbt", "dbt", "pandas", "pandera", "pyarrow", "httpx"}


def test_help_names_every_command_and_every_exit_code(dateline: Callable) -> None:
    said = dateline("--help")
    assert said.code == 0
    assert [name for name in COMMANDS if f" {name} " not in said.out] == []
    assert [code for code in MEANINGS if f" {code}  " not in said.out] == []


@pytest.mark.parametrize("command", [[name] for name in COMMANDS if name != "sources"] + [["sources", "check"]])
def test_every_command_explains_itself(command: list[str], dateline: Callable) -> None:
    said = dateline(*command, "--help")
    assert said.code == 0
    assert "Usage: dateline" in said.out


def test_the_version_names_the_code(dateline: Callable) -> None:
    assert dateline("--version").out.startswith("dateline 0.1.0")


def test_help_and_try_start_without_the_heavy_libraries(release_file: Path) -> None:
    program = (
        "import sys; from orchestration.cli import app\n"
        "for words in (['--help'], ['try', sys.argv[1], '--json']):\n"
        "    try: app(words)\n"
        "    except SystemExit as end: assert not end.code\n"
        "print('loaded', *sorted(set(sys.argv[2:]) & set(sys.modules)), sep='\\n', file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, release_file, *HEAVY], capture_output=True, text=True, timeout=60, check=True
    )
    assert run.stderr.splitlines() == ["loaded"]


def test_the_runbook_explains_every_exit_code() -> None:
    runbook = (Path(__file__).resolve().parents[2] / "docs" / "runbook.md").read_text()
    assert [code for code in MEANINGS if f"| {code} |" not in runbook] == []


def test_the_examples_of_help_are_commands_that_are_understood(
    dateline: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    shown = [
        line.strip()
        for command in ("run", "sql")
        for line in dateline(command, "--help").out.splitlines()
        if line.strip().startswith("dateline ")
    ]
    assert len(shown) == 6
    for line in shown:
        words = shlex.split(line.split(" > ")[0])[1:]
        assert "No such option" not in dateline(*words, "--help").err
        if words[0] == "sql":
            assert "Nothing is published" in dateline(*words).err
