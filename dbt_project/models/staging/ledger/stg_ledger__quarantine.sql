-- Lines of the append-only ledger `quarantine.jsonl`.
with source as (

    select * from {{ source('ledger', 'quarantine') }}

)

select
    quarantine_id,
    night_id,
    night,
    stage,
    reason,
    source_uri,
    detail,
    row_json,
    decision
from source
