-- Grain: one night that was run, good or bad.
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
from {{ ref('stg_ledger__nights') }}
qualify row_number() over (partition by night_id order by ended_at desc nulls last, started_at desc) = 1
