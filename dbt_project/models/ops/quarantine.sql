-- Grain: one refused item, as it was first refused.
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
from {{ ref('stg_ledger__quarantine') }}
qualify row_number() over (partition by quarantine_id order by night, night_id) = 1
