"""What the page of a night says, and how its pictures are drawn."""

from __future__ import annotations

from datetime import date

import duckdb
import pytest

from orchestration.report.page import render_page
from orchestration.report.picture import draw_ahead, draw_stages
from orchestration.report.questions import COUNTS

TABLES = """
    create table ops.nights as select date '2026-11-20' as night, 'published' as state;
    create table ops.quarantine as select 'parse' as stage, 'law_firm_alert' as reason, '<b>' as detail;
    create table marts.pipeline as select 'phase_1_2' as stage, 'readout' as next_step;
    create table marts.pipeline_history as
        from (values ('p', 'c', 'i', 'o', 'ind_active', 'active', date '2012-03-26', null),
                     ('p', 'c', 'i', 'o', 'phase_1_2', 'active', date '2012-07-11', null))
            as t (program_id, compound_id, indication_id, owner_company_id, stage, status, valid_from, recorded_to);
    create table marts.dim_compounds as select 'c' as compound_id, 'ZLT-1' as compound_name;
    create table marts.dim_indications as select 'i' as indication_id, 'gout' as indication_name;
    create table marts.dim_companies as select 'o' as company_id, 'Orla' as company_name;
    create table marts.upcoming_catalysts as
        select 'g' as guidance_id, 'ZLT-1' as compound_name, 'gout' as indication_name, 'Orla' as company_name,
            'pdufa_date' as step, date '2027-01-01' as window_start, date '2027-03-31' as window_end,
            131 as days_to_window_end, false as is_overdue;
    create table marts.guidance as select 'g' as guidance_id, 'in the first quarter' as window_text;
    create table marts.deals (announced_on date, company_id varchar, partner_company_id varchar,
        collaboration_type varchar, compound_names varchar[], upfront_usd double, total_usd double);
    create table marts.release_changes as
        select date '2026-11-20' as night, 'notable' as severity, 'program' as entity_kind, 'ZLT-1 in gout' as entity_name,
            'stage' as field, 'ind_active' as old_value, 'phase_1_2' as new_value, 'source' as cause;
"""


@pytest.fixture
def night() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute("create schema marts; create schema ops;" + TABLES)
    for sql in COUNTS.values():
        schema, table = sql.split(" from ")[1].split(" ")[0].split(".")
        connection.execute(
            f"create table if not exists {schema}.{table} (is_current boolean, collaboration_id varchar)"
        )
    return connection


def test_the_first_night_lists_no_news(night: duckdb.DuckDBPyConnection) -> None:
    page = render_page(night, "2026-11-20")
    assert "everything is new" in page
    assert "ZLT-1 in gout</td>" not in page


def test_a_later_night_tells_what_it_changed(night: duckdb.DuckDBPyConnection) -> None:
    night.execute("insert into ops.nights values ('2026-11-19', 'published')")
    page = render_page(night, "2026-11-20")
    assert "everything is new" not in page
    assert "<td>ZLT-1 in gout</td>" in page


def test_the_page_speaks_in_words_and_keeps_dates_on_one_line(night: duckdb.DuckDBPyConnection) -> None:
    page = render_page(night, "2026-11-20")
    assert '<td class="d">IND active → phase 1/2</td>' in page
    assert '<td class="d">2027-03-31</td>' in page
    assert "PDUFA date" in page
    assert "_" not in page.split("</style>")[1].replace("law_firm_alert", "")
    assert "&lt;b&gt;" in page


def test_the_page_needs_no_address(night: duckdb.DuckDBPyConnection) -> None:
    assert "http" not in render_page(night, "2026-11-20")


def test_windows_stand_on_the_line_of_time_from_today() -> None:
    today = date(2026, 11, 20)
    begun = draw_ahead([("A", "launch", date(2026, 1, 1), date(2027, 1, 1))], today)
    ahead = draw_ahead([("A", "launch", date(2026, 12, 20), date(2027, 1, 1))], today)
    open_start = draw_ahead([("A", "launch", None, date(2027, 1, 1))], today)
    assert begun == open_start.replace("2026-11-20 to", "2026-01-01 to")
    assert begun != ahead
    assert ">2027</text>" in begun


def test_a_long_name_of_the_picture_is_cut_and_escaped() -> None:
    page = draw_ahead([("<" + "x" * 60, "launch", None, date(2027, 1, 1))], date(2026, 11, 20))
    assert "x" * 36 + "…</text>" in page
    assert "<x" not in page


def test_without_programs_there_is_no_picture() -> None:
    assert draw_stages([]) == "<p>No programs yet.</p>"
