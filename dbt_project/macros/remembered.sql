{#- Reads a table that an older file wrote: columns it did not have yet are null, columns it no longer needs are left.

    `columns` maps names to types. With it a file of an earlier version of this project never stops a night. -#}
{% macro remembered(table_name, columns) -%}
with known as (

    select
        {%- for name, type in columns.items() %}
        cast(null as {{ type }}) as {{ name }}{% if not loop.last %},{% endif %}
        {%- endfor %}
    where false

),

source as (

    select * from known
    union all by name
    select * from {{ source('state', table_name) }}

)

select
    {%- for name, type in columns.items() %}
    cast({{ name }} as {{ type }}) as {{ name }}{% if not loop.last %},{% endif %}
    {%- endfor %}
from source
{%- endmacro %}
