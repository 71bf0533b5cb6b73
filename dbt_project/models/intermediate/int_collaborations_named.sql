-- One row per collaboration fact of a current release, with entities. `pair_key` is the two companies whichever way
-- round; `key_compound_id` is, of the compounds it covers, the one that most releases name for this pair.
with mentions as (

    select * from {{ ref('stg_wire__collaboration_mentions') }}
    qualify row_number() over (partition by collaboration_fact_id order by extractor_version desc) = 1

),

releases as (

    select * from {{ ref('int_releases_versioned') }}
    where is_current

),

company_refs as (

    select * from {{ ref('stg_resolved__company_refs') }}

),

covered as (

    select * from {{ ref('int_collaboration_compounds_resolved') }}

),

first_compounds as (

    select * from covered
    qualify row_number() over (partition by collaboration_fact_id order by place) = 1

),

resolved as (

    select
        mentions.* exclude (company_ref, partner_company_ref, compound_refs),
        companies.company_id,
        partners.company_id as partner_company_id,
        first_compounds.compound_id,
        releases.issuer_company_id,
        releases.announced_on,
        least(companies.company_id, partners.company_id) || '|'
        || greatest(companies.company_id, partners.company_id) as pair_key
    from mentions
    inner join releases on mentions.release_id = releases.release_id
    inner join company_refs as companies on mentions.company_ref = companies.company_ref
    inner join company_refs as partners on mentions.partner_company_ref = partners.company_ref
    left join first_compounds on mentions.collaboration_fact_id = first_compounds.collaboration_fact_id

),

counted as (

    select
        resolved.pair_key,
        covered.compound_id,
        count(distinct covered.release_id) as release_count
    from resolved
    inner join covered on resolved.collaboration_fact_id = covered.collaboration_fact_id
    group by resolved.pair_key, covered.compound_id

),

key_compounds as (

    select
        covered.collaboration_fact_id,
        list(covered.compound_id order by covered.place) as compound_ids,
        min_by(covered.compound_id, (-counted.release_count, covered.compound_id)) as key_compound_id
    from covered
    inner join resolved on covered.collaboration_fact_id = resolved.collaboration_fact_id
    inner join counted on resolved.pair_key = counted.pair_key and covered.compound_id = counted.compound_id
    group by covered.collaboration_fact_id

)

select
    resolved.*,
    coalesce(key_compounds.compound_ids, []) as compound_ids,
    case when resolved.collaboration_type != 'acquisition' then key_compounds.key_compound_id end as key_compound_id
from resolved
left join key_compounds on resolved.collaboration_fact_id = key_compounds.collaboration_fact_id
