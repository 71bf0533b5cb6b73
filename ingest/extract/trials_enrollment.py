"""How many patients a trial has or will have: the number beside words of enrolment, never the size of a subgroup."""

from __future__ import annotations

import re

from ingest.extract.counts import PatientCount
from ingest.extract.document import Document, Mention
from ingest.extract.frames import Frame
from ingest.extract.trials_same import Trial

_ENROLS = re.compile(
    r"\b(?:enrol\w*|accru\w*|randomi[sz]\w*|recruit\w*|includ\w*|involv\w*|evaluat\w*|assess\w*|dosed|treated"
    r"|total of|target of|number of \w+:?|up to|"
    r"(?:trial|study|studies) (?:of|in|with)|conducted in|data from|reported from|in)\s(?:\S+\s){0,5}?$",
    re.IGNORECASE,
)
_SUBGROUP_AHEAD = re.compile(
    r"(?:compared (?:to|with)|versus|vs\.?|(?:responses?|remissions?|\b[PC]Rs?\)?) in|"
    r"(?<![\w-])\d[\d,.]*(?<![,.])%?|half|one|two|three|four|five|six|seven|eight|nine|ten|most|majority|some|many|phase|percent)"
    r"\s(?:out\s)?(?:of\s|in\s)?(?:the\s|these\s|those\s)?$",
    re.IGNORECASE,
)
_PART_AHEAD = re.compile(r"\b(?:part|cohort|phase|study|arm|group|stage|trial)\s\w{1,2}\s$", re.IGNORECASE)
_TREATED_BEHIND = re.compile(
    r"[^.;]{0,30}\b(?:treated|prescribed)\b[^.;]{0,60}\b(?:worldwide|globally|since launch|around the world)\b",
    re.IGNORECASE,
)
_ALL_TRIALS_AHEAD = re.compile(
    r"\b(?:trials|studies)\b[^.;,]{0,25}\s(?:of|in|with|involving|including|enrolling|totaling)\s(?:(?:more|fewer|less)\sthan\s|over\s"
    r"|about\s|around\s|nearly\s|approximately\s|almost\s|some\s|a\stotal\sof\s)?$",
    re.IGNORECASE,
)
_POOLED_AHEAD = re.compile(r"\bpooled\b[^.;]{0,60}$", re.IGNORECASE)
_EXPOSED_AHEAD = re.compile(
    r"\b(?:has|have)\sbeen\s(?:studied|administered|used|evaluated|tested|given|prescribed|dosed)\s(?:in|to|for|by)\s(?:[\w-]+\s){0,4}$",
    re.IGNORECASE,
)
_SUBGROUP_BEHIND = re.compile(
    r"^\s(?:who (?:received|were treated|achieved|completed|responded|had)|achiev\w+|respond\w+|receiving"
    r"|treated with|on placebo|"
    r"(?:have|has) (?:been )?(?:received|achieved|responded|experienced)|per\b|each\b|experienced"
    r"|discontinued|worldwide|live)",
    re.IGNORECASE,
)
_PLANNED_AHEAD = re.compile(
    r"\b(?:planned|targeted|target|anticipated)\s(?:(?:of|total|enrol\w+|up|to|about)\s)*$", re.IGNORECASE
)
_DENOMINATOR = re.compile(r"\d\sof\s(?:the\s|an?\s)?(?:total\s)?$")  # '188 of 260 patients have been randomised'
_OUT_OF = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|all)\s(?:out\s)?of\s(?:the\s)?$", re.IGNORECASE
)
_WHOLE_AHEAD = re.compile(r"\b(?:enrolled|randomi[sz]ed|recruited|included)\s\d[\d,]*\sof\s(?:the\s|an?\s)?$")
_WHOLE_BEHIND = re.compile(
    r"\s(?:(?:have|has|had|are|been|now|already)\s){1,3}(?:enrolled|randomi[sz]ed|recruited|included)\b|\sin\sthe\s(?:trial|study)\b"
)
_OWN_WORDS = re.compile(r"^(?:enrol|\d[\d,]*-|n\s?=|number\sof)", re.IGNORECASE)
_ENROLLED_BEHIND = re.compile(
    r"(?:\saged\s[\w\s-]{3,30}?)?(?:\s(?!(?:who|in|of|on|with|had|achieved)\b)[\w-]+){0,2}?(?:\swith\s[\w\s-]{3,50}?)?"
    r"\s(?:were|was|have been|had been|are|will be|are expected to be|are to be)"
    r"\s(?:\w+\s)?(?:enrolled|randomi[sz]ed|recruited|included)\b|\s(?:are|will)\s(?:expected\s)?(?:to\s)?(?:take part|participate)\b",
    re.IGNORECASE,
)
_ELLIPTIC = re.compile(
    r"\s(?:about\s|approximately\s|another\s)?(?P<count>\d{2,3}(?:,\d{3})*|\d{2,5})(?=[.,;]|\sand\b|$)"
)
_NUMBER = re.compile(r"\d[\d,]*\d|\d")
_NUMBERS = re.compile(
    r"(?<![\w.%-])(?P<numbers>\d[\d,]*(?:,\s\d[\d,]*)*,?\sand\s\d[\d,]*)\s(?:[\w-]+\s){0,3}?(?:patients|participants|subjects|adults|children|people),?"
    r"\srespectively\b"
)
_IN_BRACKET = re.compile(r"\([^()]*\w[^()]*$")
_WHOLE_TRIAL = 30  # 'in all 366 patients': fewer are a group
_FEWEST = 3


