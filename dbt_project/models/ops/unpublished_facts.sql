-- Grain: one landed fact of a current release that reached no table, because a name in it was not resolved.
with landed as (

    select * from {{ ref('int_facts_landed') }}

),

releases as (

    select release_id from {{ ref('dim_releases') }}
    where is_current

),

published as (

    select fact_table, fact_id from {{ ref('fact_ledger') }}
    union all
    select 'fct_compounds' as fact_table, mention_fact_id as fact_id from {{ ref('int_compounds_resolved') }}

)

select
    landed.fact_table,
    landed.fact_id,
    landed.release_id,
    landed.extractor_version
from landed
inner join releases on landed.release_id = releases.release_id
anti join published on landed.fact_table = published.fact_table and landed.fact_id = published.fact_id
