-- Grain: one stretch of the text of one version of one release.
with releases as (

    select release_id from {{ ref('int_releases_versioned') }}

),

sections as (

    select * from {{ ref('stg_wire__release_sections') }}
    qualify row_number() over (partition by release_id, char_start order by char_end desc) = 1

)

select
    sections.release_id,
    sections.section,
    sections.char_start,
    sections.char_end,
    sections.title
from sections
inner join releases on sections.release_id = releases.release_id
