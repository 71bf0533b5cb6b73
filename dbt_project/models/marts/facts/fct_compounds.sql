-- Grain: what one release says of one compound in one indication (null: of the compound as a whole).
with mentions as (

    select * from {{ ref('int_compounds_resolved') }}

),

known as (

    select * from {{ ref('int_facts_remembered') }}
    where fact_table = 'fct_compounds'

),

facts as (

    select
        compound_fact_id,
        compound_id,
        indication_id,
        {{ value_at('min(' ~ rank_of('role', 'role') ~ ')', 'role') }} as role,
        min(owner_company_id) as owner_company_id,
        {{ value_at('max(' ~ rank_of('development_stage', 'development_stage') ~ ')', 'development_stage') }}
            as development_stage,
        {{ value_at('max(' ~ rank_of('planned_stage', 'development_stage') ~ ')', 'development_stage') }}
            as planned_stage,
        release_id,
        issuer_company_id,
        announced_on,
        max(confidence) as confidence,
        max(extractor_version) as extractor_version
    from mentions
    group by compound_fact_id, compound_id, indication_id, release_id, issuer_company_id, announced_on

)

select
    facts.compound_fact_id,
    facts.compound_id,
    facts.indication_id,
    facts.role,
    facts.owner_company_id,
    facts.development_stage,
    facts.planned_stage,
    facts.release_id,
    facts.issuer_company_id,
    facts.announced_on,
    coalesce(known.recorded_at, {{ run_recorded_at() }}) as recorded_at,
    facts.confidence,
    facts.extractor_version
from facts
left join known on facts.compound_fact_id = known.fact_id
