-- Landing rows of `compound_names`, as Python wrote them, night by night.
with source as (

    select * from {{ source('wire', 'compound_names') }}

)

select
    name_id,
    release_id,
    compound_ref,
    name,
    kind,
    cast(is_primary as boolean) as is_primary,
    vocabulary_key
from source
