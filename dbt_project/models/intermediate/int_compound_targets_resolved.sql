-- One row per landed target mention of a current release, with the link (compound_target_id) that it proves.
with mentions as (

    select * from {{ ref('stg_wire__target_mentions') }}
    qualify row_number() over (partition by target_mention_id order by extractor_version desc) = 1

),

releases as (

    select * from {{ ref('int_releases_versioned') }}
    where is_current

),

compound_refs as (

    select * from {{ ref('stg_resolved__compound_refs') }}

),

target_refs as (

    select * from {{ ref('stg_resolved__target_refs') }}

)

select
    mentions.target_mention_id,
    mentions.release_id,
    compound_refs.compound_id,
    target_refs.target_id,
    {{ hash_id('compound_target', ['compound_refs.compound_id', 'target_refs.target_id']) }} as compound_target_id,
    releases.announced_on,
    releases.published_at
from mentions
inner join releases on mentions.release_id = releases.release_id
inner join compound_refs on mentions.compound_ref = compound_refs.compound_ref
inner join target_refs on mentions.target_ref = target_refs.target_ref
