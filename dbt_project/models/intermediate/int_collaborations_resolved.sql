-- One row per collaboration fact of a current release, with entities and the agreement that it tells of.
select
    facts.* exclude (pair_key, key_compound_id, compound_ids),
    agreements.collaboration_id
from {{ ref('int_collaborations_named') }} as facts
inner join {{ ref('int_agreements_identified') }} as agreements
    on facts.collaboration_fact_id = agreements.collaboration_fact_id
