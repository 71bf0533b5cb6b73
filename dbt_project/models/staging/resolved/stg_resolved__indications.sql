-- `indications` as resolve decided it over all landed releases.
with source as (

    select * from {{ source('resolved', 'indications') }}

)

select
    cast(indication_id as varchar) as indication_id,
    cast(indication_name as varchar) as indication_name,
    cast(mondo_id as varchar) as mondo_id,
    cast(mesh_id as varchar) as mesh_id,
    cast(therapeutic_area as varchar) as therapeutic_area,
    cast(parent_indication_id as varchar) as parent_indication_id,
    cast(mapping_status as varchar) as mapping_status
from source
