"""The bundled wire: it holds together, is broad enough, and tells its story night by night."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from sources_night import NightTold, contents, run_night

from ingest.sources.recording import Recording, read_recording
from ingest.sources.registry import DEFAULT_SOURCES

FOLDER = DEFAULT_SOURCES.with_name("sample_wire")
LAST = "2025-01-14"


@pytest.fixture(scope="module")
def recording() -> Recording:
    return read_recording(FOLDER)


@pytest.fixture(scope="module")
def one_run(tmp_path_factory: pytest.TempPathFactory) -> NightTold:
    return run_night(tmp_path_factory.mktemp("one"), LAST)


@pytest.fixture(scope="module")
def by_night(tmp_path_factory: pytest.TempPathFactory, recording: Recording) -> dict[str, NightTold]:
    home = tmp_path_factory.mktemp("nights")
    return {night: run_night(home, night) for night in recording.nights}


def test_every_file_is_answered_and_every_answer_is_a_file(recording: Recording) -> None:
    answered = {entry["file"] for entry in recording.answers.values()}
    held = {
        p.relative_to(FOLDER).as_posix() for p in FOLDER.rglob("*") if p.is_file() and p.suffix not in (".yaml", ".md")
    }
    submissions = {name for name in held if name.startswith("filings/") and name.endswith(".txt")}
    assert answered - held == set()
    assert held - answered - submissions - {name for name in held if name.startswith("files/")} == set()


def test_every_release_has_its_night_and_every_night_names_what_exists(recording: Recording) -> None:
    addresses = {a for a, entry in recording.answers.items() if "entry" not in entry and "list" not in entry}
    documents = {a for a in addresses if "/Archives/" not in a or a.endswith("-index.htm")}
    files = {f"sample_wire/{p.relative_to(FOLDER).as_posix()}" for p in (FOLDER / "files").rglob("*") if p.is_file()}
    gone = {place for place in recording.arrivals if "RYTELO" in place}  # a page that its wire took down
    assert set(recording.arrivals) - gone == documents | files and len(gone) == 1


def test_one_run_loads_the_whole_wire(one_run: NightTold) -> None:
    assert len(one_run.releases) >= 40
    assert {row["state"] for row in one_run.rows.values()} == {"ok"}
    assert one_run.counts["documents"] == one_run.counts["releases"] + one_run.counts["refused"]
    assert not any(q["reason"] == "parser_stopped" for q in one_run.quarantined)


def test_it_meets_every_form_that_a_real_night_meets(one_run: NightTold) -> None:
    wires = Counter(r.wire for r in one_run.releases)
    assert min(wires[w] for w in ("business_wire", "globe_newswire", "pr_newswire", "sec", "company")) >= 2
    assert {Path(r.source_uri).suffix for r in one_run.releases} >= {".txt", ".eml", ".html", ".htm"}
    assert {r.published_basis for r in one_run.releases} >= {"dateline", "feed"}
    assert sum(r.is_correction for r in one_run.releases) == 1
    assert ["RYTELO" in (r.headline or "") for r in one_run.releases if r.is_excerpt] == [True]


def test_advertisements_and_alerts_load_nothing(one_run: NightTold) -> None:
    assert {q["reason"] for q in one_run.quarantined} == {
        "law_firm_alert",
        "market_research_advertisement",
        "vendor_advertisement",
    }


def test_night_by_night_brings_what_one_run_brings_and_nothing_twice(
    one_run: NightTold, by_night: dict[str, NightTold]
) -> None:
    all_nights = [release for told in by_night.values() for release in told.releases]
    assert contents(all_nights) == contents(one_run.releases)
    assert [told.nights for told in by_night.values()] == [[night] for night in by_night]
    assert all(told.releases for told in by_night.values())


def test_a_correction_and_a_copy_arrive_after_what_they_correct_and_copy(by_night: dict[str, NightTold]) -> None:
    arrived = {(r.wire, r.headline or ""): night for night, told in by_night.items() for r in told.releases}
    takeda = "ImmunoGen and Takeda Enter License Agreement for Antibody-Drug Conjugates"
    assert arrived[("business_wire", takeda)] < arrived[("business_wire", f"CORRECTING and REPLACING {takeda}")]
    abbvie = "AbbVie to Acquire ImmunoGen, Including Its Ovarian Cancer Medicine ELAHERE"
    assert arrived[("pr_newswire", abbvie)] < arrived[("business_wire", abbvie)]


def test_guidance_and_its_slip_arrive_on_different_nights(by_night: dict[str, NightTold]) -> None:
    arrived = {r.headline: night for night, told in by_night.items() for r in told.releases}
    first = arrived["ImmunoGen Enrolls First Patients in MIRASOL and SORAYA Trials of Mirvetuximab Soravtansine"]
    assert first < arrived["ImmunoGen Updates Timing of SORAYA Data for Mirvetuximab Soravtansine"]


def test_before_its_first_night_the_wire_is_silent(tmp_path: Path) -> None:
    told = run_night(tmp_path / "home", "2024-11-03")
    assert told.releases == [] and {row["state"] for row in told.rows.values()} == {"ok_empty"}


def test_an_address_answers_only_from_its_night_on(recording: Recording) -> None:
    address, night = max(recording.arrivals.items(), key=lambda pair: (pair[0].startswith("https"), pair[1]))
    assert recording.answer(address, "2024-11-03") is None
    assert recording.answer(address, night) is not None
    assert recording.answer("https://nobody.example/", night) is None
