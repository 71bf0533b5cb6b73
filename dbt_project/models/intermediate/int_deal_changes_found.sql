-- One row per agreement that is new in this build, or of which a new release tells another status.
with known_facts as (

    select * from {{ ref('stg_state__facts') }}

),

known_deals as (

    -- By their facts: an agreement that got another id because one more release tells of it is no news.
    select distinct facts.collaboration_id
    from known_facts
    inner join {{ ref('fct_collaborations') }} as facts on known_facts.fact_id = facts.collaboration_fact_id
    where known_facts.fact_table = 'fct_collaborations'

),

known_releases as (

    select fact_id as release_id
    from known_facts
    where fact_table = 'dim_releases'

),

deals as (

    select * from {{ ref('deals') }}

),

new_words as (

    select * from {{ ref('fct_collaborations') }}
    where
        status in ('amended', 'completed', 'terminated')
        and statement = 'happened'
        and release_id not in (select known_releases.release_id from known_releases)

),

found as (

    select
        deals.collaboration_id,
        'deal' as field,
        cast(null as varchar) as old_value,
        deals.collaboration_type as new_value,
        deals.first_release_id as release_id
    from deals
    anti join known_deals on deals.collaboration_id = known_deals.collaboration_id
    union all
    select
        deals.collaboration_id,
        'status' as field,
        null as old_value,
        new_words.status as new_value,
        min(new_words.release_id) as release_id
    from deals
    inner join known_deals on deals.collaboration_id = known_deals.collaboration_id
    inner join new_words on deals.collaboration_id = new_words.collaboration_id
    group by deals.collaboration_id, new_words.status

)

select
    found.collaboration_id,
    deals.company_name || ' / ' || deals.partner_name as entity_name,
    found.field,
    found.old_value,
    found.new_value,
    case when known_releases.release_id is null then 'source' else 'extractor' end as cause,
    case
        when found.new_value in ('acquisition', 'terminated') then 'critical'
        when deals.announced_on is not null or found.field = 'status' then 'notable'
        else 'minor'
    end as severity,
    found.release_id
from found
inner join deals on found.collaboration_id = deals.collaboration_id
left join known_releases on found.release_id = known_releases.release_id
