"""Documents made to hurt: each ends as a release or in quarantine, and soon."""

from __future__ import annotations

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
        (b"[" * 100_000, "a.json", "application/json", "parser_stopped"),
        (b'{"text": 7}', "a.json", "application/json", "not_text"),
        (b"[1, 2]", "a.json", "application/json", "broken_json"),
        (b"From x\n\n", "a.mbox", "application/mbox", "empty"),
        (b"<rss version='2.0'><channel><title>t</title></channel></rss>", "a.xml", "application/xml", "empty"),
        (b"[]", "a.json", "application/json", "empty"),
        (b"Subject: hello\nContent-Type: image/png\n\nxx", "a.eml", "message/rfc822", "empty"),
        (b"<SEC-DOCUMENT>\nCONFORMED SUBMISSION TYPE: 10-K\n<DOCUMENT>", "a.txt", "text/plain", "not_a_release"),
    ],
)
def test_what_holds_no_release_is_refused_with_its_reason(body: bytes, name: str, media_type: str, reason: str) -> None:
    assert read(body, name, media_type) == ([], [reason])
