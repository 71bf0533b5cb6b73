"""The questions that the page and the end of a run answer, as SQL over the published file.

Each is one query with readable column names; the command line prints the same answers as tables.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """A question in a person's words, and the SQL that answers it. ``$n`` in the SQL is the number of rows wanted."""

    title: str
    sql: str
    silence: str


def _in_words(column: str) -> str:
    """SQL that writes a value of a closed list as a person does: 'phase_1_2' as 'phase 1/2', 'pdufa_date' as 'PDUFA date'."""
    said = f"replace({column}, '_', ' ')"
    said = rf"regexp_replace({said}, 'phase (\d) (\d)', 'phase \1/\2')"
    for small, right in (("ind", "IND"), ("pdufa", "PDUFA"), ("chmp", "CHMP")):
        said = rf"regexp_replace({said}, '\b{small}\b', '{right}')"
    return said


MOVED = Question(
    "Which programs moved?",
    f"""
    select
        h.valid_from as "on",
        c.compound_name as compound,
        coalesce(i.indication_name, '(as a whole)') as indication,
        {_in_words("lag_stage || ' -> ' || coalesce(h.stage, '?')")} as moved,
        h.status,
        o.company_name as owner
    from (
        select *, lag(stage) over (partition by program_id order by valid_from nulls first) as lag_stage
        from marts.pipeline_history
        where recorded_to is null
    ) as h
    join marts.dim_compounds as c using (compound_id)
    left join marts.dim_indications as i using (indication_id)
    left join marts.dim_companies as o on h.owner_company_id = o.company_id
    where h.valid_from is not null and h.lag_stage is distinct from h.stage and h.lag_stage is not null
    order by h.valid_from desc, compound, indication
    limit $n
    """,
    "No program has changed its stage yet.",
)

EXPECTED = Question(
    "What is expected next?",
    f"""
    select
        u.window_end as "by",
        u.compound_name as compound,
        {_in_words("u.step")} as step,
        g.window_text as "in the company's words",
        u.company_name as company,
        case when u.is_overdue then 'overdue' else u.days_to_window_end || ' days' end as due
    from marts.upcoming_catalysts as u
    join marts.guidance as g using (guidance_id)
    order by  -- the nearest date first, then what is overdue, the latest first; what has no date stands last
        coalesce(u.window_end, u.window_start) is null,
        u.is_overdue,
        case when not u.is_overdue then coalesce(u.window_end, u.window_start) end,
        coalesce(u.window_end, u.window_start) desc,
        compound,
        step
    limit $n
    """,
    "No step is expected.",
)

DEALS = Question(
    "Which deals were struck?",
    """
    select
        d.announced_on as "on",
        a.company_name as company,
        b.company_name as partner,
        replace(d.collaboration_type, '_', ' ') as type,
        array_to_string(d.compound_names, ', ') as compounds,
        d.upfront_usd / 1e6 as "upfront (M$)",
        d.total_usd / 1e6 as "total (M$)"
    from marts.deals as d
    left join marts.dim_companies as a on d.company_id = a.company_id
    left join marts.dim_companies as b on d.partner_company_id = b.company_id
    order by d.announced_on desc nulls last, company, partner
    limit $n
    """,
    "No agreement yet.",
)

CHANGES = Question(
    "What changed this night?",
    f"""
    select
        severity, entity_kind as kind, entity_name as name, replace(field, '_', ' ') as field,
        {_in_words("old_value")} as before, {_in_words("new_value")} as now, cause
    from marts.release_changes
    where night = (select max(night) from ops.nights where state = 'published')
    order by list_position(['critical', 'notable', 'minor'], severity), kind, name, field
    limit $n
    """,
    "Nothing that a reader would notice.",
)

REFUSED = Question(
    "What was refused, and why?",
    """
    select stage, reason, count(*) as items, any_value(detail) as example
    from ops.quarantine group by stage, reason order by items desc, stage, reason limit $n
    """,
    "Nothing.",
)

NIGHTS = "select count(distinct night) from ops.nights where state = 'published'"
"""How many nights the file holds: in the first one everything is new, and a list of it would be no news."""

AHEAD = f"""
    select
        compound_name || coalesce(' in ' || indication_name, '') as what, {_in_words("step")} as step,
        window_start, window_end, window_end - cast(days_to_window_end as integer) as today
    from marts.upcoming_catalysts
    where not is_overdue and window_end is not null
    order by window_end, window_start nulls first, what, step
    limit $n
"""
"""The open steps that have a date and are not overdue, the nearest first."""

STAGES = """
    select coalesce(stage, 'not stated') as stage, count(*) as programs, count(next_step) as with_step
    from marts.pipeline group by stage
    order by list_position(['discovery', 'preclinical', 'ind_filed', 'ind_active', 'phase_1', 'phase_1_2', 'phase_2',
        'phase_2_3', 'phase_3', 'filed', 'approved', 'discontinued'], stage) nulls last
"""

COUNTS = {
    "releases": "select count(*) from marts.dim_releases where is_current",
    "companies": "select count(*) from marts.dim_companies",
    "compounds": "select count(*) from marts.dim_compounds",
    "programs": "select count(*) from marts.pipeline",
    "trials": "select count(*) from marts.dim_trials",
    "milestones": "select count(*) from marts.fct_milestones",
    "collaborations": "select count(distinct collaboration_id) from marts.fct_collaborations",
    "quotes": "select count(*) from marts.fct_evidence",
    "quarantined": "select count(*) from ops.quarantine",
}
"""What a reader counts first -> one number."""
