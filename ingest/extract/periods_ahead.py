"""Whether a period lies ahead of a release: then it can be the window of a next step, else it is a date of the past."""

from __future__ import annotations

import re

from ingest.extract.document import Document, Mention
from ingest.extract.periods import Period

_HOPE = re.compile(
    r"\b(?:expect\w*|anticipat\w*|hop(?:es|ed|ing)|project(?:s|ing)"
    r"|plan(?:s|ned|ning)?|intend\w*|aim\w*|on track|target\w*|will|schedul\w*|projected|estimated|to be"
    r"|to (?:begin|start|initiate|present|report|complete|be presented|announce)|upcoming|by|set for|slated)\b",
    re.IGNORECASE,
)
# Words ahead of a date that another one has replaced: 'in the fourth quarter rather than in mid-2021', 'originally May 29'.
_REPLACED = re.compile(
    r"\b(?:originally|previously|formerly|earlier|initially|rather than|instead of|compared (?:to|with)|had been"
    r"|versus(?=\s(?:(?:the|its|our|an?)\s)?(?:prior|previous|earlier|original|initial|expect|plan|guidance)|\s(?:the\s|in\s|by\s)*$))\b[^.;]{0,45}$|"
    r"\b(?:moved|shifted|delayed|postponed|extended|pushed(?: back)?|changed) from [^.;]{0,20}$",
    re.IGNORECASE,
)
_BARE_MONTH = re.compile(r"(?:in|during|since|last)\s[A-Z][a-z]+", re.IGNORECASE)
_DONE_AHEAD = re.compile(  # 'began dosing patients in October': the one that is over
    r"\b(?:began|started|initiated|commenced|launched|opened|completed|concluded|dosed|announced|reported|presented|published|received"
    r"|granted|cleared|enrolled|was|were|had|met)\b[^.;]{0,70}$",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:now|to|until|has moved|moved to)\b", re.IGNORECASE)
_BARE_YEAR = re.compile(r"\d{4}")
_TITLE_BEHIND = re.compile(r"\s(?!Q[1-4])[A-Z]")
_TITLE_AHEAD = re.compile(
    r"(?:[A-Z]{3,}|Congress|Meeting|Conference|Symposium|Summit|Forum|Convention|Annual|Week)\)?,?\s$"
)


def is_range_of_days(period: Period) -> bool:
    """'April 7-10, 2024': the days of a meeting."""
    return period.precision == "day" and period.window_start != period.window_end


def is_ahead(doc: Document, mention: Mention) -> bool:
    """True when the period is not over at publication; undated releases trust words of expectation beside it.

    The day of publication itself is a dateline, and 'the 2024 ASCO Meeting' or 'ESMO 2024' are names.
    """
    period = mention.value
    if not isinstance(period, Period) or _is_in_title(doc, mention):
        return False
    published = doc.release.published_on
    if period.window_end is None:
        return bool(re.search(r"later|coming|next|soon", period.text, re.I))
    if published is None:
        behind = 200 if is_range_of_days(period) else 60
        return bool(_HOPE.search(doc.text[max(0, mention.char_start - behind) : mention.char_start]))
    if _BARE_MONTH.fullmatch(period.text) and _is_done_ahead(doc, mention):
        return False
    if period.window_start == period.window_end == published:
        return False
    return period.window_end >= published


def _is_done_ahead(doc: Document, mention: Mention) -> bool:
    sentence = doc.sentence_of(mention.char_start)
    start = max(sentence.char_start if sentence else 0, mention.char_start - 90)
    ahead = doc.text[start : mention.char_start]
    return _DONE_AHEAD.search(ahead) is not None and _HOPE.search(ahead) is None


def is_replaced(doc: Document, mention: Mention) -> bool:
    """True for a date that the sentence takes back: another one counts now."""
    sentence = doc.sentence_of(mention.char_start)
    start = max(sentence.char_start if sentence else 0, mention.char_start - 70)
    ahead = _REPLACED.search(doc.text, start, mention.char_start)
    return ahead is not None and not _NOW.search(doc.text, ahead.start() + 12, mention.char_start)


def _is_in_title(doc: Document, mention: Mention) -> bool:
    if not _BARE_YEAR.fullmatch(mention.text):
        return False
    ahead = doc.text[max(0, mention.char_start - 14) : mention.char_start]
    return bool(_TITLE_BEHIND.match(doc.text, mention.char_end) or _TITLE_AHEAD.search(ahead))
