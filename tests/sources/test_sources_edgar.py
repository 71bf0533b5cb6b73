"""EDGAR: filings chosen by form, item and industry, exhibits chosen from the filing's own index."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pytest
import yaml
from sources_night import run_night

from ingest.errors import ReleaseRefused, SourceUnavailable
from ingest.parse.filing_lists import read_day_folder, read_day_index, read_filing_index, read_submissions
from ingest.sources.registry import DEFAULT_SOURCES
from orchestration.stages import poll_edgar

ARCHIVE = "https://www.sec.gov/Archives/edgar"
EXHIBIT = (
    "<html><body><p>Exhibit 99.1</p><p><b>Aldora Starts Phase 2 Trial of ALX-101</b></p><p>BOSTON, Nov. 4, 2024 -- Aldora "
    "Therapeutics, Inc. (Nasdaq: ALDX) today announced that the first patient has been dosed in a Phase 2 trial of ALX-101 "
    "in ulcerative colitis.</p></body></html>"
)


def index_page(accession: str, cik: int, sic: str, items: str, exhibits: tuple[str, ...]) -> str:
    folder = f"/Archives/edgar/data/{cik}/{accession.replace('-', '')}"
    rows = "".join(
        f"<tr><td>{n}</td><td>DOC</td><td><a href='{folder}/{name}'>{name}</a></td><td>{kind}</td><td>1</td></tr>"
        for n, (kind, name) in enumerate([("8-K", "cover.htm"), *(("EX-99.1", name) for name in exhibits)])
    )
    return (
        "<html><body><div class='infoHead'>Accepted</div><div class='info'>2024-11-04 16:05:30</div>"
        f"<div class='infoHead'>Items</div><div class='info'>{items}</div>"
        f"<table class='tableFile'><tr><th>Seq</th></tr>{rows}"
        f"<tr><td>&nbsp;</td><td>Complete submission text file</td><td><a href='{folder}.txt'>all</a></td><td>&nbsp;</td></tr>"
        f"</table><p class='identInfo'>SIC: <a href='/cgi-bin/x?SIC={sic}'>{sic}</a></p></body></html>"
    )


class Edgar:
    """A recording in which EDGAR is what the test writes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.answers: list[dict[str, str]] = []
        (folder / "sec").mkdir(parents=True)

    def put(self, address: str, body: str, media_type: str = "text/html") -> None:
        name = f"{len(self.answers)}.bin"
        (self.folder / "sec" / name).write_text(body)
        self.answers.append({"address": address, "file": name, "media_type": media_type})

    def filing(self, accession: str, cik: int, sic: str = "2836", items: str = "Item 8.01: Other Events") -> None:
        base = f"{ARCHIVE}/data/{cik}/{accession.replace('-', '')}"
        self.put(f"{base}/{accession}-index.htm", index_page(accession, cik, sic, items, (f"ex-{accession}.htm",)))
        self.put(f"{base}/ex-{accession}.htm", EXHIBIT.replace("ALX-101", f"ALX-{accession[-3:]}"))

    def sources(self, keys: str) -> Path:
        (self.folder / "sec" / "index.yaml").write_text(yaml.safe_dump({"answers": self.answers}))
        (self.folder / "sec" / "calendar.yaml").write_text("nights: {}")
        path = self.folder / "sources.yaml"
        path.write_text(f"sources:\n  sec: {{kind: edgar, recording: sec, {keys}}}\n")
        return path


@pytest.fixture
def edgar(tmp_path: Path) -> Edgar:
    return Edgar(tmp_path / "edgar")


def submissions(rows: list[tuple[str, str, str, str]], files: list[dict[str, str]] | None = None) -> str:
    names = ("accessionNumber", "form", "filingDate", "items")
    columns = {name: [row[n] for row in rows] for n, name in enumerate(names)}
    return json.dumps({"cik": "77", "name": "Aldora", "filings": {"recent": columns, "files": files or []}})


def test_without_a_contact_address_edgar_does_not_start_and_says_why(tmp_path: Path) -> None:
    told = run_night(tmp_path / "home", "2024-11-05", sources=("edgar_starter", "sample_files"))
    assert told.rows["edgar_starter"]["state"] == "failed"
    assert "DATELINE_CONTACT" in told.rows["edgar_starter"]["detail"]
    assert told.rows["sample_files"]["state"] == "ok_empty"  # the others go on


