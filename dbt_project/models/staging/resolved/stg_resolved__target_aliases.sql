-- `target_aliases` as resolve decided it over all landed releases.
with source as (

    select * from {{ source('resolved', 'target_aliases') }}

)

select
    cast(target_id as varchar) as target_id,
    cast(alias as varchar) as alias
from source
