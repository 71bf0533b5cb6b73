"""Which spans mean one company in one release: same vocabulary key, same name without legal form, or an alias pair.

'Rigel Pharmaceuticals, Inc. ("Rigel")', 'Rigel Pharmaceuticals' and 'Rigel' are one; names that merely look alike
('Scilex Pharma', 'Scilex Bio') stay apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.extract.companies_words import CompanyKind, CompanySpan, company_words
from ingest.vocabulary.terms import term_key
from ingest.vocabulary.vocabulary import load

_LEGAL_END = re.compile(
    r"(?:(?:^the )|(?: (?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|l l c|lp|plc|ag|se|s e|sa|s a|nv|n v|bv|b v|gmbh|kgaa|ab"
    r"|asa|a s|spa|s p a|sas|pty|kk|k k|holdings?|group|s|s r l|and|usa|us)))+$"
)
_BRACKET = re.compile(r"[®™*]{0,2},?\s?[(\[](?P<inside>[^()\[\]]{2,160})[)\]]")
_QUOTED = re.compile(r"[“\"‘']{1,2}(?:the |our )?(?P<name>[A-Z0-9][\w&.\- ’]{0,30}?)[,.]?[”\"’']{1,2}(?=$|[\s,;)./])")
_SHORT = re.compile(r"^(?:the )?(?P<name>[A-Z][\w&-]{1,20}(?: [A-Z][\w&-]{1,14})?|[a-z]{1,2}[A-Z]\w{1,15})$")
_SELF = frozenset(
    (
        "Company",
        "Companies",
        "We",
        "Us",
        "Our",
        "Corporation",
        "Group",
        "Party",
        "Parties",
        "Purchaser",
        "Buyer",
        "Seller",
    )
)


@dataclass(slots=True)
class CompanyGroup:
    """One company of one release, while its names are gathered."""

    bases: set[str] = field(default_factory=set)
    key: str | None = None
    kind: CompanyKind = "company"
    spans: list[CompanySpan] = field(default_factory=list)
    aliases: dict[str, str] = field(default_factory=dict)  # alias -> basis
    is_self: bool = False  # the text says ("the Company") of it

    @property
    def is_sure(self) -> bool:
        """False while the only names are words that mean other things too."""
        return any(s.basis != "ambiguous" for s in self.spans)


def base_of(name: str) -> str:
    """A name as it is compared: folded tokens without article and legal form ('The Rigel Group, Inc.' -> 'rigel')."""
    term = term_key(name)
    term = term[4:] if term.startswith("the ") else term
    return _LEGAL_END.sub("", term) or term


def group_spans(text: str, spans: list[CompanySpan]) -> list[CompanyGroup]:
    """The companies of a text in order of first mention, short forms and aliases found throughout."""
    groups: list[CompanyGroup] = []
    by_base: dict[str, CompanyGroup] = {}
    by_key: dict[str, CompanyGroup] = {}
    for span in spans:
        base = base_of(span.text)
        key = span.key or _vocabulary_key(span.text, base)
        group = (by_key.get(key) if key else None) or by_base.get(base)
        if group is None:
            group = CompanyGroup(kind=span.kind)
            groups.append(group)
        group.spans.append(span)
        group.bases.add(base)
        by_base.setdefault(base, group)
        if key and group.key is None:
            group.key = key
            by_key.setdefault(key, group)
    groups = [g for g in groups if g.is_sure]
    for group in groups:
        _add_aliases(text, group)
    _add_alias_spans(text, groups)
    return groups


def _vocabulary_key(name: str, base: str) -> str | None:
    """The key of a shape that the vocabulary knows with or without its legal form; single words must be curated."""
    lexicon = load().companies
    for candidate in (name, base) if " " in base else (name,):
        hit = lexicon.lookup(candidate)
        if hit:
            return hit.key
    if " " in base:
        for ending in ("inc", "corp", "ltd", "plc", "co", "corporation"):
            hit = lexicon.terms.get(f"{base} {ending}")
            if hit:
                return hit.key
    return None


def _add_aliases(text: str, group: CompanyGroup) -> None:
    """Short forms: the words before the trade word, and what the text puts in brackets behind a name."""
    words = company_words()
    everyday = load().words
    for span in group.spans:
        bracket = _BRACKET.match(text, span.char_end)
        inside = bracket.group("inside") if bracket else ""
        for match in _QUOTED.finditer(inside):
            name = match.group("name").strip()
            if name in _SELF:
                group.is_self = group.is_self or name in ("Company", "We", "Us", "Our")
            elif len(name) > 1 and not name.isdigit():
                group.aliases.setdefault(name, "alias")
        short = _SHORT.match(inside.strip()) if bracket and not _QUOTED.search(inside) else None
        if short and _is_alias(short.group("name"), span.text) and short.group("name") not in words.breaks:
            group.aliases.setdefault(short.group("name"), "alias")
        if span.kind == "company":
            own = _own_words(span.text) or (span.text if span.basis in ("context", "ticker") else "")
            if (
                own
                and own.lower() not in everyday
                and own not in words.breaks
                and own not in words.industry
                and len(own) > 3
            ):
                group.aliases.setdefault(own, "short")


def _own_words(name: str) -> str:
    """What stands before the first trade or legal word ('Incendia' of 'Incendia Therapeutics')."""
    words = company_words()
    kept: list[str] = []
    for token in name.replace(",", " ").split():
        bare = token.strip(".")
        if kept and (bare in words.industry or bare in words.legal):
            break
        kept.append(token)
    own = " ".join(kept)
    return own if own != name and len(kept) <= 2 else ""


def _is_alias(short: str, name: str) -> bool:
    """True for initials or the first word(s) of the name."""
    if name.startswith(short):
        return True
    initials = "".join(w[0] for w in re.findall(r"[A-Z]\w*", name))
    letters = re.sub(r"[^A-Za-z]", "", short)
    return (
        len(letters) >= 2
        and letters.isupper()
        and letters[0] == name.lstrip("the ")[:1].upper()
        and (letters in initials or initials.startswith(letters) or set(letters) <= set(initials.upper()))
    )


def _add_alias_spans(text: str, groups: list[CompanyGroup]) -> None:
    """Every place where a short form stands outside the spans that are there already."""
    taken = sorted((s.char_start, s.char_end) for g in groups for s in g.spans)
    owners: dict[str, list[CompanyGroup]] = {}
    for group in groups:
        for alias in group.aliases:
            owners.setdefault(alias, []).append(group)
    for alias in sorted(owners, key=len, reverse=True):
        said = [g for g in owners[alias] if g.aliases[alias] == "alias"] or owners[alias]
        if len(said) > 1 and not _are_one(said):
            continue
        for start in _places(text, alias):
            end = start + len(alias)
            if any(lo < end and start < hi for lo, hi in taken):
                continue
            taken.append((start, end))
            said[0].spans.append(CompanySpan(start, end, alias, said[0].kind, said[0].aliases[alias]))


def _are_one(groups: list[CompanyGroup]) -> bool:
    """True when the names of all begin alike ('Acme Pharma', 'Acme Pharma Holdco'): they are joined afterwards."""
    bases = sorted(base for group in groups for base in group.bases)
    return all(base.startswith(bases[0]) for base in bases)


def _places(text: str, name: str) -> list[int]:
    """Where a name stands as a word of its own."""
    places = []
    at = text.find(name)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(name) : at + len(name) + 1]
        tail = text[at + len(name) : at + len(name) + 5]
        if (
            not (before.isalnum() or before in ("@", "_", "#", "/"))
            and not (after.isalnum() or after == "_")
            and not re.match(r"-\d|\.com|@", tail)
        ):
            places.append(at)
        at = text.find(name, at + len(name))
    return places