def test_only_filings_with_the_right_items_are_asked_for_and_their_acceptance_time_is_kept(
    edgar: Edgar, tmp_path: Path
) -> None:
    rows = [
        ("0000000077-24-000003", "8-K", "2024-11-04", "8.01,9.01"),
        ("0000000077-24-000002", "8-K", "2024-11-01", "5.02"),
        ("0000000077-24-000001", "10-Q", "2024-10-30", ""),
    ]
    edgar.put("https://data.sec.gov/submissions/CIK0000000077.json", submissions(rows), "application/json")
    edgar.filing("0000000077-24-000003", 77)
    told = run_night(tmp_path / "home", "2024-11-05", edgar.sources("ciks: ['77']"))
    assert [(r.wire, str(r.published_at), r.source_uri) for r in told.releases] == [
        ("sec", "2024-11-04 21:05:30", f"{ARCHIVE}/data/77/000000007724000003/ex-0000000077-24-000003.htm")
    ]
    again = run_night(tmp_path / "home", "2024-11-06", edgar.sources("ciks: ['77']"))
    assert (again.rows["sec"]["state"], again.rows["sec"]["new_count"]) == ("ok_empty", 0)


def test_older_lists_of_filings_are_read_as_far_back_as_is_asked(edgar: Edgar, tmp_path: Path) -> None:
    older = [{"name": "CIK0000000077-submissions-001.json", "filingTo": "2004-12-31"}]
    new, old = ("0000000077-24-000003", "8-K", "2024-11-04", "8.01"), ("0000000077-03-000001", "8-K", "2003-05-06", "5")
    edgar.put("https://data.sec.gov/submissions/CIK0000000077.json", submissions([new], older), "application/json")
    columns = json.loads(submissions([old]))["filings"]["recent"]
    edgar.put(
        "https://data.sec.gov/submissions/CIK0000000077-submissions-001.json", json.dumps(columns), "application/json"
    )
    edgar.filing(new[0], 77)
    edgar.filing(old[0], 77, items="Item 5: Other events")
    recent = run_night(tmp_path / "a", "2024-11-05", edgar.sources("ciks: ['77'], since: 2020-01-01"))
    assert recent.rows["sec"]["new_count"] == 1
    far = run_night(tmp_path / "b", "2024-11-05", edgar.sources("ciks: ['77'], since: 2001-01-01"))
    assert far.rows["sec"]["new_count"] == 2
    asked = run_night(
        tmp_path / "c",
        "2024-11-05",
        edgar.sources("ciks: ['77']"),
        published_from=date(2003, 1, 1),
        published_to=date(2003, 12, 31),
    )
    assert asked.rows["sec"]["new_count"] == 1


def test_where_nobody_says_since_when_the_past_is_not_read_but_no_later_day_is_missed(
    edgar: Edgar, tmp_path: Path
) -> None:
    rows = [
        (f"0000000077-24-00000{n}", "8-K", day, "8.01")
        for n, day in ((3, "2024-11-04"), (2, "2024-10-20"), (1, "2024-08-01"))
    ]
    edgar.put("https://data.sec.gov/submissions/CIK0000000077.json", submissions(rows[2:]), "application/json")
    for row in rows:
        edgar.filing(row[0], 77)
    path = edgar.sources("ciks: ['77']")
    assert run_night(tmp_path / "home", "2024-10-05", path).rows["sec"]["new_count"] == 0
    (edgar.folder / "sec" / "0.bin").write_text(submissions(rows))
    assert run_night(tmp_path / "home", "2024-12-24", path).rows["sec"]["new_count"] == 2


def test_an_industry_is_read_from_the_daily_indexes_and_other_industries_are_left(edgar: Edgar, tmp_path: Path) -> None:
    edgar.put(
        f"{ARCHIVE}/daily-index/2024/QTR4/index.json",
        json.dumps({"directory": {"item": [{"name": "master.20241104.idx"}, {"name": "form.20241104.idx"}]}}),
        "application/json",
    )
    lines = [
        "CIK|Company Name|Form Type|Date Filed|File Name",
        "77|Aldora|8-K|20241104|edgar/data/77/0000000077-24-000003.txt",
        "78|A Bank|8-K|20241104|edgar/data/78/0000000078-24-000001.txt",
        "79|Brendix|6-K|20241104|edgar/data/79/0000000079-24-000001.txt",
        "80|Cedrix|10-Q|20241104|edgar/data/80/0000000080-24-000001.txt",
    ]
    edgar.put(f"{ARCHIVE}/daily-index/2024/QTR4/master.20241104.idx", "\n".join(lines), "text/plain")
    edgar.filing("0000000077-24-000003", 77)
    edgar.filing("0000000078-24-000001", 78, sic="6021")
    edgar.filing("0000000079-24-000001", 79, items="")
    keys = "sics: ['2834', '2836'], since: 2024-11-01"
    told = run_night(tmp_path / "home", "2024-11-05", edgar.sources(keys))
    assert sorted(r.source_uri.rpartition("/")[2] for r in told.releases) == [
        "ex-0000000077-24-000003.htm",
        "ex-0000000079-24-000001.htm",
    ]
    again = run_night(tmp_path / "home", "2024-11-06", edgar.sources(keys))
    assert (again.rows["sec"]["state"], again.rows["sec"]["item_count"]) == ("ok_empty", 0)


