-- Grain: one state of one row of `pipeline`, for the nights in which it was published.
-- A row that this build publishes as the last one did keeps its recorded_from. Nights only move forward: a night that
-- is run again later counts as the latest one that was published.
{%- set columns = [
    'program_id', 'compound_id', 'compound_name', 'indication_id', 'indication_name', 'broader_program_id',
    'owner_company_id', 'owner_name', 'partner_names', 'stage', 'stage_since', 'status', 'approved_regions', 'next_step',
    'next_window_start', 'next_window_end', 'last_release_id', 'last_announced_on', 'release_count',
] %}
with pipeline as (

    select
        *,
        hash({{ columns | join(', ') }}) as content
    from {{ ref('pipeline') }}

),

remembered as (

    select
        *,
        hash({{ columns | join(', ') }}) as content
    from {{ ref('stg_state__pipeline_recorded') }}

),

night as (

    select greatest({{ run_night() }}, max(night_from), max(night_to)) as night_on
    from remembered

),

published as (

    select
        pipeline.*,
        coalesce(remembered.recorded_from, {{ run_recorded_at() }}) as recorded_from,
        cast(null as timestamp) as recorded_to,
        coalesce(remembered.night_from, night.night_on) as night_from,
        cast(null as date) as night_to
    from pipeline
    cross join night
    left join remembered
        on
            pipeline.program_id = remembered.program_id
            and pipeline.content = remembered.content
            and remembered.recorded_to is null

),

replaced as (

    select
        remembered.* exclude (recorded_to, night_to),
        coalesce(remembered.recorded_to, {{ run_recorded_at() }}) as recorded_to,
        coalesce(remembered.night_to, night.night_on) as night_to
    from remembered
    cross join night
    left join pipeline on remembered.program_id = pipeline.program_id and remembered.content = pipeline.content
    where remembered.recorded_to is not null or pipeline.program_id is null

),

states as (

    select * from published
    union all by name
    select * from replaced

)

select
    {% for column in columns %}{{ column }},
    {% endfor -%}
    recorded_from,
    recorded_to,
    night_from,
    night_to
from states
