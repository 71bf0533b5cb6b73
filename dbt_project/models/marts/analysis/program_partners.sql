-- Grain: one company that shares one program by one agreement, for the time in which the agreement stands (and, of a
-- company that was acquired with the compound, until then).
with facts as (

    select
        collaboration_id,
        announced_on,
        status,
        company_id,
        partner_company_id
    from {{ ref('fct_collaborations') }}
    where statement in ('happened', 'ongoing') and collaboration_type not in ('acquisition', 'grant')

),

spans as (

    select
        collaboration_id,
        min(announced_on) as valid_from,
        case
            when max_by(status, (coalesce(announced_on, date '0001-01-01'), status)) in ('terminated', 'completed')
                then max(announced_on)
        end as valid_to,
        max_by(status, (coalesce(announced_on, date '0001-01-01'), status)) in ('terminated', 'completed') as is_over
    from facts
    group by collaboration_id

),

parties as (

    select distinct collaboration_id, company_id from facts
    union
    select distinct collaboration_id, partner_company_id as company_id from facts

),

covered as (

    select distinct
        collaborations.collaboration_id,
        bridge.compound_id
    from {{ ref('fct_collaborations') }} as collaborations
    inner join {{ ref('bridge_collaboration_compounds') }} as bridge
        on collaborations.collaboration_fact_id = bridge.collaboration_fact_id

)

select distinct
    programs.program_id,
    spans.collaboration_id,
    parties.company_id,
    companies.company_name,
    spans.valid_from,
    least(spans.valid_to, acquired.announced_on) as valid_to
from covered
inner join spans on covered.collaboration_id = spans.collaboration_id
inner join parties on covered.collaboration_id = parties.collaboration_id
inner join {{ ref('int_programs_identified') }} as programs on covered.compound_id = programs.compound_id
inner join {{ ref('dim_companies') }} as companies on parties.company_id = companies.company_id
left join {{ ref('int_compounds_acquired') }} as acquired
    on covered.compound_id = acquired.compound_id and parties.company_id = acquired.target_company_id
where not spans.is_over or spans.valid_to is not null
