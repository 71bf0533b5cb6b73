-- One row per fact that tells of a step: that it is expected, that it happened, or that it will not come.
-- `step_phase` and `step_indication_id` are filled in where the compound leaves only one choice for that step.
with milestones as (

    select * from {{ ref('int_milestones_resolved') }}

),

trials as (

    select * from {{ ref('int_trials_resolved') }}

),

told as (

    select
        milestone_fact_id as fact_id, trial_fact_id, compound_id, trial_id, is_identified, phase,
        coalesce(indication_id, trial_indication_id) as indication_id,
        milestone_type as step,
        case
            when statement = 'expected' then 'expected'
            when statement = 'denied' then 'withdrawn'
            when statement in ('happened', 'historical') then 'done'
        end as kind,
        occurred_on, window_start, window_end, window_text, precision,
        release_id, issuer_company_id, announced_on
    from milestones
    where statement not in ('conditional', 'ongoing')
    union all
    -- A trial that runs has started, whoever forgot to say so: such facts end a step, but tell no day.
    select
        trials.trial_fact_id || '/' || passed.step as fact_id, trials.trial_fact_id, trials.compound_id, trials.trial_id,
        trials.is_identified, trials.phase, trials.indication_id, passed.step,
        case when trials.status = 'stopped' then 'withdrawn' else 'passed' end as kind,
        null as occurred_on, null as window_start, null as window_end, null as window_text, null as precision,
        trials.release_id, trials.issuer_company_id, trials.announced_on
    from trials
    inner join (
        values
        ('started', 'trial_started'), ('ongoing', 'trial_started'), ('enrolled', 'trial_started'),
        ('completed', 'trial_started'), ('reported', 'trial_started'), ('enrolled', 'enrollment_completed'),
        ('completed', 'enrollment_completed'), ('completed', 'trial_completed'), ('reported', 'data_reported'),
        ('cleared', 'ind_submitted'), ('cleared', 'ind_active'), ('started', 'ind_active'),
        ('stopped', 'enrollment_completed'), ('stopped', 'trial_completed')
    ) as passed (status, step) on trials.status = passed.status
    where trials.statement in ('happened', 'ongoing')

),

phased as (

    select
        *,
        coalesce(phase, case when min(phase) over w = max(phase) over w then min(phase) over w end) as step_phase
    from told
    window w as (partition by compound_id, step)

)

select
    *,
    coalesce(
        indication_id,
        case when min(indication_id) over w = max(indication_id) over w then min(indication_id) over w end
    ) as step_indication_id
from phased
window w as (partition by compound_id, step, step_phase)
