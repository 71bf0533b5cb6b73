"""Verbs extract, validate and load: press releases -> facts -> good rows -> landing files."""

from collections.abc import Iterator
from typing import Any

import dagster as dg

from ingest.load.tables import LANDING
from ingest.records import NOUNS
from orchestration.assets.failures import tell_failure
from orchestration.assets.shape import noun_specs, preview_handover
from orchestration.checks import VALIDATION_CHECKS, check_noun, check_quotes
from orchestration.night import NightRun
from orchestration.partitions import NIGHTS
from orchestration.stages.extract import extract_nights
from orchestration.stages.load import load_nights
from orchestration.stages.validate import validate_nights

_FROM_PARSE = {
    "press_releases": "Releases that were read, without their sections.",
    "release_sections": "Sections of the texts: headline, dateline, body, quote, about, safety ...",
}


@dg.multi_asset(
    name="extract",
    specs=noun_specs("extracted", "extract", "parsed", "As found, each fact with its quote."),
    partitions_def=NIGHTS,
)
def extract(
    context: dg.AssetExecutionContext, night: dg.ResourceParam[NightRun]
) -> Iterator[dg.MaterializeResult[Any]]:
    """Reads names and facts out of each release."""
    with tell_failure(night, "extract"):
        counts = extract_nights(night)
    for noun, count in counts.items():
        preview = preview_handover(night.home, night.night, "extracted", noun)
        yield dg.MaterializeResult(
            asset_key=["extracted", noun], metadata={"dagster/partition_row_count": count, "preview": preview}
        )


@dg.multi_asset(
    name="validate",
    specs=noun_specs("validated", "validate", "extracted", "Only rows that keep every rule; the rest is quarantined."),
    partitions_def=NIGHTS,
    check_specs=VALIDATION_CHECKS,
)
def validate(
    context: dg.AssetExecutionContext, night: dg.ResourceParam[NightRun]
) -> Iterator[dg.MaterializeResult[Any] | dg.AssetCheckResult]:
    """Checks every row against schema, closed lists and the text."""
    with tell_failure(night, "validate"):
        counts = validate_nights(night)
    for noun, count in counts.items():
        preview = preview_handover(night.home, night.night, "validated", noun)
        yield dg.MaterializeResult(
            asset_key=["validated", noun],
            metadata={
                "dagster/partition_row_count": count.good,
                "quarantined": count.refused,
                "reasons": dg.MetadataValue.json(count.reasons),
                "preview": preview,
            },
        )
        yield check_noun(noun, count)
    yield check_quotes(night)


@dg.multi_asset(
    name="load",
    specs=[
        dg.AssetSpec(
            ["landing", noun],
            group_name="load",
            deps=[["validated", noun] if noun in NOUNS else ["parsed", "press_releases"]],
            description=f"{_FROM_PARSE.get(noun) or NOUNS[noun].__doc__} One Parquet file per night.",
            kinds={"parquet"},
        )
        for noun in LANDING
    ],
    partitions_def=NIGHTS,
)
def load(context: dg.AssetExecutionContext, night: dg.ResourceParam[NightRun]) -> Iterator[dg.MaterializeResult[Any]]:
    """Writes the good rows of each night as Parquet, each file whole or not at all."""
    with tell_failure(night, "load"):
        counts = load_nights(night)
    for noun, count in counts.items():
        folder = night.home.path / "landing" / noun
        schema = dg.TableSchema([dg.TableColumn(field.name, str(field.type)) for field in LANDING[noun]])
        yield dg.MaterializeResult(
            asset_key=["landing", noun],
            metadata={
                "dagster/partition_row_count": count,
                "dagster/uri": str(folder),
                "dagster/column_schema": schema,
            },
        )
