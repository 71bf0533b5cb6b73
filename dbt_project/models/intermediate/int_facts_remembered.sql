-- When each fact was first recorded, by all that earlier nights remember of it (a fact that left may come back).
with facts as (

    select * from {{ ref('stg_state__facts') }}

),

retired as (

    select * from {{ ref('stg_state__retired') }}

),

seen as (

    select fact_table, fact_id, recorded_at from facts
    union all
    select fact_table, fact_id, recorded_at from retired

)

select
    fact_table,
    fact_id,
    min(recorded_at) as recorded_at
from seen
group by fact_table, fact_id
