{#- Runs at the end of a build: the two table macros that are published with the file.

    A table macro finds its tables in the database that is in use, so a reader who attaches the file under another
    name says `use that_name;` first (`from that_name.marts.pipeline` needs no such thing: it is a table). -#}
{% macro create_published_macros() %}
    {%- if execute and flags.WHICH in ('build', 'run') -%}
        {%- set tables = {} -%}
        {%- for name in [
            'pipeline_history', 'guidance', 'step_programs', 'program_releases', 'program_partners',
            'dim_compounds', 'dim_indications', 'dim_companies',
        ] -%}
            {%- do tables.update({name: 'marts.' ~ name}) -%}
        {%- endfor -%}
        {%- set built = run_query(
            "select count(*) from information_schema.tables where table_catalog = current_database()
            and table_schema = 'marts' and table_name in ('pipeline', 'pipeline_recorded')"
        ).columns[0].values()[0] -%}
        {%- if built == 2 -%}
            {%- do run_query('create or replace macro marts.pipeline_as_of(day) as table ('
                ~ pipeline_query('cast(day as date)', tables) ~ ')') -%}
            {%- do run_query('create or replace macro marts.pipeline_as_recorded(day) as table ('
                ~ pipeline_as_recorded_query('cast(day as date)') ~ ')') -%}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}

{#- What was published that night, row for row: the columns of `pipeline` in the state that the night left. -#}
{% macro pipeline_as_recorded_query(day) %}
select * exclude (recorded_from, recorded_to, night_from, night_to)
from marts.pipeline_recorded
where night_from <= {{ day }} and (night_to is null or night_to > {{ day }})
{% endmacro %}
