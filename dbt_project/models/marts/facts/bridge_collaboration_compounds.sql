-- Grain: one compound that one collaboration fact covers.
with collaborations as (

    select collaboration_fact_id from {{ ref('fct_collaborations') }}

),

compounds as (

    select * from {{ ref('int_collaboration_compounds_resolved') }}

)

select
    compounds.collaboration_fact_id,
    compounds.compound_id,
    cast(compounds.place as integer) as place
from compounds
inner join collaborations on compounds.collaboration_fact_id = collaborations.collaboration_fact_id
