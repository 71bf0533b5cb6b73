-- `indication_refs` as resolve decided it over all landed releases.
with source as (

    select * from {{ source('resolved', 'indication_refs') }}

)

select
    cast(indication_ref as varchar) as indication_ref,
    cast(indication_id as varchar) as indication_id
from source
