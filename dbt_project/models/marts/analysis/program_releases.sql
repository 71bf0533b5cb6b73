-- Grain: one release that says something of one program.
select
    program_id,
    release_id,
    announced_on
from {{ ref('int_program_evidence_assigned') }}
group by program_id, release_id, announced_on
