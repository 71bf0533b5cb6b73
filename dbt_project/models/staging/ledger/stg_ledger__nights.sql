-- Lines of the append-only ledger `nights.jsonl`.
with source as (

    select * from {{ source('ledger', 'nights') }}

)

select
    night_id,
    night,
    started_at,
    ended_at,
    state,
    releases_in,
    facts_out,
    published,
    code_version,
    failure
from source
