-- `company_aliases` as resolve decided it over all landed releases.
with source as (

    select * from {{ source('resolved', 'company_aliases') }}

)

select
    cast(company_id as varchar) as company_id,
    cast(alias as varchar) as alias
from source
