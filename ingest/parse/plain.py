"""Plain text and Markdown -> headline and blocks. Texts whose line breaks were lost get their paragraphs back.

Belongs here: marks and line breaks. Does not belong here: what a block means (anatomy.py).
"""

from __future__ import annotations

import re

from ingest.parse.glue import BREAK, part_glued, part_headings
from ingest.parse.markup import clean

_LINK = re.compile(
    r"!?\[([^\]\n]{0,500})\]\((?:[^()\s]|\([^()]{0,500}\)){0,1000}\)"
)  # bounded: a text may be all brackets
_LEAD_MARKS = re.compile(r"^(?:>+\s*)?(?:News release|Press release|NEWS RELEASE|PRESS RELEASE)\b[:\s]*(?:#{1,4}\s*)?")
_STARS = re.compile(r"(?:\*\s+){2,}\*?|\*\s?\*\s?\*(?:\s?\*)*")
_BOLD = re.compile(r"\*\*(?P<text>[^*\n]{1,300}?)\*\*|__(?P<text2>[^_\n]{1,300}?)__")
_EMPHASIS = re.compile(r"(?<![\w*])[*_](?=\S)([^*_\n]{1,300}?)(?<=\S)[*_](?![\w*])")
# Emphasis whose stars touch letters, as left by copyists: 'with*ABC*-mutated', 'caused by*S. pneumoniae*in children'.
_TOUCHING = re.compile(r"\*([A-Za-z][^*\n]{0,60}?[A-Za-z.])\*")
_REOPENED = re.compile(r"(?<=\w)\*{4}(?=\w)")
_BETWEEN = re.compile(r"(?<=\w)\*\*(?=\w)")
_HEADING_WORDS = re.compile(
    r"^(?:(?:(?:Learn )?More |(?:Additional|Further) Information )?About\b|"
    r"Forward[- ]Looking|Cautionary|Safe Harbor|Important (?:Safety|Facts)|Select(?:ed)? Safety|"
    r"(?:Purpose and )?Safety Summary|Indications?\b|References?\b|"
    r"(?:Media|Investors?|Company|Press)?\s?Contacts?\b|Conference Call|Disclosure|"
    r"(?:\S+ ){1,3}(?:Disclosure Notice|Safe Harbor|Cautionary (?:Note|Statement)|Forward[- ]Looking Statements?)\b)",
    re.I,
)
_HASHED = re.compile(
    r" (?=#{2,6} (?:About |(?:\S+ ){0,3}?(?:Disclosure Notice|Forward[- ][Ll]ooking|Cautionary (?:Note|Statement)|Safe Harbor)|"
    r"Multimedia|Sign up for|Related links))"
)
_TAGS = re.compile(r"</?(?:div|p|br|article|main|section|span|a|ul|li|strong|em|h[1-6])\b[^<>]*>")
# Headings that stand inside a line because the line breaks were lost: after the end of a sentence, then a new sentence.
_INLINE_HEADING = re.compile(
    r"(?<=[.!?)\]\"”’®™*]) \*{0,2}(?=(?:"
    r"About (?:the |our )?[A-Z0-9][^\s]*(?: [^\s.]+){0,10}? (?:[A-Z]|The\b)|"
    r"(?:Cautionary (?:Note|Statement)|(?:Disclosure )?(?:Notice|Note|Statement)s? (?:on|regarding|concerning|about) [Ff]orward|"
    r"Forward[- ][Ll]ooking [Ss]tatements?\b|FORWARD[- ]LOOKING STATEMENTS?\b|Safe Harbor\b)|"
    r"(?:IMPORTANT|Important|Select(?:ed)?|SELECT(?:ED)?) (?:Important )?(?:SAFETY|Safety) (?:INFORMATION|Information)|"
    r"(?:PURPOSE AND|Purpose [Aa]nd) (?:SAFETY SUMMARY|Safety Summary)|Important Facts About [A-Z]|"
    r"(?:Media|Investor|Investors|Company|Press)(?: (?:and|&|/) (?:Media|Investor)s?)? (?:Relations )?Contacts?\b|"
    r"Contacts?: |References?:? \d|References? \[?1|SOURCE [A-Z]|View original content))"
)


def read_plain(text: str) -> tuple[str | None, list[str]]:
    """(headline, blocks): the first line is the headline when it is short and does not end like a sentence.

    Marks of Markdown are taken away, links keep their words; a headline that is repeated is kept once.
    """
    if "</" in text:
        text = _TAGS.sub(" ", text)
    lines = [line.strip() for line in text.strip().split("\n")]
    lines = [line for line in lines if not re.fullmatch(r"[-=_*#\s]{3,}", line)]
    paragraphs = [p for p in re.split(r"\n\s*\n", "\n".join(lines)) if p.strip()]
    if not paragraphs:
        return None, []
    first, *rest = paragraphs
    head_lines = first.split("\n")
    headline: str | None = None
    candidate = _strip_marks(head_lines[0])
    if len(candidate) <= 400 and not _looks_like_body(candidate):
        headline = clean(candidate)
        first = "\n".join(head_lines[1:])
    blocks = [block for p in (first, *rest) for block in _paragraph_blocks(p)]
    if headline:
        blocks = drop_repeated_headline(headline, blocks)
    return headline, blocks


