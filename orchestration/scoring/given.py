"""What a published file says of each release, in the shape in which it is compared with annotations."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import duckdb

_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}$")


@dataclass(frozen=True, slots=True)
class GivenTrial:
    """A trial of the warehouse; ``indications`` holds the names of each of its diseases."""

    compound_id: str
    phase: str | None
    status: str
    nct: str | None
    name: str | None
    enrollment: int | None
    window: tuple[str, str]
    indications: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class GivenMilestone:
    """An event of the warehouse."""

    kind: str
    compound_id: str
    statement: str


@dataclass(frozen=True, slots=True)
class GivenDeal:
    """An agreement of the warehouse; ``company`` and ``partner`` hold all names of the two parties."""

    company: tuple[str, ...]
    partner: tuple[str, ...]
    kind: str
    is_new: bool
    amounts: dict[str, float | None]


@dataclass(frozen=True, slots=True)
class GivenCompound:
    """A compound of the warehouse, with what all releases together say of it."""

    name: str
    names: tuple[str, ...]
    modality: str | None
    targets: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class GivenRelease:
    """What the warehouse says of one release. ``stages`` and ``roles``: compound -> what the release says of it."""

    issuer: tuple[str | None, ...]
    ticker: str | None
    published_on: str | None
    compounds: list[str] = field(default_factory=list)
    stages: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    roles: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    trials: list[GivenTrial] = field(default_factory=list)
    milestones: list[GivenMilestone] = field(default_factory=list)
    deals: list[GivenDeal] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Given:
    """All that is compared: releases by their key, compounds by their id."""

    releases: dict[str, GivenRelease]
    compounds: dict[str, GivenCompound]


def read_given(connection: duckdb.DuckDBPyConnection) -> Given:
    """Everything of the current releases of a published file."""
    companies = {row["company_id"]: (row["company_name"], *row["aliases"]) for row in _rows(connection, _COMPANIES)}
    diseases = {
        row["indication_id"]: (row["indication_name"], *row["aliases"]) for row in _rows(connection, _INDICATIONS)
    }
    releases: dict[str, GivenRelease] = {}
    by_id: dict[str, GivenRelease] = {}
    for row in _rows(connection, _RELEASES):
        issuer = (row["issuer_name"], *companies.get(row["issuer_company_id"], ()))
        given = GivenRelease(issuer, row["ticker"], row["published_on"])
        releases[key_of(row["source_uri"])] = by_id[row["release_id"]] = given
    for row in _rows(connection, _FACTS):
        given = by_id[row["release_id"]]
        if row["compound_id"] not in given.roles:
            given.compounds.append(row["compound_id"])
        given.roles[row["compound_id"]].add(row["role"])
        if row["development_stage"]:
            given.stages[row["compound_id"]].append(row["development_stage"])
    for row in _rows(connection, _TRIALS):
        by_id[row["release_id"]].trials.append(_trial(row, diseases))
    for row in _rows(connection, _MILESTONES):
        by_id[row["release_id"]].milestones.append(
            GivenMilestone(row["milestone_type"], row["compound_id"], row["statement"])
        )
    for row in _rows(connection, _DEALS):
        by_id[row["release_id"]].deals.append(_deal(row, companies))
    return Given(releases, _read_compounds(connection))


def key_of(source_uri: str) -> str:
    """The name by which annotations know a release: the last part of its address, without ending."""
    return _ENDING.sub("", source_uri.split("#")[0].rstrip("/").rsplit("/", 1)[-1])


def _read_compounds(connection: duckdb.DuckDBPyConnection) -> dict[str, GivenCompound]:
    targets = defaultdict(list)
    for row in _rows(connection, _TARGETS):
        targets[row["compound_id"]].append((row["symbol"], *row["aliases"]))
    return {
        row["compound_id"]: GivenCompound(
            row["compound_name"],
            (row["compound_name"], *row["aliases"]),
            row["modality"],
            tuple(targets[row["compound_id"]]),
        )
        for row in _rows(connection, _COMPOUNDS)
    }


def _trial(row: dict[str, Any], diseases: dict[str, tuple[str, ...]]) -> GivenTrial:
    ids = dict.fromkeys(identity for identity in (*row["indication_ids"], row["indication_id"]) if identity)
    return GivenTrial(
        compound_id=row["compound_id"],
        phase=row["phase"] or None,
        status=row["status"],
        nct=row["nct_id"],
        name=row["trial_name"],
        enrollment=row["enrollment"],
        window=(row["window_start"] or "", row["window_end"] or ""),
        indications=tuple(diseases.get(identity, ()) for identity in ids),
    )


def _deal(row: dict[str, Any], companies: dict[str, tuple[str, ...]]) -> GivenDeal:
    return GivenDeal(
        company=companies.get(row["company_id"], ()),
        partner=companies.get(row["partner_company_id"], ()),
        kind=row["collaboration_type"],
        is_new=bool(row["is_new"]),
        amounts={name: row[name] for name in ("upfront_usd", "milestones_usd", "total_usd")},
    )


def _rows(connection: duckdb.DuckDBPyConnection, sql: str) -> list[dict[str, Any]]:
    cursor = connection.execute(sql)
    names = [column[0] for column in cursor.description or []]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


_COMPANIES = "select company_id, company_name, coalesce(aliases, []) as aliases from marts.dim_companies"
_INDICATIONS = "select indication_id, indication_name, coalesce(aliases, []) as aliases from marts.dim_indications"
_COMPOUNDS = "select compound_id, compound_name, modality, coalesce(aliases, []) as aliases from marts.dim_compounds"
_TARGETS = """
    select b.compound_id, t.symbol, coalesce(t.aliases, []) as aliases
    from marts.bridge_compound_targets as b join marts.dim_targets as t using (target_id)
"""
_RELEASES = """
    select r.release_id, r.source_uri, r.issuer_company_id, r.issuer_name, cast(r.published_on as varchar) as published_on,
        coalesce(r.issuer_ticker, c.ticker) as ticker
    from marts.dim_releases as r left join marts.dim_companies as c on r.issuer_company_id = c.company_id
    where r.is_current
"""
_FACTS = "select release_id, compound_id, role, development_stage from marts.fct_compounds order by all"
_TRIALS = """
    select t.release_id, t.compound_id, t.indication_id, t.phase, t.status, t.nct_id, t.trial_name, t.enrollment,
        cast(t.window_start as varchar) as window_start, cast(t.window_end as varchar) as window_end,
        coalesce(b.indication_ids, []) as indication_ids
    from marts.fct_trials as t
    left join (
        select trial_fact_id, list(indication_id order by indication_id) as indication_ids
        from marts.bridge_trial_indications group by trial_fact_id
    ) as b using (trial_fact_id)
    order by t.trial_fact_id
"""
_MILESTONES = "select release_id, compound_id, milestone_type, statement from marts.fct_milestones order by all"
_DEALS = """
    select release_id, company_id, partner_company_id, collaboration_type, is_new, upfront_usd, milestones_usd, total_usd
    from marts.fct_collaborations order by collaboration_fact_id
"""
