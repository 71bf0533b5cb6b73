"""Folders of files: what is taken, what is refused and why, and that the rest of the night goes on."""

from __future__ import annotations

import io
import json
import os
import tarfile
import zipfile
from pathlib import Path

import pytest
from sources_night import read_ledger, run_night
from sources_server import page

from ingest.errors import SettingsError
from orchestration.stages import files

WORDS = (
    "today announced that the first patient has been dosed in a Phase 2 trial of its compound in ulcerative colitis."
)


def text(name: str) -> str:
    return f"Aldora Starts Phase 2 Trial of {name}\n\nBOSTON, Nov. 4, 2024 -- Aldora Therapeutics, Inc. (Nasdaq: ALDX) {WORDS}\n"


def mail(name: str) -> str:
    return f"From: ir@aldora.example\nSubject: Aldora Starts Trial of {name}\nDate: Mon, 04 Nov 2024 12:00:00 +0000\n\n{text(name)}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "releases"
    path.mkdir()
    return path


def headlines(told: object) -> list[str]:
    return sorted(r.headline for r in told.releases)  # type: ignore[attr-defined]


def test_every_kind_of_file_becomes_its_releases_without_a_network(folder: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_text(text("AAA-1"))
    (folder / "b.md").write_text("# " + text("BBB-2"))
    (folder / "deep").mkdir()
    (folder / "deep" / "c.html").write_text(page("CCC-3"))
    (folder / "d.json").write_text(json.dumps({"title": "Aldora Starts DDD-4", "text": text("DDD-4")}))
    (folder / "e.jsonl").write_text(
        "\n".join(json.dumps({"id": n, "title": f"Aldora {n}", "text": text(n)}) for n in "EF")
    )
    (folder / "g.eml").write_text(mail("GGG-7"))
    (folder / "h.mbox").write_text(f"From a\n{mail('HHH-8')}\nFrom b\n{mail('III-9')}")
    (folder / "f.xml").write_text(
        f"<rss version='2.0'><channel><item><title>Aldora Starts JJJ-10</title><guid>j10</guid>"
        f"<description>{text('JJJ-10')}</description></item></channel></rss>"
    )
    told = run_night(tmp_path / "home", "2024-11-05", releases=folder)
    uris = sorted(r.source_uri.removeprefix(str(folder)) for r in told.releases)
    assert uris == sorted(
        [
            "/a.txt",
            "/b.md",
            "/deep/c.html",
            "/d.json",
            "/e.jsonl#E",
            "/e.jsonl#F",
            "/g.eml",
            "/h.mbox#1",
            "/h.mbox#2",
            "/f.xml#j10",
        ]
    )
    assert [r.source_uri for r in told.releases if r.is_excerpt] == [f"{folder}/f.xml#j10"]
    assert told.quarantined == []
    assert told.counts == {"documents": 10, "releases": 10, "refused": 0}


def test_archives_are_read_member_by_member(folder: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("in/one.txt", text("ONE-1"))
        archive.writestr("__MACOSX/._one.txt", b"\x00\x05")
        archive.writestr("scan.pdf", b"%PDF-1.7")
    with tarfile.open(folder / "b.tar.gz", "w:gz") as archive:
        body = text("TWO-2").encode()
        info = tarfile.TarInfo("two.txt")
        info.size = len(body)
        archive.addfile(info, io.BytesIO(body))
    told = run_night(tmp_path / "home", "2024-11-05", releases=folder)
    assert sorted(r.source_uri for r in told.releases) == [f"{folder}/a.zip#in/one.txt", f"{folder}/b.tar.gz#two.txt"]
    assert [(q["reason"], q["source_uri"]) for q in told.quarantined] == [
        ("unknown_format", f"{folder}/a.zip#scan.pdf")
    ]


def test_what_cannot_be_read_is_in_quarantine_with_its_reason_and_the_rest_is_loaded(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "good.txt").write_text(text("GOO-1"))
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(b"\x00\x01\x02" * 500)
    (folder / "broken.json").write_text("{")
    (folder / "broken.zip").write_bytes(b"PK\x03\x04 cut off")
    (folder / "sheet.xlsx").write_bytes(b"PK")
    (folder / "japanese.txt").write_text("株式会社アルドラは本日、第2相試験の開始を発表しました。" * 20)
    (folder / "lines.jsonl").write_text(json.dumps({"title": "Aldora", "text": text("LIN-1")}) + "\n{broken\n")
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    told = run_night(tmp_path / "home", "2024-11-05", releases=folder)
    reasons = {q["source_uri"].removeprefix(f"{folder}/"): (q["stage"], q["reason"]) for q in told.quarantined}
    assert reasons == {
        "empty.txt": ("parse", "empty"),
        "binary.txt": ("parse", "binary"),
        "broken.json": ("parse", "broken_json"),
        "broken.zip": ("fetch", "unreadable"),
        "sheet.xlsx": ("fetch", "unknown_format"),
        "japanese.txt": ("parse", "not_english"),
        "lines.jsonl#2": ("parse", "broken_json"),
        "huge.txt": ("fetch", "too_large"),
    }
    assert len(told.releases) == 2
    assert told.counts["documents"] == told.counts["releases"] + told.counts["refused"]


def test_a_packed_member_that_is_damaged_costs_the_rest_of_its_archive_only(folder: Path, tmp_path: Path) -> None:
    (folder / "good.txt").write_text(text("GOO-1"))
    with zipfile.ZipFile(folder / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("one.txt", text("ONE-1"))
    packed = bytearray((folder / "a.zip").read_bytes())
    packed[60:100] = b"\xff" * 40
    (folder / "a.zip").write_bytes(packed)
    told = run_night(tmp_path / "home", "2024-11-05", releases=folder)
    assert [(q["reason"], q["source_uri"]) for q in told.quarantined] == [("unreadable", f"{folder}/a.zip")]
    assert len(told.releases) == 1


def test_a_name_that_is_no_text_or_breaks_lines_is_told_like_any_other(folder: Path, tmp_path: Path) -> None:
    (folder / os.fsdecode(b"\xff1.txt")).write_text(text("GOO-1"))
    for name in (os.fsdecode(b"\xff2.txt"), "a\nb.txt", "a\u2028b\x85c.txt"):
        (folder / name).write_text("short")
    told = run_night(tmp_path / "home", "2024-11-05", releases=folder)
    assert [r.source_uri for r in told.releases] == [f"{folder}/\\xff1.txt"]
    told_names = {q["source_uri"].removeprefix(f"{folder}/") for q in told.quarantined}
    assert told_names == {"\\xff2.txt", "a\nb.txt", "a\u2028b\x85c.txt"}


def test_a_link_to_a_folder_is_told_and_not_followed(folder: Path, tmp_path: Path) -> None:
    (folder / "good.txt").write_text(text("GOO-1"))
    (folder / "again").symlink_to(folder)
    told = run_night(tmp_path / "home", "2024-11-05", releases=folder)
    assert [(q["reason"], q["source_uri"]) for q in told.quarantined] == [("unreadable", f"{folder}/again")]
    assert len(told.releases) == 1


def test_broken_utf_8_keeps_its_good_parts(folder: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_bytes(text("AAA-1").encode() + "Nestlé agrees".encode() + b" with \xff this.")
    assert "Nestlé agrees with" in run_night(tmp_path / "home", "2024-11-05", releases=folder).releases[0].text


def test_a_mailbox_longer_than_one_document_may_be_is_cut_into_its_messages(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"MBX-{n}" for n in range(1, 9)]
    (folder / "a.mbox").write_text("".join(f"From x\n{mail(name)}\n" for name in names))
    whole = run_night(tmp_path / "whole", "2024-11-05", releases=folder)
    monkeypatch.setattr(files, "SIZE_LIMIT", 900)
    (folder / "a.mbox").write_text((folder / "a.mbox").read_text() + f"From x\n{mail('TOO-LONG')}{'x' * 2000}\n")
    parts = run_night(tmp_path / "parts", "2024-11-05", releases=folder)
    assert headlines(parts) == headlines(whole) == sorted(f"Aldora Starts Trial of {name}" for name in names)
    assert [(q["reason"], q["source_uri"]) for q in parts.quarantined] == [("too_large", f"{folder}/a.mbox#9")]


def test_json_lines_longer_than_one_document_may_be_are_cut_into_lines(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "SIZE_LIMIT", 900)
    rows = [json.dumps({"id": f"r{n}", "title": f"Aldora {n}", "text": text(f"JSL-{n}")}) for n in range(6)]
    (folder / "a.jsonl").write_text("\n".join(rows))
    told = run_night(tmp_path / "home", "2024-11-05", releases=folder)
    assert len(told.releases) == 6 and len({r.source_uri for r in told.releases}) == 6


def test_an_archive_that_unpacks_without_end_is_refused(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "UNPACKED_LIMIT", 5_000_000)
    with zipfile.ZipFile(folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", text("AAA-1"))
        archive.writestr("b.txt", b" " * 6_000_000)
    told = run_night(tmp_path / "home", "2024-11-05", releases=folder)
    assert [(q["reason"], q["source_uri"]) for q in told.quarantined] == [("too_large", f"{folder}/bomb.zip")]


def test_the_same_folder_again_brings_only_what_is_new_or_changed(folder: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_text(text("AAA-1"))
    (folder / "b.txt").write_text(text("BBB-2"))
    run_night(tmp_path / "home", "2024-11-05", releases=folder)
    (folder / "b.txt").write_text(text("BBB-2") + "The number of patients is 40.\n")
    (folder / "c.txt").write_text(text("CCC-3"))
    told = run_night(tmp_path / "home", "2024-11-06", releases=folder)
    row = told.rows["folder"]
    assert (row["new_count"], row["changed_count"], row["item_count"]) == (1, 1, 3)
    assert (told.nights, len(told.releases)) == (["2024-11-06"], 2)


def test_a_folder_that_does_not_exist_is_one_sentence_and_no_night_is_noted(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="does not exist"):
        run_night(tmp_path / "home", "2024-11-05", releases=tmp_path / "none")
    assert read_ledger(tmp_path / "home", "nights") == []
