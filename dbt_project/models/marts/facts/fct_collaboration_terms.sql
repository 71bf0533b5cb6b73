-- Grain: one money or royalty term of one agreement stated by one release.
with facts as (

    select * from {{ ref('int_collaboration_terms_resolved') }}

),

known as (

    select * from {{ ref('int_facts_remembered') }}
    where fact_table = 'fct_collaboration_terms'

)

select
    facts.term_fact_id,
    facts.collaboration_fact_id,
    facts.component,
    facts.amount,
    facts.currency,
    facts.amount_usd,
    facts.fx_on,
    facts.bound,
    facts.pct_low,
    facts.pct_high,
    facts.words,
    facts.release_id,
    facts.issuer_company_id,
    facts.announced_on,
    coalesce(known.recorded_at, {{ run_recorded_at() }}) as recorded_at,
    facts.confidence,
    facts.extractor_version
from facts
left join known on facts.term_fact_id = known.fact_id
