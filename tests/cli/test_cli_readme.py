"""The README is true: each of its commands is run, in its order, and each of its links leads somewhere.

`make run` is the night that every test of this folder reads (conftest.py); `make test` is this suite; `make dev` would
stay. The real wires are stood in for by the recorded one, under the names that the README uses.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest
import yaml
from cli_calls import DATELINE, RELEASE, ROOT

from ingest.sources.registry import DEFAULT_SOURCES

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n(.*?)```", README, re.S)
COMMANDS = [line[2:] for block in BLOCKS for line in block.splitlines() if line.startswith("$ ")]
MAKE = [command for command in COMMANDS if command.startswith("make ")]
READING = [command for command in COMMANDS if " sql " in command or " show " in command]
FEEDING = [command for command in COMMANDS if command not in [*MAKE, *READING]]
POINTING = [command for command in FEEDING if " sources " in command or "--source" in command or "export" in command]


def run(command: str, home: Path, places: dict[str, str], **more: str) -> subprocess.CompletedProcess[str]:
    for name, place in places.items():
        command = command.replace(name, shlex.quote(place))
    command = command.replace(".venv/bin/dateline", shlex.quote(str(DATELINE)))
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
    environment |= {"DATELINE_HOME": str(home), **more}
    return subprocess.run(
        command, shell=True, capture_output=True, text=True, env=environment, cwd=ROOT, timeout=240, check=False
    )


def test_the_readme_has_commands_of_every_kind() -> None:
    assert MAKE == ["make run", "make test", "make dev"]
    assert len(READING) >= 4
    assert len(FEEDING) - len(POINTING) >= 3
    assert len(POINTING) >= 4


@pytest.mark.parametrize("target", [command.split()[1] for command in MAKE])
def test_make_knows_what_the_readme_calls(target: str) -> None:
    dry = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert dry.returncode == 0, dry.stderr


def test_make_run_is_the_night_that_these_tests_read() -> None:
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    asked = ["make", "--no-print-directory", "-n", "run"]
    dry = subprocess.run(asked, cwd=ROOT, env=outside, capture_output=True, text=True, timeout=60, check=True)
    assert dry.stdout.splitlines()[-1] == ".venv/bin/dateline run --tour"


@pytest.mark.parametrize("command", READING)
def test_what_the_readme_asks_has_an_answer(command: str, sample_home: Path) -> None:
    done = run(command, sample_home, {})
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) > 3


def test_what_the_readme_feeds_works_in_its_order(tmp_path: Path) -> None:
    folder = tmp_path / "releases"
    folder.mkdir()
    (folder / "release.txt").write_text(RELEASE)
    places = {
        "path/to/folder": str(folder),
        "path/to/release.txt": str(folder / "release.txt"),
        "path/to/home": str(tmp_path / "home"),
    }
    said = run_all([command for command in FEEDING if command not in POINTING], tmp_path, places)
    assert (tmp_path / "home" / "published" / "latest" / "dateline.duckdb").exists()
    assert any("NB-417" in words for command, words in said.items() if " try " in command)


def test_what_the_readme_points_at_works_in_its_order(tmp_path: Path) -> None:
    stand_in = str(write_stand_ins(tmp_path / "sources.yaml"))
    said = run_all(POINTING, tmp_path, {"path/to/wires": str(tmp_path / "wires")}, DATELINE_SOURCES=stand_in)
    assert (tmp_path / "wires" / "published" / "latest" / "dateline.duckdb").exists()
    assert any("would fetch" in words for command, words in said.items() if " check " in command)


def run_all(commands: list[str], place: Path, places: dict[str, str], **more: str) -> dict[str, str]:
    said = {}
    for command in commands:
        done = run(command, place / "untouched", places, **more)
        assert done.returncode == 0, f"{command}\n{done.stderr}"
        said[command] = done.stdout
    assert not (place / "untouched").exists()
    return said


def write_stand_ins(path: Path) -> Path:
    """The delivered sources, where those that the README names are answered from the sample wire."""
    sources = yaml.safe_load(DEFAULT_SOURCES.read_text(encoding="utf-8"))["sources"]
    named = {name for command in COMMANDS for name in re.findall(r"--source (\S+)", command)}
    recorded = {"globe": "sample_globe_newswire", "pr": "sample_pr_newswire"}
    chosen = {name: {**sources[recorded[name.split("_")[0]]], "recording": None} for name in named}
    for entry in chosen.values():
        entry["recording"] = str(DEFAULT_SOURCES.parent / "sample_wire")
    path.write_text(yaml.safe_dump({"sources": chosen}))
    return path


def test_every_source_that_the_readme_names_is_delivered() -> None:
    delivered = yaml.safe_load(DEFAULT_SOURCES.read_text(encoding="utf-8"))["sources"]
    named = re.findall(r"--source (\S+)", README) + re.findall(r"`(edgar_\w+)`", README)
    assert [name for name in named if name not in delivered] == []


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))], ids=lambda page: page.name
)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda page: page.name)
def test_every_command_line_of_the_docs_is_one_that_exists(page: Path) -> None:
    from typer.main import get_command  # noqa: PLC0415 - beside its only use

    from orchestration.cli import app  # noqa: PLC0415

    known = set(get_command(app).commands)  # type: ignore[attr-defined]
    named = re.findall(r"(?:`|bin/|\$ )dateline ([a-z]+)", page.read_text(encoding="utf-8"))
    assert [name for name in named if name not in known] == []


def test_the_example_of_settings_can_be_loaded_and_names_all_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATELINE_HOME")
    example = ROOT / ".env.example"
    source = (ROOT / "ingest" / "settings.py").read_text(encoding="utf-8")
    known = set(re.findall(r'environ(?:\.get)?[\[(]"(DATELINE_[A-Z_]+)"', source))
    shell = f"sed 's/^#DATELINE/DATELINE/' '{example}' > loaded && set -a && . ./loaded && env"
    loaded = subprocess.run(["sh", "-c", shell], cwd=tmp_path, capture_output=True, text=True, timeout=20, check=True)
    assert known == {line.split("=")[0] for line in loaded.stdout.splitlines() if line.startswith("DATELINE_")}
