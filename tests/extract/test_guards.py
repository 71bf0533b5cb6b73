"""No words that a pattern finds are passed over by the letters that must stand there before the pattern is tried.

A pattern that is widened without its letters finds its new words never, and nothing else tells. Each guard of the
modules stands in one of the tables here, with the patterns that it guards; a new one fails until it is entered.
"""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from anchored_patterns import reading_without, readings
from test_rule_examples import CASES

import ingest.extract
from ingest.extract import (
    anaphora,
    collaborations_kind,
    companies_context,
    components,
    context,
    contexts,
    counts,
    frames_data,
    frames_diseases,
    frames_links,
    frames_nouns,
    frames_owned,
    indications,
    indications_lists,
    mentions,
    modality,
    money,
    parties,
    periods,
    phases,
    proper_names,
    roles,
    targets,
    targets_spans,
    terms_amounts,
    trials_names,
)
from ingest.extract.anchors import Anchored
from ingest.extract.openings import Letters, Openings
from ingest.extract.rulebook import Rule, read_rules
from ingest.extract.starts import find_behind, find_from

_KINDS = {kind.__name__ for kind in (Letters, Openings, Anchored, find_from, find_behind)}
_SIGNS = "$€£¥₩₹"  # money.py looks for them by themselves

LETTERS: dict[str, tuple[Letters, tuple[re.Pattern[str], ...]]] = {
    "frames_diseases._IN_COMPANY": (frames_diseases._IN_COMPANY, (frames_diseases._A_COMPANY,)),
    "frames_diseases._IN_RISK": (frames_diseases._IN_RISK, (frames_diseases._AT_RISK,)),
    "frames_diseases._IN_STANDARD": (frames_diseases._IN_STANDARD, (frames_diseases._STANDARD_FOR,)),
    "frames_links._IN_AGAINST": (frames_links._IN_AGAINST, (frames_links._AGAINST,)),
    "frames_data._IN_DATA": (frames_data._IN_DATA, (frames_data._words("clinical"),)),
    "frames_nouns._IN_FIRST": (frames_nouns._IN_FIRST, (frames_nouns._FIRST_TREATED,)),
    "frames_nouns._IN_NOUNS": (frames_nouns._IN_NOUNS, (frames_nouns._TRIAL_NOUN,)),
    "frames_nouns._IN_SERIES": (frames_nouns._IN_SERIES, (frames_nouns._SERIES_NOUN,)),
    "frames_nouns._IN_STUDY": (frames_nouns._IN_STUDY, (frames_nouns._UNDER_STUDY,)),
    "frames_owned._IN_VERSUS": (frames_owned._IN_VERSUS, (frames_owned._VERSUS,)),
    "frames_owned._IN_WITH": (frames_owned._IN_WITH, (frames_owned._HARD_WITH,)),
    "modality._IN_COMPANY": (modality._IN_COMPANY, (modality._COMPANY,)),
    "money._IN_MONEY": (Letters(*money._IN_MONEY.letters, *_SIGNS), (money._MONEY,)),
    "money._IN_PERCENT": (money._IN_PERCENT, (money._PERCENT,)),
}
OPENINGS: dict[str, Callable[[], Iterable[Openings]]] = {
    "anaphora._OPENED": lambda: [anaphora._OPENED],
    "indications._grammar": lambda: [indications._grammar()],
    "proper_names._apposition": lambda: [proper_names._apposition()[0]],
    "proper_names._scanned": proper_names._scanned,
    "targets_spans._INHIBITORS": lambda: [targets_spans._INHIBITORS],
    "trials_names._grammar": lambda: [trials_names._grammar().within],
}
ANCHORED: dict[str, Callable[[], Iterable[Anchored[Any]]]] = {
    "collaborations_kind._anchored_names": lambda: [collaborations_kind._anchored_names()],
    "collaborations_kind._anchored_rules": lambda: [
        collaborations_kind._anchored_rules(scope)
        for scope in sorted({str(rule.data["scope"]) for rule in read_rules("collaborations")})
    ],
    "components._anchored": lambda: [components._anchored()],
    "context._anchored": lambda: map(context._anchored, ("status", "milestones", "stages", "context")),
    "contexts._anchored": contexts._anchored,
    "modality._anchored": lambda: [modality._anchored()],
    "parties._anchored": lambda: [parties._anchored()],
    "roles._anchored": lambda: [roles._anchored()],
    "targets._anchored": lambda: [targets._anchored()],
    "terms_amounts._anchored": lambda: [terms_amounts._anchored()],
}
AS_WRITTEN: dict[str, Callable[[], Iterable[Anchored[Any]]]] = {  # the text is not put in lower case
    "targets_spans._SHAPES": lambda: [targets_spans._SHAPES],
}
PLACES: dict[
    str, Callable[[], Iterator[tuple[str, Iterable[str], bool, bool]]]
] = {}  # (pattern, letters, opens, exact)


