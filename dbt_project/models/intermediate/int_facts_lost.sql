-- One row per fact of the last good file that this build does not have, with the cause as far as one is recorded.
with before as (

    select
        *,
        coalesce(json_extract_string(row_json, '$.release_id'), fact_id) as release_id,
        json_extract_string(row_json, '$.extractor_version') as extractor_version,
        json_extract_string(row_json, '$.compound_id') as compound_id
    from {{ ref('stg_state__facts') }}

),

now as (

    select fact_table, fact_id from {{ ref('fact_ledger') }}

),

landed_facts as (

    select * from {{ ref('int_facts_landed') }}

),

release_versions as (

    select
        release_id,
        list(distinct extractor_version) as versions
    from landed_facts
    group by release_id

),

all_versions as (

    select list(distinct extractor_version) as versions
    from landed_facts

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
    before.compound_id,
    case
        when accepted.left_key is not null then 'accepted'
        when documents.release_id is null then 'source'
        when documents.is_copy then 'identity'
        when not coalesce(documents.is_current, false) then 'superseded'
        when landed_facts.fact_id is not null then 'identity'
        when not list_contains(release_versions.versions, before.extractor_version) then 'extractor'
        -- Nothing is left of the release: another version in the house is the only trace of one that read it again.
        when
            release_versions.release_id is null
            and len(list_filter(all_versions.versions, lambda version: version != before.extractor_version)) > 0
            then 'extractor'
    end as cause
from before
anti join now on before.fact_table = now.fact_table and before.fact_id = now.fact_id
left join accepted on accepted.left_key in (before.fact_id, before.release_id)
left join documents on before.release_id = documents.release_id
left join landed_facts on before.fact_table = landed_facts.fact_table and before.fact_id = landed_facts.fact_id
left join release_versions on before.release_id = release_versions.release_id
cross join all_versions
qualify row_number() over (partition by before.fact_table, before.fact_id order by accepted.left_key) = 1
