-- One row per statement of a step that counts: every expectation, and the first word that it came or will not come.
-- `chain_id` is one step of one trial (identified by NCT number or name) or of one compound, phase and indication.
with steps as (

    select
        *,
        {{ hash_id('step', [
            'compound_id', 'step',
            'case when is_identified then trial_id end',
            'case when not is_identified then step_phase end',
            'case when not is_identified then step_indication_id end'
        ]) }} as chain_id
    from {{ ref('int_steps_gathered') }}

),

discontinued as (

    select *
    from {{ ref('int_stage_evidence_gathered') }}
    where event in ('discontinued', 'returned') and announced_on is not null

),

endings as (

    select distinct
        expected.chain_id || '/' || discontinued.release_id as fact_id,
        expected.* exclude (
            fact_id, kind, occurred_on, window_start, window_end, window_text, precision, release_id,
            issuer_company_id, announced_on, phase, indication_id, trial_id
        ),
        'withdrawn' as kind,
        discontinued.release_id,
        discontinued.announced_on
    from steps as expected
    inner join discontinued
        on
            expected.compound_id = discontinued.compound_id
            and (discontinued.indication_id is null or discontinued.indication_id = expected.step_indication_id)
    where expected.kind = 'expected'

),

told as (

    select * from steps
    union all by name
    select * from endings

),

one_per_release as (

    select *
    from told
    qualify row_number() over (
        partition by chain_id, release_id, kind = 'expected'
        order by
            kind = 'passed', window_end is null, window_end - window_start nulls last,
            window_end, occurred_on, fact_id
    ) = 1

),

ordered as (

    select
        *,
        row_number() over (
            partition by chain_id order by announced_on nulls first, kind = 'expected', fact_id
        ) as place,
        lag(kind) over (
            partition by chain_id order by announced_on nulls first, kind = 'expected', fact_id
        ) as previous_kind
    from one_per_release

)

select *
from ordered
where kind = 'expected' or previous_kind = 'expected'
