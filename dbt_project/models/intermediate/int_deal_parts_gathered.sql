-- One row per agreement: the compounds it covers, and what its terms say beside the sums of the fact row.
with facts as (

    select * from {{ ref('int_deals_told') }}

),

terms as (

    select
        terms.*,
        facts.collaboration_id,
        facts.telling
    from {{ ref('fct_collaboration_terms') }} as terms
    inner join facts on terms.collaboration_fact_id = facts.collaboration_fact_id

),

covered as (

    select distinct
        facts.collaboration_id,
        compounds.compound_id,
        compounds.compound_name
    from facts
    inner join {{ ref('bridge_collaboration_compounds') }} as bridge
        on facts.collaboration_fact_id = bridge.collaboration_fact_id
    inner join {{ ref('dim_compounds') }} as compounds on bridge.compound_id = compounds.compound_id

),

names as (

    select
        collaboration_id,
        list(compound_id order by compound_name, compound_id) as compound_ids,
        list(compound_name order by compound_name, compound_id) as compound_names
    from covered
    group by collaboration_id

),

equity as (

    select
        collaboration_id,
        min_by(amount_usd, telling) as equity_usd
    from terms
    where component = 'equity'
    group by collaboration_id

),

royalties as (

    select
        collaboration_id,
        string_agg(distinct words, '; ' order by words) as royalty_words
    from terms
    where component = 'royalty'
    group by collaboration_id

)

select
    keys.collaboration_id,
    coalesce(names.compound_ids, []) as compound_ids,
    coalesce(names.compound_names, []) as compound_names,
    equity.equity_usd,
    royalties.royalty_words
from (select distinct facts.collaboration_id from facts) as keys
left join names on keys.collaboration_id = names.collaboration_id
left join equity on keys.collaboration_id = equity.collaboration_id
left join royalties on keys.collaboration_id = royalties.collaboration_id
