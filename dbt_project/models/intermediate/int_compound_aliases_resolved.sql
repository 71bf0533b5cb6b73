-- One row per surface form of one compound in one current release, with the alias that it proves.
with names as (

    select * from {{ ref('stg_wire__compound_names') }}
    qualify row_number() over (partition by name_id order by compound_ref) = 1

),

releases as (

    select * from {{ ref('int_releases_versioned') }}
    where is_current

),

alias_names as (

    select * from {{ ref('stg_resolved__compound_alias_names') }}

),

aliases as (

    select * from {{ ref('stg_resolved__compound_aliases') }}

)

select
    names.name_id,
    names.release_id,
    aliases.alias_id,
    aliases.compound_id,
    aliases.alias,
    aliases.kind,
    releases.announced_on,
    releases.published_at
from names
inner join releases on names.release_id = releases.release_id
inner join alias_names on names.name_id = alias_names.name_id
inner join aliases on alias_names.alias_id = aliases.alias_id
