-- `company_refs` as resolve decided it over all landed releases.
with source as (

    select * from {{ source('resolved', 'company_refs') }}

)

select
    cast(company_ref as varchar) as company_ref,
    cast(company_id as varchar) as company_id
from source
