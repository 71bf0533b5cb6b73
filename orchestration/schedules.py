"""The job that is a night, and when it runs."""

from __future__ import annotations

import dagster as dg

from ingest.settings import Settings

NIGHTLY = dg.define_asset_job(
    "nightly",
    selection=dg.AssetSelection.all(),
    description="One night, end to end: fetch, parse, extract, validate, load, resolve, model, publish.",
    executor_def=dg.in_process_executor,
)


def nightly_schedule(settings: Settings) -> dg.ScheduleDefinition:
    """The schedule at 03:00 in the night's time zone; its partition is the day on which it runs."""

    @dg.schedule(
        job=NIGHTLY,
        cron_schedule="0 3 * * *",
        execution_timezone=settings.time_zone,
        name="nightly_at_three",
        description=f"Every night at 03:00, {settings.time_zone} (set DATELINE_TIME_ZONE to move it).",
    )
    def nightly_at_three(context: dg.ScheduleEvaluationContext) -> dg.RunRequest:
        night = context.scheduled_execution_time.date().isoformat()
        return dg.RunRequest(run_key=night, partition_key=night)

    return nightly_at_three
