-- Landing rows of `term_mentions`, as Python wrote them, night by night.
with source as (

    select * from {{ source('wire', 'term_mentions') }}

)

select
    term_fact_id,
    release_id,
    collaboration_fact_id,
    component,
    cast(amount as double) as amount,
    currency,
    cast(amount_usd as double) as amount_usd,
    cast(fx_on as date) as fx_on,
    bound,
    cast(pct_low as double) as pct_low,
    cast(pct_high as double) as pct_high,
    words,
    cast(confidence as double) as confidence,
    extractor_version
from source
