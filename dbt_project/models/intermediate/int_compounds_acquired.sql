-- One row per compound that changed hands because a release tells that an acquisition is completed: the compounds that
-- it names, or (it names none) all that the acquired company owned the day before and had sold to nobody else.
with told as (

    select
        *,
        case when company_role = 'acquirer' then company_id else partner_company_id end as acquirer_company_id,
        case when company_role = 'acquirer' then partner_company_id else company_id end as target_company_id
    from {{ ref('int_collaborations_named') }}
    where
        collaboration_type = 'acquisition' and statement = 'happened' and 'acquirer' in (company_role, partner_role)

),

deals as (

    select * from told
    where status = 'completed'

),

sold as (

    select
        unnest(compound_ids) as compound_id,
        acquirer_company_id,
        target_company_id
    from told

),

owners as (

    select * from {{ ref('int_compound_owners_told') }}

),

last_owners as (

    select
        deals.collaboration_fact_id,
        owners.compound_id,
        max_by(owners.owner_company_id, owners.announced_on) as owner_company_id
    from deals
    inner join owners on deals.announced_on > owners.announced_on
    group by deals.collaboration_fact_id, owners.compound_id

)

select
    last_owners.compound_id,
    deals.announced_on,
    deals.acquirer_company_id,
    deals.target_company_id,
    deals.release_id
from deals
inner join last_owners
    on
        deals.collaboration_fact_id = last_owners.collaboration_fact_id
        and (
            list_contains(deals.compound_ids, last_owners.compound_id)
            or (
                len(deals.compound_ids) = 0
                and deals.target_company_id = last_owners.owner_company_id
                and (last_owners.compound_id, deals.target_company_id) not in (
                    select (sold.compound_id, sold.target_company_id) from sold
                    where sold.acquirer_company_id != deals.acquirer_company_id
                )
            )
        )
qualify
    row_number() over (
        partition by last_owners.compound_id, deals.target_company_id order by deals.announced_on, deals.release_id
    ) = 1