def enrollment_of(doc: Document, trial: Trial) -> int | None:
    """The first number of patients that the trial's own words give, else that of the sentences about it."""
    for frame in [*trial.frames, *trial.said_of]:
        if frame in trial.said_of and (frame.anchor.is_plural or frame.anchor.is_program):
            continue  # 'five studies in 1,300 patients': the sum of all
        if (bare := _bare_number(doc, frame) or _respectively(doc, frame)) is not None:
            return bare
        counts = [
            m
            for m in doc.mentions_between(frame.char_start, frame.char_end, "count")
            if isinstance(m.value, PatientCount) and m.value.count >= _FEWEST and _is_size(doc, frame, m)
        ]
        if counts:
            best = min(counts, key=lambda m: _order(doc, frame, m))
            assert isinstance(best.value, PatientCount)
            return best.value.count
    return _denominator(doc, trial)


def _denominator(doc: Document, trial: Trial) -> int | None:
    """'Eight out of 12 patients responded': the one number that all shares of a first trial are told of."""
    if trial.phase not in ("1", "1/2"):
        return None
    found = {
        m.value.count
        for frame in [*trial.frames, *trial.said_of]
        for m in doc.mentions_between(frame.char_start, frame.char_end, "count")
        if isinstance(m.value, PatientCount)
        and m.value.count > _FEWEST
        and _OUT_OF.search(doc.text, frame.char_start, m.char_start)
    }
    return next(iter(found)) if len(found) == 1 else None


def _bare_number(doc: Document, frame: Frame) -> int | None:
    """'SOLAR will enroll 100 patients and LUNAR 430': the verb of the first holds for the second."""
    number = _ELLIPTIC.match(doc.text, frame.anchor.char_end)
    ahead = doc.text[frame.sentence.char_start : frame.anchor.char_start]
    if (
        number is None
        or not frame.anchor.name
        or not re.search(r"\b(?:enrol|randomi[sz]|recruit)\w*\s[\w\s]*\d", ahead)
    ):
        return None
    return int(number["count"].replace(",", ""))


def _respectively(doc: Document, frame: Frame) -> int | None:
    """'In SOLAR and LUNAR, 598 and 490 patients, respectively, …': as many numbers as names, one each."""
    words = doc.sentence_text(frame.sentence)
    if not frame.anchor.name or "respectively" not in words:
        return None
    names = list(dict.fromkeys(m.key for m in doc.mentions_in(frame.sentence, "trial_name")))
    for told in _NUMBERS.finditer(words):
        numbers = [int(n.replace(",", "")) for n in _NUMBER.findall(told["numbers"])]
        if len(numbers) == len(names) > 1 and min(numbers) >= _FEWEST:
            return dict(zip(names, numbers, strict=True)).get(frame.anchor.name)
    return None


def _order(doc: Document, frame: Frame, mention: Mention) -> tuple[int, int]:
    """'EMERGE (1,638 patients)' first, then 'of a planned 240', then text order."""
    bracketed = doc.text[frame.anchor.char_end : mention.char_start].strip() == "("
    is_planned = _PLANNED_AHEAD.search(
        doc.text, max(frame.sentence.char_start, mention.char_start - 30), mention.char_start
    )
    return (0 if bracketed else 1 if is_planned else 2, mention.char_start)


def _is_size(doc: Document, frame: Frame, mention: Mention) -> bool:
    start = frame.sentence.char_start
    ahead = doc.text[max(start, mention.char_start - 70) : mention.char_start]
    if _PLANNED_AHEAD.search(ahead):
        return True
    is_part = _OWN_WORDS.match(mention.text) and _PART_AHEAD.search(ahead)  # 'Part 2 enrolled 100'
    if _WHOLE_AHEAD.search(ahead):
        return True
    if _WHOLE_BEHIND.match(doc.text, mention.char_end) and _DENOMINATOR.search(ahead):
        return True
    if (not is_part and _SUBGROUP_AHEAD.search(ahead)) or doc.text.startswith("/", mention.char_end):
        return False
    if (
        _EXPOSED_AHEAD.search(ahead)
        or _POOLED_AHEAD.search(ahead)
        or (not frame.anchor.is_plural and _ALL_TRIALS_AHEAD.search(ahead))
    ):
        return False
    if _SUBGROUP_BEHIND.match(doc.text[mention.char_end : mention.char_end + 30]):
        return False
    if frame.is_shared and not ahead.rstrip().endswith("(") and "each" not in doc.text[start : frame.char_end]:
        return False
    if _TREATED_BEHIND.match(doc.text, mention.char_end):
        return False  # 'more than 100,000 patients have been treated worldwide': all who ever took it
    if _IN_BRACKET.search(ahead) and mention.text[:1] in "nN":
        return False  # '(high dose, n=3)'
    if _ENROLLED_BEHIND.match(doc.text, mention.char_end):
        return True
    if ahead.endswith(" all ") and isinstance(mention.value, PatientCount):
        return mention.value.count >= _WHOLE_TRIAL
    if ahead.rstrip().endswith("(") or _OWN_WORDS.match(mention.text):
        return True
    if re.search(r"randomi[sz]ed|enrolled", mention.text, re.IGNORECASE):
        return True
    return bool(_ENROLS.search(ahead))
