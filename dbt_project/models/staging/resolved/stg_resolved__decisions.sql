-- `decisions` as resolve decided it over all landed releases.
with source as (

    select * from {{ source('resolved', 'decisions') }}

)

select
    cast(decision_id as varchar) as decision_id,
    cast(kind as varchar) as kind,
    cast(left_key as varchar) as left_key,
    cast(right_key as varchar) as right_key,
    cast(verdict as varchar) as verdict,
    cast(reason as varchar) as reason,
    cast(decided_on as varchar) as decided_on
from source
