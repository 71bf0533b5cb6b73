"""Which compounds an update is about: a report of a quarter or a list of talks has no compound in its headline, but several in its news."""

from __future__ import annotations

import re

from ingest.extract.document import Document, Mention

_RESULTS = re.compile(
    r"\b(?:reports?|announces?|provides?|releases?|posts?|discloses?|highlights?)\b.{0,60}?\b(?:quarter(?:ly)?|(?:full|half)[- ]year"
    r"|year[- ]end|fiscal|interim|annual|(?:six|nine)[- ]months?)\b.{0,60}?\b(?:results|update|report|highlights)\b"
    r"|\b(?:interim|quarterly|half-yearly?|year-end|annual)\s+(?:financial\s+)?(?:report|results)\b"
    r"|\b(?:financial|operating)\s+results\b",
    re.IGNORECASE,
)
_UPDATE = re.compile(
    r"\b(?:pipeline|r&d|clinical|regulatory|corporate|business|operational|development|portfolio|program(?:me)?s?|strategic)(?:\s+and\s+[\w-]+)?\s+(?:updates?|progress|developments|highlights|milestones|priorities|reprioriti[sz]ation)\b"
    r"|\b(?:update|progress|updates)\s+on\s+(?:its\s+|the\s+)?(?:[\w-]+\s+){0,3}(?:pipeline|programs?|programmes?|trials|business|portfolio)\b"
    r"|\bdata\b.{0,90}?\bto\s+be\s+(?:presented|showcased|featured|highlighted|shared)\s+(?:at|during)\b"
    r"|\b(?:reprioriti[sz]|restructur|streamlin|realign)\w+"
    r"|\b(?:to\s+present|presents|presentations?|posters?|abstracts|showcases?|to\s+showcase)\b.{0,90}?\b(?:at|congress|meeting|symposium|conference|portfolio|pipeline)\b",
    re.IGNORECASE,
)
_NO_UPDATE = re.compile(r"\b(?:investor|healthcare|growth)\s+conference|\bfireside\b", re.I)
_NEWS = re.compile(
    r"\b(?:phase\s[1-4I]|(?:clinical|pivotal|registrational)\s(?:trial|stud|program|development)|trials?\b|stud(?:y|ies)\b|data\b|results\b|read-?outs?\b|designation"
    r"|inds?\b|s?ndas?\b|s?blas?\b|maas?\b|fda\b|ema\b|chmp\b|approv|authori[sz]|submi(?:t|ssion)|enrol|(?:patients?|subjects?|participants?)\s+dosed|dosing\b|first-in-human|into\sthe\sclinic)",
    re.IGNORECASE,
)
_OF_NEWS = frozenset({"body", "dateline", "subhead"})


_OPENING = 4  # sentences of its first paragraph that open a report of results: what the company is and has


def is_update(headlines: list[str]) -> bool:
    """True of the headline of a report on several things: a quarter, a pipeline, the talks at a congress."""
    return any(
        (_RESULTS.search(words) or _UPDATE.search(words)) and not _NO_UPDATE.search(words) for words in headlines
    )


def opening_of(doc: Document, headlines: list[str]) -> int:
    """Where the opening of a report of results ends, which is no news of a compound yet; 0 for another update."""
    if any(_UPDATE.search(words) for words in headlines) or not any(_RESULTS.search(words) for words in headlines):
        return 0
    body = [s for s in doc.sentences if s.section in ("body", "dateline")]
    if not body:
        return 0
    paragraph = doc.text.find("\n", body[0].char_end)
    end = body[:_OPENING][-1].char_end
    return min(end, paragraph) if paragraph >= 0 else end


def has_news(doc: Document, places: list[Mention], opening: int = 0) -> bool:
    """True when a sentence of the news that names the compound speaks of its trials, data or applications."""
    for place in places:
        sentence = doc.sentence_of(place.char_start)
        if sentence is None or sentence.section not in _OF_NEWS or sentence.char_end <= opening:
            continue
        if _NEWS.search(doc.text, sentence.char_start, sentence.char_end):
            return True
    return False
