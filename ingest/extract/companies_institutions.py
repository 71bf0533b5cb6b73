"""Where universities, hospitals, agencies and foundations are named, told by a word such as University or Ministry.

Belongs here: where such a name begins and ends, and which kind it is. Companies are companies_spans.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.companies_edges import after_breaks, left_end
from ingest.extract.companies_known import LEGAL_AHEAD, known_at
from ingest.extract.companies_words import CompanyKind, CompanySpan, CompanyWords
from ingest.vocabulary.vocabulary import load

_CAP = r"(?:[A-Z][\w’'&/.-]*[\w’']|[A-Z])"
_SMALL = frozenset(("of", "for", "and", "&", "de", "des", "du", "la", "et"))
_OF = re.compile(
    rf" (?:of|for|at|in|on|de|du) (?:the )?{_CAP}(?: {_CAP}){{0,3}}(?:(?:,? and|, (?={_CAP}(?: {_CAP})?,? and)) {_CAP}(?: {_CAP}){{0,2}})?"
)
_IN_NAMES = frozenset(
    ("Research", "Global", "Clinical", "Study", "Trial")
)  # words that break a company's name and stand in an institution's
_STUDY_GROUPS = re.compile(r" Trials? [Gg]roups?\b")
_SMALL_AHEAD = re.compile(r"(?:(?:of|for|and|&|de|la|et) )*")
_FACULTY = re.compile(r" (?:School|Cancer|Medical|Health|Hospital|Research)\b")
_FACULTY_NAME = re.compile(rf"(?: {_CAP}){{1,3}}(?: of {_CAP})?")
_FOUNDATION = re.compile(r"\b(?:Foundation|Trust|Fund|Society|Association|Alliance|Initiative|Charity)\b")
_AGENCY = re.compile(
    r"\b(?:Agency|Ministry|Department|Authority|Council|Administration|Government|National Institutes?)\b"
)
_PART_OF = re.compile(
    r"^(?:Institute|Department|School|Division|Cent(?:er|re)|Faculty|College|Office|Laboratory) (?:of|for) "
)
_HEALTH_TAIL = re.compile(r" (?:Care )?(?:Systems?|Network|Partners|Services|Plan|Alliance|& Services)\b")
_CARE = re.compile(
    r"(?: and | & | )(?:Human |Life )?(?:Care|Sciences?|Services?|Survey|Organi[sz]ation|Authority|Agency)\b"
)
_LAND = re.compile(r" of (?P<land>[A-Z]\w+(?: [A-Z]\w+)?)")
_LOWER_BEFORE = re.compile(r"(?:\b[a-z]+|,|&) $")
_CAPITAL_AFTER = re.compile(r" [A-Z]")
_DESCRIBED = re.compile(r"\ban? (?:[a-z-]+ ){0,2}$")


def health_at(text: str, start: int, end: int, words: CompanyWords) -> Iterator[CompanySpan]:
    """'Riverbend Health', 'Riverbend Health System': no field of health, and no words of everyday in a headline."""
    begin = after_breaks(text, left_end(text, start, frozenset(), False), start, words)
    own = text[begin:start].split() if begin is not None else []
    tail = _HEALTH_TAIL.match(text, end)
    if begin is None or not own or own[-1].strip(",") in words.health_fields or own[-1].endswith((",", "’", "'")):
        return
    stop = tail.end() if tail else end
    if not tail and (_CARE.match(text, end) or _CAPITAL_AFTER.match(text, end)):
        return
    everyday = load().words
    if (
        not tail
        and all(word.lower() in everyday for word in own)
        and not _LOWER_BEFORE.search(text, max(0, begin - 30), begin)
    ):
        return
    yield CompanySpan(begin, stop, text[begin:stop], "company", "institution")


def land_at(text: str, start: int, end: int, words: CompanyWords) -> Iterator[CompanySpan]:
    """'State of Ohio': a land that acts."""
    named = _LAND.match(text, end)
    land = named.group("land") if named else ""
    land = land if land in words.places else land.split(" ")[0]
    if named and land in words.places:
        stop = named.start("land") + len(land)
        yield CompanySpan(start, stop, text[start:stop], "agency", "institution")


def institution_at(text: str, start: int, end: int, word: str, words: CompanyWords) -> Iterator[CompanySpan]:
    """'University of X', 'X University School of Medicine', 'Department of X and Y', 'X Foundation'."""
    begin = after_breaks(text, left_end(text, start, _SMALL, False), start, words, _IN_NAMES)
    if begin is None:
        begin = start
    else:
        small = _SMALL_AHEAD.match(text, begin, start)
        begin = small.end() if small else begin
    if word in words.place_heads:
        tail = _OF.match(text, end)
        if tail and (word != "Government" or tail.group().startswith(" of")):
            end = _before_another(text, end, tail.end(), words)
    if _FACULTY.match(text, end, end + 10):
        more = _FACULTY_NAME.match(text, end, end + 60)
        end = more.end() if more else end
    groups = _STUDY_GROUPS.match(text, end)
    if word == "Group" and _DESCRIBED.search(text, max(0, begin - 30), begin):
        return  # 'the first, a leading Cancer Cooperative Trials Group'
    legal = LEGAL_AHEAD.match(text, end) if word == "Group" else None
    end = groups.end() if groups else legal.end() if legal else end
    printed = text[begin:end]
    if " " not in printed or printed.lower().startswith(
        ("center for", "centers for", "authority", "organization", "society", "association")
    ):
        return
    kind = _institution_kind(printed)
    if kind == "agency" and text.endswith("U.S. ", max(0, begin - 5), begin):
        begin -= 5  # 'the U.S. Defense Health Agency'
    yield CompanySpan(begin, end, text[begin:end], kind, "institution")


def _before_another(text: str, start: int, end: int, words: CompanyWords) -> int:
    """The end of 'of X and Y', or of 'of X' where Y is a name of its own or a verb ('of Basel and Acme Sciences')."""
    for joint in re.finditer(r",? and |(?<=\w) (?=[A-Z])", text[start:end]):
        rest = text[start + joint.end() : end].split()
        if rest and rest[0] in words.breaks:
            return start + joint.start()
        if (
            "and" in joint.group()
            and not re.search(r"[’']", "".join(rest))
            and (rest[-1] in words.industry | words.institution or known_at(text, start + joint.end(), words))
        ):
            return start + joint.start()
    return end


def _institution_kind(name: str) -> CompanyKind:
    if _FOUNDATION.search(name) and "NHS" not in name:
        return "foundation"
    if _AGENCY.search(name):
        return "agency"
    return "university"


def with_their_house(text: str, spans: list[CompanySpan]) -> list[CompanySpan]:
    """'Institute of X, Chinese Academy of Sciences' is one name: the part and its house."""
    joined: list[CompanySpan] = []
    for span in spans:
        last = joined[-1] if joined else None
        if (
            last
            and span.kind in ("university", "agency")
            and _PART_OF.match(last.text)
            and re.fullmatch(r", (?:the )?", text[last.char_end : span.char_start])
        ):
            whole = text[last.char_start : span.char_end]
            joined[-1] = CompanySpan(last.char_start, span.char_end, whole, span.kind, last.basis, last.key)
        else:
            joined.append(span)
    return joined
