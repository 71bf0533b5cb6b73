-- `target_refs` as resolve decided it over all landed releases.
with source as (

    select * from {{ source('resolved', 'target_refs') }}

)

select
    cast(target_ref as varchar) as target_ref,
    cast(target_id as varchar) as target_id
from source
