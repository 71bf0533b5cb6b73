"""Asset checks of the Python verbs: sentences that are true when green. Those of the model come from dbt's tests.

A blocking check stops the night before it publishes; the others only warn.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from statistics import median
from typing import Any

import dagster as dg

from ingest.records import NOUNS
from orchestration.ledger import read_lines
from orchestration.night import NightRun
from orchestration.stages.validate import NounCount, false_quotes

QUARANTINED_SHARE = 0.2
"""More refused rows than this means that an extractor or a source has changed its ways."""
COUNT_BAND = (0.2, 5.0)
"""A night's releases against the median of the last good nights; a broken bound is to be explained, not fitted."""

_PAGES, _RELEASES = dg.AssetKey(["fetched", "pages"]), dg.AssetKey(["parsed", "press_releases"])

ARRIVAL_CHECKS = {
    "every_source_answered": dg.AssetCheckSpec(
        "every_source_answered", asset=_PAGES, description="No source failed or was blocked this night."
    ),
    "every_document_is_read_or_refused": dg.AssetCheckSpec(
        "every_document_is_read_or_refused",
        asset=_RELEASES,
        blocking=True,
        description="Each document became a release or a line in quarantine; none vanished.",
    ),
    "release_count_in_expected_range": dg.AssetCheckSpec(
        "release_count_in_expected_range",
        asset=_RELEASES,
        description="About as many releases as on the last good nights (a fifth to five times the median).",
    ),
}

VALIDATION_CHECKS = [
    *(
        dg.AssetCheckSpec(
            "quarantined_share_is_low",
            asset=["validated", noun],
            description=f"At most {QUARANTINED_SHARE:.0%} of the rows broke a rule of their schema.",
        )
        for noun in NOUNS
    ),
    dg.AssetCheckSpec(
        "every_quote_is_in_its_text",
        asset=["validated", "evidence"],
        blocking=True,
        description="text[char_start:char_end] is the quote, for every row that goes on.",
    ),
]

PUBLISH_CHECK = dg.AssetCheckSpec(
    "published_file_is_the_one_that_was_checked",
    asset=["published", "dateline"],
    blocking=True,
    description="latest leads to this build and the file's hash is the manifest's.",
)


def check_arrival(name: str, night: NightRun, found: Any) -> dg.AssetCheckResult:
    """The result of one of ARRIVAL_CHECKS; ``found`` is what the verb counted."""
    if name == "every_source_answered":
        bad = [row["source_name"] for row in found if row["state"] in ("failed", "blocked")]
        return _result(name, _PAGES, not bad, {"failed": ", ".join(bad) or "none"}, warn=True)
    if name == "every_document_is_read_or_refused":
        arrived = sum(count for count in night.arrivals_read.values() if count > 0)  # each gives a document or more
        passed = found["documents"] == found["releases"] + found["refused"] and found["documents"] >= arrived
        if not passed:
            night.refuse(f"{arrived} documents arrived, {found['releases']} were read and {found['refused']} refused")
        return _result(name, _RELEASES, passed, dict(found))
    lines = read_lines(night.home.ledger("nights"))
    past = [row["releases_in"] for row in lines if row.get("state") == "published" and row.get("releases_in")][-14:]
    usual = median(past) if len(past) >= 3 else None
    inside = usual is None or COUNT_BAND[0] * usual <= found["releases"] <= COUNT_BAND[1] * usual
    return _result(
        name, _RELEASES, inside, {"releases": found["releases"], "usual": usual or "too few nights"}, warn=True
    )


def check_noun(noun: str, count: NounCount) -> dg.AssetCheckResult:
    """Whether few rows of one noun were refused."""
    share = count.refused / max(count.good + count.refused, 1)
    found = {"share": share, "reasons": dg.MetadataValue.json(count.reasons)}
    few = share <= QUARANTINED_SHARE or count.refused < 5
    return _result("quarantined_share_is_low", dg.AssetKey(["validated", noun]), few, found, warn=True)


def check_quotes(night: NightRun) -> dg.AssetCheckResult:
    """Whether every handed-over quote is in its text, read anew from what was handed over."""
    lies = false_quotes(night)
    if lies:
        night.refuse(f"{len(lies)} quotes are not in their text")
    key = dg.AssetKey(["validated", "evidence"])
    return _result(
        "every_quote_is_in_its_text", key, not lies, {"false_quotes": len(lies), "first": lies[0] if lies else ""}
    )


def check_published(build: Path, manifest: dict[str, Any]) -> dg.AssetCheckResult:
    """Whether readers find the build that was checked."""
    file = build.parent / "latest" / "dateline.duckdb"
    with file.open("rb") as handle:
        digest = hashlib.file_digest(handle, "sha256").hexdigest()
    same = digest == manifest["files"]["dateline.duckdb"]["sha256"]
    return _result(PUBLISH_CHECK.name, dg.AssetKey(["published", "dateline"]), same, {"sha256": digest})


def _result(
    name: str, key: dg.AssetKey, passed: bool, metadata: dict[str, Any], warn: bool = False
) -> dg.AssetCheckResult:
    severity = dg.AssetCheckSeverity.WARN if warn else dg.AssetCheckSeverity.ERROR
    return dg.AssetCheckResult(passed=passed, asset_key=key, check_name=name, metadata=metadata, severity=severity)
