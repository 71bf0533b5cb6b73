-- Landing rows of `component_mentions`, as Python wrote them, night by night.
with source as (

    select * from {{ source('wire', 'component_mentions') }}

)

select
    component_fact_id,
    release_id,
    compound_ref,
    component,
    value,
    cast(confidence as double) as confidence,
    extractor_version
from source
