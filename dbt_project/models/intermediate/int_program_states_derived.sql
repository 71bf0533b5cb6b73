-- One row per program and day on which something is said of it: its state at the end of that day.
-- Stage: the highest reached so far. Status: the last change of status decides; what only repeats the stage of a
-- program that was stopped does not start it again. Owner: the last one stated for the compound up to that day.
with evidence as (

    select
        *,
        {{ rank_of('reached', 'development_stage') }} as stage_rank
    from {{ ref('int_program_evidence_assigned') }}
    where is_counted

),

first_told as (

    select program_id, stage_rank, min(told_on) as stage_since
    from evidence
    group by program_id, stage_rank

),

owners as (

    select * from {{ ref('int_compound_owners_stated') }}

),

owner_days as (

    select distinct
        evidence.program_id, evidence.compound_id, evidence.indication_id, owners.announced_on, owners.release_id
    from evidence
    inner join owners on evidence.compound_id = owners.compound_id
    qualify owners.announced_on >= min(evidence.announced_on) over (partition by evidence.program_id)

),

days as (

    select
        program_id, compound_id, indication_id, announced_on,
        max(stage_rank) as stage_rank,
        {{ value_at('min(' ~ rank_of('event', 'status_event') ~ ')', 'status_event') }} as event,
        bool_or(event = 'approved') as is_approved,
        bool_or(has_plan) as has_plan,
        list(distinct region) filter (where region is not null) as regions,
        max_by(release_id, (event is not null, coalesce(stage_rank, 0), is_own, release_id))
            as release_id
    from evidence
    group by program_id, compound_id, indication_id, announced_on
    union all by name
    select owner_days.*
    from owner_days
    anti join evidence
        on owner_days.program_id = evidence.program_id and owner_days.announced_on = evidence.announced_on

),

running as (

    select
        program_id, compound_id, indication_id, announced_on,
        max(stage_rank) over so_far as stage_rank,
        last_value(event ignore nulls) over so_far as last_event,
        coalesce(bool_or(is_approved) over so_far, false) as is_approved,
        coalesce(bool_or(has_plan) over so_far, false) as has_plan,
        list_sort(list_distinct(flatten(coalesce(list(regions) filter (where regions is not null) over so_far, []))))
            as approved_regions,
        last_value(release_id ignore nulls) over so_far as release_id
    from days
    window so_far as (
        partition by program_id order by announced_on
        rows between unbounded preceding and current row
    )

)

select
    running.program_id, running.compound_id, running.indication_id, running.announced_on,
    coalesce(
        {{ value_at('running.stage_rank', 'development_stage') }},
        case when running.last_event = 'discontinued' then 'discontinued' end
    ) as stage,
    first_told.stage_since,
    case
        when running.last_event in ('discontinued', 'returned', 'on_hold', 'paused') then running.last_event
        when running.is_approved then 'approved'
        when running.stage_rank is not null or running.last_event = 'resumed' then 'active'
        when running.has_plan then 'planned'
    end as status,
    owners.owner_company_id,
    running.approved_regions,
    running.release_id
from running
left join first_told on running.program_id = first_told.program_id and running.stage_rank = first_told.stage_rank
asof left join owners
    on running.compound_id = owners.compound_id and running.announced_on >= owners.announced_on
