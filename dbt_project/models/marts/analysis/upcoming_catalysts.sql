-- Grain: one expected step that is still open: not superseded, not come, not withdrawn.
with guidance as (

    select * from {{ ref('guidance') }}
    where is_open

),

compounds as (

    select * from {{ ref('dim_compounds') }}

),

companies as (

    select * from {{ ref('dim_companies') }}

),

programs as (

    select * from {{ ref('int_programs_identified') }}

),

indications as (

    select * from {{ ref('dim_indications') }}

)

select
    guidance.guidance_id,
    guidance.program_id,
    guidance.compound_id,
    compounds.compound_name,
    indications.indication_name,
    coalesce(companies.company_id, owners.company_id) as company_id,
    coalesce(companies.company_name, owners.company_name) as company_name,
    guidance.step,
    guidance.phase,
    guidance.window_start,
    guidance.window_end,
    guidance.window_text,
    guidance.precision,
    guidance.window_end - {{ run_today() }} as days_to_window_end,
    coalesce(guidance.window_end < {{ run_today() }}, false) as is_overdue,
    guidance.release_id,
    guidance.announced_on
from guidance
inner join compounds on guidance.compound_id = compounds.compound_id
left join companies on guidance.company_id = companies.company_id
left join companies as owners on compounds.owner_company_id = owners.company_id
left join programs on guidance.program_id = programs.program_id
left join indications on programs.indication_id = indications.indication_id
