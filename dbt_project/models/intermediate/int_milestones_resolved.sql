-- One row per milestone fact of a current release, with entities and the trial it belongs to.
with mentions as (

    select * from {{ ref('stg_wire__milestone_mentions') }}
    qualify row_number() over (partition by milestone_fact_id order by extractor_version desc) = 1

),

releases as (

    select * from {{ ref('int_releases_versioned') }}
    where is_current

),

compound_refs as (

    select * from {{ ref('stg_resolved__compound_refs') }}

),

indication_refs as (

    select * from {{ ref('stg_resolved__indication_refs') }}

),

trials as (

    select * from {{ ref('int_trials_resolved') }}

)

select
    mentions.milestone_fact_id,
    mentions.release_id,
    compound_refs.compound_id,
    indication_refs.indication_id,
    trials.trial_fact_id,
    trials.trial_id,
    trials.indication_id as trial_indication_id,
    trials.phase,
    coalesce(trials.is_identified, false) as is_identified,
    mentions.milestone_type,
    mentions.statement,
    mentions.agency,
    mentions.region,
    mentions.occurred_on,
    mentions.window_start,
    mentions.window_end,
    mentions.window_text,
    mentions.precision,
    mentions.confidence,
    mentions.extractor_version,
    releases.issuer_company_id,
    releases.announced_on
from mentions
inner join releases on mentions.release_id = releases.release_id
inner join compound_refs on mentions.compound_ref = compound_refs.compound_ref
left join indication_refs on mentions.indication_ref = indication_refs.indication_ref
left join trials on mentions.trial_fact_id = trials.trial_fact_id
