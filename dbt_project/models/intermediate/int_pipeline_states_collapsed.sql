-- One row per state of one program: days that change nothing are left out, and the program without indication ends
-- when the compound gets one. Programs of which every release is undated have one state without valid_from.
with states as (

    select * from {{ ref('int_program_states_derived') }}

),

programs as (

    select * from {{ ref('int_programs_identified') }}

),

last_owners as (

    select * from {{ ref('int_compound_owners_stated') }}
    qualify row_number() over (partition by compound_id order by announced_on desc nulls last) = 1

),

changes as (

    select
        *,
        lag((stage, status, owner_company_id, approved_regions)) over days as before
    from states
    window days as (partition by program_id order by announced_on)

),

spans as (

    select
        changes.* exclude (before),
        lead(changes.announced_on) over (partition by changes.program_id order by changes.announced_on) as next_on,
        programs.named_from,
        programs.named_count
    from changes
    inner join programs on changes.program_id = programs.program_id
    where
        changes.before is null
        or changes.before is distinct from (
            changes.stage, changes.status, changes.owner_company_id, changes.approved_regions
        )

)

select
    spans.program_id,
    spans.compound_id,
    spans.indication_id,
    spans.stage,
    case when spans.stage is not null then spans.stage_since end as stage_since,
    spans.status,
    case when spans.announced_on is null then last_owners.owner_company_id else spans.owner_company_id end
        as owner_company_id,
    spans.approved_regions,
    spans.announced_on as valid_from,
    case
        when spans.indication_id is null then least(spans.next_on, spans.named_from)
        else spans.next_on
    end as valid_to,
    spans.release_id
from spans
left join last_owners on spans.compound_id = last_owners.compound_id
where
    spans.indication_id is not null
    or spans.named_count = 0
    or spans.announced_on < spans.named_from
