-- Landing rows of `indication_names`, as Python wrote them, night by night.
with source as (

    select * from {{ source('wire', 'indication_names') }}

)

select
    name_id,
    release_id,
    indication_ref,
    name,
    cast(is_primary as boolean) as is_primary,
    vocabulary_key
from source
