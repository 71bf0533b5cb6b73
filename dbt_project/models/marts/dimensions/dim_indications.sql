-- Grain: one disease that a current release names, or under which such a disease stands.
with recursive indications as (

    select * from {{ ref('stg_resolved__indications') }}

),

aliases as (

    select
        indication_id,
        list_sort(list(distinct alias)) as aliases
    from {{ ref('stg_resolved__indication_aliases') }}
    group by indication_id

),

sightings as (

    select * from {{ ref('int_entities_sighted') }}
    where entity_kind = 'indication'

),

kept as (

    select entity_id as indication_id from sightings
    union
    select indications.parent_indication_id as indication_id
    from kept
    inner join indications on kept.indication_id = indications.indication_id
    where indications.parent_indication_id is not null

)

select
    indications.indication_id,
    indications.indication_name,
    coalesce(aliases.aliases, [indications.indication_name]) as aliases,
    indications.mondo_id,
    indications.mesh_id,
    indications.therapeutic_area,
    parents.indication_id as parent_indication_id,
    indications.mapping_status,
    sightings.first_seen_on,
    sightings.last_seen_on,
    coalesce(sightings.release_count, 0) as release_count
from indications
inner join kept on indications.indication_id = kept.indication_id
left join indications as parents on indications.parent_indication_id = parents.indication_id
left join aliases on indications.indication_id = aliases.indication_id
left join sightings on indications.indication_id = sightings.entity_id
