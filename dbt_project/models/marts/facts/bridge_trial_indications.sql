-- Grain: one disease of one trial fact.
with trials as (

    select trial_fact_id from {{ ref('fct_trials') }}

),

indications as (

    select * from {{ ref('int_trial_indications_resolved') }}

)

select
    indications.trial_fact_id,
    indications.indication_id,
    cast(indications.place as integer) as place
from indications
inner join trials on indications.trial_fact_id = trials.trial_fact_id
