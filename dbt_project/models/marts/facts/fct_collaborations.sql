-- Grain: one agreement between two parties stated by one release.
with facts as (

    select * from {{ ref('int_collaborations_resolved') }}

),

known as (

    select * from {{ ref('int_facts_remembered') }}
    where fact_table = 'fct_collaborations'

)

select
    facts.collaboration_fact_id,
    facts.collaboration_id,
    facts.company_id,
    facts.partner_company_id,
    facts.company_role,
    facts.partner_role,
    facts.collaboration_type,
    facts.statement,
    facts.is_new,
    facts.status,
    facts.compound_id,
    facts.platform,
    facts.territory,
    facts.upfront_usd,
    facts.milestones_usd,
    facts.total_usd,
    facts.release_id,
    facts.issuer_company_id,
    facts.announced_on,
    coalesce(known.recorded_at, {{ run_recorded_at() }}) as recorded_at,
    facts.confidence,
    facts.extractor_version
from facts
left join known on facts.collaboration_fact_id = known.fact_id
