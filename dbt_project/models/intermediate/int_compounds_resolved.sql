-- One row per landed compound fact of a current release, with entities instead of references.
-- Two references of one release that turn out to be one compound give rows of one group: `compound_fact_id` is the
-- fact that stays for the group, `mention_fact_id` the fact as it was read (its evidence follows it).
with mentions as (

    select * from {{ ref('stg_wire__compound_mentions') }}
    qualify row_number() over (partition by compound_fact_id order by extractor_version desc) = 1

),

releases as (

    select * from {{ ref('int_releases_versioned') }}
    where is_current

),

compound_refs as (

    select * from {{ ref('stg_resolved__compound_refs') }}

),

indication_refs as (

    select * from {{ ref('stg_resolved__indication_refs') }}

),

company_refs as (

    select * from {{ ref('stg_resolved__company_refs') }}

),

resolved as (

    select
        mentions.compound_fact_id as mention_fact_id,
        mentions.release_id,
        compound_refs.compound_id,
        indication_refs.indication_id,
        mentions.role,
        company_refs.company_id as owner_company_id,
        mentions.modality,
        mentions.development_stage,
        mentions.planned_stage,
        mentions.confidence,
        mentions.extractor_version,
        releases.issuer_company_id,
        releases.announced_on
    from mentions
    inner join releases on mentions.release_id = releases.release_id
    inner join compound_refs on mentions.compound_ref = compound_refs.compound_ref
    left join indication_refs on mentions.indication_ref = indication_refs.indication_ref
    left join company_refs on mentions.owner_company_ref = company_refs.company_ref

)

select
    *,
    first_value(mention_fact_id) over (
        partition by release_id, compound_id, indication_id
        order by {{ rank_of('role', 'role') }}, mention_fact_id
    ) as compound_fact_id
from resolved