def _place(name: str) -> Callable[[Any], Any]:
    def enter(told: Any) -> Any:
        PLACES[name] = told
        return told

    return enter


@_place("companies_context._captures")
def _captures() -> Iterator[tuple[str, Iterable[str], bool, bool]]:
    for rule in read_rules("companies"):
        yield rule.regex.pattern, map(str, rule.data["begins"]), True, False


@_place("context._risks")
def _risks() -> Iterator[tuple[str, Iterable[str], bool, bool]]:
    for pattern, letters in context._risks().pairs:
        yield pattern.pattern, letters, True, False


@_place("indications_lists._heads")
def _heads() -> Iterator[tuple[str, Iterable[str], bool, bool]]:
    for heads, letters in indications_lists._heads().pairs:
        yield heads.begins.pattern, letters, True, False
        yield heads.whole.pattern, letters, True, False


@_place("mentions._agency_begins")
def _agencies() -> Iterator[tuple[str, Iterable[str], bool, bool]]:
    for _, letters in mentions._agency_begins().pairs:
        yield mentions._AGENCY.pattern, letters, True, True


@_place("proper_names._introductions")
def _introductions() -> Iterator[tuple[str, Iterable[str], bool, bool]]:
    for introduction, letters in proper_names._introductions().pairs:
        yield introduction.pattern.pattern, letters, introduction.ahead == 0, False


@_place("targets._SPEAKS")
def _speaking() -> Iterator[tuple[str, Iterable[str], bool, bool]]:
    """The sentences that are read for targets; antibodies and 'a PARPi' are seen by patterns of their own."""
    for rule in targets.target_rules():
        if rule.id != "target/short_class":
            yield rule.regex.pattern, (*targets._SPEAKS.pairs[0][1], "mab"), False, False


FROM: dict[str, tuple[Callable[..., Iterator[re.Match[str]]], re.Pattern[str], re.Pattern[str]]] = {
    "counts.find_patient_counts": (find_behind, counts._GAPS, counts._COUNT),
    "money.find_money": (find_from, money._STARTS, money._MONEY),
    "money.find_percents": (find_from, money._DIGITS, money._PERCENT),
    "periods.find_periods": (find_behind, periods._rules()[2], periods._rules()[1]),
    "phases.find_phases": (find_from, phases._STARTS, phases._PHASE),
}
NARROWED = {  # words that on purpose are found only where another of the letters stands in the sentence too
    "deny/financing": ("shareholder", "stockholder"),  # those who take an offer are owners and no investors
    "party/acquire": ("purchase",),  # doses and shares are purchased too
    "party/acquire_through": ("merger",),  # 'upon the Acme merger' is an event to date by, and no party's deed
    "party/pair_announces": ("today", "have", "are", "to "),  # what two companies are, have or hope is no deed of theirs
    "party/pair_announces_second": ("today", "have", "are", "to "),
    "status.awaited_data": (
        "share", "announce", "disclose", "publish", "highlight", "release", "provide", "feature", "showcase",
    ),  # shared, announced and provided is all sorts of things
    "status.ongoing_being": ("explor",),  # 'is exploring strategic alternatives'
    "status.reported_data": ("evidence",),  # 'patients with evidence of an infection'
    "status.running_evaluating": ("test", "explor"),  # 'genetic testing', 'committed to exploring'
    "targets._SPEAKS": ("therap",),  # 'interleukin-2 therapy' tells of a target where more is said of it
    "status.updated_data": ("initial", "preliminary", "early"),  # 'expects to report preliminary data later this year'
}  # fmt: skip


def _regex(thing: Any) -> re.Pattern[str]:
    if isinstance(thing, tuple):
        thing = next(part for part in thing if isinstance(part, Rule | re.Pattern))
    thing = getattr(thing, "rule", thing)
    return thing if isinstance(thing, re.Pattern) else thing.regex


