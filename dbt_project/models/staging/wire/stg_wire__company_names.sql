-- Landing rows of `company_names`, as Python wrote them, night by night.
with source as (

    select * from {{ source('wire', 'company_names') }}

)

select
    name_id,
    release_id,
    company_ref,
    name,
    cast(is_primary as boolean) as is_primary,
    cast(is_issuer as boolean) as is_issuer,
    ticker,
    exchange,
    vocabulary_key
from source
