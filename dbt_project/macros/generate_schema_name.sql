{#- A folder's schema is its name (marts, ops ...), without dbt's default prefix of the target's schema. -#}
{% macro generate_schema_name(custom_schema_name, node) -%}
    {{ custom_schema_name or target.schema }}
{%- endmacro %}
