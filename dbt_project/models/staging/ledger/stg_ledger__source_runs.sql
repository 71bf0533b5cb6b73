-- Lines of the append-only ledger `source_runs.jsonl`.
with source as (

    select * from {{ source('ledger', 'source_runs') }}

)

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
from source
