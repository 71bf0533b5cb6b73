"""Texts in which a copyist lost the blanks between sentences, headings and lines -> texts in which they are apart again.

Belongs here: where a blank or a paragraph's end is missing beyond doubt. Offsets are not final yet, so a blank may be put in.
"""

from __future__ import annotations

import re

BREAK = "\x00"
"""Stands where a paragraph ends; ``plain`` splits at it."""

_ADDRESS = re.compile(r"(?<!\S)\S*?(?:://|www\.|@)\S*")
# 'at the congress.The company', 'disease).“Patients': a closed sentence and the capital of the next one touch.
_SENTENCES = re.compile(
    r"(?<=[a-z0-9)®™%][.!?])([”\"’)]?)(?=[“\"]?[A-Z][a-z]+(?:[\s,’'-]|$))|(?<=[a-z][.!?][”\"])(?=[A-Z][a-z]+\s)"
    r"|(?<=[a-z]{3}\.)\d{1,2}(?:,\d{1,2})*(?=[A-Z][a-z]+[\s,’'-])"
)
# A heading that touches what stands before it: 'congress.About', '…htmlSOURCE Acme', ')Forward-Looking Statements'.
_HEADINGS = re.compile(
    r"(?<=[a-z0-9.!?)\]”\"®™])(?=(?:More )?About (?:the )?[A-Z]|Forward[- ]Looking Statements?\b|Cautionary (?:Note|Statement)|"
    r"(?:IMPORTANT|Important|Select(?:ed)?) (?:SAFETY|Safety) (?:INFORMATION|Information)|SOURCE:? [A-Z]|"
    r"(?:Media|Investor) (?:Relations )?Contacts?:)"
)
# A heading whose title is the first word of its paragraph: 'About LibtayoLibtayo is approved'.
_TWICE = re.compile(r"([A-Z](?<!\w[A-Z])[\w-]{3,60})(?=\1\b)")
# A heading in capitals that touches its paragraph ('INDICATIONSOtezla'), or a name in capitals that touches a sentence
# ('ORVASTAPhase 3') or a heading ('Study ResultsSOLAR (900 patients)').
_CAPITALS = re.compile(
    r"(?<=\bINDICATIONS|INFORMATION|.STATEMENTS)(?=[A-Z][a-z]{2,})|(?<=[A-Z]{4})(?=(?:Phase|About|The|This|These|In|For|Results) )"
    r"|(?<=[a-z]{4})(?=[A-Z]{5,} \()"
)

# The safe-harbour sentence, with a subject of its own or glued to the news whose end was lost ('of chemotherapy includes
# “forward-looking statements”').
_SAFE_HARBOUR = re.compile(r"\b(?:contains|includes) (?:certain )?[“\"]?[Ff]orward[- ]?[Ll]ooking [Ss]tatements?")
_SAYS_ITSELF = re.compile(
    r"\bThis (?:\w+ ){0,2}?(?:release|website|announcement|communication|document|presentation|report|statement|article)\b"
)
# The same without the word: '… about X as a treatment for gout and reflects Acme's current beliefs. However, there are risks'.
_BELIEFS = re.compile(
    r"reflects? (?:[\w.,’'-]+ ){1,5}?current (?:beliefs?|expectations?|views?|judgments?)\b"
    r"(?=[^\x00]{0,260}?\b(?:risks?|uncertaint|guarantee|[Aa]ctual results))"
)
_SENTENCE_END = re.compile(r"[.!?][”\"’)*]* (?=[“\"*]?[A-Z])")
_HARBOUR_REACH = 300  # characters from the subject to its verb: the names of a company stand between
_BELIEFS_REACH = 900  # characters: such sentences list what the company hopes for

# What must stand in a text for one of the patterns above to fire: letters that are quickly found.
_TOUCHING = '[a-z0-9.!?)\\]”"®™]'
_SIGNS = (
    re.compile(r"[.!?][”\"’)]?[\d,]{0,5}[“\"]?[A-Z][a-z]"),
    re.compile(
        "|".join(
            rf"{word}(?<={_TOUCHING}{word})"
            for word in (
                "More",
                "About",
                "Forward",
                "Cautionary",
                "IMPORTANT",
                "Important",
                "Select",
                "SOURCE",
                "Media",
                "Investor",
            )
        )
    ),
    _TWICE,
    re.compile(  # all begin with a capital, as the engine then passes over the small letters at once
        r"[A-Z](?:[A-Z]{3}(?:(?:Phase|About|The|This|These|In|For|Results) |[A-Z](?<=[a-z]{4}[A-Z]{5}))"
        r"|(?<=I)(?:NDICATIONS|NFORMATION)[A-Z]|(?<=S)TATEMENTS[A-Z])"
    ),
)


def tells_beliefs(block: str) -> bool:
    """True for a block that opens with the sentence of a safe harbour whose heading was lost."""
    match = _BELIEFS.search(block, 0, 1400)
    return match is not None and not _SENTENCE_END.search(block, 0, match.start())


def part_headings(text: str) -> str:
    """A short text with BREAK before headings that touch what precedes them ('…viability.About Acme')."""
    return _HEADINGS.sub(BREAK, text) if _SIGNS[1].search(text) else text


def part_glued(text: str) -> str:
    """The text with a blank between sentences that touch and BREAK before headings that touch what precedes them."""
    text = _part_safe_harbour(text)
    if not any(p.search(text) for p in _SIGNS):
        return text
    text = _HEADINGS.sub(BREAK, text)
    text = _TWICE.sub(rf"\1{BREAK}", text)
    text = _CAPITALS.sub(BREAK, text)
    addresses = [match.span() for match in _ADDRESS.finditer(text)]

    def blank(match: re.Match[str]) -> str:
        at = match.start()
        return match.group() if any(start <= at < end for start, end in addresses) else f"{match.group()} "

    return _SENTENCES.sub(blank, text)


def _part_safe_harbour(text: str) -> str:
    """BREAK before the sentence that begins the safe harbour, and before its verb where the news ran into it."""
    for match in reversed(list(_SAFE_HARBOUR.finditer(text))):
        ahead = text[max(0, match.start() - _HARBOUR_REACH) : match.start()]
        ends = [end.end() for end in _SENTENCE_END.finditer(ahead)]
        named = _SAYS_ITSELF.search(ahead, ends[-1] if ends else 0)
        at = match.start() - len(ahead) + named.start() if named else match.start()
        if at and (named or text[match.start() - 1] == " "):
            text = text[:at].rstrip() + BREAK + text[at:]
    for match in reversed(list(_BELIEFS.finditer(text))):
        begin = max(0, match.start() - _BELIEFS_REACH)
        ends = [end.end() for end in _SENTENCE_END.finditer(text, begin, match.start())]
        if ends and BREAK not in text[ends[-1] : match.start()]:
            text = text[: ends[-1]].rstrip() + BREAK + text[ends[-1] :]
    return text
