"""What must not be published is not: the sentence, the ledger, and the last good file."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from night_home import ask, read_ledger, run_at

from ingest.errors import HomeUnusable, NightRefused, PermanentError, SettingsError, WarehouseBusy
from ingest.records import Extraction, PressRelease, QuarantinedItem, RawPage
from orchestration import night
from orchestration.lock import hold_home
from orchestration.stages import extract, parse, validate

pytestmark = pytest.mark.xdist_group("pipeline")
LATER = datetime(2026, 11, 24, 5)


@pytest.fixture
def good_file(copied_home: Path) -> Iterator[Path]:
    """The last good file of the copied home; after the test it must still be the one that readers get."""
    file = copied_home / "published" / "latest" / "dateline.duckdb"
    before = file.resolve()
    content = before.read_bytes()
    yield file
    assert file.resolve() == before
    assert before.read_bytes() == content


def test_facts_that_leave_without_a_cause_stop_the_night(
    first_night: Path, copied_home: Path, good_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = extract.extract_facts

    def read_without_trials(release: PressRelease) -> Extraction:
        found = read(release)
        kept = {name: getattr(found, name) for name in ("compound_names", "company_names", "indication_names")}
        quotes = tuple(row for row in found.evidence if row.fact_table == "compound_aliases")
        return Extraction(release.release_id, evidence=quotes, **kept)

    monkeypatch.setattr(extract, "extract_facts", read_without_trials)
    with pytest.raises(NightRefused, match=r"not published: .*no_fact_left_without_a_cause .*last good file stays"):
        run_at(copied_home, first_night / "releases", LATER)
    last = read_ledger(copied_home, "nights")[-1]
    assert last[1] == "refused"
    assert "no_fact_left_without_a_cause" in last[2]
    assert ask(good_file, "select count(*) > 0 from marts.fct_trials") == [(True,)]


def test_a_document_that_vanishes_between_archive_and_parser_stops_the_night(
    first_night: Path, copied_home: Path, good_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = parse.read_documents

    def lose_the_license(pages: list[RawPage], refused: list[QuarantinedItem]) -> Iterator[PressRelease]:
        return read([page for page in pages if not page.item.source_uri.endswith("license.md")], refused)

    monkeypatch.setattr(parse, "read_documents", lose_the_license)
    with pytest.raises(NightRefused, match=r"8 documents arrived, 2 were read and 5 refused"):
        run_at(copied_home, first_night / "releases", LATER)


def test_a_false_quote_that_reaches_the_handover_stops_the_night_before_anything_is_loaded(
    first_night: Path, copied_home: Path, good_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    true_hand_over = validate.hand_over

    def hand_over_lies(home, night, verb, noun, rows):  # type: ignore[no-untyped-def]
        if noun == "evidence":  # the texts change under the quotes, after they were checked
            path = home.handover(night, "parsed", "press_releases")
            path.write_text(path.read_text().replace("ORV-114", "ORV-115"))
        return true_hand_over(home, night, verb, noun, rows)

    landed = {path: path.read_bytes() for path in (copied_home / "landing").rglob("*.parquet")}
    monkeypatch.setattr(validate, "hand_over", hand_over_lies)
    with pytest.raises(NightRefused, match="quotes are not in their text"):
        run_at(copied_home, first_night / "releases", LATER)
    assert {path: path.read_bytes() for path in (copied_home / "landing").rglob("*.parquet")} == landed


def test_a_bug_in_a_verb_is_one_sentence_and_a_line_in_the_ledger(
    first_night: Path, copied_home: Path, good_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise ZeroDivisionError("no rows\nat all")

    monkeypatch.setattr(validate, "validate_tables", stop)
    with pytest.raises(PermanentError, match="stopped at validate: ZeroDivisionError: no rows at all; this is a bug"):
        run_at(copied_home, first_night / "releases", LATER)
    assert read_ledger(copied_home, "nights")[-1][1:] == ("failed", "validate: ZeroDivisionError: no rows at all")


def test_a_disk_that_is_full_is_told_as_that_even_when_the_ledger_has_no_room_either(
    first_night: Path, copied_home: Path, good_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(path: Path, *_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    monkeypatch.setattr(validate, "hand_over", fill)
    monkeypatch.setattr(night, "append_lines", fill)
    with pytest.raises(
        HomeUnusable, match=r"No space left on device; free space or mend the permissions, and run again"
    ):
        run_at(copied_home, first_night / "releases", LATER)


def test_a_folder_that_does_not_exist_is_told_before_a_night_begins(copied_home: Path, good_file: Path) -> None:
    with pytest.raises(SettingsError, match="nowhere does not exist"):
        run_at(copied_home, copied_home / "nowhere", LATER)
    assert [state for _, state, _ in read_ledger(copied_home, "nights")] == ["published"]


def test_a_home_that_cannot_be_written_is_told_with_the_way_out(first_night: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file, no folder")
    with pytest.raises(HomeUnusable, match=r"cannot be written .*--home or DATELINE_HOME"):
        run_at(tmp_path / "file" / "home", first_night / "releases")


def test_a_home_whose_name_is_a_pattern_is_refused(first_night: Path, tmp_path: Path) -> None:
    with pytest.raises(HomeUnusable, match="in its path: name another"):
        run_at(tmp_path / "home [2]", first_night / "releases")
    assert list(tmp_path.iterdir()) == []


def test_a_second_night_in_the_same_home_is_told_who_is_at_work(copied_home: Path, first_night: Path) -> None:
    with (
        hold_home(copied_home, "building the night 2026-11-24"),
        pytest.raises(WarehouseBusy, match=r"building the night 2026-11-24\): wait .*--home"),
    ):
        run_at(copied_home, first_night / "releases", LATER)
