-- Grain: one company that has said when a step would come.
with guidance as (

    select
        told.*,
        told.change = 'met' and coalesce(told.slip_days is not null or told.announced_on <= before.window_end, false)
            as is_on_time
    from {{ ref('guidance') }} as told
    left join {{ ref('guidance') }} as before on told.previous_guidance_id = before.guidance_id
    where told.company_id is not null

),

chains as (

    -- A step belongs to the company that first said when it would come, whoever tells how it ended. What is over by a
    -- day that no release tells counts as met only if it was told within the window.
    select
        chain_id,
        min_by(company_id, (coalesce(announced_on, date '9999-12-31'), guidance_id))
        filter (where window_end is not null) as company_id,
        bool_or(is_on_time) as is_met,
        bool_or(change = 'met' and not is_on_time) as is_over,
        bool_or(change = 'missed') as is_missed,
        bool_or(change = 'delayed') as is_delayed,
        bool_or(change = 'withdrawn') as is_withdrawn,
        bool_or(status = 'overdue') as is_overdue
    from guidance
    group by chain_id
    having count(window_end) > 0

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
    count(*) filter (where chains.is_over and not chains.is_met) as over_undated,
    count(*) filter (where chains.is_missed) as missed,
    count(*) filter (where chains.is_delayed) as delayed,
    count(*) filter (where chains.is_withdrawn) as withdrawn,
    count(*) filter (where chains.is_overdue) as overdue,
    slips.median_slip_days
from chains
inner join {{ ref('dim_companies') }} as companies on chains.company_id = companies.company_id
left join slips on chains.company_id = slips.company_id
group by chains.company_id, companies.company_name, slips.median_slip_days
