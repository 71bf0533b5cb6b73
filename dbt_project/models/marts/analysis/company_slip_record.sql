-- Grain: one company that has said when a step would come.
with guidance as (

    select * from {{ ref('guidance') }}
    where company_id is not null

),

chains as (

    -- A step belongs to the company that first said when it would come, whoever tells how it ended.
    select
        chain_id,
        min_by(company_id, (coalesce(announced_on, date '9999-12-31'), guidance_id)) as company_id,
        bool_or(change = 'met') as is_met,
        bool_or(change = 'missed') as is_missed,
        bool_or(change = 'delayed') as is_delayed,
        bool_or(change = 'withdrawn') as is_withdrawn,
        bool_or(status = 'overdue') as is_overdue
    from guidance
    group by chain_id

),

slips as (

    select
        chains.company_id,
        median(guidance.slip_days) as median_slip_days
    from guidance
    inner join chains on guidance.chain_id = chains.chain_id
    where guidance.change in ('delayed', 'missed')
    group by chains.company_id

)

select
    chains.company_id,
    companies.company_name,
    count(*) as steps_guided,
    count(*) filter (where chains.is_met) as met,
    count(*) filter (where chains.is_missed) as missed,
    count(*) filter (where chains.is_delayed) as delayed,
    count(*) filter (where chains.is_withdrawn) as withdrawn,
    count(*) filter (where chains.is_overdue) as overdue,
    slips.median_slip_days
from chains
inner join {{ ref('dim_companies') }} as companies on chains.company_id = companies.company_id
left join slips on chains.company_id = slips.company_id
group by chains.company_id, companies.company_name, slips.median_slip_days
