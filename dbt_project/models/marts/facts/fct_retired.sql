-- Grain: one fact (or release version) that has left the tables, each time it left.
with retired as (

    select * from {{ ref('stg_state__retired') }}
    qualify row_number() over (partition by fact_table, fact_id, retired_at order by cause) = 1

),

lost as (

    select * from {{ ref('int_facts_lost') }}

)

select
    fact_table,
    fact_id,
    row_json,
    recorded_at,
    retired_at,
    cause
from retired
union all
select
    fact_table,
    fact_id,
    row_json,
    recorded_at,
    {{ run_recorded_at() }} as retired_at,
    cause
from lost
