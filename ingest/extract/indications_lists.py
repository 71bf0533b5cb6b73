"""Diseases in lists and inside names: members that share a head noun, classes told by their members, institutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from typing import Protocol, TypeVar

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
    r"(?i:(?:\w+\s)?cancers?|(?:solid\s)?tumou?rs|malignancies|(?:[\w-]+\s){0,2}(?:diseases|disorders|conditions|infections|lymphomas|leuk[a]?emias))"
)
_GAP_TO_HEAD = re.compile(r"(?:\s\([A-Za-z]{2,6}\))?\s")  # 'gastroesophageal junction (GEJ) adenocarcinoma'
_STEM_OF_HEAD = re.compile(r"(?:\w\?|\[).*")  # 'tumou?rs' begins with 'tumo'
_NAMING = re.compile(r",?\s(?:including|such\sas|namely)\s(?:[\w-]+\s){0,4}$")


def is_in_a_name(text: str, start: int, end: int) -> bool:
    """True for a disease inside the name of an institute, a meeting or a score ('Shanghai Cancer Center')."""
    if not text[start].isupper():
        return False
    line = text.rfind("\n", 0, start) + 1
    return bool(_ENDS_NAME.match(text, end) or _BEGINS_NAME.search(text[max(line, start - 90) : start]))


def shared_heads(text: str) -> Iterator[ListMember]:
    """'melanoma, lung, liver and endometrial cancers': each member with the head noun behind the last."""
    low = " " + lowered(text)
    for stems, members, quick, whole in _heads():
        if not any(stem in low for stem in stems):
            continue
        for ahead in quick.finditer(low):
            match = whole.match(text, ahead.start())
            if match is None:
                continue
            head, first = _singular(match["head"]), match.start()
            for member in members.finditer(text, first, match.start("head")):
                is_last = _GAP_TO_HEAD.fullmatch(text, member.end(), match.start("head"))
                if is_last:
                    name = f"{member.group()} {match['head']}"
                    yield ListMember(member.start(), match.end("head"), name, first)
                else:
                    yield ListMember(member.start(), member.end(), f"{member.group()} {head}", first)


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


@cache
def _heads() -> list[tuple[list[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]]:
    """For each list of rules/indications.yaml: (its heads' stems, a member, the letter before one that may begin a list and that, the list).

    The third is read in lower case, the letter before it first, which is quick; the others in the letters of the text.
    """
    table = read_table("indications")
    between = "|".join(str(word) for word in table["between_members"])
    skip = rf"(?:(?:{between})[\s-])*"
    patterns = []
    for entry in table["shared_heads"]:
        member = rf"(?:{'|'.join(str(word) for word in entry['members'])})"
        quick = f"(?i:{member})" if "\\" in member else member.lower()
        gap = r"(?:,\s(?:and\s|or\s)?|\s(?:and/or|and|or|&)\s|/)"
        whole = rf"{member}(?:{gap}{skip}(?:the\s)?{member})+(?:\s\([A-Za-z]{{2,6}}\))?\s(?P<head>{entry['heads']})(?![\w-])"
        patterns.append(
            (
                [_STEM_OF_HEAD.sub("", str(head)) for head in str(entry["heads"]).split("|")],
                re.compile(rf"(?<![\w-]){member}(?![\w-])", re.IGNORECASE),
                re.compile(rf"[^\w-]{quick}(?=,|/|\s(?:and|or|&)\b)"),
                re.compile(whole, re.IGNORECASE),
            )
        )
    return patterns
