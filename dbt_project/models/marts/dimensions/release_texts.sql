-- Grain: one version of one release.
select
    release_id,
    text
from {{ ref('int_releases_versioned') }}
