-- Grain: one target of one compound.
with mentions as (

    select * from {{ ref('int_compound_targets_resolved') }}

)

select
    compound_target_id,
    compound_id,
    target_id,
    min_by(release_id, (coalesce(announced_on, date '9999-12-31'), published_at, release_id)) as first_release_id
from mentions
group by compound_target_id, compound_id, target_id
