-- Grain: one program that one step (chain of guidance) concerns: a trial in two diseases is a step of two programs.
with chained as (

    select * from {{ ref('int_guidance_chained') }}

),

trial_indications as (

    select * from {{ ref('int_trial_indications_resolved') }}

),

programs as (

    select * from {{ ref('int_programs_identified') }}

),

concerned as (

    select chain_id, compound_id, step_indication_id as indication_id from chained
    union
    select chained.chain_id, chained.compound_id, trial_indications.indication_id
    from chained
    inner join trial_indications on chained.trial_fact_id = trial_indications.trial_fact_id
    where chained.kind = 'expected'

)

select
    concerned.chain_id,
    programs.program_id
from concerned
inner join programs
    on
        concerned.compound_id = programs.compound_id
        and concerned.indication_id is not distinct from programs.indication_id
