-- `release_copies` as resolve decided it over all landed releases.
with source as (

    select * from {{ source('resolved', 'release_copies') }}

)

select
    cast(release_id as varchar) as release_id,
    cast(wire as varchar) as wire,
    cast(source_uri as varchar) as source_uri,
    cast(published_at as timestamp) as published_at,
    cast(minutes_after_first as double) as minutes_after_first
from source
