-- `targets` as resolve decided it over all landed releases.
with source as (

    select * from {{ source('resolved', 'targets') }}

)

select
    cast(target_id as varchar) as target_id,
    cast(symbol as varchar) as symbol,
    cast(target_name as varchar) as target_name,
    cast(mapping_status as varchar) as mapping_status
from source
