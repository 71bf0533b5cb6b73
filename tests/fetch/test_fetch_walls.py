"""Every entry of walls.yaml plays its own examples."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fetch_desk import Desk
from misbehaving import Wire, in_turn, page, status

from ingest.errors import SourceRefused, SourceUnavailable, VocabularyError
from ingest.fetch.walls import Wall, find_wall, read_walls

# What releases and pages of real sites say, and no wall does.
ORDINARY = [
    "<html><title>Corden Bio Reports Third Quarter Results</title><body><p>Net loss was 12.1 million.</p></body></html>",
    "<html><title>Access to Care</title><body><p>You don't have permission to access this programme if you are under "
    "18; ask your doctor.</p></body></html>",
    "<html><body><p>Enable JavaScript to view the slides.</p>" + "<p>The trial met its endpoint.</p>" * 40,
    "<rss><channel><item><title>Robot-assisted surgery: are you a human factor?</title></item></channel></rss>",
    '{"items": [{"title": "Security checkpoint inhibitor enters the clinic"}]}',
]


def played(example: dict[str, Any]) -> tuple[int, dict[str, str], bytes]:
    text = example.get("body")
    if text is None:
        text = example["before"] + example["body_of"] * example["times"] + example["after"]
    return example["status"], example.get("headers", {}), text.encode()


@pytest.mark.parametrize("wall", read_walls(), ids=lambda wall: wall.wall)
def test_a_wall_is_told_from_a_page(wall: Wall) -> None:
    assert wall.examples["wall"]
    assert wall.examples["no_wall"]
    for example in wall.examples["wall"]:
        found = find_wall(*played(example))
        assert found is not None, example
        assert found.wall == wall.wall
    for example in wall.examples["no_wall"]:
        assert find_wall(*played(example)) is None, example


@pytest.mark.parametrize("text", ORDINARY)
@pytest.mark.parametrize("code", [200, 404])
def test_an_ordinary_page_is_no_wall(text: str, code: int) -> None:
    assert find_wall(code, {"content-type": "text/html"}, text.encode()) is None


def test_a_wall_says_whose_it_is_and_what_to_do_and_is_not_archived(desk: Desk) -> None:
    body = b"<title>Access Denied</title>You don't have permission to access this. Reference #18.2"
    with Wire({"/feed": page(body)}) as wire:
        with pytest.raises(SourceRefused, match=r"Akamai denies access to robots; ask the site"):
            desk.bring(wire.url("/feed"), expects="feed")
        assert desk.archive.nights() == []
        wire.routes["/feed"] = page(b"<rss><channel/></rss>", "application/rss+xml")
        assert desk.bring(wire.url("/feed"), expects="feed")


def test_a_wall_that_goes_away_by_itself_is_a_passing_failure(desk: Desk) -> None:
    wall = status(403, b"<html><h1>Request Rate Threshold Exceeded</h1></html>")
    with Wire({"/a": in_turn(wall, page(b"<p>text</p>"))}) as wire:
        with pytest.raises(SourceUnavailable, match="ten requests a second") as failure:
            desk.bring(wire.url("/a"))
        assert failure.value.retry_after == 600
        assert wire.paths() == ["/a"]


def test_walls_are_not_looked_for_in_what_may_be_anything(desk: Desk) -> None:
    body = b"<title>Just a moment...</title> cloudflare"
    with Wire({"/a": page(body)}) as wire:
        assert desk.bring(wire.url("/a"), expects="any")


@pytest.mark.parametrize(
    "text",
    [
        "- {wall: x, reason: r, way_out: w, examples: {}}",
        "- {wall: x, reason: r, way_out: w, all_of: ['('], examples: {}}",
        "- {wall: x, all_of: [y], examples: {}}",
        "- just text",
    ],
)
def test_an_entry_that_does_not_hold_together_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "walls.yaml"
    path.write_text(text)
    with pytest.raises(VocabularyError, match=r"walls\.yaml"):
        read_walls(path)
