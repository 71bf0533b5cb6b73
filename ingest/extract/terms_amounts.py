"""What each amount of a sentence is paid for: the rules of rules/terms.yaml on the sentence with its amounts masked.

'an upfront payment of $50 million and up to $400 million in milestones' is read twice: for the first amount as 'an
upfront payment of ⟨M⟩ and up to ⟨N⟩ in milestones', for the second with the marks exchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.extract.anchors import Anchored
from ingest.extract.document import Document, Mention, SentenceSpan
from ingest.extract.money import Money
from ingest.extract.rulebook import Rule, read_rules, read_table
from ingest.records import TermComponent


@dataclass(frozen=True, slots=True)
class AmountTerm:
    """One amount that is a term: what it is paid for, and whether it is a part of another amount."""

    mention: Mention
    money: Money
    component: TermComponent
    rule: Rule
    is_part: bool
    covers: frozenset[str]  # the kinds of milestones that the words name


@dataclass(frozen=True, slots=True)
class _TermRule:
    rule: Rule
    unless: re.Pattern[str] | None
    anchors: tuple[str, ...]


@cache
def _filled(pattern: str) -> re.Pattern[str]:
    for name, words in read_table("terms")["words"].items():
        pattern = pattern.replace(f"{{{name}}}", str(words))
    return re.compile(pattern, re.IGNORECASE)


@cache
def term_rules() -> tuple[_TermRule, ...]:
    """The rules in order, each with the pattern that forbids it."""
    words = {f"{{{key}}}": str(value) for key, value in read_table("terms")["words"].items()}
    return tuple(
        _TermRule(
            rule,
            _filled(str(rule.data["unless"])) if rule.data.get("unless") else None,
            tuple(map(str, rule.data.get("anchor", ()))),
        )
        for rule in read_rules("terms", words)
    )


@cache
def _anchored() -> Anchored[_TermRule]:
    return Anchored((rule, rule.anchors) for rule in term_rules())


def find_amounts(doc: Document, sentence: SentenceSpan) -> Iterator[AmountTerm]:
    """The amounts of a sentence that are terms of some agreement, in order."""
    amounts = doc.mentions_in(sentence, "money")
    for mention in amounts:
        if not isinstance(mention.value, Money) or mention.value.amount < read_table("terms")["least"]:
            continue
        masked = _masked(doc, sentence, amounts, mention)
        read = read_component(masked)
        if read is None:
            continue
        component, rule = read
        covers = _milestone_kinds(rule, masked) if component.endswith("milestones") else frozenset()
        yield AmountTerm(mention, mention.value, component, rule, bool(_filled(_parts()).search(masked)), covers)


def _parts() -> str:
    return str(read_table("terms")["parts"])


def _masked(doc: Document, sentence: SentenceSpan, amounts: list[Mention], mine: Mention) -> str:
    pieces: list[str] = []
    at = sentence.char_start
    for mention in amounts:
        pieces.append(doc.text[at : mention.char_start])
        pieces.append(" ⟨M⟩ " if mention is mine else " ⟨N⟩ ")
        at = mention.char_end
    pieces.append(doc.text[at : sentence.char_end])
    return re.sub(r"\s+", " ", "".join(pieces)).replace("⟩ -", "⟩-").replace("⟩ ,", "⟩,")


def read_component(masked: str) -> tuple[TermComponent, Rule] | None:
    """(what ⟨M⟩ is paid for, the rule that says so); None for money that is no term."""
    for entry in _anchored().standing_in(masked.lower()):
        match = entry.rule.regex.search(masked)
        if match is None or (entry.unless and entry.unless.search(masked)):
            continue
        value = str(entry.rule.data["value"])
        if value == "none":
            return None
        if value == "milestones":
            kinds = sorted(_milestone_kinds(entry.rule, masked))
            return (kinds[0] if len(kinds) == 1 else "milestones"), entry.rule  # type: ignore[return-value]
        return value, entry.rule  # type: ignore[return-value]
    return None


def _milestone_kinds(rule: Rule, masked: str) -> frozenset[str]:
    """The kinds of milestones that the words beside the amount name."""
    match = rule.regex.search(masked)
    words = (match.groupdict().get("K") if match else None) or ""
    kinds = read_table("terms")["milestone_kinds"].items()
    return frozenset(kind for kind, pattern in kinds if _filled(pattern).search(words))
