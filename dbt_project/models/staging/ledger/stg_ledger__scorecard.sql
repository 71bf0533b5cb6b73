-- Lines of the append-only ledger `scorecard.jsonl`.
with source as (

    select * from {{ source('ledger', 'scorecard') }}

)

select
    code_version,
    kind,
    precision,
    recall,
    f1,
    n,
    corpus
from source
