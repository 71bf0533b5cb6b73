"""Every rule of every rule file finds its own positive examples and leaves its negative ones alone.

A new file of ingest/extract/rules is tested as soon as it exists; only a file that is read in a way of its own needs a
line in READERS. A rule without a positive example that it finds is dead, and the test of its id fails. Whether the letters
of a rule (`anchor`, `begins`) pass over words that it finds: test_guards.py.
"""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import ingest.extract
from ingest.extract.context import find_cues, read_cues
from ingest.extract.contexts import context_rules
from ingest.extract.periods import _PLACEHOLDERS as PERIOD_WORDS
from ingest.extract.periods import find_periods
from ingest.extract.rulebook import Rule, named_groups_removed, read_rules, read_table

FOLDER = Path(ingest.extract.__file__).parent / "rules"
Finder = Callable[[Rule, str], bool]


def _own_words(name: str) -> dict[str, str]:
    return {f"{{{key}}}": str(value) for key, value in read_table(name).get("words", {}).items()}


def _searched(rule: Rule, example: str) -> bool:
    return rule.regex.search(example) is not None


def _plain(name: str) -> Finder:
    """Searched, unless the words that the rule itself excepts stand there."""

    def finds(rule: Rule, example: str) -> bool:
        unless = str(rule.data.get("unless", ""))
        for placeholder, words in _own_words(name).items():
            unless = unless.replace(placeholder, words)
        return _searched(rule, example) and not (unless and re.search(unless, example, re.IGNORECASE))

    return finds


def _cued(table: str) -> Finder:
    return lambda rule, example: any(hit.rule == rule.id for hit in find_cues(table, example, 0))


def _beside_name(rule: Rule, example: str) -> bool:
    ahead, name, behind = example.partition("{X}")
    assert name, f"{example}: say with {{X}} where the name stands"
    if rule.data["side"] == "before":
        return rule.regex.search(ahead) is not None
    return rule.regex.match(behind) is not None


def _with_targets(rule: Rule, example: str) -> bool:
    return _searched(rule, re.sub(r"\[([^]]+)\]", lambda m: "\ue000" * len(m[1]), example))


def _bounded(rule: Rule, example: str) -> bool:
    words = named_groups_removed(rule.regex.pattern)
    return re.search(rf"(?<![\w$€£.,-])(?:{words})(?![A-Za-z0-9])", example, re.IGNORECASE) is not None


def _names_a_study(rule: Rule, example: str) -> bool:
    match = rule.regex.search(example)
    return match is not None and len(match["name"]) >= 3


READERS: dict[str, tuple[Callable[[], tuple[Rule, ...]], Finder]] = {
    **{
        name: ((lambda name=name: tuple(cue.rule for cue in read_cues(name))), _cued(name))
        for name in ("status", "milestones", "context", "stages")
    },
    "compounds": (lambda: tuple(rule for side in context_rules() for rule in side), _beside_name),
    "roles": (lambda: read_rules("roles").rules, _beside_name),
    "targets": (lambda: read_rules("targets", _own_words("targets")).rules, _with_targets),
    "trials": (lambda: read_rules("trials", _own_words("trials")).rules, _names_a_study),
    "periods": (lambda: read_rules("periods", PERIOD_WORDS).rules, _bounded),
}


def _cases() -> list[tuple[Rule, Finder]]:
    cases = []
    for path in sorted(FOLDER.glob("*.yaml")):
        name = path.stem
        if not read_table(name).get("rules"):
            continue
        plain = (lambda name=name: read_rules(name, _own_words(name)).rules), _plain(name)
        rules, finder = READERS.get(name, plain)
        cases += [(rule, finder) for rule in rules()]
    return cases


CASES = _cases()


@pytest.mark.parametrize(("rule", "finds"), CASES, ids=[rule.id for rule, _ in CASES])
def test_a_rule_does_what_its_examples_say(rule: Rule, finds: Finder) -> None:
    assert rule.data["reason"]
    assert rule.data["positive"]
    assert rule.data["negative"]
    for example in rule.data["positive"]:
        words = example[0] if isinstance(example, list) else str(example)
        assert finds(rule, words), words
    for example in rule.data["negative"]:
        assert not finds(rule, str(example)), str(example)


PERIODS = [(rule.id, *example) for rule in READERS["periods"][0]() for example in rule.data["positive"]]


@pytest.mark.parametrize(("rule_id", "words", "start", "end"), PERIODS)
def test_words_of_time_mean_the_days_that_the_example_says(rule_id: str, words: str, start: str, end: str) -> None:
    published_on = date.fromisoformat(read_table("periods")["published_on"])
    windows = [(p.window_start, p.window_end) for p in find_periods(words, published_on)]
    wanted = tuple(date.fromisoformat(day) if day else None for day in (start, end))
    assert wanted in windows or (wanted == (None, None) and not windows), rule_id


def test_no_two_rules_share_an_id() -> None:
    ids = [rule.id for rule, _ in CASES]
    assert len(set(ids)) == len(ids)
