"""Landing, resolved and state -> the warehouse: lays out what dbt reads, runs dbt in this process, tells its results.

Belongs here: the one call of dbt and what must lie ready for it. Does not belong here: any SQL of the models.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from dbt.adapters.duckdb.connections import DuckDBConnectionManager
from dbt.artifacts.schemas.run import RunExecutionResult
from dbt.cli.main import dbtRunner, dbtRunnerResult

from ingest.errors import DatelineError, PermanentError
from orchestration.ledger import LEDGERS, mend_ledger
from orchestration.manifest import folders, read_manifest, warehouse_at
from orchestration.night import NightRun
from orchestration.state import lay_out_state
from orchestration.version import code_version


@dataclass(frozen=True, slots=True)
class NodeResult:
    """How one model or test of dbt ended; ``status`` is dbt's word (success, pass, warn, fail, error, skipped)."""

    unique_id: str
    resource_type: str
    name: str
    status: str
    failures: int | None
    message: str | None
    seconds: float

    @property
    def is_good(self) -> bool:
        """Whether it ran and, for a test, holds."""
        return self.status in ("success", "pass")


def build_models(run: NightRun, select: str | None = None) -> list[NodeResult]:
    """The results of all models and tests; failing tests are noted as refusals of the night.

    Raises:
        DatelineError: dbt could not run at all, or a model failed.
    """
    lay_out_state(run.home)
    for name in LEDGERS:
        mend_ledger(run.home.ledger(name))
    manifest = read_manifest(run.home.path)
    _close_connections()
    if select is not None and not run.home.warehouse.exists():
        raise PermanentError("Only some tables were asked for, but no build is at work: run the whole job `nightly`.")
    if select is None:
        run.home.warehouse.unlink(missing_ok=True)
    wanted = sum(1 for node in manifest.nodes.values() if node.resource_type in ("model", "test", "seed"))
    run.reporter.start("model", wanted)
    try:
        with warehouse_at(run.home.warehouse):
            runner = dbtRunner(manifest=manifest, callbacks=[_ticker(run.reporter.advance)])
            result = runner.invoke(_arguments(run, select))
    finally:
        _close_connections()
        run.reporter.finish()
    results = read_results(result)
    _judge(run, results)
    return results


def read_results(result: dbtRunnerResult) -> list[NodeResult]:
    """What dbt's runner gave back, node by node.

    Raises:
        PermanentError: dbt could not run at all.
        KeyboardInterrupt: it was stopped with Ctrl-C, which dbt gives back as a result.
    """
    if isinstance(result.exception, KeyboardInterrupt):
        raise KeyboardInterrupt
    if not isinstance(result.result, RunExecutionResult):
        raise PermanentError(f"dbt could not build the night: {result.exception}. See `dateline doctor`.")
    return [_read_result(item) for item in result.result.results]


def night_variables(run: NightRun) -> dict[str, str]:
    """The variables that dbt gets: the clock and the names of this run."""
    return {
        "home": str(run.home.path),
        "night": run.night,
        "night_id": run.night_id,
        "recorded_at": run.started_at.isoformat(sep=" ", timespec="seconds"),
        "today": run.settings.tonight(),
        "code_version": code_version(),
    }


def _arguments(run: NightRun, select: str | None) -> list[str]:
    target = run.home.work / "dbt"
    chosen = ["--select", select] if select else []
    return [
        *("build", *folders(target), "--vars", json.dumps(night_variables(run))),
        *("--quiet", "--no-use-colors", "--no-write-json", "--log-level-file", "warn", "--log-level", "none", *chosen),
    ]


def _ticker(advance: Callable[[], None]) -> Callable[[Any], None]:
    def tick(event: Any) -> None:
        if event.info.name in ("LogModelResult", "LogTestResult", "LogSeedResult", "LogHookEndLine"):
            with suppress(Exception):  # raised in dbt's worker it would leave dbt waiting for that worker for ever
                advance()

    return tick


def _read_result(item: Any) -> NodeResult:
    return NodeResult(
        unique_id=item.node.unique_id,
        resource_type=str(item.node.resource_type),
        name=item.node.name,
        status=str(item.status),
        failures=item.failures,
        message=item.message,
        seconds=item.execution_time,
    )


def _judge(run: NightRun, results: list[NodeResult]) -> None:
    broken = [r for r in results if r.resource_type != "test" and r.status == "error"]
    if broken:
        first = broken[0]
        raise DatelineError(
            f"The model {first.name} could not be built ({' '.join((first.message or '').split())[:600]}); "
            "the last good file stays. Mend the model, or report this as a bug with `dateline doctor`."
        )
    for result in results:
        if result.resource_type == "test" and result.status in ("fail", "error"):
            found = f" ({result.failures} rows)" if result.failures else ""
            run.refuse(f"{result.name} does not hold{found}")


def _close_connections() -> None:
    # dbt keeps its DuckDB connection for the life of the process; nobody else could open the file read-only.
    DuckDBConnectionManager.close_all_connections()  # type: ignore[no-untyped-call]
