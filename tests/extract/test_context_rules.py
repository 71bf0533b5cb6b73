"""Every rule of the context tables finds its positive examples and leaves its negative ones alone."""

import pytest

from ingest.extract.context import CueRule, find_cues, read_cues
from ingest.extract.rulebook import Rule, read_rules, read_table

TABLES = ("status", "milestones", "context")
CASES = [(table, cue) for table in TABLES for cue in read_cues(table)]
NAME_WORDS = {f"{{{key}}}": str(value) for key, value in read_table("trials")["words"].items()}
NAME_RULES = list(read_rules("trials", NAME_WORDS))


def _hits(table: str, cue: CueRule, sentence: str) -> bool:
    return any(hit.rule == cue.rule.id for hit in find_cues(table, sentence, 0))


@pytest.mark.parametrize(("table", "cue"), CASES, ids=[cue.rule.id for _, cue in CASES])
def test_a_rule_of_the_context_tables_does_what_its_examples_say(table: str, cue: CueRule) -> None:
    assert cue.data["reason"]
    assert cue.data["positive"]
    assert cue.data["negative"]
    for sentence in cue.data["positive"]:
        assert _hits(table, cue, sentence), sentence
    for sentence in cue.data["negative"]:
        assert not _hits(table, cue, sentence), sentence


@pytest.mark.parametrize("rule", NAME_RULES, ids=[rule.id for rule in NAME_RULES])
def test_a_rule_for_study_names_does_what_its_examples_say(rule: Rule) -> None:
    for sentence in rule.data["positive"]:
        assert rule.regex.search(sentence), sentence
    for sentence in rule.data["negative"]:
        match = rule.regex.search(sentence)
        assert match is None or len(match["name"]) < 3, sentence
