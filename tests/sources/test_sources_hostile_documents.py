"""Documents made to hurt: each ends as a release or in quarantine, and soon."""

from __future__ import annotations

import json
from datetime import datetime

import pytest
from sources_server import page as release_page

from ingest.records import ListingItem, QuarantinedItem, RawPage
from orchestration.stages.parse import read_documents


def read(body: bytes, name: str, media_type: str) -> tuple[list[str], list[str]]:
    refused: list[QuarantinedItem] = []
    raw = RawPage(ListingItem("folder", name), body, media_type, None, datetime(2024, 11, 5), "2024-11-05")
    headlines = [release.headline or "" for release in read_documents([raw], refused)]
    return headlines, [item.reason for item in refused]


def test_elements_within_elements_without_end_are_read() -> None:
    body = "<div>" * 20_000 + release_page("ALX-101").removeprefix("<html><body>")
    headlines, reasons = read(f"<html><body>{body}".encode(), "deep.html", "text/html")
    assert (headlines, reasons) == (["Aldora Starts Phase 2 Trial of ALX-101"], [])


@pytest.mark.parametrize(
    "unit", [b"The company said that it is good and. ", b"About X ", b"a\n\n", b"(NASDAQ: AB) $4 million "]
)
def test_a_text_of_many_megabytes_is_refused_and_not_chewed(unit: bytes) -> None:
    headlines, reasons = read(unit * (2_000_000 // len(unit)), "long.txt", "text/plain")
    assert (headlines, reasons) == ([], ["too_large"])


def test_a_sentence_that_never_ends_is_split_in_linear_time() -> None:
    sentence = b"The company said that the trial of its compound is going well at Acme Inc. and that more is to come. "
    headlines, reasons = read(sentence * 4_000, "long.txt", "text/plain")
    assert (len(headlines), reasons) == (1, [])


@pytest.mark.parametrize(
    ("body", "name", "media_type", "reason"),
    [
        (b"[" * 100_000, "a.json", "application/json", "broken_json"),
        (b'{"text": 7}', "a.json", "application/json", "not_text"),
        (b"[2]", "a.json", "application/json", "broken_json"),
        (b"From x\n\n", "a.mbox", "application/mbox", "empty"),
        (b"<rss version='2.0'><channel><title>t</title></channel></rss>", "a.xml", "application/xml", "empty"),
        (b"[]", "a.json", "application/json", "empty"),
        (b"Subject: hello\nContent-Type: image/png\n\nxx", "a.eml", "message/rfc822", "empty"),
        (b"<SEC-DOCUMENT>\nCONFORMED SUBMISSION TYPE: 10-K\n<DOCUMENT>", "a.txt", "text/plain", "not_a_release"),
    ],
)
def test_what_holds_no_release_is_refused_with_its_reason(body: bytes, name: str, media_type: str, reason: str) -> None:
    assert read(body, name, media_type) == ([], [reason])


@pytest.mark.parametrize("unit", ["(", "[", "[a](", "A-", "A", "A. ", "x", "- ", "“"])
def test_a_text_that_repeats_one_mark_without_end_is_read_soon(unit: str) -> None:
    """Patterns that try a stretch again from each of its places took minutes for these."""
    opening = "Aldora Starts Phase 2 Trial\n\nBOSTON, Nov. 4, 2024 -- Aldora Therapeutics, Inc. today announced that it has dosed "
    body = opening + "the first patient in its trial of ALD-1 in colitis. " + unit * (150_000 // len(unit))
    headlines, reasons = read(body.encode(), "marks.txt", "text/plain")
    assert (headlines, reasons) == (["Aldora Starts Phase 2 Trial"], [])


def test_an_entry_of_a_json_list_that_is_no_release_is_refused_alone() -> None:
    words = "Aldora Therapeutics, Inc. today announced that the first patient has been dosed in a trial of ALD-1."
    body = json.dumps([{"title": "Aldora Starts a Trial", "text": words}, "no release", None])
    assert read(body.encode(), "a.json", "application/json") == (["Aldora Starts a Trial"], ["broken_json"] * 2)


def test_half_a_character_that_json_escapes_costs_no_release() -> None:
    words = (
        "Aldora Therapeutics, Inc. today announced that the first \\udc00 patient has been dosed in a trial of ALD-1."
    )
    body = f'{{"title": "Aldora \\ud83d\\ude00 Starts", "text": "{words}"}}'.encode()
    assert read(body, "a.json", "application/json") == (["Aldora \N{GRINNING FACE} Starts"], [])


def test_a_message_in_an_unknown_charset_is_read_by_its_bytes() -> None:
    words = "Aldora Therapeutics, Inc. today announced that the first patient has been dosed in a trial of ALD-1."
    body = f"Subject: Aldora Starts a Trial\nContent-Type: text/plain; charset=klingon\n\n{words}\n"
    assert read(body.encode(), "a.eml", "message/rfc822") == (["Aldora Starts a Trial"], [])
