-- One row per collaboration fact of a current release, with its collaboration_id: the pair of companies whichever way
-- round, the type and the first compound (an acquisition needs none: a pair has one). A row that is less exact
-- (standing, amended or completed, without compound or type) belongs to the one agreement of the pair that it can
-- mean, when there is exactly one.
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

first_compounds as (

    select * from {{ ref('int_collaboration_compounds_resolved') }}
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

keyed as (

    select
        *,
        case when collaboration_type != 'acquisition' then compound_id end as key_compound_id,
        {{ hash_id('collaboration', ['pair_key', 'collaboration_type', 'key_compound_id']) }} as own_id,
        (is_new and status = 'announced')
        or (collaboration_type != 'unspecified' and (compound_id is not null or collaboration_type = 'acquisition'))
            as is_exact
    from resolved

),

exact_agreements as (

    select distinct pair_key, collaboration_type, key_compound_id, own_id
    from keyed
    where is_exact

),

candidates as (

    select
        keyed.collaboration_fact_id,
        min(exact_agreements.own_id) as agreement_id
    from keyed
    inner join exact_agreements
        on
            keyed.pair_key = exact_agreements.pair_key
            and (
                keyed.compound_id is null
                or keyed.compound_id = coalesce(exact_agreements.key_compound_id, keyed.compound_id)
            )
            and keyed.collaboration_type in ('unspecified', exact_agreements.collaboration_type)
    where not keyed.is_exact
    group by keyed.collaboration_fact_id
    having count(distinct exact_agreements.own_id) = 1

)

select
    keyed.* exclude (own_id, is_exact, pair_key, key_compound_id),
    coalesce(candidates.agreement_id, keyed.own_id) as collaboration_id
from keyed
left join candidates on keyed.collaboration_fact_id = candidates.collaboration_fact_id
