-- Landing rows of `collaboration_mentions`, as Python wrote them, night by night.
with source as (

    select * from {{ source('wire', 'collaboration_mentions') }}

)

select
    collaboration_fact_id,
    release_id,
    company_ref,
    partner_company_ref,
    company_role,
    partner_role,
    collaboration_type,
    statement,
    cast(is_new as boolean) as is_new,
    status,
    cast(compound_refs as varchar[]) as compound_refs,
    platform,
    territory,
    cast(upfront_usd as double) as upfront_usd,
    cast(milestones_usd as double) as milestones_usd,
    cast(total_usd as double) as total_usd,
    cast(confidence as double) as confidence,
    extractor_version
from source
