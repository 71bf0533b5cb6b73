"""What ``dateline show`` asks of the published file: names, standing, and one row per fact of a timeline."""

from __future__ import annotations

NAMES = """
    select 'compound' as kind, compound_id as id, compound_name as name, release_count,
        list_distinct([compound_name, code_name, inn, brand_name] || aliases) as names
    from marts.compound_profile
    union all
    select 'company', company_id, company_name, release_count, list_distinct([company_name, ticker] || aliases)
    from marts.dim_companies
"""
"""Everything that has a name."""

COMPOUND = """
    select
        array_to_string(list_filter(aliases, x -> x <> compound_name), ', ') as "also called",
        replace(modality, '_', ' ') as modality,
        array_to_string(target_symbols, ', ') as targets,
        array_to_string(components, ', ') as parts,
        owner_name as owner,
        nullif(originator_name, owner_name) as "first owner",
        array_to_string(partner_names, ', ') as partners,
        replace(highest_stage, '_', ' ') as "highest stage",
        array_to_string(approved_regions, ', ') as "approved in",
        release_count || ' releases, ' || coalesce(first_seen_on || ' to ' || last_seen_on, 'none dated') as "told by"
    from marts.compound_profile where compound_id = $id
"""

COMPANY = """
    select
        array_to_string(list_filter(c.aliases, x -> x <> c.company_name), ', ') as "also called",
        array_to_string([c.exchange, c.ticker], ': ') as ticker,
        c.cik as "CIK",
        c.release_count || ' releases, '
            || coalesce(c.first_seen_on || ' to ' || c.last_seen_on, 'none dated') as "told by",
        case when s.steps_guided > 0 then
            s.steps_guided || ' steps announced: '
            || s.met || ' met, ' || s.missed || ' missed, ' || s.delayed || ' delayed'
            || coalesce(', median slip ' || cast(s.median_slip_days as integer) || ' days', '') end as "kept its word"
    from marts.dim_companies as c left join marts.company_slip_record as s using (company_id) where c.company_id = $id
"""

PROGRAMS = """
    select
        {compound}
        coalesce(indication_name, '(as a whole)') as indication,
        replace(stage, '_', ' ') as stage,
        stage_since as since,
        replace(status, '_', ' ') as status,
        replace(next_step, '_', ' ') as "next step",
        next_window_end as "by"
    from marts.pipeline where {where} order by {order}
"""

COMPOUND_PROGRAMS = PROGRAMS.format(
    compound="", where="compound_id = $id", order="stage_since desc nulls last, indication"
)
COMPANY_PROGRAMS = PROGRAMS.format(
    compound="compound_name as compound,",
    where="owner_company_id = $id"
    " or program_id in (select program_id from marts.program_partners where company_id = $id)",
    order="compound, stage_since desc nulls last, indication",
)

TRIALS = """
    select
        coalesce(t.trial_name, 'Phase ' || t.phase, 'trial') as trial,
        t.nct_id as "NCT", t.phase, i.indication_name as indication, t.status, t.enrollment as patients,
        t.next_step as "next", t.window_end as "by"
    from marts.dim_trials as t left join marts.dim_indications as i using (indication_id)
    where t.compound_id = $id order by t.first_seen_on nulls first, t.phase, trial
"""

DEALS = """
    select
        announced_on as "on", company_name as company, partner_name as partner,
        replace(collaboration_type, '_', ' ') as type, status,
        array_to_string(compound_names, ', ') as compounds,
        upfront_usd / 1e6 as "upfront (M$)", total_usd / 1e6 as "total (M$)"
    from marts.deals where {where} order by announced_on nulls first, company, partner
"""
COMPOUND_DEALS = DEALS.format(where="list_contains(compound_ids, $id)")
COMPANY_DEALS = DEALS.format(where="$id in (company_id, partner_company_id)")

