-- Grain: one company that a current release names, or that belongs to one or owns one by bridge_company_parents.
with companies as (

    select * from {{ ref('stg_resolved__companies') }}

),

aliases as (

    select
        company_id,
        list_sort(list(distinct alias)) as aliases
    from {{ ref('stg_resolved__company_aliases') }}
    group by company_id

),

sightings as (

    select * from {{ ref('int_entities_sighted') }}
    where entity_kind = 'company'

),

relatives as (

    select company_id from {{ ref('bridge_company_parents') }}
    union
    select parent_company_id from {{ ref('bridge_company_parents') }}

)

select
    companies.company_id,
    companies.company_name,
    companies.ticker,
    companies.exchange,
    companies.cik,
    coalesce(aliases.aliases, [companies.company_name]) as aliases,
    sightings.first_seen_on,
    sightings.last_seen_on,
    coalesce(sightings.release_count, 0) as release_count
from companies
left join aliases on companies.company_id = aliases.company_id
left join sightings on companies.company_id = sightings.entity_id
where
    sightings.entity_id is not null
    or companies.company_id in (select relatives.company_id from relatives)
