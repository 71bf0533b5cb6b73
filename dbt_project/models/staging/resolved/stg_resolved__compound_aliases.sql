-- `compound_aliases` as resolve decided it over all landed releases.
with source as (

    select * from {{ source('resolved', 'compound_aliases') }}

)

select
    cast(alias_id as varchar) as alias_id,
    cast(compound_id as varchar) as compound_id,
    cast(alias as varchar) as alias,
    cast(kind as varchar) as kind,
    cast(first_release_id as varchar) as first_release_id
from source
