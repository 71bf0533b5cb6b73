"""The two jobs and when they run: the night, and the collections between two nights."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import dagster as dg

from ingest.settings import Settings
from orchestration.stages.collect import NIGHT_HOUR, collect

NIGHTLY = dg.define_asset_job(
    "nightly",
    selection=dg.AssetSelection.all(),
    description="One night, end to end: fetch, parse, extract, validate, load, resolve, model, publish.",
    executor_def=dg.in_process_executor,
)


def nightly_schedule(settings: Settings) -> dg.ScheduleDefinition:
    """The schedule at 03:00 in the configured time zone; its partition is the day on which it runs."""

    @dg.schedule(
        job=NIGHTLY,
        cron_schedule=f"0 {NIGHT_HOUR} * * *",
        execution_timezone=settings.time_zone,
        name="nightly_at_three",
        description=f"Every night at {NIGHT_HOUR:02}:00, {settings.time_zone} (DATELINE_TIME_ZONE moves it).",
    )
    def nightly_at_three(context: dg.ScheduleEvaluationContext) -> dg.RunRequest:
        local = context.scheduled_execution_time.astimezone(ZoneInfo(settings.time_zone))
        night = local.date().isoformat()
        return dg.RunRequest(run_key=night, partition_key=night)

    return nightly_at_three


def collect_job(settings: Settings) -> dg.JobDefinition:
    """The job that polls feeds and pages into the archive; it takes no lock, so it may run beside a night."""

    @dg.op(name="collect_arrivals", description="Feeds and news pages -> the archive, for the next night to read.")
    def collect_arrivals(context) -> None:  # type: ignore[no-untyped-def] # Dagster reads the hint, and ours are text
        rows = collect(settings)
        for row in rows:
            context.log.info(f"{row['source_name']}: {row['state']}, {row['new_count']} new")
        context.add_output_metadata({"sources": len(rows), "new": sum(row["new_count"] for row in rows)})

    @dg.job(
        name="collect",
        executor_def=dg.in_process_executor,
        description="Between two nights: what feeds and pages offer now, kept for the next night.",
    )
    def collect_between_nights() -> None:
        collect_arrivals()

    return collect_between_nights


def collect_schedule(job: dg.JobDefinition) -> dg.ScheduleDefinition:
    """Every 20 minutes: a feed holds only its newest few dozen items."""
    return dg.ScheduleDefinition(
        name="collect_every_twenty_minutes",
        job=job,
        cron_schedule="*/20 * * * *",
        description="Every 20 minutes, so that no item leaves a feed unseen.",
    )
