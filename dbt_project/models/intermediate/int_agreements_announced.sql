-- One row per collaboration fact that announces an agreement as new, with its agreement_id: what either party announces
-- within 30 days is one agreement of the pair, if it covers one compound (or names none). Where one release tells two
-- agreements of a pair, their kinds keep them apart. An acquisition is not here: it is one per pair.
with facts as (

    select * from {{ ref('int_collaborations_named') }}
    where is_new and status = 'announced' and collaboration_type != 'acquisition'

),

dated as (

    select
        *,
        lag(announced_on) over days as previous_on
    from facts
    window days as (partition by pair_key order by announced_on, collaboration_fact_id)

),

rounds as (

    select
        *,
        1 + sum(case when announced_on - previous_on > 30 then 1 else 0 end) over (
            partition by pair_key order by announced_on, collaboration_fact_id
        ) as round
    from dated

),

told_apart as (

    select
        *,
        coalesce(key_compound_id, {{ only_one('key_compound_id') }}) as agreed_compound_id,
        case
            when count(*) over same > count(distinct release_id) over same then collaboration_type
        end as kind_told_apart
    from rounds
    window same as (partition by pair_key, round)

)

select
    collaboration_fact_id,
    pair_key,
    collaboration_type,
    compound_ids,
    agreed_compound_id,
    announced_on,
    {{ hash_id('collaboration', ['pair_key', "'new'", 'agreed_compound_id', 'kind_told_apart', 'round']) }}
        as agreement_id
from told_apart
