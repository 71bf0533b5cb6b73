"""News pages: selectors, patterns, sitemaps, and the way back through the years."""

from __future__ import annotations

from pathlib import Path

import pytest
from sources_night import run_night
from sources_server import Wire, page

from ingest.parse.listing import parse_listing


def listing(*numbers: int) -> str:
    links = "".join(
        f"<li><a class='news' href='/news/{n}'>Aldora Starts Phase 2 Trial number {n}</a></li>" for n in numbers
    )
    return f"<html><body><a href='/about-the-company-and-its-people'>About the company and its people</a><ul>{links}</ul></body></html>"


@pytest.fixture
def newsroom(wire: Wire, tmp_path: Path) -> Path:
    for n in range(1, 8):
        wire.put(f"/news/{n}", page(f"ALX-{n}"))
    path = tmp_path / "sources.yaml"
    path.write_text(
        f"sources:\n  news: {{kind: page, is_local: true, url: '{wire.base}/news', link: a.news,"
        f" older: '{wire.base}/news?page={{page}}', company: Aldora Therapeutics, ticker: ALDX}}\n"
    )
    return path


def test_the_first_poll_reads_all_older_pages_and_later_polls_only_what_is_new(
    wire: Wire, newsroom: Path, tmp_path: Path
) -> None:
    wire.put("/news", listing(6, 5))
    wire.put("/news?page=2", listing(4, 3))
    wire.put("/news?page=3", listing(2, 1))
    wire.put("/news?page=4", listing())
    first = run_night(tmp_path / "home", "2024-11-05", newsroom)
    assert (first.rows["news"]["new_count"], first.rows["news"]["item_count"]) == (6, 6)
    assert {r.issuer_name for r in first.releases} == {"Aldora Therapeutics, Inc."}
    wire.asked.clear()
    wire.put("/news", listing(7, 6))
    wire.put("/news?page=2", listing(5, 4))
    second = run_night(tmp_path / "home", "2024-11-06", newsroom)
    assert [r.source_uri for r in second.releases] == [wire.base + "/news/7"]
    assert [path for path in wire.asked if path != "/robots.txt"] == ["/news", "/news?page=2", "/news/7"]


def test_more_news_than_one_page_holds_is_found_by_paging_back_and_is_no_gap(
    wire: Wire, newsroom: Path, tmp_path: Path
) -> None:
    wire.put("/news", listing(2, 1))
    run_night(tmp_path / "home", "2024-11-05", newsroom)
    wire.put("/news", listing(7, 6))
    wire.put("/news?page=2", listing(5, 4))
    wire.put("/news?page=3", listing(3, 2))
    wire.put("/news?page=4", listing(1))
    row = run_night(tmp_path / "home", "2024-11-06", newsroom).rows["news"]
    assert (row["state"], row["new_count"]) == ("ok", 5)


def test_a_page_number_that_is_not_there_is_the_end_of_the_history(wire: Wire, newsroom: Path, tmp_path: Path) -> None:
    wire.put("/news", listing(4, 3))
    wire.put("/news?page=2", listing(2, 1))  # page 3 answers 404
    first = run_night(tmp_path / "home", "2024-11-05", newsroom)
    assert (first.rows["news"]["state"], first.rows["news"]["new_count"]) == ("ok", 4)
    wire.asked.clear()
    assert run_night(tmp_path / "home", "2024-11-06", newsroom).rows["news"]["state"] == "ok_empty"
    assert [path for path in wire.asked if path != "/robots.txt"] == ["/news"]


def test_history_that_broke_off_is_read_on_the_next_night(wire: Wire, newsroom: Path, tmp_path: Path) -> None:
    wire.put("/news", listing(4, 3))
    wire.put("/news?page=2", "busy", status=503)
    first = run_night(tmp_path / "home", "2024-11-05", newsroom)
    assert (first.rows["news"]["state"], first.rows["news"]["new_count"]) == ("failed", 2)
    wire.put("/news?page=2", listing(2, 1))
    wire.put("/news?page=3", listing(2, 1))  # the last page again, for ever
    second = run_night(tmp_path / "home", "2024-11-06", newsroom)
    assert sorted(r.source_uri.removeprefix(wire.base) for r in second.releases) == ["/news/1", "/news/2"]


