-- Grain: one quote for one fact, alias or target link.
select
    evidence_id,
    fact_table,
    fact_id,
    release_id,
    section,
    char_start,
    char_end,
    quote,
    rule
from {{ ref('int_evidence_rekeyed') }}
