-- One row per field of one program that this build publishes differently from the last good file.
{%- set fields = {
    'stage': '{t}.stage',
    'status': '{t}.status',
    'owner': '{t}.owner_name',
    'partners': "nullif(array_to_string({t}.partner_names, ', '), '')",
    'approved_regions': "nullif(array_to_string({t}.approved_regions, ', '), '')",
    'next_step': '{t}.next_step',
    'next_window_end': 'cast({t}.next_window_end as varchar)',
} %}
with programs as (

    select * from {{ ref('pipeline') }}

),

before as (

    select * from {{ ref('stg_state__pipeline_recorded') }}
    where recorded_to is null

),

compared as (

    select
        coalesce(programs.program_id, before.program_id) as program_id,
        coalesce(programs.compound_id, before.compound_id) as compound_id,
        coalesce(programs.compound_name, before.compound_name)
        || coalesce(' in ' || coalesce(programs.indication_name, before.indication_name), '') as entity_name,
        coalesce(programs.last_release_id, before.last_release_id) as release_id,
        coalesce(programs.indication_id, before.indication_id) is null as is_whole,
        case when before.program_id is null then 'new' when programs.program_id is null then 'gone' else 'both' end
            as presence,
        [
            {% for field, text in fields.items() %}
            {
                'field': '{{ field }}',
                'old_value': {{ text.format(t='before') }},
                'new_value': {{ text.format(t='programs') }}
            }{% if not loop.last %},{% endif %}
            {% endfor %}
        ] as fields,
        coalesce(programs.stage, programs.status) as told
    from programs
    full outer join before on programs.program_id = before.program_id

),

field_rows as (

    select
        *,
        unnest(fields) as field_row
    from compared
    where presence = 'both'

),

changed as (

    select
        * exclude (fields, told, field_row),
        field_row.field,
        field_row.old_value,
        field_row.new_value
    from field_rows
    where field_row.old_value is distinct from field_row.new_value
    union all by name
    select
        * exclude (fields, told),
        'program' as field,
        case presence when 'gone' then 'told' end as old_value,
        case presence when 'new' then coalesce(told, 'told') end as new_value
    from compared
    where presence != 'both'

)

select * from changed
