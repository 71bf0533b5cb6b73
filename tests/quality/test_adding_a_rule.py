"""The guide for newcomers tells the truth: its rule does what its own examples say, and its file table is complete."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from ingest.extract.rulebook import read_table

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "adding-a-rule.md").read_text(encoding="utf-8")


def test_the_rule_of_the_guide_finds_its_positive_and_leaves_its_negative_examples() -> None:
    ((rule,),) = (yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL))
    pattern = rule["pattern"]
    for name, words in read_table("context_words").items():
        pattern = pattern.replace(f"{{{name}}}", str(words))
    assert all(re.search(pattern, sentence.lower()) for sentence in rule["positive"])
    assert not any(re.search(pattern, sentence.lower()) for sentence in rule["negative"])
    assert all(any(anchor in sentence.lower() for anchor in rule["anchor"]) for sentence in rule["positive"])


def test_every_rule_file_is_in_the_table_of_the_guide_and_nothing_else() -> None:
    told = set(re.findall(r"`(\w+\.yaml)`", GUIDE)) - {"floors.yaml"}
    assert told == {path.name for path in (ROOT / "ingest" / "extract" / "rules").glob("*.yaml")}


def test_every_path_and_page_that_the_guide_names_exists() -> None:
    named = {
        *re.findall(r"(?:tests|ingest)/[\w/]+(?:\.py|\.md)?", GUIDE),
        *(f"docs/{page}" for page in re.findall(r"\]\((\S+?\.md)\)", GUIDE)),
    }
    assert [path for path in named if not (ROOT / path).exists()] == []
