-- Grain: one document of one release on one wire, the first one (minute 0) included.
with releases as (

    select release_id from {{ ref('int_releases_versioned') }}

),

copies as (

    select * from {{ ref('stg_resolved__release_copies') }}
    qualify row_number() over (partition by release_id, wire, source_uri order by minutes_after_first) = 1

)

select
    copies.release_id,
    copies.wire,
    copies.source_uri,
    copies.published_at,
    copies.minutes_after_first
from copies
inner join releases on copies.release_id = releases.release_id
