-- Grain: one calendar day, 1980 to 2059.
with days as (

    select cast(unnest(generate_series(date '1980-01-01', date '2059-12-31', interval 1 day)) as date) as date_on

)

select
    date_on,
    cast(year(date_on) as integer) as year_number,
    cast(quarter(date_on) as integer) as quarter_number,
    cast(month(date_on) as integer) as month_number,
    cast(day(date_on) as integer) as day_of_month,
    cast(isodow(date_on) as integer) as day_of_week,
    cast(week(date_on) as integer) as week_of_year,
    strftime(date_on, '%B') as month_name,
    strftime(date_on, '%A') as day_name,
    case when month(date_on) <= 6 then 'H1' else 'H2' end as half_name,
    year(date_on) || '-Q' || quarter(date_on) as quarter_name,
    isodow(date_on) >= 6 as is_weekend
from days
