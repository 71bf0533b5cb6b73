"""`dateline` in processes of their own, against a world on this machine; started by the tests, one job per line of stdin.

Everything is imported once, and one night makes Dagster and dbt warm; then each job is a fork that runs the command line
to its end, or until it kills itself (SIGKILL) at the call that the job names. So a night costs half of what a fresh
process costs, and the product knows nothing of tests. Three things differ from a user's run: where EDGAR is, how fast a
site may be asked, and how long a failing one is waited for.

A job: {argv, env, out (file), world, is_warm_up, kill: [module:name, nth call, before or after] or null, kill_after: s}.
The answer: {status (of waitpid), seconds, cpu}.
"""

from __future__ import annotations

import functools
import importlib
import json
import os
import signal
import sys
import time
from collections.abc import Callable
from typing import Any

from ingest.fetch.client import Client, Limits
from ingest.sources import edgar
from orchestration.cli import app
from orchestration.commands import run as _warm  # noqa: F401 - the command imports it late; here early is the point
from orchestration.stages import fetch, poll_edgar

LIMITS = Limits(
    total_seconds=2.5,
    body_bytes=2_000_000,
    attempts=2,
    first_wait_seconds=0.02,
    per_second=1000,
    at_once=4,
    failures_before_haste=50,  # the whole world is one site here
)
LONGEST_SECONDS = 200.0


def settle_in(world: str) -> None:
    """Leads the product to the world of the test."""
    fetch.NetworkClient = functools.partial(Client, limits=LIMITS)  # type: ignore[misc,assignment]
    edgar.SITE = f"{world}/www.sec.gov"
    edgar.SUBMISSIONS = poll_edgar.SUBMISSIONS = f"{world}/data.sec.gov/submissions"


def die_at(place: str, nth: int, when: str) -> None:
    """From now on the nth call of the function at ``module:name`` kills this process, before or after its work."""
    module, _, path = place.partition(":")
    owner: Any = importlib.import_module(module)
    *owners, name = path.split(".")
    for part in owners:
        owner = getattr(owner, part)
    setattr(owner, name, _dying(getattr(owner, name), nth, when))


def _dying(original: Callable[..., Any], nth: int, when: str) -> Callable[..., Any]:
    calls = 0

    @functools.wraps(original)
    def call(*args: Any, **options: Any) -> Any:
        nonlocal calls
        calls += 1
        is_last = calls == nth
        if is_last and when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        result = original(*args, **options)
        if is_last:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    return call


def run(job: dict[str, Any]) -> int:
    """The exit code of the command line, run here; its words go into the job's file."""
    os.environ.update(job["env"])
    settle_in(job["world"])
    if job.get("kill"):
        die_at(*job["kill"])
    kept = os.dup(1), os.dup(2)
    words = os.open(job["out"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    os.dup2(words, 1)
    os.dup2(words, 2)
    try:
        app(job["argv"], standalone_mode=True)
    except SystemExit as end:
        return int(end.code or 0)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        for number, handle in enumerate(kept, 1):
            os.dup2(handle, number)
    return 0


def run_apart(job: dict[str, Any]) -> int:
    """The status (of waitpid) of a process that does the job."""
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        code = 99
        try:
            code = run(job)
        finally:
            os._exit(code)
    moment = job.get("kill_after")
    ended, status = _wait(child, LONGEST_SECONDS if moment is None else moment)
    if not ended:
        os.kill(child, signal.SIGKILL)
        status = os.waitpid(child, 0)[1]
        if moment is None:
            raise TimeoutError(f"dateline did not end within {LONGEST_SECONDS} s: {job}")
    return status


def _wait(child: int, seconds: float) -> tuple[bool, int]:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid:
            return True, status
        time.sleep(min(0.02, max(until - time.monotonic(), 0.0)))
    return False, 0


def main() -> None:
    """Does the jobs of stdin until it ends."""
    for line in sys.stdin:
        job = json.loads(line)
        began, cpu = time.monotonic(), sum(os.times()[:4])
        status = run(job) << 8 if job.get("is_warm_up") else run_apart(job)
        told = {"status": status, "seconds": time.monotonic() - began, "cpu": sum(os.times()[:4]) - cpu}
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
