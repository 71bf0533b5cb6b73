-- Landing rows of `evidence`, as Python wrote them, night by night.
with source as (

    select * from {{ source('wire', 'evidence') }}

)

select
    evidence_id,
    fact_table,
    fact_id,
    release_id,
    section,
    cast(char_start as integer) as char_start,
    cast(char_end as integer) as char_end,
    quote,
    rule
from source
