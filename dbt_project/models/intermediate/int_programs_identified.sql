-- One row per program: compound x indication, and (null indication) the compound as a whole.
-- `first_on` is the day from which the program is known, `next_first_on` the day of the compound's first program
-- with an indication: from then on the program without one is no longer told.
with evidence as (

    select * from {{ ref('int_stage_evidence_gathered') }}

),

programs as (

    select
        compound_id,
        indication_id,
        min(announced_on) as first_on
    from evidence
    group by compound_id, indication_id

)

select
    {{ hash_id('program', ['compound_id', 'indication_id']) }} as program_id,
    compound_id,
    indication_id,
    first_on,
    min(first_on) filter (where indication_id is not null) over (partition by compound_id) as named_from,
    count(indication_id) over (partition by compound_id) as named_count
from programs
