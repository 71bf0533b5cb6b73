-- Grain: one span of time in which one company belonged to another.
with parents as (

    select * from {{ ref('stg_resolved__company_parents') }}

),

companies as (

    select company_id from {{ ref('stg_resolved__companies') }}

)

select
    parents.company_id,
    parents.parent_company_id,
    parents.valid_from,
    parents.valid_to,
    parents.evidence
from parents
inner join companies as children on parents.company_id = children.company_id
inner join companies as owners on parents.parent_company_id = owners.company_id
where parents.company_id != parents.parent_company_id
qualify
    row_number() over (
        partition by parents.company_id, parents.parent_company_id, parents.valid_from
        order by parents.valid_to nulls first, parents.evidence
    ) = 1
