-- One row per fact of the last good file that this build does not have, with the cause as far as one is recorded.
with before as (

    select
        *,
        coalesce(json_extract_string(row_json, '$.release_id'), fact_id) as release_id,
        json_extract_string(row_json, '$.extractor_version') as extractor_version
    from {{ ref('stg_state__facts') }}

),

now as (

    select fact_table, fact_id from {{ ref('fact_ledger') }}

),

landed_facts as (

    select 'fct_compounds' as fact_table, compound_fact_id as fact_id, release_id, extractor_version
    from {{ ref('stg_wire__compound_mentions') }}
    union all
    select 'fct_compound_components' as fact_table, component_fact_id as fact_id, release_id, extractor_version
    from {{ ref('stg_wire__component_mentions') }}
    union all
    select 'fct_trials' as fact_table, trial_fact_id as fact_id, release_id, extractor_version
    from {{ ref('stg_wire__trial_mentions') }}
    union all
    select 'fct_milestones' as fact_table, milestone_fact_id as fact_id, release_id, extractor_version
    from {{ ref('stg_wire__milestone_mentions') }}
    union all
    select 'fct_collaborations' as fact_table, collaboration_fact_id as fact_id, release_id, extractor_version
    from {{ ref('stg_wire__collaboration_mentions') }}
    union all
    select 'fct_collaboration_terms' as fact_table, term_fact_id as fact_id, release_id, extractor_version
    from {{ ref('stg_wire__term_mentions') }}

),

landed as (

    select distinct fact_table, fact_id from landed_facts

),

versions as (

    select distinct extractor_version from landed_facts

),

documents as (

    select
        documents.release_id,
        bool_or(releases.is_current) as is_current,
        bool_and(releases.copy_of_release_id is not null) as is_copy
    from {{ ref('stg_wire__press_releases') }} as documents
    left join {{ ref('stg_resolved__releases') }} as releases on documents.release_id = releases.release_id
    group by documents.release_id

),

accepted as (

    select
        left_key,
        min(reason) as reason
    from {{ ref('stg_resolved__decisions') }}
    where kind = 'accept_loss'
    group by left_key

)

select
    before.fact_table,
    before.fact_id,
    before.row_json,
    before.recorded_at,
    before.release_id,
    case
        when accepted.left_key is not null then 'accepted'
        when documents.release_id is null then 'source'
        when documents.is_copy then 'identity'
        when not coalesce(documents.is_current, false) then 'superseded'
        when landed.fact_id is not null then 'identity'
        when versions.extractor_version is null then 'extractor'
    end as cause
from before
anti join now on before.fact_table = now.fact_table and before.fact_id = now.fact_id
left join accepted on accepted.left_key in (before.fact_id, before.release_id)
left join documents on before.release_id = documents.release_id
left join landed on before.fact_table = landed.fact_table and before.fact_id = landed.fact_id
left join versions on before.extractor_version = versions.extractor_version
qualify row_number() over (partition by before.fact_table, before.fact_id order by accepted.left_key) = 1
