-- Landing rows of `trial_mentions`, as Python wrote them, night by night.
with source as (

    select * from {{ source('wire', 'trial_mentions') }}

)

select
    trial_fact_id,
    release_id,
    compound_ref,
    cast(indication_refs as varchar[]) as indication_refs,
    cast(combination_refs as varchar[]) as combination_refs,
    phase,
    phase_label,
    status,
    statement,
    nct_id,
    trial_name,
    cast(enrollment as integer) as enrollment,
    expected_step,
    cast(window_start as date) as window_start,
    cast(window_end as date) as window_end,
    window_text,
    precision,
    cast(confidence as double) as confidence,
    extractor_version
from source
