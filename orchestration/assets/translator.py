"""How dbt's nodes look in the asset graph: keys are addresses (``marts/fct_trials``), the group is the verb."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dagster as dg
from dagster_dbt import DagsterDbtTranslator

_TESTED_TABLE = {
    "every_quote_is_in_its_text": "fct_evidence",
    "every_fact_has_a_quote": "fct_evidence",
    "no_fact_left_without_a_cause": "unexplained_losses",
}
"""Which table a test of several tables is shown at; others go to the last table that they name."""


class HouseTranslator(DagsterDbtTranslator):
    """Keys, groups and owners by the grammar of the house."""

    def get_asset_key(self, dbt_resource_props: Mapping[str, Any]) -> dg.AssetKey:
        """``schema/name`` for models; for sources the key that they carry (the asset of an earlier verb)."""
        meta = dbt_resource_props.get("meta") or dbt_resource_props.get("config", {}).get("meta") or {}
        carried = meta.get("dagster", {}).get("asset_key")
        if carried:
            return dg.AssetKey(carried)
        schema = dbt_resource_props.get("config", {}).get("schema") or "marts"
        return dg.AssetKey([schema, dbt_resource_props["name"]])

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str:
        """The verb."""
        return "model"


def attach_singular_tests(manifest: dict[str, Any]) -> dict[str, Any]:
    """The same manifest in which every test names the one table at which Dagster shows it."""
    for node in manifest["nodes"].values():
        if node["resource_type"] != "test" or node.get("attached_node"):
            continue
        parents = [parent.split(".")[-1] for parent in node["depends_on"]["nodes"] if parent.startswith("model.")]
        if parents:
            table = _TESTED_TABLE.get(node["name"], parents[-1])
            node["config"].setdefault("meta", {}).setdefault("dagster", {})["ref"] = {"name": table}
    return manifest
