"""Running `dateline` in the world: what a test asks of the process that keeps it warm, and what comes back."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from world import World

SCRIPT = Path(__file__).with_name("dateline_in_world.py")
Kill = tuple[str, int, str]
"""module:name, the nth call, 'before' or 'after' its work."""


@dataclass(frozen=True)
class Ended:
    """How a run ended: its exit code (null when it was killed), what it said, what it cost."""

    code: int | None
    said: str
    seconds: float
    cpu: float

    @property
    def is_killed(self) -> bool:
        return self.code is None


class Dateline:
    """The command line; a context manager. Nothing is started before the first run."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Dateline:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)  # with a run that still hangs; it has nothing to put away
            self._process.wait()

    def run(
        self,
        world: World,
        home: Path,
        now: str,
        sources: Path,
        *,
        kill: Kill | None = None,
        kill_after: float | None = None,
    ) -> Ended:
        """`dateline run` with the clock held at ``now``."""
        is_warm_up = self._process is None and kill is None and kill_after is None
        home.mkdir(parents=True, exist_ok=True)
        said = home.with_suffix(".said")
        env = {"DATELINE_NOW": now, "DATELINE_SOURCES": str(sources), "DATELINE_CONTACT": "tests@dateline.example"}
        job = {
            "argv": ["run", "--home", str(home)],
            "env": env,
            "out": str(said),
            "world": world.base,
            "is_warm_up": is_warm_up,
            "kill": kill,
            "kill_after": kill_after,
        }
        told = self._ask(job)
        status = told["status"]
        assert not os.WIFSIGNALED(status) or os.WTERMSIG(status) == signal.SIGKILL
        code = None if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
        return Ended(code, said.read_text(encoding="utf-8") if said.exists() else "", told["seconds"], told["cpu"])

    def _ask(self, job: dict[str, Any]) -> dict[str, Any]:
        process = self._process or self._start()
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(json.dumps(job) + "\n")
        process.stdin.flush()
        answer = process.stdout.readline()
        assert answer, "the process that runs dateline has died"
        told: dict[str, Any] = json.loads(answer)
        return told

    def _start(self) -> subprocess.Popen[str]:
        kept = {
            k: v for k, v in os.environ.items() if not k.startswith("DATELINE_") and not k.lower().endswith("_proxy")
        }
        self._process = subprocess.Popen(
            [sys.executable, str(SCRIPT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            # dbt's fast parser leaves threads behind, and a fork would wait for them forever.
            env={**kept, "COLUMNS": "200", "DBT_STATIC_PARSER": "false"},
            start_new_session=True,
        )
        return self._process
