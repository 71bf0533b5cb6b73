-- Grain: what one release says of one trial, or of one phase of development of one compound.
with facts as (

    select * from {{ ref('int_trials_resolved') }}

),

known as (

    select * from {{ ref('int_facts_remembered') }}
    where fact_table = 'fct_trials'

)

select
    facts.trial_fact_id,
    facts.trial_id,
    facts.compound_id,
    facts.indication_id,
    facts.phase,
    facts.phase_label,
    facts.status,
    facts.statement,
    facts.nct_id,
    facts.trial_name,
    facts.enrollment,
    facts.expected_step,
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
left join known on facts.trial_fact_id = known.fact_id
