-- Grain: one compound that is given together with the compound of one trial fact.
with trials as (

    select trial_fact_id, compound_id from {{ ref('fct_trials') }}

),

mentions as (

    select * from {{ ref('stg_wire__trial_mentions') }}

),

compound_refs as (

    select * from {{ ref('stg_resolved__compound_refs') }}

),

named as (

    select
        trial_fact_id,
        unnest(combination_refs) as compound_ref
    from mentions

)

select distinct
    named.trial_fact_id,
    compound_refs.compound_id
from named
inner join trials on named.trial_fact_id = trials.trial_fact_id
inner join compound_refs
    on named.compound_ref = compound_refs.compound_ref and trials.compound_id != compound_refs.compound_id
