-- `compounds` as resolve decided it over all landed releases.
with source as (

    select * from {{ source('resolved', 'compounds') }}

)

select
    cast(compound_id as varchar) as compound_id,
    cast(compound_name as varchar) as compound_name,
    cast(code_name as varchar) as code_name,
    cast(inn as varchar) as inn,
    cast(brand_name as varchar) as brand_name,
    cast(modality as varchar) as modality
from source
