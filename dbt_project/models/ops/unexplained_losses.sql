-- Grain: one fact of the last good file that this build lost without a recorded cause. Any row stops the publish.
-- The way out: find why the rule or the source stopped giving it, or accept the loss in decisions.csv
-- (kind accept_loss, left_key = fact id or release id, with a reason).
select
    fact_table,
    fact_id,
    release_id,
    recorded_at,
    row_json
from {{ ref('int_facts_lost') }}
where cause is null
