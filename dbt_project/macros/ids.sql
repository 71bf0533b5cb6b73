{#- A text key like `trial_3f2a…`: 16 hex digits of SHA-256 over the parts, as ingest.records.hash_id makes them. -#}
{% macro hash_id(prefix, parts) -%}
    '{{ prefix }}_' || substr(sha256(
        {%- for part in parts %}coalesce(cast({{ part }} as varchar), ''){% if not loop.last %} || chr(31) || {% endif %}{% endfor -%}
    ), 1, 16)
{%- endmacro %}

{#- The form in which names are compared: lower case, letters and digits only. -#}
{% macro name_key(name) -%} regexp_replace(lower({{ name }}), '[^\p{L}\p{N}]+', '', 'g') {%- endmacro %}
