-- Landing rows of `release_sections`, as Python wrote them, night by night.
with source as (

    select * from {{ source('wire', 'release_sections') }}

)

select
    release_id,
    section,
    cast(char_start as integer) as char_start,
    cast(char_end as integer) as char_end,
    title
from source
