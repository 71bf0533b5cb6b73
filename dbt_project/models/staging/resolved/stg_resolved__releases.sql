-- `releases` as resolve decided it over all landed releases.
with source as (

    select * from {{ source('resolved', 'releases') }}

)

select
    cast(release_id as varchar) as release_id,
    cast(canonical_release_id as varchar) as canonical_release_id,
    cast(copy_of_release_id as varchar) as copy_of_release_id,
    cast(version as integer) as version,
    cast(is_current as boolean) as is_current,
    cast(supersedes_release_id as varchar) as supersedes_release_id,
    cast(is_correction as boolean) as is_correction
from source
