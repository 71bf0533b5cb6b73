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

{#- The region of an approval that has been given; null for every other milestone. -#}
{% macro region_approved(milestones) -%}
    case
        when {{ milestones }}.milestone_type = 'approval' and {{ milestones }}.statement in ('happened', 'historical')
            then {{ region_of(milestones ~ '.region', milestones ~ '.agency') }}
    end
{%- endmacro %}
