-- One row per statement of an agreement. `telling` is the order in which they are believed: the announcing release
-- first, then those that name the kind, then the earliest, then the one that states more amounts.
select
    *,
    row_number() over (
        partition by collaboration_id
        order by
            not is_new, collaboration_type = 'unspecified', announced_on nulls last,
            upfront_usd is null, milestones_usd is null, total_usd is null,
            release_id, collaboration_fact_id
    ) as telling
from {{ ref('fct_collaborations') }}
