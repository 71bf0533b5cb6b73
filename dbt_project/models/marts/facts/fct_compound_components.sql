-- Grain: one stated part of one compound in one release.
with facts as (

    select * from {{ ref('int_compound_components_resolved') }}

),

known as (

    select * from {{ ref('int_facts_remembered') }}
    where fact_table = 'fct_compound_components'

)

select
    facts.component_fact_id,
    facts.compound_id,
    facts.component,
    facts.value,
    facts.release_id,
    facts.issuer_company_id,
    facts.announced_on,
    coalesce(known.recorded_at, {{ run_recorded_at() }}) as recorded_at,
    facts.confidence,
    facts.extractor_version
from facts
left join known on facts.component_fact_id = known.fact_id
