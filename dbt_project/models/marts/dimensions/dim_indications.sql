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

),

ancestors as (

    -- The depth bounds a ring of parents, should one ever be resolved.
    select
        indication_id,
        parent_indication_id as ancestor_id,
        1 as depth
    from indications
    where parent_indication_id is not null
    union
    select
        ancestors.indication_id,
        indications.parent_indication_id as ancestor_id,
        ancestors.depth + 1 as depth
    from ancestors
    inner join indications on ancestors.ancestor_id = indications.indication_id
    where indications.parent_indication_id is not null and ancestors.depth < 30

),

lines as (

    select
        indication_id,
        list(ancestor_id order by depth) as ancestor_indication_ids
    from ancestors
    group by indication_id

)

select
    indications.indication_id,
    indications.indication_name,
    coalesce(aliases.aliases, [indications.indication_name]) as aliases,
    indications.mondo_id,
    indications.mesh_id,
    indications.therapeutic_area,
    parents.indication_id as parent_indication_id,
    coalesce(lines.ancestor_indication_ids, []) as ancestor_indication_ids,
    indications.mapping_status,
    sightings.first_seen_on,
    sightings.last_seen_on,
    coalesce(sightings.release_count, 0) as release_count
from indications
inner join kept on indications.indication_id = kept.indication_id
left join indications as parents on indications.parent_indication_id = parents.indication_id
left join lines on indications.indication_id = lines.indication_id
left join aliases on indications.indication_id = aliases.indication_id
left join sightings on indications.indication_id = sightings.entity_id
