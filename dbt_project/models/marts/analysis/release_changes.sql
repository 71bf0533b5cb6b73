-- Grain: one change that one night made, against the last file that was published before it; older nights stay.
with known_facts as (

    select * from {{ ref('stg_state__facts') }}

),

told_before as (

    select
        max(json_extract_string(row_json, '$.extractor_version')) as extractor_version,
        list(distinct json_extract_string(row_json, '$.collaboration_id'))
        filter (where fact_table = 'fct_collaborations') as collaboration_ids
    from known_facts

),

new_releases as (

    select releases.release_id
    from {{ ref('dim_releases') }} as releases
    anti join known_facts on known_facts.fact_table = 'dim_releases' and releases.release_id = known_facts.fact_id

),

program_sources as (

    select
        programs.program_id,
        bool_or(new_releases.release_id is not null) as has_new_release
    from {{ ref('program_releases') }} as programs
    left join new_releases on programs.release_id = new_releases.release_id
    group by programs.program_id

),

extractor as (

    select max(extractor_version) as extractor_version from {{ ref('fct_compounds') }}

),

programs as (

    select
        'program' as entity_kind,
        changes.program_id as entity_id,
        changes.entity_name,
        changes.field,
        changes.old_value,
        changes.new_value,
        case
            when coalesce(sources.has_new_release, false) then 'source'
            when exists (select 1 from {{ ref('int_facts_lost') }} as lost where lost.cause in ('source', 'superseded'))
                and changes.presence = 'gone' then 'source'
            when extractor.extractor_version is distinct from told_before.extractor_version then 'extractor'
            else 'identity'
        end as cause,
        case
            when changes.field = 'status'
                and changes.new_value in ('discontinued', 'returned', 'on_hold', 'approved') then 'critical'
            when changes.field in ('approved_regions', 'owner') then 'critical'
            when changes.field in ('stage', 'status', 'program', 'next_window_end') then 'notable'
            else 'minor'
        end as severity,
        changes.release_id
    from {{ ref('int_program_changes_found') }} as changes
    cross join told_before
    cross join extractor
    left join program_sources as sources on changes.program_id = sources.program_id

),

new_deals as (

    select
        'deal' as entity_kind,
        deals.collaboration_id as entity_id,
        deals.company_name || ' / ' || deals.partner_name as entity_name,
        'deal' as field,
        cast(null as varchar) as old_value,
        deals.collaboration_type as new_value,
        case when new_releases.release_id is null then 'extractor' else 'source' end as cause,
        case
            when deals.collaboration_type = 'acquisition' then 'critical'
            when deals.announced_on is not null then 'notable'
            else 'minor'
        end as severity,
        deals.first_release_id as release_id
    from {{ ref('deals') }} as deals
    cross join told_before
    left join new_releases on deals.first_release_id = new_releases.release_id
    where not coalesce(list_contains(told_before.collaboration_ids, deals.collaboration_id), false)

),

found as (

    select * from programs
    union all by name
    select * from new_deals

),

tonight as (

    select
        {{ hash_id('change', ['entity_id', 'field', 'old_value', 'new_value', run_recorded_at()]) }} as change_id,
        {{ run_night() }} as night,
        *
    from found

),

changes as (

    select * from tonight
    union all by name
    select * from {{ ref('stg_state__release_changes') }}

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
