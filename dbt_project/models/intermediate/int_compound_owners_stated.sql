-- One row per compound and day on which it is told or shown whose it is, or on which it changed hands. Who still names
-- the acquired company as the owner after that day means the one that acquired it.
with told as (

    select * from {{ ref('int_compound_owners_told') }}

),

acquired as (

    select * from {{ ref('int_compounds_acquired') }}

),

owners as (

    select
        told.compound_id,
        told.announced_on,
        coalesce(acquired.acquirer_company_id, told.owner_company_id) as owner_company_id,
        told.owner_basis,
        told.release_id
    from told
    left join acquired
        on
            told.compound_id = acquired.compound_id
            and told.owner_company_id = acquired.target_company_id
            and told.announced_on >= acquired.announced_on
    union all
    select
        compound_id,
        announced_on,
        acquirer_company_id as owner_company_id,
        'acquired' as owner_basis,
        release_id
    from acquired

)

select *
from owners
qualify
    row_number() over (
        partition by compound_id, announced_on
        order by {{ rank_of('owner_basis', 'owner_basis') }}, release_id
    ) = 1
