-- One row per program and fact that bears on it. What is said of the compound as a whole bears on
--   * the program without indication,
--   * every program of the compound, when it is a change of status (discontinued, on hold, returned),
--   * the only program with an indication that was known that day, for everything else.
-- Undated facts count only for programs that have no dated ones. What was said before any disease was named bears on
-- the program from the day on which its disease was named (announced_on); `told_on` is the day on which it was said.
with evidence as (

    select * from {{ ref('int_stage_evidence_gathered') }}

),

programs as (

    select * from {{ ref('int_programs_identified') }}

),

known_programs as (

    select
        evidence.compound_id,
        evidence.announced_on,
        count(distinct programs.program_id) as program_count
    from evidence
    inner join programs
        on
            evidence.compound_id = programs.compound_id
            and programs.indication_id is not null
            and (
                programs.first_on <= greatest(evidence.announced_on, programs.named_from)
                or evidence.announced_on is null
                or programs.named_from is null
            )
    where evidence.indication_id is null
    group by evidence.compound_id, evidence.announced_on

),

assigned as (

    select
        programs.program_id,
        programs.compound_id,
        programs.indication_id,
        evidence.release_id,
        evidence.announced_on as told_on,
        case
            when (evidence.indication_id is not distinct from programs.indication_id) then evidence.announced_on
            when evidence.announced_on is not null then greatest(evidence.announced_on, programs.named_from)
        end as announced_on,
        case
            when (evidence.indication_id is not distinct from programs.indication_id) then evidence.reached
            when known_programs.program_count = 1 then evidence.reached
        end as reached,
        case
            when (evidence.indication_id is not distinct from programs.indication_id) then evidence.event
            when known_programs.program_count = 1 then evidence.event
            when evidence.event in ('discontinued', 'returned', 'on_hold') then evidence.event
        end as event,
        evidence.has_plan and (
            coalesce(known_programs.program_count = 1, false)
            or (evidence.indication_id is not distinct from programs.indication_id)
        ) as has_plan,
        evidence.region,
        (evidence.indication_id is not distinct from programs.indication_id) as is_own
    from programs
    inner join evidence
        on
            programs.compound_id = evidence.compound_id
            and (evidence.indication_id is null or programs.indication_id = evidence.indication_id)
    left join known_programs
        on
            evidence.indication_id is null
            and evidence.compound_id = known_programs.compound_id
            and evidence.announced_on is not distinct from known_programs.announced_on
            and (
                programs.first_on <= greatest(evidence.announced_on, programs.named_from)
                or evidence.announced_on is null
                or programs.named_from is null
            )

)

select
    *,
    announced_on is not null or not bool_or(announced_on is not null) over (partition by program_id) as is_counted
from assigned
where is_own or reached is not null or event is not null or has_plan
