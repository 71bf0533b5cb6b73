"""Verb resolve: names of all landed nights -> entities and release identity."""

from collections.abc import Iterator
from typing import Any

import dagster as dg

from ingest.load.tables import RESOLVED
from orchestration.assets.failures import tell_failure
from orchestration.night import NightRun
from orchestration.stages.resolve import resolve_home

_NAMES = (
    "press_releases",
    "compound_names",
    "compound_mentions",
    "company_names",
    "indication_names",
    "target_mentions",
)


@dg.multi_asset(
    name="resolve",
    specs=[
        dg.AssetSpec(
            ["resolved", table],
            group_name="resolve",
            deps=[["landing", noun] for noun in _NAMES],
            description=f"What resolve decided over all nights: {table.replace('_', ' ')}.",
            metadata={
                "dagster/column_schema": dg.TableSchema(
                    [dg.TableColumn(field.name, str(field.type)) for field in schema]
                )
            },
            kinds={"python", "parquet"},
        )
        for table, schema in RESOLVED.items()
    ],
)
def resolve(
    context: dg.AssetExecutionContext, night: dg.ResourceParam[NightRun]
) -> Iterator[dg.MaterializeResult[Any]]:
    """Decides which names mean the same thing, and which documents are one release."""
    with tell_failure(night, "resolve"):
        counts = resolve_home(night)
    for table, count in counts.items():
        yield dg.MaterializeResult(
            asset_key=["resolved", table],
            metadata={
                "dagster/row_count": count,
                "dagster/uri": str(night.home.path / "resolved" / f"{table}.parquet"),
            },
        )
