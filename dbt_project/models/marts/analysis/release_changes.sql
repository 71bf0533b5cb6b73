-- Grain: one change that one night made, against the last file that was published before it; older nights stay.
with program_changes as (

    select * from {{ ref('int_program_changes_found') }}

),

deal_changes as (

    select * from {{ ref('int_deal_changes_found') }}

),

causes as (

    select * from {{ ref('int_compound_changes_caused') }}

),

told_before as (

    select * from {{ ref('stg_state__release_changes') }}

),

found as (

    select
        'program' as entity_kind,
        changes.program_id as entity_id,
        changes.entity_name,
        changes.field,
        changes.old_value,
        changes.new_value,
        coalesce(causes.cause, 'identity') as cause,
        case
            when changes.field in ('approved_regions', 'owner') then 'critical'
            when changes.field = 'status'
                and changes.new_value in ('discontinued', 'returned', 'on_hold', 'approved') then 'critical'
            -- That something is told of a compound as a whole, or no longer because its disease is known, is no news.
            when changes.field = 'program' and (changes.new_value = 'told' or changes.is_whole) then 'minor'
            when changes.field in ('stage', 'status', 'program', 'next_window_end') then 'notable'
            else 'minor'
        end as severity,
        changes.release_id
    from program_changes as changes
    left join causes on changes.compound_id = causes.compound_id
    union all
    select
        'deal' as entity_kind,
        collaboration_id as entity_id,
        entity_name,
        field,
        old_value,
        new_value,
        cause,
        severity,
        release_id
    from deal_changes

),

changes as (

    select
        {{ hash_id('change', ['entity_id', 'field', 'old_value', 'new_value', run_recorded_at()]) }} as change_id,
        {{ run_night() }} as night,
        *
    from found
    union all by name
    select * from told_before

)

select
    change_id,
    night,
    entity_kind,
    entity_id,
    entity_name,
    field,
    old_value,
    new_value,
    cause,
    severity,
    release_id
from changes
qualify row_number() over (partition by change_id order by night) = 1
