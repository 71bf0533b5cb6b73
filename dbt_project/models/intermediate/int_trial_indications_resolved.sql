-- One row per disease of one landed trial fact, in the order named (place 1 = first named).
with mentions as (

    select * from {{ ref('stg_wire__trial_mentions') }}
    qualify row_number() over (partition by trial_fact_id order by extractor_version desc) = 1

),

indication_refs as (

    select * from {{ ref('stg_resolved__indication_refs') }}

),

named as (

    select
        trial_fact_id,
        release_id,
        unnest(indication_refs) as indication_ref,
        generate_subscripts(indication_refs, 1) as place
    from mentions

)

select
    named.trial_fact_id,
    named.release_id,
    indication_refs.indication_id,
    min(named.place) as place
from named
inner join indication_refs on named.indication_ref = indication_refs.indication_ref
group by named.trial_fact_id, named.release_id, indication_refs.indication_id
