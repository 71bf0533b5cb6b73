"""How a command ends: the exit codes, and the sentence that an error becomes.

Belongs here: the numbers and their meaning, shown by ``--help`` and the runbook. Does not belong here: any work.
"""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
import traceback
from collections.abc import Callable

from ingest.errors import DatelineError, HomeUnusable, PermanentError, SettingsError, SourceRefused, TransientError
from ingest.settings import shows_tracebacks

GOOD, FAILED, USAGE, BUSY, NOTHING, STOPPED = 0, 1, 2, 3, 4, 130

MEANINGS = {
    GOOD: "good",
    FAILED: "not good: a night failed or was refused (the last good file stays), or a check found faults",
    USAGE: "an option, a setting or the home is wrong",
    BUSY: "not now: another run holds the home, or a source does not answer; try again later",
    NOTHING: "nothing there: an unknown name, nothing published yet, or a document that is no release or not to be had",
    STOPPED: "stopped with Ctrl-C; the last good file stays",
}
"""Exit code -> what it says."""


class NothingFoundError(PermanentError):
    """What was asked for is not there; the sentence says what is."""


def exit_code_of(error: Exception) -> int:
    """The number that a failed command ends with."""
    if isinstance(error, NothingFoundError | SourceRefused):
        return NOTHING
    if isinstance(error, TransientError):
        return BUSY
    return USAGE if isinstance(error, SettingsError | HomeUnusable) else FAILED


def tell_error(error: Exception) -> int:
    """The exit code; the sentence goes to stderr, with the traceback only when DATELINE_DEBUG is set."""
    if shows_tracebacks():
        traceback.print_exception(error)
    if isinstance(error, DatelineError):
        words = str(error)
    else:
        what = f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"
        words = (
            f"Something unexpected stopped this command ({what}): run it again with DATELINE_DEBUG=1 to see where, "
            "and report it; the last good file is untouched."
        )
    print(_wrap(f"dateline: {words}"), file=sys.stderr)  # noqa: T201 - the one place where an error becomes words
    return exit_code_of(error)


def _wrap(words: str) -> str:
    """Broken between words on a terminal; as it is in a log."""
    if not sys.stderr.isatty():
        return words
    width = max(20, shutil.get_terminal_size().columns - 1)
    lines = [textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) for line in words.split("\n")]
    return "\n".join("\n".join(line) for line in lines)


def run_to_its_end(command: Callable[[], object]) -> None:
    """Runs the command line; after Ctrl-C the process ends at once."""
    try:
        command()
    except SystemExit as ended:
        if ended.code == STOPPED:  # dbt's threads may still be in DuckDB: an orderly end would abort under them
            sys.stdout.flush()
            os._exit(STOPPED)
        raise
