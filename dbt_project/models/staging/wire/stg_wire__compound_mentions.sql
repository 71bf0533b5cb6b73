-- Landing rows of `compound_mentions`, as Python wrote them, night by night.
with source as (

    select * from {{ source('wire', 'compound_mentions') }}

)

select
    compound_fact_id,
    release_id,
    compound_ref,
    indication_ref,
    role,
    owner_company_ref,
    modality,
    development_stage,
    planned_stage,
    cast(confidence as double) as confidence,
    extractor_version
from source
