-- Grain: one alias of one compound, as current releases print it.
with names as (

    select * from {{ ref('int_compound_aliases_resolved') }}

)

select
    alias_id,
    compound_id,
    alias,
    kind,
    min_by(release_id, (coalesce(announced_on, date '9999-12-31'), published_at, release_id)) as first_release_id,
    count(distinct release_id) as release_count
from names
group by alias_id, compound_id, alias, kind
