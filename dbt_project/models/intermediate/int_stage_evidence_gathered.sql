-- One row per fact that bears on how far a compound has come, in one indication or (null) as a whole.
-- `reached` is a stage that has been reached, `event` a change of status, `has_plan` that something lies ahead.
-- Only compounds that their release treats as a product (subject, own, partner), never comparators or background.
with compounds as (

    select * from {{ ref('fct_compounds') }}

),

products as (

    select
        release_id,
        compound_id,
        bool_or(role in ('subject', 'own', 'partner')) as is_product
    from compounds
    group by release_id, compound_id

),

trials as (

    select
        trials.*,
        coalesce(indications.indication_id, trials.indication_id) as named_indication_id,
        trials.statement in ('happened', 'ongoing', 'historical') as is_real,
        {{ stage_of_phase('trials.phase') }} as phase_stage
    from {{ ref('fct_trials') }} as trials
    left join {{ ref('bridge_trial_indications') }} as indications on trials.trial_fact_id = indications.trial_fact_id

),

running as (

    select distinct
        release_id, compound_id
    from trials
    where is_real and status in ('started', 'ongoing', 'enrolled')

),

gathered as (

    select
        compound_id, indication_id, release_id, announced_on,
        nullif(development_stage, 'discontinued') as reached,
        case when development_stage in ('discontinued', 'approved') then development_stage end as event,
        planned_stage is not null as has_plan,
        cast(null as varchar) as region
    from compounds
    where role in ('subject', 'own', 'partner')
    union all
    select
        trials.compound_id, trials.named_indication_id, trials.release_id, trials.announced_on,
        case
            when not trials.is_real then null
            when trials.status in ('started', 'ongoing', 'enrolled', 'completed', 'reported', 'stopped')
                then trials.phase_stage
            when trials.status = 'cleared' then 'ind_active'
        end as reached,
        case
            when trials.statement != 'happened' then null
            when trials.status = 'stopped' and running.release_id is null then 'paused'
            when trials.status in ('started', 'enrolled') then 'resumed'
        end as event,
        trials.statement in ('expected', 'conditional') or trials.expected_step is not null as has_plan,
        null as region
    from trials
    left join running on trials.release_id = running.release_id and trials.compound_id = running.compound_id
    union all
    select
        milestones.compound_id,
        coalesce(milestones.indication_id, milestones.trial_indication_id) as indication_id,
        milestones.release_id, milestones.announced_on,
        case
            when milestones.statement not in ('happened', 'ongoing', 'historical') then null
            when effects.reached = 'phase' then {{ stage_of_phase('milestones.phase') }}
            else effects.reached
        end as reached,
        case
            when effects.event = 'approved' and milestones.statement in ('happened', 'historical') then 'approved'
            when milestones.statement = 'happened' and effects.event != 'approved'
                then nullif(effects.event, if(running.release_id is null, '', 'paused'))
        end as event,
        milestones.statement in ('expected', 'conditional') as has_plan,
        {{ region_approved('milestones') }} as region
    from {{ ref('int_milestones_resolved') }} as milestones
    left join {{ ref('milestone_effects') }} as effects on milestones.milestone_type = effects.milestone_type
    left join running on milestones.release_id = running.release_id and milestones.compound_id = running.compound_id

)

select gathered.*
from gathered
left join products on gathered.release_id = products.release_id and gathered.compound_id = products.compound_id
where coalesce(products.is_product, true)
