-- One row per compound: why what is told of it may differ from the last good file.
-- source: a new release names it, or one that did has gone; decision: a decision names it or accepts a loss;
-- extractor: its releases were read by another version; else identity.
with known_facts as (

    select
        *,
        json_extract_string(row_json, '$.compound_id') as compound_id,
        json_extract_string(row_json, '$.extractor_version') as extractor_version
    from {{ ref('stg_state__facts') }}

),

facts as (

    select compound_id, release_id, extractor_version from {{ ref('fct_compounds') }}
    union
    select compound_id, release_id, extractor_version from {{ ref('fct_trials') }}
    union
    select compound_id, release_id, extractor_version from {{ ref('fct_milestones') }}

),

aliases as (

    select
        compound_id,
        {{ name_key('alias') }} as key
    from {{ ref('compound_aliases') }}
    union all
    select
        compound_id,
        compound_id as key
    from {{ ref('dim_compounds') }}

),

keys as (

    select distinct unnest([left_key, right_key, {{ name_key('left_key') }}, {{ name_key('right_key') }}]) as key
    from {{ ref('stg_resolved__decisions') }}

),

causes as (

    select compound_id, 'source' as cause
    from facts
    where
        release_id not in (
            select fact_id from known_facts
            where fact_table = 'dim_releases'
        )
    union all
    select
        compound_id,
        case cause when 'superseded' then 'source' when 'accepted' then 'decision' else cause end as cause
    from {{ ref('int_facts_lost') }}
    where compound_id is not null and cause is not null
    union all
    select aliases.compound_id, 'decision' as cause
    from aliases
    inner join keys on aliases.key = keys.key
    union all
    select facts.compound_id, 'extractor' as cause
    from facts
    where
        facts.extractor_version not in (
            select known_facts.extractor_version from known_facts
            where known_facts.extractor_version is not null
        )

)

select
    compound_id,
    {{ value_at('min(' ~ rank_of('cause', 'cause_order') ~ ')', 'cause_order') }} as cause
from causes
group by compound_id
