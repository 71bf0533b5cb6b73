-- One row per compound of one landed collaboration fact, in the order named (place 1 = first named).
with mentions as (

    select * from {{ ref('stg_wire__collaboration_mentions') }}
    qualify row_number() over (partition by collaboration_fact_id order by extractor_version desc) = 1

),

compound_refs as (

    select * from {{ ref('stg_resolved__compound_refs') }}

),

named as (

    select
        collaboration_fact_id,
        release_id,
        unnest(compound_refs) as compound_ref,
        generate_subscripts(compound_refs, 1) as place
    from mentions

)

select
    named.collaboration_fact_id,
    named.release_id,
    compound_refs.compound_id,
    min(named.place) as place
from named
inner join compound_refs on named.compound_ref = compound_refs.compound_ref
group by named.collaboration_fact_id, named.release_id, compound_refs.compound_id
