"""Words that look like the code name of a compound: 'IMGN853', 'ABC-123', 'PF-08046052', 'T-DM1', 'BMN 307'.

Says how much the shape alone counts; whether the word is a compound is decided with its context (names.py). A code name
must work the night it is first seen, so nothing here is a list of codes; what is listed are the look-alikes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.extract.rulebook import read_table

_WORD = re.compile(
    r"(?<![\w@/.#&’'$€£=+-])(?=[A-Za-z]{0,14}[-‑–]?[A-Za-z]{0,10}[-‑]?[\d₀-₉])(?:[A-Z][A-Za-z]{0,13}|m?s?i?RNA|[a-z]{1,2}[A-Z]{1,6}|h[A-Z]{2,5})[\d₀-₉]*[A-Za-z\d₀-₉]*(?:[-‑–][A-Za-z\d₀-₉]+){0,4}(?![\w@])"
)  # fmt: skip
_DIGIT = re.compile(r"[\d₀-₉](?:(?<=[A-Za-z‑–-].)|(?=[^\sA-Za-z]*[A-Za-z]))\S*")  # with a letter ahead of it or behind
_REACH = 26  # letters and dashes that may stand before the first digit
_SPACED = re.compile(
    r"[A-Z](?<![\w@/.#&’'$-][A-Z])(?:[A-Z]{1,4}|[A-Z]{0,3}-[A-Z]{1,3}) (?!(?:19|20)\d\d\b)\d{2,6}[A-Z]{0,2}(?![\w.,]*\d|[%\w]|-\w)"
)
_LETTERS = re.compile(r"[A-Z](?<![\w@/.&’'$-][A-Z])(?:[A-Z]{1,5}[-‑][A-Z]{2,6}|[a-z]{3,9}[-‑][A-Z]{2,4})(?![\w@-]|/\w)")
_DASHED = re.compile(r"[-‑][A-Z]{2}")
_MONTH = re.compile(r"^(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|Phase)[A-Z]*\d", re.IGNORECASE)
_TAIL = re.compile(
    r"[-‑–](?:treated|based|containing|associated|related|induced|positive|negative|directed|targeted|targeting|specific|mediated|"
    r"driven|dependent|expressing|mutated|mutant|like|led|naive|resistant|and|or|in|the|for|to|plus|[a-z]{5,})$"
)
_REGIMEN = re.compile(
    r"^(?:m?FOLF(?:OX|IRI|IRINOX)\w*|(?:R-)?CHOP|Anti-\w.*|.*-(?:Mutant|mutant|Positive|Negative|PN)|CT\d{8}|[A-Z]{2,4}\d[A-Z]{4,}(?:-\d+)?|[Pp]-?[Tt]au\d*|(?:PCV|PPSV|PPV)\d+|(.{4,})\1)$"
)
_STRONG = re.compile(
    r"^(?:[A-Z]{2,6}|[A-Z][a-z]{1,4}|[A-Z]{1,2}[a-z][A-Z]{1,3})[-‑]?\d{3,8}[A-Za-z]{0,4}(?:[-‑]\d{1,3}[A-Z]?)?$"
)
_MEDIUM = re.compile(
    r"^(?:[A-Z]{2,7}[-‑]?\d{2}[A-Za-z]{0,3}|[A-Z]{1,6}\d?[-‑][A-Z]{0,4}\d{2,}[A-Z]{0,3}\d{0,3}|[A-Z]{1,6}[-‑][A-Z]{1,8}\d{1,6}[A-Z]?\d?|[A-Z]{2,6}[-‑][A-Za-z0-9]{2,9}(?:[-‑][A-Za-z0-9]{1,6}){1,2}|[A-Z]{2,6}-[A-Za-z]{1,4}\d{2,4}|m?RNA-\d{3,4}[A-Z.]*\d?|[A-Z]-[A-Z]{2,6}\d{1,4}|[A-Z]{2,4}\d{2,4}[A-Z]\d{0,4}|[A-Z]{2,6}-\d{3,6}[A-Z]\d{1,2})$"
)
_OF_KIND = re.compile(
    r"(?:Universal|Dual|Mutant)[-‑]|\S+ (?:[Pp]rogram|[Ii]nhibitor|[Aa]ntibody|[Vv]accine|[Dd]egrader)s? [A-Z][\w-]*\d"
)  # what stands before 'program ABC-1' says whose it is or what it is against
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_LABELLED = re.compile(
    r"(?<![\w\[])(?:\[\d{2,3}m?(?:Ac|Lu|Ga|Cu|Pb|Zr|Tc|In|Tb|At|Re|Sm|Ra|Bi|Th|Br|I|F|Y)\](?:[A-Z][a-z]?-|-)?|\d{2,3}m?(?:Ac|Lu|Ga|Cu|Pb|Zr|Tc|In|Tb|At|Re|Sm|Ra|Bi|Th|Br|I|F|Y)-)"
    r"(?=[A-Za-z])(?!FDG|[a-z]+ed\b)[A-Za-z][\w]*(?:[-‑][A-Za-z0-9]+){0,3}"
)  # '[177Lu]Lu-XYZ-617', '68Ga-DOTATOC'
_LABEL = re.compile(r"\[?(\d{2,3}m?[A-Z][a-z]?)\]?-?(?:(?<=\])[A-Z][a-z]?-|(?<=-))")
_ISOTOPE = re.compile(r"\d{2,3}m?[A-Z][a-z]?(?=[\]-])")
_SHORT = re.compile(r"^[A-Z]{1,3}\d{1,2}$")


@dataclass(frozen=True, slots=True)
class CodeWord:
    """A code-like word; ``weight`` is what its shape is worth (a compound needs 2 with its context)."""

    char_start: int
    char_end: int
    weight: float


def find_code_words(text: str) -> list[CodeWord]:
    """All words of a text that may be code names, look-alikes left out."""
    found = [CodeWord(match.start(), match.end(), 1.5) for match in _labelled(text)]
    taken = {place for word in found for place in range(word.char_start, word.char_end)}
    for match in _words_with_digits(text):
        start, word = match.start(), match.group()
        if start in taken:
            continue
        while tail := _TAIL.search(word):
            word = word[: tail.start()]
        if not any(c.isdigit() for c in word) or len(word) < 3 or is_lookalike(word) or _MONTH.match(word):
            continue
        found.append(CodeWord(start, start + len(word), shape_weight(word)))
    for match in _LETTERS.finditer(text) if _DASHED.search(text) else ():
        if not is_lookalike(match.group()) and not _OF_KIND.match(text, match.start()):
            found.append(CodeWord(match.start(), match.end(), 0.0))
    for match in _SPACED.finditer(text):
        letters, digits = match.group().split(" ", 1)
        if (
            (letters in _tables()[2] and len(digits) == 5)
            or is_lookalike(f"{letters}-{digits}")
            or is_lookalike(letters)
        ):
            continue
        found.append(CodeWord(match.start(), match.end(), 0.5 if len(digits) >= 3 else 0.0))
    return found


def _labelled(text: str) -> Iterator[re.Match[str]]:
    """The names that begin with the isotope that they carry."""
    free = 0
    for isotope in _ISOTOPE.finditer(text):
        match = _LABELLED.match(text, max(free, isotope.start() - (text[isotope.start() - 1 : isotope.start()] == "[")))
        if match:
            free = match.end()
            yield match


def label_key(name: str) -> str | None:
    """What '[177Lu]Lu-XYZ-617' and '177Lu-XYZ-617' have in common; None for a name without an isotope."""
    match = _LABEL.match(name)
    return f"{match[1]} {name[match.end() :]}".lower() if match else None


def _words_with_digits(text: str) -> Iterator[re.Match[str]]:
    """The matches of _WORD: each has a digit within its first letters."""
    free = 0
    for digit in _DIGIT.finditer(text):
        for match in _WORD.finditer(text, max(free, digit.start() - _REACH), digit.end()):
            free = match.end()
            yield match


def is_lookalike(word: str) -> bool:
    """True for words shaped like a code that are something else (phases, genes, scores, meetings, regimens, forms)."""
    lookalike, head, _ = _tables()
    return bool(lookalike.match(word) or head.match(word) or _REGIMEN.match(word))


def shape_weight(word: str) -> float:
    """What the shape of a code-like word is worth: 2 is enough alone, 0 needs everything from its context."""
    word = word.translate(_SUBSCRIPTS)
    if _STRONG.match(word):
        return 2.0 if sum(c.isdigit() for c in word) >= 3 else 1.5
    if _MEDIUM.match(word):
        return 1.5
    return 0.0 if _SHORT.match(word) else 0.5


@cache
def _tables() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """(look-alikes, words before a number, states before a zip code) of rules/lookalikes.yaml."""
    table = read_table("lookalikes")
    letters = "|".join(p for p in table["prefixes"] if len(p) == 1)  # 'G12' looks like one, 'GSN-16' does not
    prefixes, heads = "|".join(p for p in table["prefixes"] if len(p) > 1), "|".join(table["heads"])
    lookalike = (
        rf"^(?:{prefixes}|(?:{letters})(?=[-‑–]?\d))[-‑–]?\d{{0,2}}[A-Za-zα-ω]{{0,3}}\d?(?:[-‑–/]\d{{0,2}}[A-Za-z]?)?$"
    )
    registry = r"^(?:NCT|ISO|ISRCTN|EUCT|ACTRN|UMIN|GPR|HTTP|CHICTR|CTR)[-‑ ]?\d+[A-Za-z]?$"
    registry += r"|^CD[-‑ ]?(?:\d{1,2}|[12]\d\d|3[0-6]\d|37[01])(?!\d)[A-Za-zα-ω]{0,3}\d?(?:[-‑–/]\d{0,2}[A-Za-z]?)?$"  # antigens end at CD371
    registry += rf"|^(?:{'|'.join(table['states'])})\d{{5}}$"
    # 'Part 2a', 'Cohort-B-1' and 'PartB', but not 'HB-200': H and B are the letters of a code
    head = rf"^(?:{heads})(?:[-‑–]?\d+[A-Za-z]?(?:[-–]\d+)?|[-‑–][A-Za-z](?:[-–]\d+)?|[A-Za-z]?)$"
    makers = "|".join(table["also_makers"])
    # 'OST-20' and 'ILM-02': the letters of a maker that begin like a gene and go on; 'PDL-12' is on the list as a whole
    longer = rf"(?!(?:{prefixes})[-‑–])(?:{prefixes})[A-Z]{{1,2}}[-‑–]\d{{2}}[A-Z]?$"
    numbered = "|".join(table["numbered"])
    dashed = (
        rf"(?!(?:{numbered})[-‑–])[A-Z]{{2,5}}[-‑–]\d{{3}}[A-Z]?$"  # 'KSP-112': no gene has a dash and such a number
    )
    lookalike = rf"(?!(?:{makers})[-‑–]?\d{{3}}|{longer}|{dashed})(?:{lookalike})"
    return re.compile(f"{lookalike}|{registry}"), re.compile(head), frozenset(table["states"])