def test_a_filing_that_was_left_over_is_still_judged_by_its_industry(
    edgar: Edgar, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = json.dumps({"directory": {"item": [{"name": "master.20241104.idx"}]}})
    edgar.put(f"{ARCHIVE}/daily-index/2024/QTR4/index.json", folder, "application/json")
    line = "78|A Bank|8-K|20241104|edgar/data/78/0000000078-24-000001.txt"
    edgar.put(f"{ARCHIVE}/daily-index/2024/QTR4/master.20241104.idx", line, "text/plain")
    edgar.filing("0000000078-24-000001", 78, sic="6021")
    path = edgar.sources("sics: ['2834'], since: 2024-11-01")

    def busy(body: bytes, url: str) -> None:
        raise SourceUnavailable(f"{url} is busy")

    with monkeypatch.context() as patch:
        patch.setattr(poll_edgar, "read_filing_index", busy)
        assert run_night(tmp_path / "home", "2024-11-05", path).rows["sec"]["state"] == "failed"
    told = run_night(tmp_path / "home", "2024-11-06", path)
    assert (told.rows["sec"]["state"], told.releases) == ("ok_empty", [])


def test_a_filing_whose_items_its_index_corrects_is_left(edgar: Edgar, tmp_path: Path) -> None:
    row = ("0000000077-24-000003", "8-K", "2024-11-04", "")
    edgar.put("https://data.sec.gov/submissions/CIK0000000077.json", submissions([row]), "application/json")
    edgar.filing(row[0], 77, items="Item 5.02: Departure of Directors")
    assert run_night(tmp_path / "home", "2024-11-05", edgar.sources("ciks: ['77']")).releases == []


def test_an_exhibit_in_the_secs_envelope_reads_like_one_without_it(edgar: Edgar, tmp_path: Path) -> None:
    row = ("0000000077-24-000003", "8-K", "2024-11-04", "8.01")
    edgar.put("https://data.sec.gov/submissions/CIK0000000077.json", submissions([row]), "application/json")
    edgar.filing(row[0], 77)
    bare = run_night(tmp_path / "bare", "2024-11-05", edgar.sources("ciks: ['77']")).releases[0]
    file = edgar.folder / "sec" / edgar.answers[-1]["file"]
    envelope = "<DOCUMENT>\n<TYPE>EX-99.1\n<SEQUENCE>2\n<FILENAME>ex.htm\n<DESCRIPTION>PRESS RELEASE\n<TEXT>\n"
    file.write_text(envelope + file.read_text() + "\n</TEXT>\n</DOCUMENT>\n")
    wrapped = run_night(tmp_path / "wrapped", "2024-11-05", edgar.sources("ciks: ['77']")).releases[0]
    assert (wrapped.headline, wrapped.text) == (bare.headline, bare.text)
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "ex.html").write_text(file.read_text().removeprefix("<DOCUMENT>\n"))
    saved = run_night(tmp_path / "saved", "2024-11-05", releases=tmp_path / "files").releases[0]
    assert (saved.headline, saved.text) == (bare.headline, bare.text)


def test_lists_that_are_none_are_refused() -> None:
    for read in (read_submissions, read_day_folder):
        with pytest.raises(ReleaseRefused, match="This is no list"):
            read(b"<html>sorry</html>")
    with pytest.raises(ReleaseRefused, match="no documents"):
        read_filing_index(b"<html>sorry</html>", "https://www.sec.gov/x")
    assert read_day_index(b"<html>sorry</html>") == []


def test_daily_indexes_of_every_age_are_known_by_their_names() -> None:
    names = ["master.20241104.idx", "master.010702.idx.gz", "company.20241104.idx", "sitemap.xml"]
    body = json.dumps({"directory": {"item": [{"name": name} for name in names]}}).encode()
    assert read_day_folder(body) == {date(2024, 11, 4): names[0], date(2001, 7, 2): names[1]}


def test_a_packed_index_reads_like_an_open_one() -> None:
    lines = b"77|Aldora|8-K|2001-07-02|edgar/data/77/0000000077-01-000003.txt\n"
    filings = read_day_index(gzip.compress(lines))
    assert filings == read_day_index(lines)
    assert [(f.cik, f.form, str(f.filed_on)) for f in filings] == [("0000000077", "8-K", "2001-07-02")]


def test_an_old_filing_that_is_one_text_is_read_out_of_its_submission(tmp_path: Path) -> None:
    told = run_night(tmp_path / "home", "2024-11-12", DEFAULT_SOURCES, sources=("sample_edgar",))
    whole = [r for r in told.releases if r.source_uri.endswith("0000855654-13-110501.txt")]
    assert [(r.issuer_name, str(r.published_at)) for r in whole] == [("ImmunoGen, Inc.", "2013-11-05 17:05:00")]