def drop_repeated_headline(headline: str, blocks: list[str]) -> list[str]:
    """The blocks without a headline printed again at their start (brackets lost by an aggregator are forgiven)."""
    want, bare = _letters(headline), _letters(re.sub(r"[()]", "", headline))
    first = blocks[0] if blocks else ""
    if len(want) < 15 or not first.strip():
        return blocks
    word = first.split(maxsplit=1)[0]
    if "(" not in word and not want.startswith(_letters(word)) and not bare.startswith(_letters(word)):
        return blocks
    if _letters(first) in (want, bare):
        return blocks[1:]
    for end in (m.end() for m in re.finditer(r"\S+", first[: len(headline) + 60])):
        read = _letters(first[:end])
        if read == want:
            rest = first[end:].strip()
            return [rest, *blocks[1:]] if rest else blocks[1:]
        if len(read) > len(want):
            break
    return blocks


_MARK = r"(?:[-*•●◦·–▪○➢]|o(?=\s+[\"“]?[A-Z0-9]))"  # of an item; old pages have the letter for a ring


def _letters(words: str) -> str:
    """What is compared of two headlines: their letters and digits, brackets aside."""
    return re.sub(r"[\W_]+", "", re.sub(r"\([^()]*\)", "", words)).casefold()


def split_inline_headings(block: str) -> list[str]:
    """One block, or several where a heading ('About X', 'Forward-Looking Statements') stands inside the line."""
    if len(block) <= 400:
        return [part for part in part_headings(block).split(BREAK) if part]
    parts = (part for whole in part_glued(block).split(BREAK) for part in _INLINE_HEADING.split(whole))
    return [part.strip() for part in parts if part.strip()]


def _paragraph_blocks(paragraph: str) -> list[str]:
    lines = paragraph.split("\n")
    blocks: list[str] = []
    for line in lines:
        stripped = line.strip()
        if not stripped:
            continue
        starts_own = bool(re.match(rf"(?:{_MARK}|\d{{1,2}}[.)])\s+\S|#{{1,6}}\s|\|", stripped)) or (
            len(stripped) < 90 and bool(_HEADING_WORDS.match(_strip_marks(stripped)))
        )
        if starts_own or not blocks or blocks[-1].endswith("\x00") or len(blocks[-1]) < 60:
            heading = starts_own and not re.match(rf"{_MARK}\s", stripped)
            blocks.append(stripped + ("\x00" if heading else ""))
        else:
            blocks[-1] += " " + stripped
    out: list[str] = []
    for block in blocks:
        parts = _HASHED.split(block) if " ##" in block else [block]
        for piece in (p for part in parts for p in _break_bold_headings(_REOPENED.sub(" ", part.replace("\x00", "")))):
            text = clean(_strip_marks(piece))
            out.extend(split_inline_headings(text) if text else [])
    return out


def _break_bold_headings(block: str) -> list[str]:
    """A bold heading inside a flattened text starts a block of its own."""
    pieces: list[str] = []
    start = 0
    for match in _BOLD.finditer(block):
        words = (match.group("text") or match.group("text2") or "").strip()
        if _HEADING_WORDS.match(words) and len(words) < 120:
            pieces += [block[start : match.start()], match.group()]
            start = match.end()
    return [p for p in (*pieces, block[start:]) if p.strip()]


def _strip_marks(text: str) -> str:
    text = _LEAD_MARKS.sub("", text)
    if "[" in text:
        text = _LINK.sub(r"\1", text)
    if "*" in text or "_" in text:
        text = _STARS.sub(" ", text)
        text = _BOLD.sub(lambda m: _apart(m, m.group("text") or m.group("text2")), text)
        text = _EMPHASIS.sub(r"\1", _BETWEEN.sub(" ", text))
        text = _TOUCHING.sub(lambda m: _apart(m, m.group(1)), text)
    if "#" in text:
        text = re.sub(r"^\s*#{1,6}\s*", "", text)
        text = re.sub(r" #{2,6} ", " ", text)
    text = re.sub(r"^\|(.*)\|$", r"\1", text)
    return re.sub(r"\\([*_#\[\]()~.-])", r"\1", text) if "\\" in text else text


def _apart(match: re.Match[str], words: str) -> str:
    """The words without their marks, apart from whole words that touched the marks ('showed**X', not 'g*ABC*m')."""
    if len(words) <= 2:
        return words
    ahead, behind = match.string[max(0, match.start() - 2) : match.start()], match.string[match.end() : match.end() + 2]
    left = " " if words[0].isalpha() and len(ahead) == 2 and ahead.isalpha() else ""
    right = " " if words[-1].isalpha() and len(behind) == 2 and behind[0].isalpha() and behind.isalnum() else ""
    return left + words + right


def _looks_like_body(line: str) -> bool:
    return (
        len(line) > 60
        and bool(re.search(r"(?:--|—|–|/PRNewswire|WIRE\)|NEWSWIRE\)).{40,}", line))
        and line.endswith(".")
    )
