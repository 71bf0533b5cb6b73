-- Grain: one fact row, or one release version, of this file: what the next build must remember of it.
{%- set tables = {
    'dim_releases': 'release_id', 'fct_compounds': 'compound_fact_id', 'fct_compound_components': 'component_fact_id',
    'fct_trials': 'trial_fact_id', 'fct_milestones': 'milestone_fact_id',
    'fct_collaborations': 'collaboration_fact_id', 'fct_collaboration_terms': 'term_fact_id',
} %}
{% for table, key in tables.items() -%}
select
    '{{ table }}' as fact_table,
    {{ key }} as fact_id,
    recorded_at,
    cast(to_json(facts) as varchar) as row_json
from {{ ref(table) }} as facts
{% if not loop.last %}union all
{% endif %}
{%- endfor %}
