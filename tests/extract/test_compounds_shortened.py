"""'ZEL/REL': a combination by the first letters of what it is made of."""

import pytest
from compounds_reading import facts_of, named
from trials_reading import names_of

from ingest.records import Extraction

_HEADLINE = "FDA Accepts NDA for Northbridge's Zelopenem and Relobactam, and sNDA for KIRAVAX®"
_LEAD = "announced that the FDA accepted an NDA for the combination of zelopenem and relobactam, and an sNDA for KIRAVAX® in pneumonia."


def _owners(facts: Extraction, milestone: str) -> set[str]:
    names = names_of(facts)
    return {names[m.compound_ref] for m in facts.milestone_mentions if m.milestone_type == milestone}


@pytest.mark.parametrize(
    "words",
    [
        "The PDUFA date for ZEL/REL is July 16, 2024.",
        "The target action date for the ZEL/REL NDA is July 16, 2024.",
        "The FDA set a PDUFA date of July 16, 2024 for ZEL/REL.",
    ],
)
def test_the_short_form_means_the_combination(words: str) -> None:
    facts = facts_of(_HEADLINE, f"{_LEAD} {words}")
    owners = _owners(facts, "pdufa_date")
    assert owners and owners <= {"zelopenem", "relobactam", "Zelopenem", "Relobactam"}


def test_a_trial_of_the_short_form_is_of_the_combination() -> None:
    facts = facts_of(
        _HEADLINE, f"{_LEAD} The ZEL/REL filing rests on the Phase 3 DAWN-1 trial, which met its endpoint."
    )
    owners = {names_of(facts)[t.compound_ref].lower() for t in facts.trial_mentions}
    assert owners and owners <= {"zelopenem", "relobactam"}


def test_a_part_of_the_short_form_alone() -> None:
    facts = facts_of(
        _HEADLINE, f"{_LEAD} It compared ZEL/REL with others. REL is tested in a Phase 1 trial in children."
    )
    assert {names_of(facts)[t.compound_ref].lower() for t in facts.trial_mentions} == {"relobactam"}


@pytest.mark.parametrize("words", ["FGF/FGFR is its target.", "It filed an NDA/BLA.", "ZEL/KOR is a code."])
def test_other_slashes(words: str) -> None:
    facts = facts_of(_HEADLINE, f"{_LEAD} {words}")
    assert {name.lower() for name in named(facts)} == {"zelopenem", "relobactam", "kiravax"}
    short = words.split()[0]
    assert not any(short in name.name for name in facts.compound_names)
