-- Grain: one source in one night.
select
    source_name,
    night_id,
    state,
    item_count,
    new_count,
    changed_count,
    vanished_count,
    bytes,
    seconds
from {{ ref('stg_ledger__source_runs') }}
qualify row_number() over (partition by source_name, night_id order by seconds desc nulls last) = 1
