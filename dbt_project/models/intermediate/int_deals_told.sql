-- One row per statement of an agreement. `telling` is the order in which they are believed: the announcing release
-- first, then those of the kind that most of them name, then the earliest, then the one that states more amounts.
with counted as (

    select
        *,
        case when is_new then 0 else count(*) over (partition by collaboration_id, collaboration_type) end as kind_count
    from {{ ref('fct_collaborations') }}

)

select
    * exclude (kind_count),
    row_number() over (
        partition by collaboration_id
        order by
            not is_new, collaboration_type = 'unspecified', kind_count desc, announced_on nulls last,
            upfront_usd is null, milestones_usd is null, total_usd is null,
            release_id, collaboration_fact_id
    ) as telling
from counted
