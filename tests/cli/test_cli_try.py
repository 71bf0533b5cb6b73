from __future__ import annotations

import json
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from cli_calls import RELEASE

from orchestration.commands.facts_in_words import SpokenFact
from orchestration.commands.marked_text import join_numbers, mark_text


def test_a_document_is_shown_with_its_facts_and_marked_quotes(
    dateline: Callable, release_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    said = dateline("try", release_file)
    assert said.code == 0
    assert "Northbridge Therapeutics, Inc. (Nasdaq: NBTX)" in said.out
    assert "2025-03-04 (from the dateline)" in said.out
    assert "start expected 2025-05-01 to 2025-08-31 ('mid-2025')" in said.out
    assert "\u00ab" in said.out
    assert "about company" in said.out


def test_json_holds_text_facts_and_quotes_that_are_in_the_text(dateline: Callable, release_file: Path) -> None:
    [told] = json.loads(dateline("try", release_file, "--json").out)
    text = told["release"]["text"]
    assert told["release"]["published_on"] == "2025-03-04"
    assert {row["name"] for row in told["compound_names"]} >= {"NB-417"}
    assert told["trial_mentions"][0]["window_end"] == "2025-08-31"
    assert [row["quote"] for row in told["evidence"]] == [
        text[row["char_start"] : row["char_end"]] for row in told["evidence"]
    ]


def test_a_file_of_several_documents_shows_each(dateline: Callable, tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    path.write_text("".join(json.dumps({"text": RELEASE.replace("NB-417", name)}) + "\n" for name in ("NB-1", "NB-2")))
    told = json.loads(dateline("try", path, "--json").out)
    assert [one["source_uri"] for one in told] == [f"{path}#1", f"{path}#2"]
    assert dateline("try", path).out.count("IND Clearance for NB-") == 4


@pytest.mark.parametrize(
    ("name", "body", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("short.txt", b"Nothing to see here.", "not_a_release"),
        ("broken.json", b"{", "broken_json"),
    ],
)
def test_what_is_no_release_is_told_with_its_reason(
    name: str, body: bytes, reason: str, dateline: Callable, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(body)
    said = dateline("try", tmp_path / name)
    assert said.code == 4
    assert f"({reason})" in said.err
    assert said.out == ""


def test_a_page_can_be_fetched_and_one_that_is_gone_is_told(dateline: Callable) -> None:
    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            is_there = self.path == "/release"
            body = RELEASE.encode() if is_there else b"gone"
            self.send_response(200 if is_there else 404)
            self.send_header("Content-Type", "text/plain; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Site) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        there, gone = dateline("try", f"{address}/release"), dateline("try", f"{address}/nothing")
        server.shutdown()
    assert (there.code, "NB-417" in there.out) == (0, True)
    assert (gone.code, "404" in gone.err) == (4, True)


def fact(number: int, *spans: tuple[int, int]) -> SpokenFact:
    return SpokenFact(number, "trial", "words", 0.9, spans, ("rule",))


def test_overlapping_quotes_are_marked_where_each_ends() -> None:
    facts = [fact(1, (0, 12)), fact(2, (6, 12)), fact(3, (20, 26))]
    marked = mark_text("first second and third.", facts, 0, 23, in_colour=False).plain
    assert marked == "\u00abfirst \u00absecond\u00bb\u00bb[1-2] and thi\u00abrd."


def test_marking_changes_no_word() -> None:
    facts = [fact(1, (0, 5)), fact(2, (3, 9)), fact(3, (9, 9))]
    marked = mark_text("abcdefghijkl", facts, 0, 12, in_colour=True)
    assert marked.plain.replace("[1]", "").replace("[2]", "") == "abcdefghijkl"


def test_numbers_are_joined_as_people_write_them() -> None:
    assert join_numbers([3, 1, 2, 7, 7, 9, 10]) == "1-3,7,9-10"
