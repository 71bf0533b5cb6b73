-- Grain: one agreement. Sum money only here: each amount of an agreement stands once, however many releases repeat it.
-- An amount is the one that the announcing release states, else the first that any release states.
with facts as (

    select
        *,
        row_number() over (
            partition by collaboration_id
            order by
                not is_new, announced_on nulls last,
                upfront_usd is null, milestones_usd is null, total_usd is null,
                release_id, collaboration_fact_id
        ) as telling
    from {{ ref('fct_collaborations') }}

),

terms as (

    select
        terms.*,
        facts.collaboration_id,
        facts.telling
    from {{ ref('fct_collaboration_terms') }} as terms
    inner join facts on terms.collaboration_fact_id = facts.collaboration_fact_id

),

covered as (

    select distinct
        facts.collaboration_id,
        compounds.compound_id,
        compounds.compound_name
    from facts
    inner join {{ ref('bridge_collaboration_compounds') }} as bridge
        on facts.collaboration_fact_id = bridge.collaboration_fact_id
    inner join {{ ref('dim_compounds') }} as compounds on bridge.compound_id = compounds.compound_id

),

names as (

    select
        collaboration_id,
        list(compound_id order by compound_name, compound_id) as compound_ids,
        list(compound_name order by compound_name, compound_id) as compound_names
    from covered
    group by collaboration_id

),

equity as (

    select
        collaboration_id,
        min_by(amount_usd, telling) as equity_usd
    from terms
    where component = 'equity'
    group by collaboration_id

),

royalties as (

    select
        collaboration_id,
        string_agg(distinct words, '; ' order by words) as royalty_words
    from terms
    where component = 'royalty'
    group by collaboration_id

),

deals as (

    select
        collaboration_id,
        min_by(company_id, telling) as company_id,
        min_by(partner_company_id, telling) as partner_company_id,
        min_by(company_role, telling) as company_role,
        min_by(partner_role, telling) as partner_role,
        min_by(collaboration_type, telling) as collaboration_type,
        max_by(status, (
            coalesce(announced_on, date '0001-01-01'), {{ rank_of('status', 'deal_progress') }}, collaboration_fact_id
        )) filter (where statement in ('happened', 'ongoing')) as status,
        min_by(statement, telling) as statement,
        min(announced_on) filter (where is_new) as announced_on,
        max(announced_on) as last_announced_on,
        min_by(upfront_usd, telling) as upfront_usd,
        min_by(milestones_usd, telling) as milestones_usd,
        min_by(total_usd, telling) as total_usd,
        min_by(territory, telling) as territory,
        min_by(platform, telling) as platform,
        min_by(release_id, telling) as first_release_id,
        list(distinct release_id order by release_id) as release_ids
    from facts
    where statement != 'denied'
    group by collaboration_id

)

select
    deals.collaboration_id,
    deals.company_id,
    companies.company_name,
    deals.partner_company_id,
    partners.company_name as partner_name,
    deals.company_role,
    deals.partner_role,
    deals.collaboration_type,
    coalesce(deals.status, case when deals.statement = 'expected' then 'announced' end) as status,
    deals.announced_on,
    deals.last_announced_on,
    coalesce(names.compound_ids, []) as compound_ids,
    coalesce(names.compound_names, []) as compound_names,
    deals.upfront_usd,
    equity.equity_usd,
    deals.milestones_usd,
    royalties.royalty_words,
    deals.total_usd,
    deals.territory,
    deals.platform,
    deals.first_release_id,
    deals.release_ids
from deals
inner join {{ ref('dim_companies') }} as companies on deals.company_id = companies.company_id
inner join {{ ref('dim_companies') }} as partners on deals.partner_company_id = partners.company_id
left join names on deals.collaboration_id = names.collaboration_id
left join equity on deals.collaboration_id = equity.collaboration_id
left join royalties on deals.collaboration_id = royalties.collaboration_id
