-- Grain: one statement of one expected step: that it is expected, or the first word that it came or will not come.
with chained as (

    select
        *,
        lag(kind) over chain as kind_before,
        lag(fact_id) over chain as fact_before,
        lag(window_end) over chain as end_before,
        lag(window_start) over chain as start_before,
        lag(announced_on) over chain as announced_before,
        lead(kind) over chain as kind_after,
        lead(announced_on) over chain as announced_after
    from {{ ref('int_guidance_chained') }}
    window chain as (partition by chain_id order by place)

),

measured as (

    select
        *,
        coalesce(kind_before = 'expected', false) as is_continued,
        case
            when kind_before != 'expected' then null
            when kind = 'expected' then window_end - end_before
            when kind in ('done', 'failed') then coalesce(occurred_on, announced_on) - end_before
        end as slip_days
    from chained

),

judged as (

    select
        *,
        case
            when kind = 'withdrawn' then 'withdrawn'
            when kind = 'failed' then 'missed'
            when kind in ('done', 'passed') then case when slip_days > 0 then 'missed' else 'met' end
            when not is_continued or end_before is null or announced_before is null then 'set'
            when slip_days > 0 then 'delayed'
            when slip_days < 0 and not coalesce(window_start >= start_before, false) then 'accelerated'
            else 'reiterated'
        end as change,
        kind = 'expected' and kind_after is null as is_open
    from measured

)

select
    {{ hash_id('guidance', ['judged.fact_id']) }} as guidance_id,
    judged.chain_id,
    programs.program_id,
    judged.compound_id,
    judged.trial_id,
    releases.issuer_company_id as company_id,
    judged.step,
    judged.step_phase as phase,
    judged.window_start,
    judged.window_end,
    judged.window_text,
    judged.precision,
    case
        when judged.is_open and judged.window_end < {{ run_today() }} then 'overdue'
        else judged.change
    end as status,
    judged.change,
    case when judged.is_continued then {{ hash_id('guidance', ['judged.fact_before']) }} end as previous_guidance_id,
    cast(judged.slip_days as integer) as slip_days,
    judged.is_open,
    case when judged.kind != 'expected' then judged.announced_on else judged.announced_after end as closed_on,
    judged.release_id,
    judged.announced_on
from judged
left join {{ ref('dim_releases') }} as releases on judged.release_id = releases.release_id
left join {{ ref('int_programs_identified') }} as programs
    on
        judged.compound_id = programs.compound_id
        and judged.step_indication_id is not distinct from programs.indication_id
