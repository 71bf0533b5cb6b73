"""The walk over tests/parse/corpus: each folder holds a page, what must come out of it, and why the case is there.

``expected.json`` names only what the case is about: fields of the release, ``sections`` as [kind, first words],
``holds`` as [kind, words inside], or ``refused`` with the reason.
"""

import json
from datetime import datetime
from pathlib import Path

import pytest

from ingest.errors import ReleaseRefused
from ingest.parse.release import parse_release, split_documents
from ingest.records import ListingItem, PressRelease, RawPage

CORPUS = Path(__file__).with_name("corpus")
CASES = sorted(path for path in CORPUS.iterdir() if path.is_dir())
MEDIA = {".txt": "text/plain", ".html": "text/html", ".xml": "application/xml"}


def _is_refused(folder: Path) -> bool:
    return "refused" in json.loads((folder / "expected.json").read_text())


def _page(folder: Path) -> RawPage:
    (path,) = folder.glob("page.*")
    item = ListingItem("folder", f"corpus/{folder.name}{path.suffix}")
    return RawPage(item, path.read_bytes(), MEDIA[path.suffix], None, datetime(2026, 3, 3, 6, 0), "2026-03-03")


def _read(folder: Path) -> PressRelease:
    (part,) = split_documents(_page(folder))
    return parse_release(part)


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_a_page_becomes_what_its_case_says(folder: Path) -> None:
    assert len((folder / "why.md").read_text().split()) > 5
    expected = json.loads((folder / "expected.json").read_text())
    if "refused" in expected:
        with pytest.raises(ReleaseRefused) as refusal:
            _read(folder)
        assert refusal.value.reason == expected["refused"]
        return
    release = _read(folder)
    for field, value in expected.items():
        if field not in ("sections", "holds"):
            got = getattr(release, field)
            assert (str(got) if field == "published_on" and got else got) == value, field
    told = [(s.section, release.text[s.char_start : s.char_end]) for s in release.sections]
    for kind, start in expected.get("sections", []):
        assert any(k == kind and text.startswith(start) for k, text in told), (kind, start, told)
    for kind, words in expected.get("holds", []):
        assert any(k == kind and words in text for k, text in told), (kind, words, told)


@pytest.mark.parametrize("folder", [f for f in CASES if not _is_refused(f)], ids=lambda path: path.name)
def test_sections_and_sentences_lie_in_order_inside_the_text(folder: Path) -> None:
    release = _read(folder)
    covered = [False] * len(release.text)
    end = 0
    for section in release.sections:
        assert end <= section.char_start < section.char_end <= len(release.text)
        end = section.char_end
        covered[section.char_start : section.char_end] = [True] * (section.char_end - section.char_start)
    assert not [c for c, done in zip(release.text, covered, strict=True) if not done and not c.isspace()]
    end = 0
    for sentence in release.sentences:
        assert end <= sentence.char_start < sentence.char_end
        end = sentence.char_end
        (home,) = [s for s in release.sections if s.char_start <= sentence.char_start < s.char_end]
        assert sentence.char_end <= home.char_end
        assert sentence.section == home.section
