{#- The clock and the calendar of this run: given as vars, never read from the machine, so that a rebuild is the same. -#}
{% macro run_recorded_at() -%} cast('{{ var("recorded_at") }}' as timestamp) {%- endmacro %}

{% macro run_night() -%} cast('{{ var("night") }}' as date) {%- endmacro %}

{% macro run_today() -%} cast('{{ var("today") }}' as date) {%- endmacro %}
