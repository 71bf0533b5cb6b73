"""``dateline run`` and ``dateline replay``: nights one after the other in this process, and what they leave to see."""

from __future__ import annotations

import sys
import time

from rich.text import Text

from ingest.settings import Settings
from orchestration.commands.endings import GOOD
from orchestration.commands.nights import Planned
from orchestration.commands.screen import open_screen
from orchestration.commands.summary import print_line, print_summary
from orchestration.night import NightRequest, NightRun
from orchestration.progress import open_reporter
from orchestration.run import run_night


def run_nights(nights: Planned, tour: bool) -> int:
    """Runs the nights; the last one is told at length. Stops at the first that is not good.

    Raises:
        DatelineError: a night was refused or could not run.
    """
    screen = open_screen()
    try:
        for number, (settings, request) in enumerate(nights, 1):
            run, seconds = _run_one(settings, request, keep=len(nights) == 1)
            if number < len(nights):
                print_line(screen, run, seconds)
            else:
                print_summary(screen, run, seconds, tour)
    except KeyboardInterrupt:
        words = "dateline: stopped; the last good file stays, and the next run takes up what had arrived."
        open_screen(stderr=True).print(Text(words))
        raise
    sys.stdout.flush()
    return GOOD


def _run_one(settings: Settings, request: NightRequest, keep: bool) -> tuple[NightRun, float]:
    began = time.monotonic()
    with open_reporter(keep=keep) as reporter:
        run = run_night(settings, request, reporter)
    return run, time.monotonic() - began
