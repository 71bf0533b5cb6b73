from __future__ import annotations

import gzip
from pathlib import Path

import pytest

import ingest.vocabulary
from ingest.errors import SettingsError
from ingest.sources.companies import read_companies
from ingest.sources.edgar import EdgarListing, may_hold_release
from ingest.sources.registry import choose_sources, read_sources


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "sources.yaml"
    path.write_text(text)
    return path


def test_an_unknown_key_is_named_with_its_file_its_entry_and_the_allowed_keys(tmp_path: Path) -> None:
    path = write(tmp_path, "sources:\n  my_feed: {kind: rss, url: 'https://a.example/f', titel: x}\n")
    with pytest.raises(SettingsError) as caught:
        read_sources(path)
    words = str(caught.value)
    assert str(path) in words and "my_feed" in words and "'titel'" in words
    assert "enabled, every_hours, excerpt_only, is_local, kind, recording, url" in words


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("{kind: ftp, url: 'https://a.example'}", "only rss, edgar, page, folder"),
        ("{kind: rss}", "'url' is missing"),
        ("{kind: rss, url: a.example/feed}", "must be an address"),
        ("{kind: rss, url: 'https://a.example', enabled: 'no'}", "must be true or false"),
        ("{kind: rss, url: 'https://a.example', every_hours: -1}", "a number from 0 on"),
        ("{kind: page, url: 'https://a.example', older: 'https://a.example/2'}", "must hold {page}"),
        ("{kind: page, url: 'https://a.example', match: '['}", "no regular expression"),
        ("{kind: edgar, ciks: [ABBV]}", "no CIK"),
        ("{kind: edgar, sics: ['28']}", "four digits"),
        ("{kind: edgar}", "name companies by 'ciks' or 'companies'"),
        ("{kind: edgar, companies: all}", "only 'starter'"),
        ("{kind: edgar, ciks: ['1'], since: soon}", "a day like"),
        ("{kind: folder}", "'path' is missing"),
        ("[kind, rss]", "'kind' first"),
        ("{kind: [rss], url: 'https://a.example'}", "only rss, edgar, page, folder"),
        ("{kind: rss, url: 'https://a.example', every_hours: .nan}", "a number from 0 on"),
        ("{kind: page, url: 'https://a.example', page_limit: .inf}", "a number from 0 on"),
    ],
)
def test_a_mistake_in_an_entry_is_one_sentence_with_the_way_out(tmp_path: Path, entry: str, said: str) -> None:
    with pytest.raises(SettingsError, match="my_source") as caught:
        read_sources(write(tmp_path, f"sources:\n  my_source: {entry}\n"))
    assert said in str(caught.value)


@pytest.mark.parametrize(
    "text", ["sources: [a", "feeds: {}", "- a", "sources: {}\nmore: 1", "sources:\n  My Feed: {kind: rss}"]
)
def test_a_file_of_another_shape_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsError, match=r"sources\.yaml"):
        read_sources(write(tmp_path, text))


def test_yaml_that_does_not_read_is_one_sentence_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(
        SettingsError, match=r"sources\.yaml is no valid YAML \(line 3, column 1: [^\n]*\): mend it there"
    ):
        read_sources(write(tmp_path, "sources:\n  a: [1\n"))
    with pytest.raises(SettingsError, match=r"no valid YAML \(month must be in 1\.\.12\): mend"):
        read_sources(write(tmp_path, "sources: {a: {kind: edgar, ciks: [1], since: 2024-13-01}}"))


def test_a_missing_file_is_said_with_the_variable_to_mend(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="DATELINE_SOURCES"):
        read_sources(tmp_path / "none.yaml")


def test_the_sample_wire_is_the_default_and_the_real_wires_are_ready_but_off() -> None:
    sources = read_sources()
    enabled = choose_sources(sources, ())
    assert enabled and all(source.recording is not None for source in enabled)
    assert {source.kind for source in enabled} == {"rss", "page", "edgar", "folder"}
    ready = {source.name for source in sources if source.recording is None}
    assert {"globe_newswire_biotechnology", "pr_newswire_biotechnology", "edgar_starter"} <= ready


def test_named_sources_are_taken_even_when_they_are_off_and_an_unknown_name_lists_the_known_ones() -> None:
    sources = read_sources()
    assert [s.name for s in choose_sources(sources, ["edgar_starter", "edgar_starter"])] == ["edgar_starter"]
    with pytest.raises(SettingsError, match=r"'edgr'.*sample_edgar"):
        choose_sources(sources, ["edgr"])


def test_the_starter_companies_are_those_of_the_secs_table() -> None:
    table = Path(ingest.vocabulary.__file__).parent / "data" / "companies.tsv.gz"
    with gzip.open(table, "rt", encoding="utf-8") as file:
        known = {(key, ticker) for key, _, ticker, _ in (line.rstrip("\n").split("\t") for line in file)}
    companies = read_companies()
    assert len({company.cik for company in companies}) == 50
    assert [c for c in companies if (f"cik:{int(c.cik)}", c.ticker) not in known] == []
    listing = choose_sources(read_sources(), ["edgar_starter"])[0].listing
    assert isinstance(listing, EdgarListing) and set(listing.ciks) == {company.cik for company in companies}


def test_only_filings_that_may_carry_a_release_are_wanted() -> None:
    assert may_hold_release("8-K", ("8.01", "9.01")) and may_hold_release("8-K/A", ("2.02",))
    assert may_hold_release("8-K", ("5", "7"))  # as items were numbered before August 2004
    assert may_hold_release("6-K", ()) and may_hold_release("8-K", None)
    assert not may_hold_release("8-K", ("5.02", "9.01"))
    assert not may_hold_release("10-Q", None)
