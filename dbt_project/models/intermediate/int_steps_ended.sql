-- One row per expected step (chain) and fact that tells that it came or will not come. The two need not use the same
-- words: what one of them leaves open (trial, phase, region) fits, and a disease fits the one that it is a kind of.
-- News without disease ends a step in one disease only where the compound has no other; a step without disease is
-- ended by any news of it.
with chains as (

    select
        chain_id,
        compound_id,
        step,
        step_trial_id,
        step_region,
        case when min(step_phase) = max(step_phase) then min(step_phase) end as step_phase,
        case when min(step_indication_id) = max(step_indication_id) then min(step_indication_id) end
            as step_indication_id
    from {{ ref('int_steps_expected') }}
    group by chain_id, compound_id, step, step_trial_id, step_region

),

counted as (

    select
        *,
        count(distinct step_trial_id) over (partition by compound_id, step) as trial_count,
        count(distinct step_indication_id) over (partition by compound_id, step) <= 1 as has_one_disease
    from chains

),

endings as (

    select * from {{ ref('int_steps_gathered') }}
    where kind != 'expected'

),

indications as (

    select
        indication_id,
        ancestor_indication_ids
    from {{ ref('dim_indications') }}

),

matched as (

    select
        chains.chain_id,
        endings.*
    from counted as chains
    inner join endings on chains.compound_id = endings.compound_id and chains.step = endings.step
    left join indications as own on chains.step_indication_id = own.indication_id
    left join indications as other on endings.step_indication_id = other.indication_id
    where
        (chains.step_trial_id is not null and chains.step_trial_id is not distinct from endings.step_trial_id)
        or (
            -- At most one of the two names its trial, and then it is the only one that can be meant.
            (chains.step_trial_id is null or (endings.step_trial_id is null and chains.trial_count = 1))
            and coalesce(
                list_has_any(string_split(chains.step_phase, '/'), string_split(endings.step_phase, '/')), true
            )
            and coalesce(chains.step_region = endings.step_region, true)
            and case
                when chains.step_indication_id is not distinct from endings.step_indication_id then true
                when endings.step_indication_id is null then chains.has_one_disease
                when chains.step_indication_id is null then endings.is_news
                else
                    list_contains(own.ancestor_indication_ids, endings.step_indication_id)
                    or list_contains(other.ancestor_indication_ids, chains.step_indication_id)
            end
        )

)

select
    * exclude (fact_id),
    fact_id || '/' || chain_id as fact_id
from matched
