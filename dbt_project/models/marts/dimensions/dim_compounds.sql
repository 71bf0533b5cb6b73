-- Grain: one substance or named product that a current release names.
with compounds as (

    select * from {{ ref('stg_resolved__compounds') }}

),

aliases as (

    select
        compound_id,
        list_sort(list(distinct alias)) as aliases
    from {{ ref('compound_aliases') }}
    group by compound_id

),

sightings as (

    select * from {{ ref('int_entities_sighted') }}
    where entity_kind = 'compound'

),

owners as (

    select
        compound_id,
        min_by(owner_company_id, coalesce(announced_on, date '9999-12-31')) as originator_company_id,
        max_by(owner_company_id, coalesce(announced_on, date '0001-01-01')) as owner_company_id,
        max_by(owner_basis, coalesce(announced_on, date '0001-01-01')) as owner_basis
    from {{ ref('int_compound_owners_stated') }}
    group by compound_id

)

select
    compounds.compound_id,
    compounds.compound_name,
    compounds.code_name,
    compounds.inn,
    compounds.brand_name,
    coalesce(aliases.aliases, [compounds.compound_name]) as aliases,
    compounds.modality,
    owners.originator_company_id,
    owners.owner_company_id,
    owners.owner_basis,
    sightings.first_seen_on,
    sightings.last_seen_on,
    sightings.release_count
from compounds
inner join sightings on compounds.compound_id = sightings.entity_id
left join aliases on compounds.compound_id = aliases.compound_id
left join owners on compounds.compound_id = owners.compound_id
