-- One row per money or royalty term of an agreement that a current release states.
with mentions as (

    select * from {{ ref('stg_wire__term_mentions') }}
    qualify row_number() over (partition by term_fact_id order by extractor_version desc) = 1

),

collaborations as (

    select * from {{ ref('int_collaborations_resolved') }}

)

select
    mentions.*,
    collaborations.collaboration_id,
    collaborations.issuer_company_id,
    collaborations.announced_on
from mentions
inner join collaborations on mentions.collaboration_fact_id = collaborations.collaboration_fact_id
