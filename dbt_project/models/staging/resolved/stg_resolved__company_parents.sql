-- `company_parents` as resolve decided it over all landed releases.
with source as (

    select * from {{ source('resolved', 'company_parents') }}

)

select
    cast(company_id as varchar) as company_id,
    cast(parent_company_id as varchar) as parent_company_id,
    cast(valid_from as date) as valid_from,
    cast(valid_to as date) as valid_to,
    cast(evidence as varchar) as evidence
from source
