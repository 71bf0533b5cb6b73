-- Grain: one agreement. Sum money only here: each amount of an agreement stands once, however many releases repeat it.
-- An amount is the one that the announcing release states, else the first that any release states.
with facts as (

    select * from {{ ref('int_deals_told') }}

),

parts as (

    select * from {{ ref('int_deal_parts_gathered') }}

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
        )) filter (where statement in ('happened', 'ongoing') and status not in ('announced', 'standing')) as progress,
        bool_or(is_new) as is_announced,
        bool_or(statement in ('happened', 'ongoing', 'historical')) as is_told,
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
    coalesce(
        deals.progress,
        case
            when deals.is_announced or deals.statement = 'expected' then 'announced'
            when deals.is_told then 'standing'
        end
    ) as status,
    deals.announced_on,
    deals.last_announced_on,
    parts.compound_ids,
    parts.compound_names,
    deals.upfront_usd,
    parts.equity_usd,
    deals.milestones_usd,
    parts.royalty_words,
    deals.total_usd,
    deals.territory,
    deals.platform,
    deals.first_release_id,
    deals.release_ids
from deals
inner join {{ ref('dim_companies') }} as companies on deals.company_id = companies.company_id
inner join {{ ref('dim_companies') }} as partners on deals.partner_company_id = partners.company_id
inner join parts on deals.collaboration_id = parts.collaboration_id
