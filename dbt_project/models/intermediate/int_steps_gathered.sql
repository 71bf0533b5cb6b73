-- One row per fact that tells of a step: that it is expected, that it came, or that it will not come.
-- `step_phase` and `step_indication_id` are filled in where the compound leaves only one choice for that step;
-- `chain_id` is one step of one trial (by NCT number or name), else of one compound, phase and indication.
with milestones as (

    select
        *,
        milestone_fact_id as fact_id,
        coalesce(indication_id, trial_indication_id) as told_indication_id,
        statement in ('happened', 'historical') as is_past
    from {{ ref('int_milestones_resolved') }}

),

trials as (

    select
        *,
        indication_id as told_indication_id
    from {{ ref('int_trials_resolved') }}
    where statement in ('happened', 'ongoing')

),

told as (

    select
        * exclude (indication_id, trial_indication_id, is_past),
        milestone_type as step,
        case when statement = 'expected' then 'expected' when is_past then 'done' else 'withdrawn' end as kind
    from milestones
    where statement in ('expected', 'happened', 'historical', 'denied')
    union all by name
    select
        milestones.* exclude (indication_id, trial_indication_id, is_past, window_start, window_end, window_text),
        endings.step,
        endings.kind
    from milestones
    inner join {{ ref('step_endings') }} as endings
        on endings.told_by = 'milestone' and milestones.milestone_type = endings.told_value
    where milestones.is_past
    union all by name
    select
        trials.* exclude (indication_id, window_start, window_end, window_text),
        trials.trial_fact_id as fact_id,
        endings.step,
        endings.kind
    from trials
    inner join {{ ref('step_endings') }} as endings
        on endings.told_by = 'trial' and trials.status = endings.told_value

),

phased as (

    select
        *,
        coalesce(phase, {{ only_one('phase') }}) as step_phase
    from told
    window same as (partition by compound_id, step)

),

placed as (

    select
        *,
        coalesce(told_indication_id, {{ only_one('told_indication_id') }}) as step_indication_id
    from phased
    window same as (partition by compound_id, step, step_phase)

)

select
    {{ hash_id('step', [
        'compound_id', 'step',
        'case when is_identified then trial_id end',
        'case when not is_identified then step_phase end',
        'case when not is_identified then step_indication_id end'
    ]) }} as chain_id,
    fact_id || case
        when kind = 'expected' or (kind = 'done' and coalesce(milestone_type, step) = step) then ''
        else '/' || step  -- one event that ends several steps says something of each
    end as fact_id,
    trial_fact_id,
    compound_id,
    trial_id,
    step,
    step_phase,
    step_indication_id,
    kind,
    occurred_on,
    window_start,
    window_end,
    window_text,
    precision,
    release_id,
    issuer_company_id,
    announced_on
from placed
