"""How much the words around a name speak for a compound. The patterns are data: rules/compounds.yaml."""

from __future__ import annotations

import re
from functools import cache

from ingest.extract.anchors import Anchored
from ingest.extract.candidates import compound_nouns
from ingest.extract.rulebook import Rule, read_rules

_BEFORE = 90
_AFTER = 160
_REFUSING = -4.0
_MARK = re.compile(r"^\s?(?:®|™|\(R\)|\(TM\)|℠)")


@cache
def context_rules() -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """(rules read up to the name, rules read from its end on)."""
    book = read_rules("compounds", {"{NOUNS}": compound_nouns()})
    return (
        tuple(rule for rule in book if rule.data["side"] == "before"),
        tuple(rule for rule in book if rule.data["side"] == "after"),
    )


@cache
def _anchored() -> tuple[Anchored[tuple[Rule, float]], Anchored[tuple[Rule, float]]]:
    """The same with their weights, as they are looked for."""
    before, after = (
        Anchored(((rule, float(rule.data["weight"])), rule.data.get("anchor", ())) for rule in side)
        for side in context_rules()
    )
    return before, after


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The words up to a span, and those from its end, or from the end of its brand mark, on."""
    mark = _MARK.match(text[end : end + 8])
    end += mark.end() if mark else 0
    return text[max(0, start - _BEFORE) : start], text[end : end + _AFTER]


def context_weight(text: str, start: int, end: int, is_known: bool = False) -> tuple[float, str]:
    """(sum of the weights of the rules that fire around a span, id of the strongest)."""
    total, best, best_id = 0.0, 0.0, "compound/vocabulary"
    for words, rules, is_before in zip(_around(text, start, end), _anchored(), (True, False), strict=True):
        side = 0.0
        for rule, weight in rules.standing_in(words.lower()):
            if (weight > 0 and weight <= side) or (is_known and rule.data.get("unknown_only")):
                continue
            if rule.data.get("known_only") and not (is_known and text[start].islower()):
                continue  # a known substance under its own name, no brand and no code
            if _stands_ahead(rule, words) if is_before else rule.regex.match(words):
                if weight < 0:
                    side = weight if side <= 0 else side + weight
                    continue
                side = side + weight if side < 0 else max(side, weight)
                if weight > best:
                    best, best_id = weight, rule.id
        total += side
    return total, best_id


def _stands_ahead(rule: Rule, words: str) -> bool:
    return rule.regex.search(words, max(0, len(words) - int(rule.data.get("reach", _BEFORE)))) is not None


def is_refused(text: str, start: int, end: int) -> bool:
    """True when the words around a span say outright that it is no medicine (a test, a device, a part)."""
    ahead, behind = _around(text, start, end)
    before, after = _anchored()
    return any(
        weight <= _REFUSING and _stands_ahead(rule, ahead) for rule, weight in before.standing_in(ahead.lower())
    ) or any(weight <= _REFUSING and rule.regex.match(behind) for rule, weight in after.standing_in(behind.lower()))
