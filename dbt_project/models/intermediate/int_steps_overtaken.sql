-- One row per expected step that something else ended: the program was discontinued or its rights went back
-- (withdrawn), or it first reached the stage that lies behind the step (passed).
with steps as (

    select
        chain_id, compound_id, step, step_phase, step_region, step_indication_id,
        {{ rank_of("case step
            when 'ind_submitted' then 'ind_filed'
            when 'ind_active' then 'ind_active'
            when 'trial_started' then " ~ stage_of_phase('step_phase') ~ "
            when 'application_submitted' then 'filed'
            when 'application_accepted' then 'approved'
            when 'pdufa_date' then 'approved'
            when 'approval' then 'approved'
        end", 'development_stage') }} as stage_rank
    from {{ ref('int_steps_expected') }}
    group by chain_id, compound_id, step, step_phase, step_region, step_indication_id

),

evidence as (

    select
        *,
        {{ rank_of('reached', 'development_stage') }} as reached_rank
    from {{ ref('int_program_evidence_assigned') }}
    where is_counted and announced_on is not null

),

stopped as (

    select distinct
        steps.chain_id,
        'withdrawn' as kind,
        evidence.release_id,
        evidence.told_on as announced_on
    from steps
    left join {{ ref('dim_indications') }} as own on steps.step_indication_id = own.indication_id
    inner join evidence
        on
            steps.compound_id = evidence.compound_id
            and (
                steps.step_indication_id is not distinct from evidence.indication_id
                or list_contains(own.ancestor_indication_ids, evidence.indication_id)
                or (evidence.indication_id is null and evidence.is_own)
            )
    where evidence.event in ('discontinued', 'returned')

),

reached as (

    -- In the same disease or a kind of it; a step without disease is behind when any program first gets past it.
    select
        steps.chain_id,
        'passed' as kind,
        min_by(evidence.release_id, (evidence.told_on, evidence.release_id)) as release_id,
        min(evidence.told_on) as announced_on
    from steps
    inner join evidence
        on steps.compound_id = evidence.compound_id and steps.stage_rank <= evidence.reached_rank
    left join {{ ref('dim_indications') }} as other on evidence.indication_id = other.indication_id
    where
        (
            steps.step_indication_id is null
            or steps.step_indication_id = evidence.indication_id
            or list_contains(other.ancestor_indication_ids, steps.step_indication_id)
        )
        and (
            steps.step_region is null
            or steps.step_region = evidence.region
            or (steps.step = 'pdufa_date' and evidence.region is null)
        )
    group by steps.chain_id

),

ended as (

    select * from stopped
    union all
    select * from reached

)

select
    ended.chain_id,
    ended.chain_id || '/' || ended.kind || '/' || ended.release_id as fact_id,
    steps.compound_id,
    steps.step,
    steps.step_phase,
    steps.step_indication_id,
    ended.kind,
    ended.release_id,
    ended.announced_on
from ended
inner join steps on ended.chain_id = steps.chain_id
qualify row_number() over (partition by ended.chain_id, ended.kind, ended.release_id order by steps.step_phase) = 1
