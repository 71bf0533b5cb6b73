"""What the marts say of the story that dbt_story.py tells, as an analyst would ask it."""

from __future__ import annotations

from datetime import date

import duckdb

Row = tuple[object, ...]


def rows(connection: duckdb.DuckDBPyConnection, sql: str) -> list[Row]:
    return connection.execute(sql).fetchall()


def test_a_planned_phase_is_not_reached(first_night: duckdb.DuckDBPyConnection) -> None:
    found = rows(
        first_night,
        "select development_stage, planned_stage from fct_compounds join dim_compounds using (compound_id)"
        " where compound_name = 'IMGN853' and announced_on = '2012-03-26' and indication_id is null",
    )
    assert found == [("ind_active", "phase_1")]


def test_the_pipeline_names_each_program_once_at_the_highest_stage_reached(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    found = rows(
        warehouse,
        "select compound_name, indication_name, stage, status from pipeline order by compound_name, indication_name",
    )
    assert ("IMGN853", "ovarian cancer", "approved", "approved") in found
    assert ("IMGN529", "non-Hodgkin lymphoma", "phase_1", "discontinued") in found
    assert len({(compound, disease) for compound, disease, *_ in found}) == len(found)


def test_comparators_have_no_program(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert rows(warehouse, "select * from pipeline where compound_name = 'paclitaxel'") == []


def test_an_undated_release_never_changes_a_program_with_dated_evidence(warehouse: duckdb.DuckDBPyConnection) -> None:
    """The fact sheet calls the approved compound preclinical; only in glioma, where nothing else is known, it counts."""
    found = dict(
        rows(warehouse, "select indication_name, stage from pipeline where compound_name = 'IMGN853'")  # type: ignore[arg-type]
    )
    assert found["ovarian cancer"] == "approved"
    assert found["glioma"] == "preclinical"


def test_a_copy_on_another_wire_adds_no_fact(first_night: duckdb.DuckDBPyConnection) -> None:
    assert rows(first_night, "select count(*) from fct_compounds where development_stage = 'phase_3'") == [(0,)]
    copies = rows(first_night, "select wire, minutes_after_first from release_copies where minutes_after_first > 0")
    assert copies == [("globe_newswire", 7)]


def test_slipped_guidance_is_delayed_by_its_days_and_ends_when_the_trial_starts(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    found = rows(
        warehouse,
        "select announced_on, change, slip_days, is_open from guidance join dim_compounds using (compound_id)"
        " where compound_name = 'IMGN853' and step = 'trial_started' order by announced_on",
    )
    assert found == [
        (date(2012, 3, 26), "set", None, False),
        (date(2012, 7, 27), "delayed", 122, False),
        (date(2013, 1, 8), "missed", 8, False),
    ]


def test_only_open_steps_are_upcoming(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = rows(warehouse, "select compound_name, step, window_end, is_overdue from upcoming_catalysts order by all")
    assert found == [
        ("IMGN853", "data_reported", date(2030, 12, 31), False),
        ("ORL-7", "approval", date(2021, 12, 31), True),  # the European one
    ]


def test_a_step_ends_however_it_is_told_that_it_came(warehouse: duckdb.DuckDBPyConnection) -> None:
    """A PDUFA date of a code name by the approval of the brand in one disease; data without a trial by a named trial."""
    found = rows(
        warehouse,
        "select step, change, slip_days from guidance join dim_compounds using (compound_id)"
        " where compound_name = 'ORL-7' and announced_on > '2020-09-01' order by step",
    )
    assert found == [("data_reported", "missed", 336), ("pdufa_date", "met", -2)]


def test_only_steps_with_a_window_are_in_the_slip_record(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = rows(
        warehouse,
        "select steps_guided, met, over_undated, missed, overdue from company_slip_record where company_name = 'Orla'",
    )
    assert found == [(3, 1, 0, 1, 1)]


def test_a_trial_that_has_reported_is_not_called_ongoing_again(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = rows(warehouse, "select status, last_seen_on, next_step from dim_trials where trial_name = 'LANTERN'")
    assert found == [("reported", date(2021, 5, 1), None)]


def test_a_trial_told_without_its_disease_is_the_one_of_its_phase(warehouse: duckdb.DuckDBPyConnection) -> None:
    """The second release speaks of 'the first Phase I trial' only."""
    found = rows(
        warehouse,
        "select phase, count(*) from dim_trials join dim_compounds using (compound_id)"
        " where compound_name = 'IMGN853' and not is_identified group by phase",
    )
    assert found == [("1", 1)]


def test_a_kind_of_a_disease_stands_beside_it_and_names_the_broader_program(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    found = rows(
        warehouse,
        "select narrow.indication_name, narrow.stage, broad.indication_name, broad.stage, broad.broader_program_id"
        " from pipeline as narrow join pipeline as broad on narrow.broader_program_id = broad.program_id",
    )
    assert found == [("tophaceous gout", "approved", "gout", "filed", None)]


def test_both_parties_tell_of_one_agreement_in_their_own_words(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = rows(
        warehouse,
        "select collaboration_type, status, announced_on, upfront_usd, compound_names, len(release_ids) from deals"
        " where company_name = 'Orla' or partner_name = 'Orla'",
    )
    assert found == [("license", "announced", date(2020, 9, 1), 7e6, ["ORL-7"], 3)]


def test_a_completed_acquisition_hands_over_what_the_company_owned(warehouse: duckdb.DuckDBPyConnection) -> None:
    owners = dict(
        rows(warehouse, "select compound_name, owner_name from pipeline where compound_name like 'IMGN%'")  # type: ignore[arg-type]
    )
    assert owners == dict.fromkeys(("IMGN529", "IMGN779", "IMGN853"), "AbbVie")
    before = rows(
        warehouse, "select distinct owner_name from pipeline_as_of(date '2024-02-11') where compound_name like 'IMGN%'"
    )
    assert before == [("ImmunoGen",)]
    assert rows(warehouse, "select partner_names from pipeline where compound_name = 'IMGN779'") == [(["Novia"],)]


def test_money_of_an_agreement_stands_once_however_many_releases_repeat_it(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    found = rows(
        warehouse,
        "select upfront_usd, equity_usd, milestones_usd, royalty_words, compound_names, len(release_ids) from deals"
        " where collaboration_type = 'license' and company_name = 'ImmunoGen'",
    )
    assert found == [(20e6, 5e6, 150e6, "royalties in the high single digits", ["IMGN779"], 3)]


def test_the_completion_of_an_acquisition_is_the_same_agreement(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = rows(
        warehouse, "select announced_on, status, len(release_ids) from deals where collaboration_type = 'acquisition'"
    )
    assert found == [(date(2023, 11, 30), "completed", 2)]


def test_known_facts_keep_the_night_in_which_they_were_first_recorded(
    first_night: duckdb.DuckDBPyConnection, warehouse: duckdb.DuckDBPyConnection
) -> None:
    before = rows(first_night, "select trial_fact_id, recorded_at from fct_trials")
    after = set(rows(warehouse, "select trial_fact_id, recorded_at from fct_trials"))
    assert before
    assert set(before) <= after


def test_what_a_correction_replaces_is_retired_with_its_cause(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = rows(warehouse, "select distinct fact_table, cause from fct_retired")
    assert ("fct_compounds", "superseded") in found
    assert rows(warehouse, "select * from attached.ops.unexplained_losses") == []


def test_the_pipeline_as_recorded_is_what_that_night_published(
    first_night: duckdb.DuckDBPyConnection, warehouse: duckdb.DuckDBPyConnection
) -> None:
    then = rows(first_night, "select * from pipeline order by program_id")
    assert then
    assert rows(warehouse, "select * from pipeline_as_recorded(date '2026-11-20') order by program_id") == then


def test_the_pipeline_as_of_a_day_knows_nothing_later(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = rows(
        warehouse,
        "select indication_name, stage, next_step, next_window_end from pipeline_as_of(date '2012-12-31')"
        " where compound_name = 'IMGN853' order by indication_name",
    )
    assert ("ovarian cancer", "ind_active", "trial_started", date(2012, 12, 31)) in found
    assert "approved" not in {stage for _, stage, *_ in found}


def test_a_change_names_its_release_and_how_much_it_matters(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = rows(
        warehouse,
        "select entity_name, field, new_value, cause, severity, release_id is not null from release_changes"
        " where night = '2026-11-21' and new_value = 'discontinued' and field = 'status'",
    )
    assert found == [("IMGN529 in non-Hodgkin lymphoma", "status", "discontinued", "source", "critical", True)]


def test_every_table_is_a_table_and_every_column_is_explained(warehouse: duckdb.DuckDBPyConnection) -> None:
    views = rows(warehouse, "select view_name from duckdb_views() where database_name = 'attached' and not internal")
    silent = rows(
        warehouse,
        "select table_name, column_name from duckdb_columns()"
        " where database_name = 'attached' and schema_name in ('marts', 'ops') and comment is null",
    )
    grainless = rows(
        warehouse,
        "select table_name from duckdb_tables() where database_name = 'attached' and schema_name in ('marts', 'ops')"
        " and comment is null",
    )
    assert (views, silent, grainless) == ([], [], [])


def test_a_program_is_told_in_a_disease_from_the_day_on_which_the_disease_is_named(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    """ORL-7 is filed in no disease at first; later it is one program, since the day on which the filing was told."""
    for day, expected in (
        ("2020-10-01", [(None, "filed", date(2020, 9, 1))]),
        ("2021-01-01", [("gout", "filed", date(2020, 9, 1))]),
    ):
        found = rows(
            warehouse,
            f"select indication_name, stage, stage_since from pipeline_as_of(date '{day}')"
            " where compound_name = 'ORL-7' order by all",
        )
        assert found == expected
