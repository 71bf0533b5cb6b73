"""The one resource: a running night. It holds the home's lock for the whole run and writes the ledger when it ends.

So `dagster dev` and the command line open and close a night in the same way.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dagster as dg

from ingest.settings import Settings, read_day
from orchestration.night import NightRequest, NightRun, open_night

_CONFIG = {
    "releases": dg.Field(dg.Noneable(str), default_value=None, description="A folder of releases; never the network."),
    "sources": dg.Field([str], default_value=[], description="Names in sources.yaml; none means all of them."),
    "replay": dg.Field(bool, default_value=False, description="Read archived nights again; fetch nothing."),
    "from_night": dg.Field(dg.Noneable(str), default_value=None, description="First archived night of a replay."),
    "to_night": dg.Field(dg.Noneable(str), default_value=None, description="Last archived night of a replay."),
    "published_from": dg.Field(dg.Noneable(str), default_value=None, description="First day of publication wanted."),
    "published_to": dg.Field(dg.Noneable(str), default_value=None, description="Last day of publication wanted."),
}


def night_resource(settings: Settings) -> dg.ResourceDefinition:
    """The resource ``night``; its config is what a user may ask of a night."""

    @dg.resource(config_schema=_CONFIG, description="The running night: request, home, lock, ledger.")
    def night(context: dg.InitResourceContext) -> Iterator[NightRun]:
        tags = context.run.tags if context.run else {}
        partition = tags.get("dagster/partition") or settings.tonight()
        with open_night(settings, request_from_config(partition, context.resource_config)) as run:
            yield run

    return night


def opened_night(run: NightRun) -> dg.ResourceDefinition:
    """The resource ``night`` as a night that the caller has opened and will close."""
    return dg.ResourceDefinition.hardcoded_resource(run, "The running night, opened by the command line.")


def request_from_config(night: str, config: dict[str, Any]) -> NightRequest:
    """What the run's config asks for."""
    first, last = config["published_from"], config["published_to"]
    return NightRequest(
        night=night,
        releases=Path(config["releases"]) if config["releases"] else None,
        sources=tuple(config["sources"]),
        replay=config["replay"],
        from_night=config["from_night"],
        to_night=config["to_night"],
        published_from=read_day(first, "--published-from") if first else None,
        published_to=read_day(last, "--published-to") if last else None,
    )


def config_from_request(request: NightRequest) -> dict[str, Any]:
    """The run's config that asks for this."""
    return {
        "releases": str(request.releases) if request.releases else None,
        "sources": list(request.sources),
        "replay": request.replay,
        "from_night": request.from_night,
        "to_night": request.to_night,
        "published_from": request.published_from.isoformat() if request.published_from else None,
        "published_to": request.published_to.isoformat() if request.published_to else None,
    }
