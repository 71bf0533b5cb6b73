"""'The compound', 'our lead candidate': words that mean the one compound a release is about."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ingest.extract.document import Document, Mention
from ingest.extract.openings import Openings
from ingest.extract.starts import lowered
from ingest.records import Role

_WORDS = re.compile(
    r"\b(?:the|this|its|our)\s+(?:(?:lead|investigational|novel|study|product|drug|vaccine|therapeutic|experimental|new|clinical|oral)\s+){0,3}"
    r"(?:compound|candidate|drug|product|(?:therapy|treatment)(?! (?:of|for|with|options?|landscape|arms?|groups?|paradigm)\b)|medicine|"
    r"molecule|vaccine|agent)\b(?!\s+(?:candidates|development|discovery|class|product|interaction|label|delivery"
    r"|applications?|submissions?|master\s+files?|evaluation|administration|price|pricing|supply))",
    re.I,
)
_HEADS = (
    "lead investigational novel study product drug vaccine therapeutic experimental new clinical oral compound candidate"
    " therapy treatment medicine molecule agent"
)
_OPENED = Openings(
    [
        (
            _WORDS,
            (
                f"{the}{blank}{head}"
                for the in ("the", "this", "its", "our")
                for blank in " \n\u00a0"
                for head in _HEADS.split()
            ),
        )
    ]
)
_NAMED = re.compile(r"\s[A-Z][a-z]*-?\w*(?:[a-z]{4}|\d)(?:\s[a-z]|[,;.)])")


def find_anaphora(doc: Document, roles: Mapping[str, Role], mentions: list[Mention]) -> tuple[Mention, ...]:
    """Mentions with value 'anaphora', only in a release with exactly one subject, after that subject was named."""
    subjects = [ref for ref, role in roles.items() if role == "subject"]
    if len(subjects) != 1:
        return ()
    ref = subjects[0]
    first = min((m.char_start for m in mentions if m.ref == ref), default=None)
    if first is None:
        return ()
    found = []
    named = {m.char_start for m in mentions if m.ref != ref}
    for match in _OPENED.find(doc.text, lowered(doc.text)):
        if (
            match.start() < first
            or _NAMED.match(doc.text, match.end())
            or not named.isdisjoint(range(match.end() + 1, match.end() + 4))
        ):
            continue  # 'its experimental drug Zolarin': the name says which
        found.append(Mention(match.start(), match.end(), "compound", match.group(), None, ref, "anaphora"))
    return tuple(found)
