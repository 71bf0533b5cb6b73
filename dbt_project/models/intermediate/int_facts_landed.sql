-- One row per landed fact, whatever became of it: which release states it and which extractor read it.
{%- set facts = {
    'fct_compounds': ('compound_mentions', 'compound_fact_id'),
    'fct_compound_components': ('component_mentions', 'component_fact_id'),
    'fct_trials': ('trial_mentions', 'trial_fact_id'),
    'fct_milestones': ('milestone_mentions', 'milestone_fact_id'),
    'fct_collaborations': ('collaboration_mentions', 'collaboration_fact_id'),
    'fct_collaboration_terms': ('term_mentions', 'term_fact_id'),
} %}
{% for table, (noun, key) in facts.items() -%}
select distinct
    '{{ table }}' as fact_table,
    {{ key }} as fact_id,
    release_id,
    extractor_version
from {{ ref('stg_wire__' ~ noun) }}
{% if not loop.last %}union all
{% endif %}
{%- endfor %}
