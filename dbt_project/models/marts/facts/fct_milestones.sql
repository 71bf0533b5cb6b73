-- Grain: one clinical or regulatory event of one compound stated by one release.
with facts as (

    select * from {{ ref('int_milestones_resolved') }}

),

known as (

    select * from {{ ref('int_facts_remembered') }}
    where fact_table = 'fct_milestones'

)

select
    facts.milestone_fact_id,
    facts.compound_id,
    facts.indication_id,
    facts.trial_id,
    facts.milestone_type,
    facts.statement,
    facts.agency,
    facts.region,
    facts.occurred_on,
    facts.window_start,
    facts.window_end,
    facts.window_text,
    facts.precision,
    facts.release_id,
    facts.issuer_company_id,
    facts.announced_on,
    coalesce(known.recorded_at, {{ run_recorded_at() }}) as recorded_at,
    facts.confidence,
    facts.extractor_version
from facts
left join known on facts.milestone_fact_id = known.fact_id
