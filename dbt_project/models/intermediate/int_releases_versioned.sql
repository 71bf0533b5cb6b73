-- One row per landed release that is no copy: its version, its issuer and both clocks.
with releases as (

    select * from {{ ref('stg_resolved__releases') }}
    qualify
        row_number() over (
            partition by release_id order by copy_of_release_id nulls first, is_current desc, version desc
        ) = 1

),

documents as (

    select * from {{ ref('stg_wire__press_releases') }}
    qualify row_number() over (partition by release_id order by arrived_at, source_uri) = 1

),

company_names as (

    select * from {{ ref('stg_wire__company_names') }}

),

company_refs as (

    select * from {{ ref('stg_resolved__company_refs') }}

),

known as (

    select * from {{ ref('int_facts_remembered') }}
    where fact_table = 'dim_releases'

),

issuers as (

    select
        company_names.release_id,
        min(company_refs.company_id) as issuer_company_id
    from company_names
    inner join company_refs on company_names.company_ref = company_refs.company_ref
    where company_names.is_issuer
    group by company_names.release_id

)

select
    documents.*,
    issuers.issuer_company_id,
    documents.published_on as announced_on,
    releases.version,
    releases.is_current,
    coalesce(replaced.canonical_release_id, releases.supersedes_release_id) as supersedes_release_id,
    releases.is_correction or documents.is_correction as is_correction_resolved,
    coalesce(known.recorded_at, {{ run_recorded_at() }}) as recorded_at
from documents
inner join releases on documents.release_id = releases.release_id
left join releases as replaced on releases.supersedes_release_id = replaced.release_id
left join issuers on documents.release_id = issuers.release_id
left join known on documents.release_id = known.fact_id
where releases.copy_of_release_id is null
