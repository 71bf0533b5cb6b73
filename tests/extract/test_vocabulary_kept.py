"""The vocabulary that is kept for the next start: the same as the one that was read, and never believed when it is not."""

from __future__ import annotations

from pathlib import Path

from ingest.vocabulary.kept import keep, places, read_kept, source_key
from ingest.vocabulary.lexicon import as_plain, from_plain
from ingest.vocabulary.vocabulary import Entity, Lexicon, TermHit, Vocabulary

KEY = b"k" * 32


def _vocabulary() -> Vocabulary:
    compounds, others = Lexicon(), Lexicon()
    compounds.add_term("nbx 4711", TermHit("own:nbx-4711", "code"))
    compounds.add_term("nubexinib", TermHit("own:nbx-4711", "inn"))
    compounds.add_term("nbx 4711 sodium salt", TermHit("own:nbx-4711", "name"))
    compounds.entities["own:nbx-4711"] = Entity("own:nbx-4711", "nubexinib", ("nubexinib", "NBX-4711"), ("NBX-4711",))
    others.abbreviations.add("XYZD")
    return Vocabulary(compounds, others, others, others, frozenset({"the", "of"}))


def test_a_vocabulary_that_was_kept_says_what_the_one_that_was_read_says(tmp_path: Path) -> None:
    read = _vocabulary()
    assert keep(KEY, as_plain(read), [tmp_path]) is not None
    kept = from_plain(read_kept(KEY, [tmp_path]))
    assert kept.compounds.terms == read.compounds.terms
    assert kept.compounds.widths == read.compounds.widths == {"nbx": 0b10100, "nubexinib": 0b10}
    assert dict(kept.compounds.entities.items()) == read.compounds.entities
    assert kept.compounds.lookup("NBX-4711") == TermHit("own:nbx-4711", "code")
    assert kept.compounds.entity("own:unheard") is None
    assert (kept.words, kept.diseases.abbreviations) == (read.words, {"XYZD"})


def test_a_kept_entity_may_be_replaced_and_taken_away(tmp_path: Path) -> None:
    entities = from_plain(as_plain(_vocabulary())).compounds.entities
    entities["own:nbx-4711"] = Entity("own:nbx-4711", "other", ())
    assert entities["own:nbx-4711"].name == "other"
    del entities["own:nbx-4711"]
    assert len(entities) == 0


def test_what_was_made_of_other_files_is_not_believed(tmp_path: Path) -> None:
    keep(KEY, {"a": 1}, [tmp_path])
    assert read_kept(b"o" * 32, [tmp_path]) is None


def test_a_kept_file_that_is_damaged_or_cut_short_is_not_believed(tmp_path: Path) -> None:
    file = keep(KEY, {"a": ["word"] * 50}, [tmp_path])
    assert file is not None
    whole = file.read_bytes()
    for broken in (whole[:-1], whole[:40], b"", whole[:-3] + b"xyz"):
        file.write_bytes(broken)
        assert read_kept(KEY, [tmp_path]) is None


def test_where_nothing_can_be_written_the_next_place_is_taken_or_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    closed, second = tmp_path / "file" / "folder", tmp_path / "second"
    assert keep(KEY, {"a": 1}, [closed]) is None
    assert keep(KEY, {"a": 1}, [closed, second]) == second / "vocabulary.kept"
    assert read_kept(KEY, [closed, second]) == {"a": 1}
    assert [path.name for path in second.iterdir()] == ["vocabulary.kept"]


def test_the_places_are_end_with_the_cache_of_the_user(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    user = places()[-1]
    assert user == tmp_path / "dateline"
    assert len(source_key()) == 32
