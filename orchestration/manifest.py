"""The dbt project, parsed once: where its manifest lies, and the manifest of one home for dbt's own runner.

dbt parses anew (3 s) whenever a variable changes, and every night has new ones. So the project is parsed once with a
placeholder for the home; a night takes that manifest and puts its home into the addresses of the sources. All other
variables are read when a model runs. Does not belong here: running dbt (stages/model.py) and Dagster's view of it.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dbt.cli.main import dbtRunner
from dbt.contracts.graph.manifest import Manifest
from dbt.version import __version__ as dbt_version

from ingest.errors import PermanentError

PROJECT = Path(__file__).resolve().parents[1] / "dbt_project"
TARGET = PROJECT / "target" / "parsed"
"""A folder of our own: dbt, sqlfluff and editors write other manifests, of other variables, into ``target``."""
WAREHOUSE = "warehouse.duckdb"
_WAREHOUSE_VARIABLE = "DATELINE_WAREHOUSE"
_PLACEHOLDER = "@HOME@"
_KEY = "parsed_from"


def prepare_manifest() -> Path:
    """The path of ``manifest.json``, parsed now unless it was parsed from exactly these files.

    Raises:
        PermanentError: the project does not parse; the sentence is dbt's.
    """
    key = _fingerprint()
    manifest, stamp = TARGET / "manifest.json", TARGET / _KEY
    if manifest.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == key:
        return manifest
    TARGET.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=".parse-", dir=TARGET))
    try:
        variables = json.dumps({"home": _PLACEHOLDER})
        with warehouse_at(aside / WAREHOUSE):
            result = dbtRunner().invoke(["parse", *folders(aside), "--vars", variables, "--quiet", "--no-use-colors"])
        if not result.success:
            raise PermanentError(f"The dbt project does not parse: {result.exception}. Mend {PROJECT} and run again.")
        for name in ("partial_parse.msgpack", "manifest.json"):
            (aside / name).replace(TARGET / name)
        (aside / _KEY).write_text(key, encoding="utf-8")
        (aside / _KEY).replace(stamp)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return manifest


def read_manifest(home: Path) -> Manifest:
    """The manifest of dbt with the sources of one home."""
    prepare_manifest()
    manifest = Manifest.from_msgpack((TARGET / "partial_parse.msgpack").read_bytes())
    quoted = str(home).replace("'", "''")
    for source in manifest.sources.values():
        for meta in (source.meta, source.config.meta, source.source_meta):
            if "external_location" in meta:
                meta["external_location"] = meta["external_location"].replace(_PLACEHOLDER, quoted)
    return manifest


@contextmanager
def warehouse_at(path: Path) -> Iterator[None]:
    """Tells dbt's profile, while the block runs, which file it writes; its stem is the catalog's name in all SQL."""
    before = os.environ.get(_WAREHOUSE_VARIABLE)
    os.environ[_WAREHOUSE_VARIABLE] = str(path)
    try:
        yield
    finally:
        if before is None:
            del os.environ[_WAREHOUSE_VARIABLE]
        else:
            os.environ[_WAREHOUSE_VARIABLE] = before


def folders(target: Path) -> list[str]:
    """The options of dbt for where the project lies and where a run may write."""
    project = str(PROJECT)
    return [
        *("--project-dir", project, "--profiles-dir", project),
        *("--target-path", str(target), "--log-path", str(target)),
    ]


def describe_models() -> dict[str, Any]:
    """``manifest.json`` as a dictionary."""
    described: dict[str, Any] = json.loads(prepare_manifest().read_text(encoding="utf-8"))
    return described


def _fingerprint() -> str:
    digest = hashlib.sha256(f"{dbt_version} {os.path.realpath(PROJECT)}".encode())
    for path in sorted(PROJECT.rglob("*")):
        if path.is_file() and PROJECT / "target" not in path.parents and path.suffix in {".sql", ".yml", ".csv", ".md"}:
            digest.update(str(path.relative_to(PROJECT)).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
