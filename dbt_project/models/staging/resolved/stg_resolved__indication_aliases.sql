-- `indication_aliases` as resolve decided it over all landed releases.
with source as (

    select * from {{ source('resolved', 'indication_aliases') }}

)

select
    cast(indication_id as varchar) as indication_id,
    cast(alias as varchar) as alias
from source
