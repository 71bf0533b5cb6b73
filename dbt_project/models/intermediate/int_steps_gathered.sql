-- One row per fact that tells of a step: that it is expected, that it came, or that it will not come.
-- `step_trial_id` is the trial that an NCT number or a name tells apart; steps of an application (approval, PDUFA date)
-- have a region instead, and neither trial nor phase. Phase, disease and region are filled in where the compound leaves
-- only one choice for that step.
{%- set of_trial = "step in " ~ sql_tuple(var('closed_lists')['trial_step']) %}
with milestones as (

    select
        *,
        milestone_fact_id as fact_id,
        coalesce(indication_id, trial_indication_id) as told_indication_id,
        {{ region_of('region', 'agency') }} as told_region,
        statement in ('happened', 'historical') as is_past
    from {{ ref('int_milestones_resolved') }}

),

trials as (

    select
        *,
        trial_fact_id as fact_id,
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
        endings.step,
        endings.kind
    from trials
    inner join {{ ref('step_endings') }} as endings
        on endings.told_by = 'trial' and trials.status = endings.told_value

),

scoped as (

    select
        * exclude (phase),
        case when {{ of_trial }} and is_identified then trial_id end as step_trial_id,
        case when {{ of_trial }} then phase end as phase,
        case when step = 'pdufa_date' then 'US' when not {{ of_trial }} then told_region end as region_told
    from told

),

phased as (

    select
        *,
        coalesce(phase, {{ only_one('phase') }}) as step_phase,
        coalesce(region_told, {{ only_one('region_told') }}) as step_region
    from scoped
    window same as (partition by compound_id, step, step_trial_id)

)

select
    fact_id,
    trial_fact_id,
    compound_id,
    trial_id,
    step,
    step_trial_id,
    step_phase,
    step_region,
    coalesce(told_indication_id, {{ only_one('told_indication_id') }}) as step_indication_id,
    kind,
    statement = 'happened' as is_news,
    occurred_on,
    window_start,
    window_end,
    window_text,
    precision,
    release_id,
    issuer_company_id,
    announced_on
from phased
window same as (partition by compound_id, step, step_trial_id, step_phase)
