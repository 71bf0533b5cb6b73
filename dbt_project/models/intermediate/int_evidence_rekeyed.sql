-- One row per quote of a current release, with the id of the published row that it proves: surface forms become
-- aliases, target mentions become links, compound facts that merged become the fact that stayed.
with evidence as (

    select * from {{ ref('stg_wire__evidence') }}
    qualify row_number() over (partition by evidence_id order by rule) = 1

),

releases as (

    select * from {{ ref('int_releases_versioned') }}
    where is_current

),

keys as (

    select 'fct_compounds' as fact_table, mention_fact_id as fact_id, compound_fact_id as published_id
    from {{ ref('int_compounds_resolved') }}
    union all
    select 'fct_compound_components' as fact_table, component_fact_id as fact_id, component_fact_id as published_id
    from {{ ref('int_compound_components_resolved') }}
    union all
    select 'fct_trials' as fact_table, trial_fact_id as fact_id, trial_fact_id as published_id
    from {{ ref('int_trials_resolved') }}
    union all
    select 'fct_milestones' as fact_table, milestone_fact_id as fact_id, milestone_fact_id as published_id
    from {{ ref('int_milestones_resolved') }}
    union all
    select 'fct_collaborations' as fact_table, collaboration_fact_id as fact_id, collaboration_fact_id as published_id
    from {{ ref('int_collaborations_resolved') }}
    union all
    select 'fct_collaboration_terms' as fact_table, term_fact_id as fact_id, term_fact_id as published_id
    from {{ ref('int_collaboration_terms_resolved') }}
    union all
    select 'compound_aliases' as fact_table, name_id as fact_id, alias_id as published_id
    from {{ ref('int_compound_aliases_resolved') }}
    union all
    select 'bridge_compound_targets' as fact_table, target_mention_id as fact_id, compound_target_id as published_id
    from {{ ref('int_compound_targets_resolved') }}

)

select
    evidence.evidence_id,
    evidence.fact_table,
    keys.published_id as fact_id,
    evidence.release_id,
    evidence.section,
    evidence.char_start,
    evidence.char_end,
    evidence.quote,
    evidence.rule
from evidence
inner join releases on evidence.release_id = releases.release_id
inner join keys on evidence.fact_table = keys.fact_table and evidence.fact_id = keys.fact_id
