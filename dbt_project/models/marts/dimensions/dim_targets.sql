-- Grain: one molecular target that a current release names.
with targets as (

    select * from {{ ref('stg_resolved__targets') }}

),

aliases as (

    select
        target_id,
        list_sort(list(distinct alias)) as aliases
    from {{ ref('stg_resolved__target_aliases') }}
    group by target_id

),

sightings as (

    select * from {{ ref('int_entities_sighted') }}
    where entity_kind = 'target'

)

select
    targets.target_id,
    targets.symbol,
    targets.target_name,
    coalesce(aliases.aliases, [coalesce(targets.symbol, targets.target_name)]) as aliases,
    targets.mapping_status,
    sightings.first_seen_on,
    sightings.last_seen_on,
    sightings.release_count
from targets
inner join sightings on targets.target_id = sightings.entity_id
left join aliases on targets.target_id = aliases.target_id
