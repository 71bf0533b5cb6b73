-- Landing rows of `milestone_mentions`, as Python wrote them, night by night.
with source as (

    select * from {{ source('wire', 'milestone_mentions') }}

)

select
    milestone_fact_id,
    release_id,
    compound_ref,
    indication_ref,
    trial_fact_id,
    milestone_type,
    statement,
    agency,
    region,
    cast(occurred_on as date) as occurred_on,
    cast(window_start as date) as window_start,
    cast(window_end as date) as window_end,
    window_text,
    precision,
    cast(confidence as double) as confidence,
    extractor_version
from source
