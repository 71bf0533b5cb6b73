"""Study names of a release ('KEYNOTE-581', 'SHIMMER', 'ADvocate 1 & 2'), learned from the words beside them.

A name is learned where the grammar shows it ('the SHIMMER trial', 'Phase 3 study (SHIMMER)', 'SHIMMER is a Phase 3
study'); from then on it counts wherever it stands in the release. Which words show it is data (rules/trials.yaml).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.extract.document import Document, Mention, MentionKind
from ingest.extract.openings import Openings
from ingest.extract.rulebook import named_groups_removed, read_rules, read_table
from ingest.extract.starts import lowered

_TAIL = re.compile(r"\s(?:I{1,3}V?|IV|[1-9]|OLE|GO)\b(?![-‑]|\s?(?:mg|%|patients|months?|years?|weeks?|of\b))")
_MARK = re.compile(r"(?<=[a-z])(?:SM|TM)$")  # a service mark that lost its small print
_DATELINE = re.compile(  # 'INDIANAPOLIS, July 2, 2024' behind a subhead that ends in 'study'
    r",\s(?:[A-Z]\.){2,3}|,\s[A-Z][a-z]+\.?,?\s?(?:--|–|—|\(|[A-Z][a-z]{2,8}\.?\s\d)"
    r"|,?\s?(?:Jan|Feb|March|Mar|April|Apr|May|June|Jun|July|Jul|Aug|Sept|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d"
)
_ELSEWHERE = re.compile(  # what stands behind a meeting, a journal, a score or a gene
    r"(?:\s\d{4})?\s(?:Annual\s|annual\s)?(?:Meeting|Congress|Conference|Symposium|Journal|[Ss]cores?|[Ss]cale|[Ii]ndex|[Gg]uidelines|[Cc]riteria"
    r"|receptors?|genes?|proteins?|mutations?|inhibit\w+|modulators?|pathway|agonists?|antagonists?|kinase)\b"
)
_SPEAKABLE_ENOUGH = re.compile(r"[\d-]|[AEIOUYaeiouy]")
_SHORT_FORM = re.compile(r"\((?P<short>[A-Za-z][\w/-]{1,9})\)")
_FIRST_WORD = re.compile(r"(?:^|[\s(])(?:[a-z]+|Phase\s\S+)\s(?P<word>[A-Z]{3,}[A-Za-z0-9]*(?:-[A-Z0-9]+)*)\s$")
_MARKED_FIRST = re.compile(r"(?:^|\s)(?P<word>[A-Z][a-z]+)\s$")  # 'Precise VenturesSM'
_SERIES = re.compile(r"^\s?(?:,|and|&|/|or|, and)\s?(?:-)?(?P<tail>(?:I{1,3}V?|IV|[1-9]))(?![\w.,]*\d)(?=[\s,.;)])")
_PROGRAM_WORD = re.compile(r"[A-Za-z]*[A-Z]{3}[A-Za-z]*(?<=\w{4})")
_ITEM = (
    r"(?:^|[,;]\s(?:and\s)?|\sand\s|\)\s)(?:the\s)?(?P<name>{NAME})(?:\s?[™®])?"
    r"(?=\s(?:in|for|evaluating|among|enrolling|with|study|trial|and)\b|\s\(|\s[–—-]\s|[,;.)]|$)"
)
_CODE_LIKE = re.compile(r"[A-Z]{2,4}-?\d{3,}[A-Za-z]?")
_HALF = 4
_LEADS = r"(?<![\w-])(?P<name>{NAME})"
_NUMBERED = re.compile(r"^(?P<stem>.*?[A-Za-z])(?P<joint>[\s-]?)(?P<number>\d{1,3}|I{1,3})$")


@dataclass(frozen=True, slots=True)
class _Grammar:
    name: re.Pattern[str]
    leading: tuple[re.Pattern[str], ...]  # rules that begin with the name
    item: re.Pattern[str]  # one name of a list
    any_leading: re.Pattern[str]  # all of them as one, for they hardly ever hold
    within: Openings  # all others
    never: frozenset[str]
    never_pattern: re.Pattern[str]


@cache
def _grammar() -> _Grammar:
    table = read_table("trials")
    words = {f"{{{key}}}": str(value) for key, value in table["words"].items()}
    rules = list(read_rules("trials", words))
    leading = tuple(r.regex for r in rules if str(r.data["pattern"]).startswith(_LEADS))
    lead = _LEADS.format(**{"NAME": words["{NAME}"]})
    tails = "|".join(named_groups_removed(regex.pattern.removeprefix(lead)) for regex in leading)
    within = Openings((r.regex, r.data["begins"]) for r in rules if r.regex not in leading)
    name = re.compile(rf"(?<![\w-]){words['{NAME}']}")
    never = frozenset(str(word).lower() for word in table["never_names"])
    any_leading = re.compile(f"{lead}(?:{tails})")
    item = re.compile(_ITEM.replace("{NAME}", words["{NAME}"]))
    return _Grammar(name, leading, item, any_leading, within, never, re.compile(str(table["never_pattern"])))


def find_trial_names(doc: Document) -> list[Mention]:
    """Every place where a study is named, as mentions of kind 'trial_name'; ``key`` is the full name."""
    grammar = _grammar()
    text = doc.text
    kinds: tuple[MentionKind, ...] = ("compound", "company", "agency", "target")
    taken = [(m.char_start, m.char_end) for kind in kinds for m in doc.of_kind(kind)]
    blocked = {text[a:b].lower() for a, b in taken}
    blocked |= {m.text.lower() for m in doc.of_kind("indication")}
    blocked |= _short_forms(doc)
    names: set[str] = set()
    for match in _shown(text, grammar):
        for name, start, end in _groups(match, grammar):
            if _DATELINE.match(text, end) or _ELSEWHERE.match(text, end):
                continue
            if _is_name(name, grammar, blocked) and not _is_abbreviation(doc, start, name):
                names.add(_whole_name(text, start, name, grammar, blocked))
    drugs = {m.text.lower() for m in doc.of_kind("compound")}
    return [place for place in _all_places(text, names) if place.text.lower() not in drugs]


def _groups(match: re.Match[str], grammar: _Grammar) -> Iterator[tuple[str, int, int]]:
    """(name, start, end) of what a rule shows; of a list, each item that begins with a name, if they are two or more."""
    if "list" in match.re.groupindex:
        items = [i for i in grammar.item.finditer(match["list"]) if not _CODE_LIKE.fullmatch(i["name"])]
        offset = match.start("list")
        for item in items if len(items) > 1 else ():
            yield item["name"].strip(" ,"), offset + item.start("name"), offset + item.end("name")
        return
    for group in ("name", "name2", "name3"):
        if group in match.re.groupindex and match[group]:
            yield match[group].strip(" ,"), match.start(group), match.end(group)


def _shown(text: str, grammar: _Grammar) -> Iterator[re.Match[str]]:
    """The places where a rule shows a name; words that can be a name are found once for all rules that begin with one."""
    for candidate in grammar.name.finditer(text):
        if grammar.any_leading.match(text, candidate.start()) is None:
            continue
        for pattern in grammar.leading:
            if match := pattern.match(text, candidate.start()):
                yield match
    yield from grammar.within.find(text, lowered(text))


def _short_forms(doc: Document) -> set[str]:
    """What a bracket behind its long form defines, if that is no study: 'best available therapy (BAT)', 'pneumonia (HABP)'."""
    found = set()
    for match in _SHORT_FORM.finditer(doc.text):
        words = [w for w in re.split(r"[\s-]+", doc.text[max(0, match.start() - 90) : match.start()]) if w]
        short = match["short"]
        initials = "".join(word[0] for word in words[-len(short) :]).lower()
        long_form = " ".join(words[-len(short) :]).lower()
        if len(words) >= len(short) and initials == short.lower() and not re.search(r"\b(?:trial|study)", long_form):
            found.add(short.lower())
        near = list(doc.mentions_between(max(0, match.start() - 90), match.start(), "indication"))
        near += doc.mentions_between(max(0, match.start() - 90), match.start(), "target")
        if any(match.start() - 3 <= m.char_end <= match.start() for m in near) and short.isupper():
            found.add(short.lower())
    return found


def _whole_name(text: str, start: int, name: str, grammar: _Grammar, blocked: set[str]) -> str:
    """'ASPIRE' of 'the ASPIRE NHL-1 trial' belongs to the name: capitals between a plain word and the name found."""
    if _MARK.search(name) and (first := _MARKED_FIRST.search(text, max(0, start - 30), start)):
        return f"{first['word']} {name}"
    ahead = _FIRST_WORD.search(text, max(0, start - 40), start)
    if ahead is None or ahead["word"] == name or not _is_name(ahead["word"], grammar, blocked):
        return name
    return f"{ahead['word']} {name}" if name.isupper() or any(c.isdigit() for c in name) else name


def _is_abbreviation(doc: Document, start: int, name: str) -> bool:
    """True for what only shortens the words before its bracket.

    'dapirolizumab pegol (DZP)' stands right behind a drug; 'best available therapy (BAT)' repeats first letters.
    """
    if doc.text[start - 1 : start] != "(":
        return False
    words = doc.text[max(0, start - 90) : start - 1].split()
    initials = "".join(word[0] for word in words[-len(name) :]).lower()
    if len(words) >= len(name) and initials == name.lower():
        return True
    return any(
        start - 4 <= m.char_end < start and m.char_start < start - 4
        for kind in ("compound", "indication")
        for m in doc.mentions_between(max(0, start - 90), start, kind)  # type: ignore[arg-type]
    )


def _is_name(name: str, grammar: _Grammar, blocked: set[str]) -> bool:
    low = name.lower()
    parts = low.split()
    return not (
        len(name) < 3
        or len(name) > 40
        or low in blocked
        or parts[0] in grammar.never
        or low in grammar.never
        or grammar.never_pattern.search(name)
        or not _SPEAKABLE_ENOUGH.search(name)
    )


def _all_places(text: str, names: set[str]) -> list[Mention]:
    if not names:
        return []
    names = {_MARK.sub("", n) for n in names}
    names |= {n.removesuffix(" OLE") for n in names}  # an extension tells of the trial that it extends
    options = sorted(names, key=len, reverse=True)
    programs = "|".join(re.escape(o) for o in options if _PROGRAM_WORD.fullmatch(o))
    numbered_stems = sorted({m["stem"] for n in names if (m := _NUMBERED.match(n))}, key=len, reverse=True)
    pattern = "|".join(re.escape(o) for o in options)
    for prefix in sorted({n.rsplit("-", 1)[0] for n in names if re.fullmatch(r"[A-Z][A-Za-z]{2,}-[A-Z]+\d?", n)}):
        pattern += rf"|{re.escape(prefix)}-[A-Z]{{1,2}}\d?"  # 'TRuE-AD2' shows that 'TRuE-V' is one too
    for stem in sorted(
        {n.split("-")[0] for n in names if re.fullmatch(r"[A-Z]{3,}[A-Za-z]*-[A-Z][A-Za-z]{1,8}-?\d{2}", n)}
    ):
        pattern += rf"|{re.escape(stem)}-[A-Z][A-Za-z]{{1,8}}-?\d{{2}}(?!\d)"  # 'TAVO-LUNG-07' shows that 'TAVO-GC-03' is one too
    if programs:
        pattern = rf"(?:{programs})-\d{{1,2}}(?![\w-])|{pattern}"  # 'the EASE program' shows that 'EASE-2' is one of it
    if numbered_stems:
        stem_pattern = "|".join(re.escape(s) for s in numbered_stems)
        pattern = rf"(?:{stem_pattern})[\s-]?(?:\d{{1,3}}|I{{1,3}})(?![\w-])|{pattern}"
    places: list[Mention] = []
    for match in re.finditer(rf"(?<![\w@])(?:{pattern})(?![\w@]|-\w)", text):
        end = match.end()
        if tail := _TAIL.match(text, end):
            end = tail.end()
        name = _single(text[match.start() : end])
        places.append(Mention(match.start(), end, "trial_name", text[match.start() : end], name))
        places.extend(_series(text, name, end))
    return places


def _single(name: str) -> str:
    """'LUNARLUNAR' is what is left of a heading that a page has glued to its paragraph."""
    half = name[: len(name) // 2]
    return half if len(half) >= _HALF and name == half * 2 else name


def _series(text: str, name: str, end: int) -> list[Mention]:
    """'ADvocate 1 & 2': the second number is a second name."""
    numbered = _NUMBERED.match(name)
    found = []
    while numbered and (more := _SERIES.match(text[end : end + 16])):
        if more["tail"].isdigit() != numbered["number"].isdigit():
            break
        start = end + more.start("tail")
        end += more.end()
        found.append(
            Mention(start, end, "trial_name", text[start:end], f"{numbered['stem']}{numbered['joint']}{more['tail']}")
        )
    return found
