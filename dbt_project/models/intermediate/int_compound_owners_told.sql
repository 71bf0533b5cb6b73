-- One row per compound and day on which a release says or shows whose it is. `owner_basis` tells how:
-- stated (the text says it), own_product (the issuer calls it its own), subject (the issuer presents it).
-- The first two are evidence of the same strength; subject counts only while there is none of them. A company that
-- announces that it will acquire another does not own what it writes of yet: what the agreement covers is the other's
-- (target_product).
with mentions as (

    select * from {{ ref('int_compounds_resolved') }}

),

pending as (

    select
        release_id,
        announced_on,
        compound_ids,
        case when company_role = 'acquirer' then company_id else partner_company_id end as acquirer_company_id,
        case when company_role = 'acquirer' then partner_company_id else company_id end as target_company_id
    from {{ ref('int_collaborations_named') }}
    where collaboration_type = 'acquisition' and status != 'completed' and 'acquirer' in (company_role, partner_role)

),

candidates as (

    select
        mentions.compound_id,
        mentions.announced_on,
        mentions.release_id,
        case
            when mentions.owner_company_id is not null then 'stated'
            when mentions.role = 'own' then 'own_product'
            when mentions.role = 'subject' then 'subject'
        end as owner_basis,
        coalesce(mentions.owner_company_id, mentions.issuer_company_id) as owner_company_id
    from mentions
    where
        (mentions.owner_company_id is not null or mentions.role in ('own', 'subject'))
        and (mentions.release_id, coalesce(mentions.owner_company_id, mentions.issuer_company_id)) not in (
            select (pending.release_id, pending.acquirer_company_id) from pending
        )
    union all
    select
        unnest(compound_ids) as compound_id,
        announced_on,
        release_id,
        'target_product' as owner_basis,
        target_company_id as owner_company_id
    from pending

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