def _name_of(thing: Any) -> str | None:
    """The id of the rule that is guarded; None for a pattern."""
    thing = thing[0] if isinstance(thing, tuple) else thing
    return getattr(getattr(thing, "rule", thing), "id", None)


def _guarded() -> Iterator[tuple[str, str, tuple[str, ...], bool, bool]]:
    """(id, pattern, letters, whether they open it, whether they are compared as they are) of each guarded pattern."""
    for name, (letters, patterns) in LETTERS.items():
        for pattern in patterns:
            yield name, pattern.pattern, letters.letters, False, False
    for name, openings in OPENINGS.items():
        for opening in openings():
            for pattern, begins in opening.pairs:
                yield name, pattern.pattern, begins, True, False
    for table, is_exact in ((ANCHORED, False), (AS_WRITTEN, True)):
        for name, anchored in table.items():
            for thing, anchors in (pair for one in anchored() for pair in one.pairs if pair[1]):
                yield _name_of(thing) or name, _regex(thing).pattern, anchors, False, is_exact
    for name, told in PLACES.items():
        for pattern_words, begins_with, opens, is_exact in told():
            yield name, pattern_words, tuple(begins_with), opens, is_exact


GUARDED = list(_guarded())


@pytest.mark.parametrize(("name", "pattern", "letters", "opens", "exact"), GUARDED, ids=[g[0] for g in GUARDED])
def test_nothing_that_a_pattern_finds_is_passed_over(
    name: str, pattern: str, letters: tuple[str, ...], opens: bool, exact: bool
) -> None:
    missed = reading_without(pattern, (*letters, *NARROWED.get(name, ())), opens=opens, exact=exact)
    assert missed is None, f"{name} may find {missed!r} ('…': anything): add letters that stand in it"


@pytest.mark.parametrize("name", NARROWED)
def test_words_that_are_narrowed_on_purpose_are_passed_over_without_the_other_letters(name: str) -> None:
    for word in NARROWED[name]:
        others = tuple(other for other in NARROWED[name] if other != word)
        missed = (reading_without(guard[1], (*guard[2], *others)) for guard in GUARDED if guard[0] == name)
        assert any(missed), f"{word!r} need not be narrowed"


@pytest.mark.parametrize("name", FROM)
def test_a_quick_pattern_finds_each_place_where_the_slow_one_begins(name: str) -> None:
    find, guard, pattern = FROM[name]
    for reading in readings(pattern.pattern):
        for text in (f"of {reading} and", f"({reading})", f"{reading.capitalize()}."):
            found = [match.span() for match in find(guard, pattern, text)]
            assert found == [match.span() for match in pattern.finditer(text)], text


def test_each_name_behind_and_is_tried() -> None:
    for name in ("Acme", "3Acme", "iAcme", "eACME", "its partner Acme"):
        text = f"Betamed and {name} today announced"
        assert any(match.group().endswith("and ") for match in companies_context._captured_at(text, text.lower())), name


def test_each_guard_of_the_modules_stands_in_a_table_with_what_it_guards() -> None:
    entered = {*LETTERS, *OPENINGS, *ANCHORED, *AS_WRITTEN, *PLACES, *FROM}
    assert set(_sites()) == entered


def _sites() -> Iterator[str]:
    """The names at the top of the modules under which a guard is made or a guarded search is called."""
    for path in sorted(Path(ingest.extract.__file__).parent.glob("*.py")):
        for statement in ast.parse(path.read_text(encoding="utf-8")).body:
            calls = [node.func for node in ast.walk(statement) if isinstance(node, ast.Call)]
            if not any(isinstance(called, ast.Name) and called.id in _KINDS for called in calls):
                continue
            if isinstance(statement, ast.FunctionDef):
                yield f"{path.stem}.{statement.name}"
            elif isinstance(statement, ast.Assign):
                for target in ast.walk(statement.targets[0]):
                    if isinstance(target, ast.Name):
                        yield f"{path.stem}.{target.id}"


def test_each_rule_with_letters_is_read_here() -> None:
    patterns = {guard[1] for guard in GUARDED}
    rules = [rule for rule, _ in CASES if rule.data.get("anchor") or rule.data.get("begins")]
    assert [rule.id for rule in rules if rule.regex.pattern not in patterns] == []
