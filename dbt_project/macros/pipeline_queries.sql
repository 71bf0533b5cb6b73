{#- The pipeline as of a day, by what had been announced; `day` is an SQL expression, null means now.
    One text for the table `pipeline` and for the published macro, so that they cannot tell different stories.
    `tables` maps the short names used here to relations. -#}
{% macro pipeline_query(day, tables) %}
with states as (

    select *
    from {{ tables.pipeline_history }}
    where recorded_to is null and {{ holds_on(day) }}

),

steps as (

    select
        step_programs.program_id,
        guidance.step,
        guidance.window_start,
        guidance.window_end,
        row_number() over (
            partition by step_programs.program_id
            order by
                coalesce(guidance.window_end, guidance.window_start) nulls last,
                guidance.announced_on desc,
                guidance.guidance_id
        ) as place
    from {{ tables.guidance }} as guidance
    inner join {{ tables.step_programs }} as step_programs on guidance.chain_id = step_programs.chain_id
    where
        guidance.change not in ('met', 'missed', 'withdrawn')
        and (
            ({{ day }} is null and guidance.is_open)
            or (
                guidance.announced_on <= {{ day }}
                and (guidance.closed_on is null or guidance.closed_on > {{ day }})
            )
        )

),

releases as (

    select
        program_id,
        count(distinct release_id) as release_count,
        max(announced_on) as last_announced_on,
        max_by(release_id, (coalesce(announced_on, date '0001-01-01'), release_id)) as last_release_id
    from {{ tables.program_releases }}
    where {{ day }} is null or announced_on <= {{ day }}
    group by program_id

),

partners as (

    select
        program_id,
        company_id,
        company_name
    from {{ tables.program_partners }}
    where {{ holds_on(day) }}

)

select
    states.program_id,
    states.compound_id,
    compounds.compound_name,
    states.indication_id,
    indications.indication_name,
    (
        select min_by(broader.program_id, list_position(indications.ancestor_indication_ids, broader.indication_id))
        from states as broader
        where
            broader.compound_id = states.compound_id
            and list_contains(indications.ancestor_indication_ids, broader.indication_id)
    ) as broader_program_id,
    states.owner_company_id,
    owners.company_name as owner_name,
    coalesce((
        select list(distinct partners.company_name order by partners.company_name)
        from partners
        where
            partners.program_id = states.program_id
            and partners.company_id is distinct from states.owner_company_id
    ), []) as partner_names,
    states.stage,
    states.stage_since,
    states.status,
    states.approved_regions,
    steps.step as next_step,
    steps.window_start as next_window_start,
    steps.window_end as next_window_end,
    releases.last_release_id,
    releases.last_announced_on,
    releases.release_count
from states
inner join {{ tables.dim_compounds }} as compounds on states.compound_id = compounds.compound_id
left join {{ tables.dim_indications }} as indications on states.indication_id = indications.indication_id
left join {{ tables.dim_companies }} as owners on states.owner_company_id = owners.company_id
left join steps on states.program_id = steps.program_id and steps.place = 1
left join releases on states.program_id = releases.program_id
{% endmacro %}

{#- Whether a span of announced days holds on that day; null means now. -#}
{% macro holds_on(day) -%}
    (({{ day }} is null and valid_to is null)
    or (valid_from <= {{ day }} and (valid_to is null or valid_to > {{ day }})))
{%- endmacro %}
