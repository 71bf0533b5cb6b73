-- Landed facts of current releases that no table holds: resolve has left a name without an entity.
{{ config(severity='warn') }}
select * from {{ ref('unpublished_facts') }}
