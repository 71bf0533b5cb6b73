-- One row per collaboration fact: which agreement it tells of (collaboration_id). What is announced is an agreement
-- (int_agreements_announced); an acquisition is one per pair, announced or completed. Every other mention belongs to
-- the one agreement announced before it that shares its compound, or that has its kind (or it names no kind) and no
-- other compound. What was never announced here is one agreement per pair and compound.
with facts as (

    select
        *,
        collaboration_type = 'acquisition' as is_acquisition
    from {{ ref('int_collaborations_named') }}

),

agreements as (

    select * from {{ ref('int_agreements_announced') }}

),

others as (

    select
        facts.*,
        agreements.agreement_id,
        list_has_any(facts.compound_ids, agreements.compound_ids) as shares_compound
    from facts
    left join agreements
        on
            facts.pair_key = agreements.pair_key
            and coalesce(facts.announced_on >= agreements.announced_on, true)
            and (
                list_has_any(facts.compound_ids, agreements.compound_ids)
                or (
                    (facts.key_compound_id is null or agreements.agreed_compound_id is null)
                    and facts.collaboration_type in ('unspecified', agreements.collaboration_type)
                )
            )
    where
        not facts.is_acquisition
        and facts.collaboration_fact_id not in (select announced.collaboration_fact_id from agreements as announced)

),

matched as (

    select
        collaboration_fact_id,
        case
            when count(distinct agreement_id) filter (where shares_compound) = 1
                then min(agreement_id) filter (where shares_compound)
            when count(distinct agreement_id) = 1 then min(agreement_id)
        end as agreement_id
    from others
    group by collaboration_fact_id

),

standing as (

    select
        facts.*,
        coalesce(facts.key_compound_id, {{ only_one('facts.key_compound_id') }}) as agreed_compound_id,
        case
            when count(*) over same > count(distinct facts.release_id) over same then facts.collaboration_type
        end as kind_told_apart
    from facts
    inner join matched on facts.collaboration_fact_id = matched.collaboration_fact_id
    where matched.agreement_id is null
    window same as (partition by facts.pair_key)

)

select collaboration_fact_id, agreement_id as collaboration_id
from agreements
union all
select collaboration_fact_id, agreement_id as collaboration_id
from matched
where agreement_id is not null
union all
select
    collaboration_fact_id,
    {{ hash_id('collaboration', ['pair_key', "'standing'", 'agreed_compound_id', 'kind_told_apart']) }}
        as collaboration_id
from standing
union all
select
    collaboration_fact_id,
    {{ hash_id('collaboration', ['pair_key', 'collaboration_type']) }} as collaboration_id
from facts
where is_acquisition
