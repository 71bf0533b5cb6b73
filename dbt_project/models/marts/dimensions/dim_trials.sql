-- Grain: one trial: the NCT number; else compound and study name; else compound, phase and first indication.
-- Status: the last announced one; a plan never follows what has begun, 'ongoing' takes back no enrolled or reported.
with facts as (

    select
        *,
        {{ rank_of('status', 'trial_status') }} as status_rank,
        case when status in ('planned', 'cleared') then 2 when status in ('started', 'ongoing') then 1 else 0 end
            as weakness
    from {{ ref('int_trials_resolved') }}

),

trials as (

    select
        trial_id,
        max(known_nct_id) as nct_id,
        max_by(trial_name, coalesce(announced_on, date '0001-01-01')) as trial_name,
        min(compound_id) as compound_id,
        max_by(phase, coalesce(announced_on, date '0001-01-01')) as phase,
        max_by(indication_id, coalesce(announced_on, date '0001-01-01')) as indication_id,
        max_by(enrollment, coalesce(announced_on, date '0001-01-01')) as enrollment,
        bool_or(is_identified) as is_identified,
        min(announced_on) as first_seen_on,
        max(announced_on) as last_seen_on,
        count(distinct release_id) as release_count
    from facts
    group by trial_id

),

statuses as (

    select trial_id, status, announced_on
    from facts
    where statement != 'denied'
    qualify
        row_number() over (
            partition by trial_id
            order by announced_on is null, weakness, announced_on desc, status_rank desc, trial_fact_id
        ) = 1

),

reports as (

    select trial_id, max(announced_on) as reported_on
    from facts
    where status = 'reported' and statement != 'denied'
    group by trial_id

),

steps as (

    -- The last expected step, unless the status is past it or results came after it was told.
    select facts.trial_id, facts.expected_step, facts.window_start, facts.window_end
    from facts
    inner join statuses on facts.trial_id = statuses.trial_id
    left join reports on facts.trial_id = reports.trial_id
    where
        facts.statement != 'denied'
        and statuses.status != 'stopped'
        and case facts.expected_step
            when 'start' then statuses.status in ('planned', 'cleared')
            when 'enrollment' then statuses.status in ('planned', 'cleared', 'started', 'ongoing')
            when 'completion' then statuses.status not in ('completed', 'reported')
            when 'readout' then coalesce(facts.announced_on >= reports.reported_on, true)
        end
    qualify
        row_number() over (
            partition by facts.trial_id
            order by
                facts.announced_on is null, facts.announced_on desc,
                facts.window_end desc nulls last, facts.trial_fact_id
        ) = 1

)

select
    trials.trial_id,
    trials.nct_id,
    trials.trial_name,
    trials.compound_id,
    trials.indication_id,
    trials.phase,
    statuses.status,
    trials.enrollment,
    steps.expected_step as next_step,
    steps.window_start,
    steps.window_end,
    trials.is_identified,
    trials.first_seen_on,
    trials.last_seen_on,
    trials.release_count
from trials
left join statuses on trials.trial_id = statuses.trial_id
left join steps on trials.trial_id = steps.trial_id
