"""Diseases in lists and inside names: members that share a head noun, classes told by their members, institutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from typing import Protocol, TypeVar

from ingest.extract.anchors import Anchored
from ingest.extract.rulebook import read_table
from ingest.extract.starts import lowered


class Placed(Protocol):
    """Whatever has a place in a text."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


_T = TypeVar("_T", bound=Placed)


@dataclass(frozen=True, slots=True)
class ListMember:
    """One member of a list and the name that it has with the list's head noun; ``first`` is where the list begins."""

    start: int
    end: int
    name: str
    first: int


_ENDS_NAME = re.compile(
    r"(?:[’']s)?,?(?:\s(?:and|&|of|for|on|in|the|[A-Z][\w’-]*,?)){0,3}?\s"
    r"(?:Cent(?:er|re)s?|Institutes?|Society|Foundation|Congress|Meeting|Index|Score|Scale|Symposium|Association|Hospital|Network|Alliance"
    r"|Conference|Week|Summit|Questionnaire|Consortium|Research|Council|League|Fund|Initiative|Clinic|Unit|Division|Department|Coalition|Month|Day)\b"
)
_BEGINS_NAME = re.compile(
    r"\b(?:Institutes?|Center|Centre|Division|Department|Office|Society|Foundation|Association|College|Academy|Journal|Congress|Council|Head|Professor|Chief|Director|Bureau)"
    r"\s(?:of|for|on)(?:\s(?:the|and|&|[A-Z][\w’-]*,?))*\s$"
)
_CLASSES = re.compile(
    r"(?i:(?:\w+\s)?cancers?|tumou?rs|malignancies|(?:[\w-]+\s){0,2}(?:diseases|disorders|conditions|infections|lymphomas|leuk[a]?emias))"
)
_GAP_TO_HEAD = re.compile(r"(?:\s\([A-Za-z]{2,6}\))?\s")  # 'gastroesophageal junction (GEJ) adenocarcinoma'
_NAMING = re.compile(r",?\s(?:including|such\sas|namely)\s(?:[\w-]+\s){0,4}$")


def is_in_a_name(text: str, start: int, end: int) -> bool:
    """True for a disease inside the name of an institute, a meeting or a score ('Shanghai Cancer Center')."""
    if not text[start].isupper():
        return False
    line = text.rfind("\n", 0, start) + 1
    return bool(_ENDS_NAME.match(text, end) or _BEGINS_NAME.search(text[max(line, start - 90) : start]))


def shared_heads(text: str) -> Iterator[ListMember]:
    """'melanoma, lung, liver and endometrial cancers': each member with the head noun behind the last."""
    places: dict[_HeadList, set[int]] = {}
    low = lowered(text)
    anchored = _heads()
    for heads, start in anchored.places_in(low):
        places.setdefault(heads, set()).add(start)
    for heads in anchored.things:
        free = 0
        for start in sorted(places.get(heads, ())):
            ahead = heads.begins.match(low, start) if start >= free else None
            if ahead is None:
                continue
            free = ahead.end()
            if match := heads.whole.match(text, start):
                yield from _members(text, match, heads.member)


def _members(text: str, match: re.Match[str], member: re.Pattern[str]) -> Iterator[ListMember]:
    head, first = _singular(match["head"]), match.start()
    for one in member.finditer(text, first, match.start("head")):
        if _GAP_TO_HEAD.fullmatch(text, one.end(), match.start("head")):
            yield ListMember(one.start(), match.end("head"), f"{one.group()} {match['head']}", first)
        else:
            yield ListMember(one.start(), one.end(), f"{one.group()} {head}", first)


def without_classes(text: str, found: list[_T]) -> list[_T]:
    """The diseases without a class that the text tells by its members: 'cancers, including A and B' means A and B."""
    kept = []
    for item, behind in zip_longest(found, found[1:]):
        is_class = behind is not None and _CLASSES.fullmatch(text, item.start, item.end)
        if behind is None or not is_class or not _NAMING.match(text[item.end : behind.start]):
            kept.append(item)
    return kept


def _singular(head: str) -> str:
    is_whole = head.lower().endswith(("is", "betes"))
    return {"malignancies": "malignancy"}.get(head.lower(), head if is_whole else head.removesuffix("s"))


@dataclass(frozen=True, slots=True)
class _HeadList:
    """One list of rules/indications.yaml: a member, a member that may begin a list, in lower case, and the list."""

    member: re.Pattern[str]
    begins: re.Pattern[str]
    whole: re.Pattern[str]


@cache
def _heads() -> Anchored[_HeadList]:
    """The lists, anchored at their members."""
    table = read_table("indications")
    between = "|".join(str(word) for word in table["between_members"])
    skip = rf"(?:(?:{between})[\s-])*"
    gap = r"(?:,\s(?:and\s|or\s)?|\s(?:and/or|and|or|&)\s|/)"
    lists = []
    for entry in table["shared_heads"]:
        words = [str(word) for word in entry["members"]]
        member = rf"(?:{'|'.join(words)})"
        whole = rf"{member}(?:{gap}{skip}(?:the\s)?{member})+(?:\s\([A-Za-z]{{2,6}}\))?\s(?P<head>{entry['heads']})(?![\w-])"
        heads = _HeadList(
            re.compile(rf"(?<![\w-]){member}(?![\w-])", re.IGNORECASE),
            re.compile(rf"(?<![\w-]){member.lower()}(?=,|/|\s(?:and|or|&)\b)"),
            re.compile(whole, re.IGNORECASE),
        )
        lists.append(
            (heads, [word.lower().partition("[")[0] for word in words])
        )  # up to the apostrophe of "Crohn[’']s"
    return Anchored(lists)
