-- One row per stated part of one compound in a current release, with the compound's id.
with mentions as (

    select * from {{ ref('stg_wire__component_mentions') }}
    qualify row_number() over (partition by component_fact_id order by extractor_version desc) = 1

),

releases as (

    select * from {{ ref('int_releases_versioned') }}
    where is_current

),

compound_refs as (

    select * from {{ ref('stg_resolved__compound_refs') }}

)

select
    mentions.component_fact_id,
    mentions.release_id,
    compound_refs.compound_id,
    mentions.component,
    mentions.value,
    mentions.confidence,
    mentions.extractor_version,
    releases.issuer_company_id,
    releases.announced_on
from mentions
inner join releases on mentions.release_id = releases.release_id
inner join compound_refs on mentions.compound_ref = compound_refs.compound_ref
