-- `compound_refs` as resolve decided it over all landed releases.
with source as (

    select * from {{ source('resolved', 'compound_refs') }}

)

select
    cast(compound_ref as varchar) as compound_ref,
    cast(compound_id as varchar) as compound_id
from source
