-- One row per trial fact of a current release, with its trial_id: the NCT number; else compound and study name;
-- else compound, phase and first indication. A study name that goes with exactly one NCT number is that trial; a trial
-- without disease is the one of its compound and phase, where their trials without name are in one disease.
with mentions as (

    select * from {{ ref('stg_wire__trial_mentions') }}
    qualify row_number() over (partition by trial_fact_id order by extractor_version desc) = 1

),

releases as (

    select * from {{ ref('int_releases_versioned') }}
    where is_current

),

compound_refs as (

    select * from {{ ref('stg_resolved__compound_refs') }}

),

first_indications as (

    select * from {{ ref('int_trial_indications_resolved') }}
    qualify row_number() over (partition by trial_fact_id order by place) = 1

),

resolved as (

    select
        mentions.* exclude (compound_ref, indication_refs, combination_refs),
        compound_refs.compound_id,
        first_indications.indication_id,
        {{ name_key('mentions.trial_name') }} as name_key,
        upper(mentions.nct_id) as nct_key,
        releases.issuer_company_id,
        releases.announced_on
    from mentions
    inner join releases on mentions.release_id = releases.release_id
    inner join compound_refs on mentions.compound_ref = compound_refs.compound_ref
    left join first_indications on mentions.trial_fact_id = first_indications.trial_fact_id

),

named as (

    select
        *,
        coalesce(nct_key, case
            when
                name_key is not null
                and min(nct_key) over trials_of_name = max(nct_key) over trials_of_name
                then min(nct_key) over trials_of_name
        end) as known_nct_id
    from resolved
    window trials_of_name as (partition by compound_id, name_key)

),

told_apart as (

    select
        *,
        known_nct_id is not null or name_key is not null as is_identified
    from named

)

select
    *,
    case
        when known_nct_id is not null then {{ hash_id('trial', ["'nct'", 'known_nct_id']) }}
        when name_key is not null then {{ hash_id('trial', ["'name'", 'compound_id', 'name_key']) }}
        else {{ hash_id('trial', [
            "'phase'", 'compound_id', 'phase', 'coalesce(indication_id, ' ~ only_one('indication_id') ~ ')'
        ]) }}
    end as trial_id
from told_apart
window same as (partition by compound_id, phase, is_identified)
