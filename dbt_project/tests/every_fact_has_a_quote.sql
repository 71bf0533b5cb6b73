-- Facts, aliases and target links that no quote proves. Blocking: a fact without a quote is never published.
{%- set tables = {
    'fct_compounds': 'compound_fact_id', 'fct_compound_components': 'component_fact_id', 'fct_trials': 'trial_fact_id',
    'fct_milestones': 'milestone_fact_id', 'fct_collaborations': 'collaboration_fact_id',
    'fct_collaboration_terms': 'term_fact_id', 'compound_aliases': 'alias_id',
    'bridge_compound_targets': 'compound_target_id',
} %}
{% for table, key in tables.items() -%}
select
    '{{ table }}' as fact_table,
    facts.{{ key }} as fact_id
from {{ ref(table) }} as facts
anti join {{ ref('fct_evidence') }} as evidence
    on evidence.fact_table = '{{ table }}' and facts.{{ key }} = evidence.fact_id
{% if not loop.last %}union all
{% endif %}
{%- endfor %}
