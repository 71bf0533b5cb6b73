-- Grain: one release that says something of one program.
with evidence as (

    select * from {{ ref('int_program_evidence_assigned') }}

),

guidance as (

    select * from {{ ref('guidance') }}

),

step_programs as (

    select * from {{ ref('step_programs') }}

)

select
    program_id,
    release_id,
    told_on as announced_on
from evidence
union
select
    step_programs.program_id,
    guidance.release_id,
    guidance.announced_on
from guidance
inner join step_programs on guidance.chain_id = step_programs.chain_id
