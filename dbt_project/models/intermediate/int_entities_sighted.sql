-- One row per entity that a current release names: when it was first and last seen (announced), and by how many.
with releases as (

    select * from {{ ref('int_releases_versioned') }}
    where is_current

),

sightings as (

    select 'company' as entity_kind, refs.company_id as entity_id, names.release_id
    from {{ ref('stg_wire__company_names') }} as names
    inner join {{ ref('stg_resolved__company_refs') }} as refs on names.company_ref = refs.company_ref
    union all
    select 'compound' as entity_kind, refs.compound_id as entity_id, names.release_id
    from {{ ref('stg_wire__compound_names') }} as names
    inner join {{ ref('stg_resolved__compound_refs') }} as refs on names.compound_ref = refs.compound_ref
    union all
    select 'indication' as entity_kind, refs.indication_id as entity_id, names.release_id
    from {{ ref('stg_wire__indication_names') }} as names
    inner join {{ ref('stg_resolved__indication_refs') }} as refs on names.indication_ref = refs.indication_ref
    union all
    select 'target' as entity_kind, refs.target_id as entity_id, names.release_id
    from {{ ref('stg_wire__target_mentions') }} as names
    inner join {{ ref('stg_resolved__target_refs') }} as refs on names.target_ref = refs.target_ref

)

select
    sightings.entity_kind,
    sightings.entity_id,
    min(releases.announced_on) as first_seen_on,
    max(releases.announced_on) as last_seen_on,
    count(distinct sightings.release_id) as release_count
from sightings
inner join releases on sightings.release_id = releases.release_id
group by sightings.entity_kind, sightings.entity_id
