-- One row per statement that a step is expected, with its chain: one step of one trial, else of one compound, phase
-- and disease; of an application by its region.
select
    {{ hash_id('step', [
        'compound_id', 'step', 'step_trial_id',
        'case when step_trial_id is null then step_phase end',
        'case when step_trial_id is null then step_indication_id end',
        'step_region'
    ]) }} as chain_id,
    *
from {{ ref('int_steps_gathered') }}
where kind = 'expected'
