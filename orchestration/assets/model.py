"""Verb model: every dbt model is an asset, every dbt test a check; dbt itself runs in ``stages/model.py``."""

from collections.abc import Iterator
from typing import Any

import dagster as dg
import duckdb
from dagster_dbt import dbt_assets

from orchestration.assets.failures import tell_failure
from orchestration.assets.shape import PREVIEW_ROWS, preview_rows
from orchestration.assets.translator import HouseTranslator, attach_singular_tests
from orchestration.home import Home
from orchestration.manifest import describe_models
from orchestration.night import NightRun
from orchestration.stages.model import NodeResult, build_models

Event = dg.MaterializeResult[Any] | dg.AssetCheckResult


def build_model_assets() -> dg.AssetsDefinition:
    """The assets of the dbt project, from its manifest (parsed now if that is out of date)."""
    manifest = attach_singular_tests(describe_models())
    translator = HouseTranslator()

    @dbt_assets(manifest=manifest, dagster_dbt_translator=translator, name="model")
    def model(context: dg.AssetExecutionContext, night: dg.ResourceParam[NightRun]) -> Iterator[Event]:
        """Builds and tests all tables of the warehouse."""
        wanted = {key.path[-1] for key in context.selected_asset_keys}
        everything = len(wanted) == len(context.assets_def.keys)
        with tell_failure(night, "model"):
            results = build_models(night, None if everything else " ".join(sorted(wanted)))
        shown = describe_tables(night.home)
        for result in results:
            node = manifest["nodes"].get(result.unique_id, {})
            if result.resource_type == "model" and result.is_good and result.name in wanted:
                yield _tell_model(translator.get_asset_key(node), node, shown.get(result.name, {}), result)
        yield from _tell_tests(context, results)

    return model


def describe_tables(home: Home) -> dict[str, dict[str, Any]]:
    """Row count and first rows of every table of the build, by table name."""
    shown: dict[str, dict[str, Any]] = {}
    with duckdb.connect(str(home.warehouse), read_only=True) as connection:
        for schema, table in connection.execute(
            "select schema_name, table_name from duckdb_tables() where database_name = current_database()"
        ).fetchall():
            counted = connection.execute(f'select count(*) from "{schema}"."{table}"').fetchone()
            cursor = connection.execute(f'select * from "{schema}"."{table}" limit {PREVIEW_ROWS}')
            columns = [column[0] for column in cursor.description or []]
            shown[table] = {
                "dagster/row_count": counted[0] if counted else 0,
                "preview": preview_rows(columns, cursor.fetchall()),
            }
    return shown


def _tell_model(
    key: dg.AssetKey, node: dict[str, Any], shown: dict[str, Any], result: NodeResult
) -> dg.MaterializeResult[Any]:
    columns = [
        dg.TableColumn(c["name"], (c.get("data_type") or "?").lower(), c.get("description") or None)
        for c in node.get("columns", {}).values()
    ]
    described = {"dagster/column_schema": dg.TableSchema(columns)} if columns else {}
    return dg.MaterializeResult(asset_key=key, metadata={**shown, **described, "seconds": round(result.seconds, 2)})


def _tell_tests(context: dg.AssetExecutionContext, results: list[NodeResult]) -> Iterator[dg.AssetCheckResult]:
    by_name = {result.name: result for result in results if result.resource_type == "test"}
    for check in sorted(context.selected_asset_check_keys):
        result = by_name.get(check.name)
        if result is None:
            continue
        warned = result.status == "warn"
        yield dg.AssetCheckResult(
            passed=result.is_good,
            asset_key=check.asset_key,
            check_name=check.name,
            severity=dg.AssetCheckSeverity.WARN if warned else dg.AssetCheckSeverity.ERROR,
            metadata={"failing_rows": result.failures or 0, "message": result.message or "holds"},
        )
