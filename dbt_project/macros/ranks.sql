{#- Position of a value in its closed list (1 = first); null stays null. The order of development_stage is its rank. -#}
{% macro rank_of(column, list_name) -%}
    list_position({{ sql_list(var('closed_lists')[list_name]) }}, {{ column }})
{%- endmacro %}

{#- The value at a rank; the inverse of rank_of. -#}
{% macro value_at(rank, list_name) -%}
    list_extract({{ sql_list(var('closed_lists')[list_name]) }}, {{ rank }})
{%- endmacro %}

{% macro sql_list(items) -%}
    [{% for item in items %}'{{ item }}'{% if not loop.last %}, {% endif %}{% endfor %}]
{%- endmacro %}

{#- The stage that a trial of a phase has reached. Phase 4 follows an approval that the text does not state: null. -#}
{% macro stage_of_phase(phase) -%}
    case {{ phase }}
        when '1' then 'phase_1'
        when '1/2' then 'phase_1_2'
        when '2' then 'phase_2'
        when '2/3' then 'phase_2_3'
        when '3' then 'phase_3'
    end
{%- endmacro %}

{% macro sql_tuple(items) -%}
    ({% for item in items %}'{{ item }}'{% if not loop.last %}, {% endif %}{% endfor %})
{%- endmacro %}
