-- One row per compound and day on which a release says or shows whose it is. `owner_basis` tells how:
-- stated (the text says it), own_product (the issuer calls it its own), subject (the issuer presents it).
-- The first two are evidence of the same strength; subject counts only while there is none of them.
with mentions as (

    select * from {{ ref('int_compounds_resolved') }}

),

candidates as (

    select
        compound_id,
        announced_on,
        release_id,
        case
            when owner_company_id is not null then 'stated'
            when role = 'own' then 'own_product'
            when role = 'subject' then 'subject'
        end as owner_basis,
        coalesce(owner_company_id, issuer_company_id) as owner_company_id
    from mentions
    where owner_company_id is not null or role in ('own', 'subject')

),

days as (

    select
        compound_id,
        announced_on,
        owner_company_id,
        owner_basis,
        count(distinct release_id) as release_count,
        min(release_id) as release_id
    from candidates
    where owner_company_id is not null
    group by compound_id, announced_on, owner_company_id, owner_basis

),

strongest as (

    select
        *,
        owner_basis = 'subject' as is_weak,
        bool_and(owner_basis = 'subject') over (
            partition by compound_id order by announced_on nulls last
        ) as is_all_weak
    from days

)

select
    compound_id,
    announced_on,
    owner_company_id,
    owner_basis,
    release_id
from strongest
where is_all_weak or not is_weak
qualify
    row_number() over (
        partition by compound_id, announced_on
        order by {{ rank_of('owner_basis', 'owner_basis') }}, release_count desc, owner_company_id
    ) = 1
