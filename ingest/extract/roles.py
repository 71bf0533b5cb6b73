"""The part that a compound plays in a release: what it is about, the issuer's other products, what it is given with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.extract.document import Document, Mention
from ingest.extract.groups import Group
from ingest.extract.rulebook import read_rules
from ingest.records import Role

_MARK = re.compile(r"^\s?(?:®|™|\(R\)|\(TM\)|℠)")


@dataclass(frozen=True, slots=True)
class RoleFinding:
    """A role, and the company that the text says owns the compound."""

    role: Role
    owner_ref: str | None = None


def find_roles(doc: Document, groups: list[Group], mentions: list[Mention]) -> dict[str, RoleFinding]:
    """Ref -> role, from headline, lead sentence and the words around each mention (rules/roles.yaml)."""
    by_ref: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.ref:
            by_ref.setdefault(mention.ref, []).append(mention)
    votes = {ref: _votes(doc, places) for ref, places in by_ref.items()}
    owners = {ref: _owner(doc, places) for ref, places in by_ref.items()}
    subjects = _subjects(doc, by_ref, votes)
    roles = {}
    for group in groups:
        places = by_ref.get(group.ref, [])
        roles[group.ref] = RoleFinding(_role(doc, group, places, votes, owners, subjects), owners.get(group.ref))
    return roles


def _subjects(doc: Document, by_ref: dict[str, list[Mention]], votes: dict[str, dict[str, int]]) -> set[str]:
    """Refs named in the headline in no side role; else those of the first sentences."""
    candidates = {ref for ref, v in votes.items() if not _side_role(v)}
    in_head = {ref for ref in candidates if any(_section(doc, m) in ("headline", "subhead") for m in by_ref[ref])}
    if in_head:
        return in_head
    body = [s for s in doc.sentences if s.section in ("body", "dateline", "quote")][:3]
    for sentence in body:
        here = {m.ref for m in doc_mentions(by_ref, sentence.char_start, sentence.char_end)} & candidates
        if here:
            return {ref for ref in here if ref}
    counts = {ref: len(by_ref[ref]) for ref in candidates}
    return {max(counts, key=lambda ref: counts[ref])} if counts else set()


def doc_mentions(by_ref: dict[str, list[Mention]], start: int, end: int) -> list[Mention]:
    """All mentions that start in a stretch."""
    return [m for places in by_ref.values() for m in places if start <= m.char_start < end]


def _section(doc: Document, mention: Mention) -> str | None:
    sentence = doc.sentence_of(mention.char_start)
    return sentence.section if sentence else None


def _votes(doc: Document, places: list[Mention]) -> dict[str, int]:
    """How often the words around a compound's mentions call for each side role."""
    votes: dict[str, int] = {"places": len(places)}
    for place in places:
        end = place.char_end
        mark = _MARK.match(doc.text[end : end + 8])
        end += mark.end() if mark else 0
        before = doc.text[max(0, place.char_start - 80) : place.char_start]
        after = doc.text[end : end + 90]
        for rule in read_rules("roles"):
            words = before if rule.data["side"] == "before" else after
            if rule.regex.search(words) if rule.data["side"] == "before" else rule.regex.match(words):
                votes[rule.data["role"]] = votes.get(rule.data["role"], 0) + 1
                break
    return votes


def _side_role(votes: dict[str, int]) -> Role | None:
    """The side role that most mentions call for; None when most call for none."""
    sides: list[Role] = ["comparator", "combination", "background"]
    best = max(sides, key=lambda role: votes.get(role, 0))
    total = sum(votes.get(role, 0) for role in sides)
    if votes.get(best, 0) == 0 or total * 2 < votes["places"]:
        return None
    return best


def _role(
    doc: Document,
    group: Group,
    places: list[Mention],
    votes: dict[str, dict[str, int]],
    owners: dict[str, str | None],
    subjects: set[str],
) -> Role:
    if group.ref in subjects:
        return "subject"
    side = _side_role(votes.get(group.ref, {"places": 0}))
    if side:
        return side
    vote = votes.get(group.ref, {})
    if vote.get("combination") or vote.get("comparator"):
        return "combination" if vote.get("combination", 0) >= vote.get("comparator", 0) else "comparator"
    if vote.get("own") or any(_section(doc, m) in ("about_company", "about_compound") for m in places):
        return "own"
    is_new_name = not group.vocabulary_keys or any(b in ("code", "shape") for b in group.basis.values())
    return "own" if is_new_name else "background"


def _owner(doc: Document, places: list[Mention]) -> str | None:
    """The company whose possessive stands right before a mention ('Roche's X')."""
    for place in places:
        near = doc.mentions_between(max(0, place.char_start - 60), place.char_start, "company")
        for company in near:
            between = doc.text[company.char_end : place.char_start]
            if re.match(r"^[’']s?\s+(?:[\w-]+\s+){0,4}$", between):
                return company.ref
    return None
