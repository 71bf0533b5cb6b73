-- Landing rows of `target_mentions`, as Python wrote them, night by night.
with source as (

    select * from {{ source('wire', 'target_mentions') }}

)

select
    target_mention_id,
    release_id,
    compound_ref,
    target_ref,
    name,
    cast(names as varchar[]) as names,
    vocabulary_key,
    cast(confidence as double) as confidence,
    extractor_version
from source
