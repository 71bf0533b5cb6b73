"""One night from a plain function call: Dagster's job ``nightly``, run in this process.

The command line and the tests start here; ``dagster dev`` and the schedule start the same job with the same resource.
"""

from __future__ import annotations

import errno
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from dagster import DagsterExecutionInterruptedError, ExecuteInProcessResult

from ingest.errors import DatelineError, HomeUnusable, PermanentError
from ingest.settings import Settings
from orchestration.definitions import Overrides, build_definitions
from orchestration.instance import open_instance
from orchestration.night import NightRequest, NightRun, open_night
from orchestration.reporter import Reporter
from orchestration.schedules import NIGHTLY

_OF_THE_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO})


def run_night(settings: Settings, request: NightRequest, reporter: Reporter | None = None) -> NightRun:
    """The night, published: ``.published`` names the build, ``.counts`` says what came in and went out.

    Raises:
        NightRefused: a blocking check failed; the last good file stays.
        WarehouseBusy: nothing was touched.
        HomeUnusable: the home cannot be written or understood, or its disk is full; the last good file stays.
        DatelineError: a verb could not do its work; the sentence says which and the way out.
    """
    try:
        return _run_job(settings, request, reporter)
    except OSError as error:  # so full a disk that the ledger cannot tell how the night ended
        raise _told(error, None) from error


def _run_job(settings: Settings, request: NightRequest, reporter: Reporter | None) -> NightRun:
    with open_night(settings, request, reporter) as run:
        job = build_definitions(Overrides(settings, run)).resolve_job_def(NIGHTLY.name)
        with _quiet_dagster(), open_instance(run.home) as instance:
            try:
                result = job.execute_in_process(
                    instance=instance, tags={"dagster/partition": request.night}, raise_on_error=False
                )
            except DagsterExecutionInterruptedError as stopped:  # Ctrl-C between two verbs
                raise KeyboardInterrupt from stopped
        if run.error is not None:
            raise _told(run.error, run.failure)
        run.stop_if_refused()
        if not result.success:
            if _was_stopped(result):
                raise KeyboardInterrupt
            raise PermanentError(f"The night {request.night} stopped without a word: see it in `dagster dev`.")
    return run


def _was_stopped(result: ExecuteInProcessResult) -> bool:
    """Whether Ctrl-C came while no verb was at work: Dagster then ends the run as cancelled, or the step as failed."""
    if any(event.event_type_value == "PIPELINE_CANCELED" for event in result.all_events):
        return True
    causes = (event.step_failure_data.error for event in result.all_events if event.is_step_failure)
    return any("Interrupt" in str(cause) for cause in causes)


def _told(error: BaseException, words: str | None) -> BaseException:
    """The error itself when it is one of ours, Ctrl-C as what it was; a bug is told in one sentence and keeps its traceback as the cause."""
    if isinstance(error, DatelineError | KeyboardInterrupt | SystemExit):
        return error
    if isinstance(error, DagsterExecutionInterruptedError):
        return KeyboardInterrupt()
    if isinstance(error, OSError) and error.errno in _OF_THE_DISK:
        place = f" {error.filename}" if error.filename else " the home"
        return HomeUnusable(
            f"Cannot write{place}: {error.strerror}; free space or mend the permissions, and run again."
        )
    if "No space left on device" in str(error):  # said by DuckDB, in an error of its own
        return HomeUnusable(f"The disk is full ({' '.join(str(error).split())[:300]}); free space and run again.")
    told = PermanentError(
        f"The night stopped at {words}; this is a bug: set DATELINE_DEBUG=1 and report what it shows."
    )
    told.__cause__ = error
    return told


@contextmanager
def _quiet_dagster() -> Iterator[None]:
    """Keeps Dagster's own log lines off the terminal while a night runs: the reporter tells the user."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)
