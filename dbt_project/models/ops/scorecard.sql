-- Grain: one kind of fact, measured on one corpus for one version.
select
    code_version,
    kind,
    precision,
    recall,
    f1,
    n,
    corpus
from {{ ref('stg_ledger__scorecard') }}
qualify row_number() over (partition by code_version, kind, corpus order by n desc) = 1
