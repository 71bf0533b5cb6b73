-- `compound_alias_names` as resolve decided it over all landed releases.
with source as (

    select * from {{ source('resolved', 'compound_alias_names') }}

)

select
    cast(name_id as varchar) as name_id,
    cast(alias_id as varchar) as alias_id
from source