_FACTS = """
    trials (fact_id, release_id, compound_id, issuer_company_id, kind, words) as (
        select t.trial_fact_id, t.release_id, t.compound_id, t.issuer_company_id, 'trial',
            array_to_string([
                coalesce(t.phase_label, 'Phase ' || t.phase, 'Trial') || coalesce(' ' || t.trial_name, '')
                    || coalesce(' in ' || d.indications, ''),
                t.status || case when t.statement in (t.status, 'happened') then '' else ' (' || t.statement || ')' end,
                t.nct_id, t.enrollment || ' patients', t.expected_step || ' expected ' || coalesce(t.window_text, '')
            ], '; ')
        from marts.fct_trials as t
        left join (
            select b.trial_fact_id, string_agg(i.indication_name, ', ' order by i.indication_name) as indications
            from marts.bridge_trial_indications as b join marts.dim_indications as i using (indication_id) group by all
        ) as d using (trial_fact_id)
    ),
    milestones (fact_id, release_id, compound_id, issuer_company_id, kind, words) as (
        select m.milestone_fact_id, m.release_id, m.compound_id, m.issuer_company_id, 'milestone',
            array_to_string([
                replace(m.milestone_type, '_', ' ') || coalesce(' in ' || i.indication_name, ''),
                m.statement || coalesce(' on ' || m.occurred_on, ' ' || m.window_text, ''), m.agency
            ], '; ')
        from marts.fct_milestones as m left join marts.dim_indications as i using (indication_id)
    ),
    stages (fact_id, release_id, compound_id, issuer_company_id, kind, words) as (
        select f.compound_fact_id, f.release_id, f.compound_id, f.issuer_company_id, 'stage',
            array_to_string([
                'reached ' || replace(f.development_stage, '_', ' ') || coalesce(' in ' || i.indication_name, ''),
                f.role
            ], '; ')
        from marts.fct_compounds as f left join marts.dim_indications as i using (indication_id)
        where f.development_stage is not null
    ),
    deals (fact_id, release_id, compound_id, issuer_company_id, kind, words, company_id, partner_company_id) as (
        select f.collaboration_fact_id, f.release_id, b.compound_id, f.issuer_company_id, 'agreement',
            array_to_string([
                a.company_name || ' (' || f.company_role || ') and ' || p.company_name || ' (' || f.partner_role || ')',
                replace(f.collaboration_type, '_', ' '), f.status,
                'upfront $' || format('{:,.0f}', f.upfront_usd), 'total $' || format('{:,.0f}', f.total_usd)
            ], '; '),
            f.company_id, f.partner_company_id
        from marts.fct_collaborations as f
        left join marts.bridge_collaboration_compounds as b using (collaboration_fact_id)
        left join marts.dim_companies as a on f.company_id = a.company_id
        left join marts.dim_companies as p on f.partner_company_id = p.company_id
    )
"""

_TIMELINE = """
    select
        r.published_on as day, r.release_id, r.headline, coalesce(r.url, r.source_uri) as link,
        f.kind, f.words, e.quote, e.char_start
    from facts as f
    join marts.dim_releases as r using (release_id)
    left join (
        select fact_id, arg_min(quote, (section = 'headline', char_start)) as quote,
            arg_min(char_start, (section = 'headline', char_start)) as char_start
        from marts.fct_evidence group by fact_id
    ) as e on f.fact_id = e.fact_id
    order by r.published_on nulls first, r.published_at, r.release_id, e.char_start, f.kind, f.words
"""

COMPOUND_TIMELINE = f"""
    with {_FACTS},
    facts as (
        select * from trials where compound_id = $id
        union all select * from milestones where compound_id = $id
        union all select * from stages where compound_id = $id
        union all select * exclude (company_id, partner_company_id) from deals where compound_id = $id
    )
    {_TIMELINE}
"""

COMPANY_TIMELINE = f"""
    with {_FACTS},
    mine as (select distinct compound_id, compound_name from marts.pipeline where owner_company_id = $id),
    facts as (
        select m.* replace (mine.compound_name || ': ' || m.words as words)
        from milestones as m join mine using (compound_id)
        union all
        select distinct on (fact_id) * exclude (company_id, partner_company_id) replace (null as compound_id)
        from deals where $id in (company_id, partner_company_id)
    )
    {_TIMELINE}
"""
