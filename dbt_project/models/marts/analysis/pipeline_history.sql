-- Grain: one state of one program, as told (valid_from, valid_to: announced) and as published (recorded_from,
-- recorded_to).
-- A state that this build tells as the last file did keeps its recorded_from; one that is told no longer gets its
-- recorded_to and stays. `recorded_to is null` is what is held true today.
with current_states as (

    select
        *,
        hash(stage, stage_since, status, owner_company_id, approved_regions, valid_to, release_id) as content
    from {{ ref('int_pipeline_states_collapsed') }}

),

remembered as (

    select
        *,
        hash(stage, stage_since, status, owner_company_id, approved_regions, valid_to, release_id) as content
    from {{ ref('stg_state__pipeline_history') }}

),

told as (

    select
        current_states.* exclude (content),
        coalesce(remembered.recorded_from, {{ run_recorded_at() }}) as recorded_from,
        cast(null as timestamp) as recorded_to
    from current_states
    left join remembered
        on
            current_states.program_id = remembered.program_id
            and current_states.valid_from is not distinct from remembered.valid_from
            and current_states.content = remembered.content
            and remembered.recorded_to is null

),

told_no_longer as (

    select
        remembered.* exclude (content, recorded_to),
        coalesce(remembered.recorded_to, {{ run_recorded_at() }}) as recorded_to
    from remembered
    left join current_states
        on
            remembered.program_id = current_states.program_id
            and remembered.valid_from is not distinct from current_states.valid_from
            and remembered.content = current_states.content
    where remembered.recorded_to is not null or current_states.program_id is null

),

states as (

    select * from told
    union all by name
    select * from told_no_longer

)

select
    program_id,
    compound_id,
    indication_id,
    stage,
    stage_since,
    status,
    owner_company_id,
    approved_regions,
    valid_from,
    valid_to,
    recorded_from,
    recorded_to,
    release_id
from states
