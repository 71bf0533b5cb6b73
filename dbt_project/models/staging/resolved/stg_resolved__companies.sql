-- `companies` as resolve decided it over all landed releases.
with source as (

    select * from {{ source('resolved', 'companies') }}

)

select
    cast(company_id as varchar) as company_id,
    cast(company_name as varchar) as company_name,
    cast(ticker as varchar) as ticker,
    cast(exchange as varchar) as exchange,
    cast(cik as varchar) as cik
from source
