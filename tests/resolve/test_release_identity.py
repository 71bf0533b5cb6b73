"""Copies are joined, look-alikes never: measured on releases in our own words, read by the real parser."""

from __future__ import annotations

from itertools import combinations

import pytest
from wire_copies import COPIES, STORIES, business_wire, exhibit, feed_item, globe_newswire, look_alikes, pr_newswire

from ingest.records import PressRelease
from ingest.resolve.releases import resolve_releases


def are_one(one: PressRelease, other: PressRelease) -> bool:
    tables, _ = resolve_releases([one, other], [])
    return len({row["canonical_release_id"] for row in tables["releases"]}) == 1


def test_look_alikes_never_merge() -> None:
    merged, pairs = [], 0
    for story in STORIES:
        base = business_wire(story)
        for what, other in look_alikes(story):
            for form in (business_wire, globe_newswire, pr_newswire, exhibit):
                pairs += 1
                if are_one(base, form(other)):
                    merged.append((story.fact("company"), what, form.__name__))
    assert pairs >= 200
    assert merged == []


def test_an_excerpt_of_a_look_alike_does_not_merge() -> None:
    merged, pairs = [], 0
    for story in STORIES:
        for what, other in look_alikes(story):
            if other.told()[2][0] != story.told()[2][0]:  # the excerpt holds the fact that differs
                pairs += 1
                if are_one(business_wire(story), feed_item(other, share=1.0)):
                    merged.append((story.fact("company"), what))
    assert pairs >= 25
    assert merged == []


def test_true_copies_are_joined() -> None:
    missed, pairs = [], 0
    for story in STORIES:
        told = {"business_wire": business_wire(story), **{name: tell(story) for name, tell in COPIES.items()}}
        for (one, left), (other, right) in combinations(told.items(), 2):
            pairs += 1
            if not are_one(left, right):
                missed.append((story.fact("company"), one, other))
    assert pairs >= 200
    assert len(missed) <= 0.02 * pairs, missed


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.fact("company"))
def test_all_copies_of_a_story_are_one_release(story) -> None:
    releases = [business_wire(story), *(tell(story) for tell in COPIES.values())]
    tables, _ = resolve_releases(releases, [])
    assert len({row["canonical_release_id"] for row in tables["releases"]}) == 1


def test_in_a_crowd_of_look_alikes_nothing_merges() -> None:
    truth = {}
    releases = []
    for number, story in enumerate(STORIES):
        for what, other in [("", story), *look_alikes(story)]:
            for form in (business_wire, globe_newswire):
                release = form(other)
                truth[release.release_id] = (number, what)
                releases.append(release)
    tables, _ = resolve_releases(releases, [])
    groups: dict[str, set[tuple[int, str]]] = {}
    for row in tables["releases"]:
        groups.setdefault(row["canonical_release_id"], set()).add(truth[row["release_id"]])
    assert [group for group in groups.values() if len(group) > 1] == []
    assert len(groups) == len(set(truth.values()))
