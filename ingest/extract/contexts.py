"""How much the words around a name speak for a compound. The patterns are data: rules/compounds.yaml."""

from __future__ import annotations

import re
from functools import cache

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


def context_weight(text: str, start: int, end: int, is_known: bool = False) -> tuple[float, str]:
    """(sum of the weights of the rules that fire around a span, id of the strongest)."""
    before, after = context_rules()
    mark = _MARK.match(text[end : end + 8])
    end += mark.end() if mark else 0
    ahead = text[max(0, start - _BEFORE) : start]
    behind = text[end : end + _AFTER]
    total, best, best_id = 0.0, 0.0, "compound/vocabulary"
    for rules, words in ((before, ahead), (after, behind)):
        side = 0.0
        for rule in rules:
            weight = float(rule.data["weight"])
            if (weight > 0 and weight <= side) or (is_known and rule.data.get("unknown_only")):
                continue
            if rule.regex.search(words) if rules is before else rule.regex.match(words):
                if weight < 0:
                    side = weight if side <= 0 else side + weight
                    continue
                side = side + weight if side < 0 else max(side, weight)
                if weight > best:
                    best, best_id = weight, rule.id
        total += side
    return total, best_id


def is_refused(text: str, start: int, end: int) -> bool:
    """True when the words around a span say outright that it is no medicine (a test, a device, a part)."""
    mark = _MARK.match(text[end : end + 8])
    end += mark.end() if mark else 0
    ahead, behind = text[max(0, start - _BEFORE) : start], text[end : end + _AFTER]
    before, after = context_rules()
    return any(float(r.data["weight"]) <= _REFUSING and r.regex.search(ahead) for r in before) or any(
        float(r.data["weight"]) <= _REFUSING and r.regex.match(behind) for r in after
    )
