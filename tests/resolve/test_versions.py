"""Corrections, edited pages, excerpts and wires: which document stands for a release, and which version is current."""

from __future__ import annotations

import dataclasses
import random
from datetime import datetime, timedelta
from typing import Any

import pytest
from told import decide
from wire_copies import COPIES, STORIES, business_wire, feed_item, globe_newswire, look_alikes, pr_newswire

from ingest.records import PressRelease
from ingest.resolve.releases import resolve_releases

STORY = STORIES[0]
NOON = datetime(2024, 5, 14, 12)


def rows_of(*releases: PressRelease, decisions: Any = ()) -> dict[str, dict[str, Any]]:
    tables, _ = resolve_releases(releases, decisions)
    return {row["release_id"]: row for row in tables["releases"]}


def correction_of(release: PressRelease, wrong: str, right: str) -> PressRelease:
    note = f"In the release of {STORY.fact('day')}, the second paragraph should read {right} (instead of {wrong}). The corrected release reads:"
    headline = f"CORRECTING and REPLACING {release.headline}"
    text = f"{headline}\n\n{note}\n\n{release.text.split(chr(10), 2)[2].replace(wrong, right)}"
    return dataclasses.replace(
        release,
        release_id="corrected",
        text=text,
        headline=headline,
        is_correction=True,
        sections=(),
        source_uri="correction",
    )


def later(release: PressRelease, days: int, **fields: Any) -> PressRelease:
    night = f"2026-11-{20 + days}"
    return dataclasses.replace(release, night=night, arrived_at=release.arrived_at + timedelta(days=days), **fields)


@pytest.mark.parametrize("first", ["original", "correction"])
def test_a_correction_supersedes_what_it_corrects_whichever_arrived_first(first: str) -> None:
    original = business_wire(STORY)
    corrected = correction_of(original, "34 sites", "43 sites")
    pair = [later(original, 1), corrected] if first == "correction" else [original, later(corrected, 1)]
    rows = rows_of(*pair)
    assert (rows[original.release_id]["version"], rows[original.release_id]["is_current"]) == (1, False)
    assert rows["corrected"]["supersedes_release_id"] == original.release_id
    assert (rows["corrected"]["version"], rows["corrected"]["is_current"], rows["corrected"]["is_correction"]) == (
        2,
        True,
        True,
    )


def test_a_correction_finds_its_original_among_look_alikes() -> None:
    told = [STORY, *(other for _, other in look_alikes(STORY))]
    originals = [dataclasses.replace(business_wire(story), source_uri=f"page {n}") for n, story in enumerate(told)]
    rows = rows_of(*originals, correction_of(originals[0], "34 sites", "44 sites"))
    assert rows["corrected"]["supersedes_release_id"] == originals[0].release_id
    assert [row["release_id"] for row in rows.values() if not row["is_current"]] == [originals[0].release_id]


def test_a_correction_without_an_original_stands_alone() -> None:
    rows = rows_of(correction_of(business_wire(STORY), "34 sites", "43 sites"), business_wire(STORIES[1]))
    assert (rows["corrected"]["version"], rows["corrected"]["supersedes_release_id"]) == (1, None)


def test_the_same_correction_on_two_wires_is_one_version_with_a_copy() -> None:
    original, corrected = business_wire(STORY), correction_of(business_wire(STORY), "34 sites", "43 sites")
    other = dataclasses.replace(
        corrected,
        release_id="on another wire",
        text=corrected.text + "\n\nCopyright Business Wire 2024",
        wire="accesswire",
        source_uri="other",
    )
    rows = rows_of(original, corrected, later(other, 1))
    assert rows["on another wire"]["copy_of_release_id"] == "corrected"
    assert [row["version"] for row in (rows[original.release_id], rows["corrected"], rows["on another wire"])] == [
        1,
        2,
        2,
    ]


