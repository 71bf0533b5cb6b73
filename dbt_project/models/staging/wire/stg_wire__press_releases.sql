-- Landing rows of `press_releases`, as Python wrote them, night by night.
with source as (

    select * from {{ source('wire', 'press_releases') }}

)

select
    release_id,
    night,
    source_name,
    source_uri,
    url,
    guid,
    wire,
    headline,
    text,
    text_sha256,
    language,
    cast(is_excerpt as boolean) as is_excerpt,
    cast(is_correction as boolean) as is_correction,
    cast(published_on as date) as published_on,
    cast(published_at as timestamp) as published_at,
    published_basis,
    dateline_city,
    issuer_name,
    issuer_ticker,
    issuer_exchange,
    cast(arrived_at as timestamp) as arrived_at,
    page_sha256
from source
