{#- One row per breach of what a table promises; one test per table, because each test is a statement that costs time.

    keys      lists of columns: the first list is the key (never null), every list is unique
    required  columns that are never null
    lists     {column: closed list}: every value is in that list of `closed_lists` (null is allowed: unknown)
    parents   {column: table.column}: every value is there (null is allowed) -#}
{% test holds_its_contract(model, keys, required=[], lists={}, parents={}) %}
    {%- set never_null = (keys[0] if keys else []) | reject('in', ['indication_id', 'valid_from', 'night_id', 'source_uri']) | list + required %}
    {%- set breaches = [] %}
    {%- for key in keys %}
        {%- do breaches.append(
            "select 'not unique: " ~ key | join(', ') ~ "' as breach, cast((" ~ key | join(', ') ~ ") as varchar) as value from "
            ~ model ~ " group by " ~ key | join(', ') ~ " having count(*) > 1"
        ) %}
    {%- endfor %}
    {%- for column in never_null %}
        {%- do breaches.append(
            "select 'null: " ~ column ~ "' as breach, null as value from " ~ model ~ " where " ~ column ~ " is null"
        ) %}
    {%- endfor %}
    {%- for column, list_name in lists.items() %}
        {%- do breaches.append(
            "select 'not in the list " ~ list_name ~ ": " ~ column ~ "' as breach, cast(" ~ column ~ " as varchar) as value from "
            ~ model ~ " where " ~ column ~ " is not null and not list_contains("
            ~ sql_list(var('closed_lists')[list_name]) ~ ", " ~ column ~ ")"
        ) %}
    {%- endfor %}
    {%- for column, parent in parents.items() %}
        {%- set table_name, parent_column = parent.split('.') %}
        {%- do breaches.append(
            "select 'no such " ~ parent ~ ": " ~ column ~ "' as breach, cast(child." ~ column ~ " as varchar) as value from "
            ~ model ~ " as child left join " ~ (model if table_name == model.identifier else ref(table_name)) ~ " as parent on child."
            ~ column ~ " = parent." ~ parent_column ~ " where child." ~ column ~ " is not null and parent."
            ~ parent_column ~ " is null"
        ) %}
    {%- endfor %}
{{ breaches | join('\nunion all\n') }}
{% endtest %}
