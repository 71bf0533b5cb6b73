-- One row per statement of a step that counts: every expectation, and the first word that it came or will not come.
-- `place` is its place in the chain: by announced day (undated first), what came before what is expected.
with told as (

    select * from {{ ref('int_steps_expected') }}
    union all by name
    select * from {{ ref('int_steps_ended') }}
    union all by name
    select * from {{ ref('int_steps_overtaken') }}

),

one_per_release as (

    select *
    from told
    qualify
        row_number() over (
            partition by chain_id, release_id, kind = 'expected'
            order by
                list_position(['done', 'failed', 'withdrawn', 'passed'], kind),
                window_end is null, window_end - coalesce(window_start, window_end - 366), window_end,
                occurred_on, fact_id
        ) = 1

),

ordered as (

    select
        *,
        row_number() over chain as place,
        lag(kind) over chain as previous_kind
    from one_per_release
    window chain as (partition by chain_id order by announced_on nulls first, kind = 'expected', fact_id)

)

select *
from ordered
where kind = 'expected' or previous_kind = 'expected'
