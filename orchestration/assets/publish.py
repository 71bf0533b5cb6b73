"""Verb publish: the built warehouse -> the file that readers open."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import dagster as dg

from ingest.settings import Settings
from orchestration.assets.failures import tell_failure
from orchestration.assets.shape import preview_rows
from orchestration.checks import PUBLISH_CHECK, check_published
from orchestration.night import NightRun
from orchestration.stages.publish import publish_night


def build_publish_asset(marts: list[dg.AssetKey], settings: Settings) -> dg.AssetsDefinition:
    """The asset ``published/dateline``, downstream of every table that it holds; fresh when there by six."""
    spec = dg.AssetSpec(
        ["published", "dateline"],
        group_name="publish",
        deps=marts,
        description="The file that analysts open: published/latest/dateline.duckdb, swapped in by one rename.",
        kinds={"duckdb"},
        freshness_policy=dg.FreshnessPolicy.cron("0 6 * * *", timedelta(hours=4), settings.time_zone),
    )

    @dg.multi_asset(name="publish", specs=[spec], check_specs=[PUBLISH_CHECK])
    def publish(
        context: dg.AssetExecutionContext, night: dg.ResourceParam[NightRun]
    ) -> Iterator[dg.MaterializeResult[Any] | dg.AssetCheckResult]:
        """Puts the night in place, unless a blocking check has failed."""
        with tell_failure(night, "publish"):
            build = publish_night(night)
        manifest = json.loads((build / "manifest.json").read_text(encoding="utf-8"))
        yield dg.MaterializeResult(
            asset_key=["published", "dateline"],
            metadata={
                "dagster/row_count": manifest["facts_out"],
                "dagster/uri": str(build / "dateline.duckdb"),
                "report": dg.MetadataValue.path(str(build / "report.html")),
                "tables": preview_rows(["table", "rows"], list(manifest["rows"].items())),
            },
        )
        yield check_published(build, manifest)

    return publish
