"""What an agreement covers: the platform that is named, and the territory in the words of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ingest.extract.document import Document
from ingest.extract.parties import PartyHit
from ingest.extract.rulebook import Rule, read_rules, read_table

_SENTENCES_AFTER = 3


@dataclass(frozen=True, slots=True)
class Scope:
    """Null where the text names none."""

    platform: str | None
    territory: str | None


@cache
def scope_rules() -> tuple[Rule, ...]:
    """The rules in order, their words filled in."""
    words = {f"{{{key}}}": str(value) for key, value in read_table("collaborations_scope")["words"].items()}
    return read_rules("collaborations_scope", words).rules


def scope_of(doc: Document, hits: list[PartyHit], is_new: bool) -> Scope:
    """The scope that the sentences of an agreement tell, and for a new one those right behind them."""
    indexes = [hit.masked.sentence.index for hit in hits]
    if is_new:
        indexes += [i + step for i in indexes[:2] for step in range(1, _SENTENCES_AFTER + 1)]
    sentences = [doc.sentences[i] for i in dict.fromkeys(indexes) if i < len(doc.sentences)]
    words = [doc.sentence_text(s) for s in sentences if s.section != "headline"]
    return Scope(_first("platform", words), _first("territory", words))


def _first(value: str, sentences: list[str]) -> str | None:
    for words in sentences:
        for rule in scope_rules():
            if rule.data["value"] == value and (match := rule.regex.search(words)):
                said = match.groupdict().get("V") or match.groupdict().get("W") or ""
                return re.sub(r"\s+", " ", re.sub(r"®|™|\((?:R|TM)\)", "", said)).strip() or None
    return None
