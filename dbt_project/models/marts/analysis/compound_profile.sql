-- Grain: one compound, wide: one row answers "what is known of it".
with targets as (

    select
        bridge.compound_id,
        list(coalesce(targets.symbol, targets.target_name) order by coalesce(targets.symbol, targets.target_name))
            as target_symbols
    from {{ ref('bridge_compound_targets') }} as bridge
    inner join {{ ref('dim_targets') }} as targets on bridge.target_id = targets.target_id
    group by bridge.compound_id

),

components as (

    select
        compound_id,
        list(distinct component || ': ' || value order by component || ': ' || value) as components
    from {{ ref('fct_compound_components') }}
    group by compound_id

),

programs as (

    select
        compound_id,
        list(indication_name order by indication_name) filter (where indication_name is not null) as indication_names,
        list_sort(list_distinct(flatten(list(partner_names)))) as partner_names,
        list_sort(list_distinct(flatten(list(approved_regions)))) as approved_regions,
        count(*) as program_count,
        count(*) filter (where status in ('active', 'planned', 'approved')) as open_program_count,
        max({{ rank_of("nullif(stage, 'discontinued')", 'development_stage') }}) as reached_rank
    from {{ ref('pipeline') }}
    group by compound_id

),

stages as (

    select
        compound_id,
        max({{ rank_of("nullif(development_stage, 'discontinued')", 'development_stage') }}) as stated_rank
    from {{ ref('fct_compounds') }}
    group by compound_id

),

trials as (

    select
        compound_id,
        list(coalesce(nct_id, trial_name) order by coalesce(nct_id, trial_name))
        filter (where is_identified) as trial_names,
        count(*) as trial_count
    from {{ ref('dim_trials') }}
    group by compound_id

)

select
    compounds.compound_id,
    compounds.compound_name,
    compounds.code_name,
    compounds.inn,
    compounds.brand_name,
    compounds.aliases,
    compounds.modality,
    coalesce(targets.target_symbols, []) as target_symbols,
    coalesce(components.components, []) as components,
    compounds.owner_company_id,
    owners.company_name as owner_name,
    originators.company_name as originator_name,
    coalesce(programs.partner_names, []) as partner_names,
    {{ value_at('greatest(stages.stated_rank, programs.reached_rank)', 'development_stage') }} as highest_stage,
    coalesce(programs.approved_regions, []) as approved_regions,
    coalesce(programs.indication_names, []) as indication_names,
    coalesce(programs.program_count, 0) as program_count,
    coalesce(programs.open_program_count, 0) as open_program_count,
    coalesce(trials.trial_names, []) as trial_names,
    coalesce(trials.trial_count, 0) as trial_count,
    compounds.release_count,
    compounds.first_seen_on,
    compounds.last_seen_on
from {{ ref('dim_compounds') }} as compounds
left join targets on compounds.compound_id = targets.compound_id
left join components on compounds.compound_id = components.compound_id
left join programs on compounds.compound_id = programs.compound_id
left join stages on compounds.compound_id = stages.compound_id
left join trials on compounds.compound_id = trials.compound_id
left join {{ ref('dim_companies') }} as owners on compounds.owner_company_id = owners.company_id
left join {{ ref('dim_companies') }} as originators on compounds.originator_company_id = originators.company_id
