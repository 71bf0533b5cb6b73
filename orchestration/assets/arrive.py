"""Verbs fetch and parse: sources -> archived pages -> press releases."""

from collections.abc import Iterator
from typing import Any

import dagster as dg

from ingest.records import PressRelease
from orchestration.assets.failures import tell_failure
from orchestration.assets.shape import preview_handover, preview_rows, record_columns
from orchestration.checks import ARRIVAL_CHECKS, check_arrival
from orchestration.night import NightRun
from orchestration.partitions import NIGHTS
from orchestration.stages.fetch import fetch_night
from orchestration.stages.parse import parse_nights

Event = dg.MaterializeResult[Any] | dg.AssetCheckResult
PAGES = dg.AssetKey(["fetched", "pages"])
RELEASES = dg.AssetKey(["parsed", "press_releases"])


@dg.multi_asset(
    name="fetch",
    specs=[
        dg.AssetSpec(
            PAGES,
            group_name="fetch",
            description="Documents that arrived this night, as bytes in the archive; never edited.",
            kinds={"python", "file"},
        )
    ],
    partitions_def=NIGHTS,
    check_specs=[ARRIVAL_CHECKS["every_source_answered"]],
)
def fetch(context: dg.AssetExecutionContext, night: dg.ResourceParam[NightRun]) -> Iterator[Event]:
    """Brings in what the sources offer."""
    with tell_failure(night, "fetch"):
        source_runs = fetch_night(night)
    columns = ["source_name", "state", "item_count", "new_count", "bytes", "seconds"]
    yield dg.MaterializeResult(
        asset_key=PAGES,
        metadata={
            "dagster/partition_row_count": sum(row["new_count"] for row in source_runs),
            "nights_to_read": ", ".join(night.nights),
            "sources": preview_rows(columns, [[row[c] for c in columns] for row in source_runs]),
        },
    )
    yield check_arrival("every_source_answered", night, source_runs)


@dg.multi_asset(
    name="parse",
    specs=[
        dg.AssetSpec(
            RELEASES,
            group_name="parse",
            deps=[PAGES],
            description="One version of one release, read: canonical text, dateline, sections, sentences.",
            metadata={"dagster/column_schema": record_columns(PressRelease)},
            kinds={"python"},
        )
    ],
    partitions_def=NIGHTS,
    check_specs=[
        ARRIVAL_CHECKS["every_document_is_read_or_refused"],
        ARRIVAL_CHECKS["release_count_in_expected_range"],
    ],
)
def parse(context: dg.AssetExecutionContext, night: dg.ResourceParam[NightRun]) -> Iterator[Event]:
    """Reads the archived documents of the night."""
    with tell_failure(night, "parse"):
        counts = parse_nights(night)
    yield dg.MaterializeResult(
        asset_key=RELEASES,
        metadata={
            "dagster/partition_row_count": counts["releases"],
            **counts,
            "preview": preview_handover(night.home, night.night, "parsed", "press_releases"),
        },
    )
    yield check_arrival("every_document_is_read_or_refused", night, counts)
    yield check_arrival("release_count_in_expected_range", night, counts)
