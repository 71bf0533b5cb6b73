"""What Dagster shows: the assets of the eight verbs, the job ``nightly``, its schedule, the one resource.

Belongs here: putting them together. ``dagster dev`` and the command line both start from ``build_definitions``.
"""

from __future__ import annotations

from dataclasses import dataclass

import dagster as dg

from ingest.settings import Settings, read_settings
from orchestration.assets.arrive import fetch, parse
from orchestration.assets.model import build_model_assets
from orchestration.assets.publish import build_publish_asset
from orchestration.assets.read import extract, load, validate
from orchestration.assets.remembered import REMEMBERED
from orchestration.assets.resolve import resolve
from orchestration.night import NightRun
from orchestration.resources import night_resource, opened_night
from orchestration.schedules import NIGHTLY, collect_job, collect_schedule, nightly_schedule


@dataclass(frozen=True, slots=True)
class Overrides:
    """What a caller sets otherwise: other settings than the environment's; a night that it has opened itself."""

    settings: Settings | None = None
    night: NightRun | None = None


def build_definitions(overrides: Overrides | None = None) -> dg.Definitions:
    """All definitions of the house; parses the dbt project when its manifest is out of date."""
    chosen = overrides or Overrides()
    settings = chosen.settings or read_settings()
    collecting = collect_job(settings)
    model = build_model_assets()
    published = [key for key in model.keys if key.path[0] in ("marts", "ops")]
    return dg.Definitions(
        assets=[
            fetch,
            parse,
            extract,
            validate,
            load,
            resolve,
            model,
            build_publish_asset(sorted(published), settings),
            *REMEMBERED,
        ],
        jobs=[NIGHTLY, collecting],
        schedules=[nightly_schedule(settings), collect_schedule(collecting)],
        resources={"night": opened_night(chosen.night) if chosen.night else night_resource(settings)},
        executor=dg.in_process_executor,
    )


@dg.definitions
def defs() -> dg.Definitions:
    """The definitions that ``workspace.yaml`` loads."""
    return build_definitions()
