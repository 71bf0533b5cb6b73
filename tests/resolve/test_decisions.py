"""decisions.csv: the house's own rows hold together, and a wrong row says what to mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import VocabularyError
from ingest.resolve.decisions import HOUSE_DECISIONS, read_decisions

HEAD = "kind,left_key,right_key,verdict,reason,decided_on\n"


def test_every_decision_of_the_house_has_a_reason_and_a_day() -> None:
    decisions = read_decisions()
    assert len(decisions) == len(HOUSE_DECISIONS.read_text().splitlines()) - 1
    assert all(d.reason and d.decided_on for d in decisions)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("compond,a,b,merge,why,2026-11-24", "kind 'compond'"),
        ("compound,a,b,glue,why,2026-11-24", "verdict 'glue'"),
        ("compound,a,,merge,why,2026-11-24", "right_key is empty"),
        ("compound,a,b,merge,,2026-11-24", "reason is empty"),
        ("compound,a,b,merge,why,yesterday", "no ISO date"),
    ],
)
def test_a_wrong_row_is_named_with_its_line(tmp_path: Path, row: str, words: str) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text(f"{HEAD}{row}\n")
    with pytest.raises(VocabularyError, match="line 2") as caught:
        read_decisions([path])
    assert words in str(caught.value)


def test_a_file_that_is_no_text_is_named_and_one_with_a_mark_of_its_encoding_is_read(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(VocabularyError, match=r"decisions\.csv cannot be read .* save it as CSV in UTF-8"):
        read_decisions([path])
    path.write_text(f"{HEAD}accept_loss,release_1,,accept,why,2026-11-24\n", encoding="utf-8-sig")
    assert len(read_decisions([path])) == 1


def test_decisions_of_a_home_stand_beside_those_of_the_house(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text(f"{HEAD}accept_loss,release_1,,accept,the source withdrew it,2026-11-24\n")
    both = read_decisions([HOUSE_DECISIONS, path, tmp_path / "missing.csv"])
    assert len(both) == len(read_decisions()) + 1