def test_links_that_only_cover_a_card_are_found_by_the_cards_heading() -> None:
    card = "<div><a href='/one'></a><span>May 5</span><h3>Aldora Starts a Phase 2 Trial</h3><p>More words</p></div>"
    menu = "<nav><a href='/about'>About</a><a href='/team'></a></nav>"
    body = f"<html><body>{menu}{card}</body></html>".encode()
    items = parse_listing(body, "page", "https://aldora.example/news", "news")
    assert [(i.url, i.title) for i in items] == [("https://aldora.example/one", "Aldora Starts a Phase 2 Trial")]
    by_selector = parse_listing(body, "page", "https://aldora.example/news", "news", "nav a")
    assert [i.url for i in by_selector] == ["https://aldora.example/about", "https://aldora.example/team"]


def test_a_sitemap_is_a_listing_and_only_addresses_that_match_are_taken(
    wire: Wire, newsroom: Path, tmp_path: Path
) -> None:
    entries = "".join(f"<url><loc>{wire.base}{path}</loc></url>" for path in ("/news/1", "/about", "/news/2"))
    wire.put("/sitemap.xml", f"<?xml version='1.0'?><urlset>{entries}</urlset>", "application/xml")
    newsroom.write_text(
        f"sources:\n  news: {{kind: page, is_local: true, url: '{wire.base}/sitemap.xml', match: '/news/\\d+$'}}\n"
    )
    told = run_night(tmp_path / "home", "2024-11-05", newsroom)
    assert sorted(r.source_uri.removeprefix(wire.base) for r in told.releases) == ["/news/1", "/news/2"]
    assert "/about" not in wire.asked


def test_an_index_of_sitemaps_is_followed(wire: Wire, newsroom: Path, tmp_path: Path) -> None:
    for name, number in (("a", 1), ("b", 2)):
        wire.put(f"/{name}.xml", f"<urlset><url><loc>{wire.base}/news/{number}</loc></url></urlset>", "application/xml")
    index = "".join(f"<sitemap><loc>{wire.base}/{name}.xml</loc></sitemap>" for name in ("a", "b", "sitemap"))
    wire.put("/sitemap.xml", f"<sitemapindex>{index}</sitemapindex>", "application/xml")
    newsroom.write_text(
        f"sources:\n  news: {{kind: page, is_local: true, url: '{wire.base}/sitemap.xml', match: /news/}}\n"
    )
    told = run_night(tmp_path / "home", "2024-11-05", newsroom)
    assert sorted(r.source_uri.removeprefix(wire.base) for r in told.releases) == ["/news/1", "/news/2"]
    assert run_night(tmp_path / "home", "2024-11-06", newsroom).rows["news"]["state"] == "ok_empty"


def test_a_news_page_that_lost_its_links_suspects_a_gap(wire: Wire, newsroom: Path, tmp_path: Path) -> None:
    wire.put("/news", listing(2, 1))
    wire.put("/news?page=2", listing())
    run_night(tmp_path / "home", "2024-11-05", newsroom)
    wire.put("/news", "<html><body>Our new site</body></html>")
    row = run_night(tmp_path / "home", "2024-11-06", newsroom).rows["news"]
    assert (row["state"], row["vanished_count"]) == ("gap_suspected", 2)


def test_a_selector_that_is_none_costs_its_own_source_only(wire: Wire, newsroom: Path, tmp_path: Path) -> None:
    wire.put("/news", listing(1))
    newsroom.write_text(f"sources:\n  news: {{kind: page, is_local: true, url: '{wire.base}/news', link: 'a[[['}}\n")
    row = run_night(tmp_path / "home", "2024-11-05", newsroom).rows["news"]
    assert row["state"] == "failed"
    assert "'link' is 'a[[[', which is no CSS selector" in row["detail"]
