{#- Where an approval holds: the region that the text names, else the one that the agency stands for. -#}
{% macro region_of(region, agency) -%}
    coalesce({{ region }}, case upper({{ agency }})
        when 'FDA' then 'US'
        when 'EC' then 'EU'
        when 'EMA' then 'EU'
        when 'CHMP' then 'EU'
        when 'PMDA' then 'JP'
        when 'MHLW' then 'JP'
        when 'NMPA' then 'CN'
        when 'MHRA' then 'GB'
        when 'SWISSMEDIC' then 'CH'
        when 'HEALTH CANADA' then 'CA'
        when 'TGA' then 'AU'
    end)
{%- endmacro %}