def test_a_page_edited_at_its_address_becomes_the_next_version() -> None:
    page = dataclasses.replace(
        business_wire(STORY), url="https://www.marlowe.example/news/first-patient?utm_source=feed"
    )
    edited = later(
        page,
        2,
        release_id="edited",
        text=page.text.replace("120 patients", "150 patients"),
        url="http://marlowe.example/news/first-patient/",
    )
    rows = rows_of(page, edited)
    assert rows["edited"]["supersedes_release_id"] == page.release_id
    assert (rows[page.release_id]["is_current"], rows["edited"]["is_current"]) == (False, True)


def test_another_story_at_the_same_address_supersedes_nothing() -> None:
    one, other = (dataclasses.replace(business_wire(s), source_uri="news/latest.txt") for s in STORIES[:2])
    assert all(row["is_current"] for row in rows_of(one, later(other, 1)).values())


def test_the_full_text_stands_for_the_release_even_when_its_excerpt_came_first() -> None:
    excerpt, full = feed_item(STORY), later(business_wire(STORY), 1)
    rows = rows_of(excerpt, full)
    assert rows[excerpt.release_id]["copy_of_release_id"] == full.release_id
    assert rows[full.release_id]["is_current"]


def test_an_excerpt_never_supersedes_a_full_text() -> None:
    full = business_wire(STORY)
    notice = later(
        feed_item(STORY),
        1,
        release_id="notice",
        text="Correction: see the full text.",
        headline=full.headline,
        is_correction=True,
        sections=(),
    )
    rows = rows_of(full, notice)
    assert rows[full.release_id]["is_current"]
    assert rows["notice"]["supersedes_release_id"] is None


def test_copies_tell_which_wire_was_first_and_by_how_much() -> None:
    first = dataclasses.replace(pr_newswire(STORY), published_at=NOON)
    second = dataclasses.replace(business_wire(STORY), published_at=NOON + timedelta(minutes=13))
    undated = dataclasses.replace(globe_newswire(STORY), published_at=None)
    tables, _ = resolve_releases([undated, second, first], [])
    assert [(row["wire"], row["minutes_after_first"]) for row in sorted(tables["release_copies"], key=lambda r: (r["minutes_after_first"] is None, r["minutes_after_first"]))] == [
        ("pr_newswire", 0), ("business_wire", 13), ("globe_newswire", None),
    ]  # fmt: skip
    assert len({row["release_id"] for row in tables["release_copies"]}) == 1


def test_the_same_text_at_two_addresses_is_one_row_with_two_copies() -> None:
    release = business_wire(STORY)
    tables, notes = resolve_releases([release, later(release, 1, source_uri="again")], [])
    assert [row["release_id"] for row in tables["releases"]] == [release.release_id]
    assert [row["source_uri"] for row in tables["release_copies"]] == ["bw", "again"]
    assert notes[release.release_id].arrived[0] == "2026-11-20"


def test_only_the_current_document_of_a_release_has_a_vote() -> None:
    original, copy = business_wire(STORY), later(globe_newswire(STORY), 1)
    corrected = later(correction_of(original, "34 sites", "43 sites"), 2)
    _, notes = resolve_releases([original, copy, corrected], [])
    assert {i: note.votes for i, note in notes.items()} == {
        original.release_id: False,
        copy.release_id: False,
        "corrected": True,
    }


def test_decisions_join_and_part_releases() -> None:
    copy, original = globe_newswire(STORY), business_wire(STORY)
    stranger = business_wire(STORIES[1])
    parted = rows_of(original, copy, decisions=[decide("release", original.release_id, copy.release_id, "split")])
    assert all(row["copy_of_release_id"] is None for row in parted.values())
    joined = rows_of(
        original, stranger, decisions=[decide("release", original.release_id, stranger.release_id, "merge")]
    )
    assert len({row["canonical_release_id"] for row in joined.values()}) == 1


def test_the_order_of_reading_changes_nothing() -> None:
    releases = [tell(story) for story in STORIES[:2] for tell in (business_wire, *COPIES.values())]
    releases += [business_wire(other) for _, other in look_alikes(STORY)] + [
        correction_of(releases[0], "34 sites", "43 sites")
    ]
    expected, _ = resolve_releases(releases, [])
    for seed in range(5):
        random.Random(seed).shuffle(releases)
        assert resolve_releases(releases, [])[0] == expected
