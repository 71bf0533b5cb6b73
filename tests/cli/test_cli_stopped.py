"""Ctrl-C in the middle of a night: readers notice nothing, and the next run goes on."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path

from cli_calls import DATELINE, RELEASE, ROOT

from orchestration.ledger import read_lines
from orchestration.lock import read_holder


def test_a_stopped_night_leaves_the_last_good_file(sample_home: Path, tmp_path: Path) -> None:
    home, folder = tmp_path / "home", tmp_path / "releases"
    shutil.copytree(sample_home, home, symlinks=True)
    folder.mkdir()
    (folder / "release.txt").write_text(RELEASE)
    before = (home / "published" / "latest").resolve().name
    process = subprocess.Popen(
        [str(DATELINE), "run", "--releases", str(folder), "--home", str(home)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")},
    )
    assert process.stderr is not None
    lines = []
    for line in process.stderr:  # the lines of progress: the night is in the middle of its work
        lines.append(line)
        if "parse" in line:
            process.send_signal(signal.SIGINT)
            break
    out, rest = process.communicate(timeout=120)
    told = "".join(lines) + rest
    assert process.returncode == 130, told
    assert "stopped; the last good file stays" in told
    assert "Traceback" not in told
    assert "published" not in out
    assert (home / "published" / "latest").resolve().name == before
    assert read_holder(home) is None
    assert read_lines(home / "ledger" / "nights.jsonl")[-1]["state"] != "published"
