from __future__ import annotations

from orchestration.dictionary import PAGE, render_dictionary


def test_the_data_dictionary_says_what_the_models_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == render_dictionary(), "run `make dictionary` and read what changed"


def test_every_link_of_the_data_dictionary_leads_somewhere() -> None:
    page = PAGE.read_text(encoding="utf-8")
    headings = {
        line.lstrip("#").strip().lower().replace(" ", "-") for line in page.splitlines() if line.startswith("#")
    }
    links = {part.split(")")[0] for part in page.split("](#")[1:]}
    assert len(links) > 40
    assert links - headings == set()
