{#- The one value that a column has in the window `same`; null when it has none or several. -#}
{% macro only_one(column) -%}
    case when min({{ column }}) over same = max({{ column }}) over same then min({{ column }}) over same end
{%- endmacro %}
