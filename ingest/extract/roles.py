"""The part that a compound plays in a release: what it is about, the issuer's other products, what it is given with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ingest.extract.anchors import Anchored
from ingest.extract.document import Document, Mention, SentenceSpan
from ingest.extract.findings import CompanyFindings
from ingest.extract.groups import Group
from ingest.extract.roles_others import is_of_another
from ingest.extract.roles_updates import has_news, is_update, opening_of
from ingest.extract.rulebook import Rule, read_rules
from ingest.extract.stems import stem_of
from ingest.records import Role

_IN_LIST = re.compile(
    r"^(?:®|™)?(?:\s?\([^)]{1,40}\))?\s?(?:,|/|\+|,?\s?(?:and/or|and|or|&|plus)|,?\s?followed\s+by)\s?(?:(?:either|the|oral|intravenous|IV|and|or|placebo|weekly|low-dose)\s)*$",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\b(?:referencing|biosimilar\s(?:candidate\s)?(?:to|of)|reference\s(?:product|medicine),?|generic\s(?:version|equivalent|form)\s(?:of|to)"
    r"|equivalent\sto|listed\sdrug(?:\s\(RLD\))?(?:,|\sis)?)\s(?:the\s|(?:reference|listed|branded?)\s|(?:drug|product|medicine)\s|\(RLD\),?\s)*$",
    re.I,
)
_PLUS = re.compile(r"^(?:®|™)?\s(?:plus|\+|and|with|combined\swith|in\scombination\swith)\s$")
_WITH_PARTNER = re.compile(
    r"\b(?:partner(?:ed|ship)\s+with|licen[sc]ed\s+(?:exclusively\s+)?(?:to|by)|(?:in|through|under|via)\s+(?:[\w’']+\s+){0,4}(?:collaboration|partnership|alliance|agreement|licen[sc]e)\s+(?:agreement\s+)?(?:with|to)|(?:being\s+)?(?:co-)?developed\s+by|partner,?)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_CODE = re.compile(r"[A-Z][\w-]*\d{2}")
_A_DRUG = re.compile(
    r"\b(?:drug|pill|vaccine|therapy|medicine|antibody|treatment)\b(?! (?:maker|industry|prices))", re.IGNORECASE
)
_MARK = re.compile(r"^\s?(?:®|™|\(R\)|\(TM\)|℠)")


@dataclass(frozen=True, slots=True)
class RoleFinding:
    """A role, and the company that the text says owns the compound."""

    role: Role
    owner_ref: str | None = None


def find_roles(
    doc: Document, groups: list[Group], mentions: list[Mention], companies: CompanyFindings
) -> dict[str, RoleFinding]:
    """Ref -> role, from headline, lead sentence and the words around each mention (rules/roles.yaml)."""
    by_ref: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.ref:
            by_ref.setdefault(mention.ref, []).append(mention)
    votes = _all_votes(doc, mentions)
    owners = {ref: _owner(doc, places, companies) for ref, places in by_ref.items()}
    subjects = _subjects(doc, groups, by_ref, votes)
    headlines = [doc.sentence_text(s) for s in doc.sentences if s.section == "headline"]
    opening = opening_of(doc, headlines)
    is_report = _is_report(doc, by_ref) and (bool(subjects) or any(not group.vocabulary_keys for group in groups))
    roles = {}
    for group in groups:
        places = by_ref.get(group.ref, [])
        vote = votes.get(group.ref, {"places": 0})
        owner, partner = owners.get(group.ref), _partner(doc, places, companies)
        role = _role(doc, group, places, vote, subjects, companies.issuer_ref is not None)
        if role in ("own", "background") and (partner or (owner and owner != companies.issuer_ref)):
            role = "partner" if partner else role
        elif is_report and (role == "own" or (role == "background" and _is_modern(group, vote))):
            role = "subject" if has_news(doc, places, opening) else role
        is_beside = role in ("subject", "own") and subjects - {group.ref} and not vote.get("headline")
        if is_beside and companies.issuer_ref is None and is_of_another(doc, places):
            role = "background"
        if role in ("subject", "own") and vote.get("own") and owner is None:
            owner = companies.issuer_ref
        roles[group.ref] = RoleFinding(role, partner if role == "partner" and not owner else owner)
    return roles


def _is_report(doc: Document, by_ref: dict[str, list[Mention]]) -> bool:
    """True of an update whose headline names no compound: each that has news of its own is what it is about."""
    is_named = any(_section(doc, place) == "headline" for places in by_ref.values() for place in places)
    headlines = [doc.sentence_text(s) for s in doc.sentences if s.section == "headline"]
    return not is_named and is_update(headlines)


def _is_modern(group: Group, vote: dict[str, int]) -> bool:
    """A known substance with an INN that nothing calls other people's; 'aspirin' is everybody's."""
    return not vote.get("background") and any(stem_of(name.split()[0].lower()) for name in group.names)


def _subjects(
    doc: Document, groups: list[Group], by_ref: dict[str, list[Mention]], votes: dict[str, dict[str, int]]
) -> set[str]:
    """Refs that the release is about: in the headline, else high on a score of place, number and 'About' headings."""
    body = [s for s in doc.sentences if s.section in ("body", "dateline", "quote")][: len(_LEAD)]
    total = sum(len(places) for places in by_ref.values())
    most = max((len(places) for places in by_ref.values()), default=0)
    headlines = [doc.sentence_text(s) for s in doc.sentences if s.section == "headline"]
    is_of_a_drug = any(_A_DRUG.search(words) for words in headlines)
    scores: dict[str, float] = {}
    for group in groups:
        places = by_ref.get(group.ref, [])
        vote = votes.get(group.ref, {"places": 0})
        is_beside = vote.get("in_head", 0) * 2 >= max(vote.get("in_headline", 0), 1) and vote.get("in_head")
        if not places or _side_role(vote) or is_beside or vote.get("partner") or _is_origin(group, vote):
            continue
        if _is_measured_against(vote) or _is_in_passing(group, places, vote):
            continue
        sections = [_section(doc, m) for m in places]
        first = next((i for i, s in enumerate(body) if any(_holds(s, m) for m in places)), None)
        score = 4.0 * ("headline" in sections) + 1.0 * ("subhead" in sections)
        score += _LEAD[first] if first is not None else 0.0
        score += 1.5 if _has_about(doc, group) else 0.0
        score += 1.0 if len(places) >= 5 else 0.5 if len(places) >= 3 else 0.0
        score += 1.0 if len(places) >= 3 and len(places) * 2 >= total else 0.0
        if len(places) == total == 2 and is_of_a_drug:
            score += 1.0  # 'New drug for gout weighed': nothing else is spoken of
        score -= 0.5 if _is_generic(group) and "headline" not in sections and len(places) < most else 0.0
        scores[group.ref] = score
    in_head = any(score >= _IN_HEADLINE for score in scores.values())
    enough = _SUBJECT + 0.5 * in_head
    subjects = {ref for ref, score in scores.items() if score - _also_own(votes[ref], in_head) >= enough}
    if subjects or not any(_NEWS_OF_A_DRUG.search(words) for words in headlines):
        return subjects
    only = _only_one(doc, {ref: by_ref[ref] for ref in scores})
    return {ref for ref in only if scores[ref] >= _ONLY and not votes[ref].get("own")}


def _only_one(doc: Document, by_ref: dict[str, list[Mention]]) -> set[str]:
    """The compound of a release that names no other in its news."""
    told = {ref for ref, places in by_ref.items() if any(_section(doc, m) in ("body", "dateline") for m in places)}
    return told if len(told) == 1 else set()


def _is_origin(group: Group, vote: dict[str, int]) -> bool:
    """Half of the places tell a brand as that of which something else is a new form."""
    is_brand = any(basis in ("brand", "mark") for basis in group.basis.values())
    return is_brand and vote.get("origin", 0) * 2 >= vote["places"] > 0


def _is_in_passing(group: Group, places: list[Mention], vote: dict[str, int]) -> bool:
    """A known substance told once or twice, as what patients had or what competes: the news is of another medicine."""
    is_told = vote.get("headline") or vote.get("own") or vote.get("told")
    return bool(vote.get("passing")) and not is_told and len(places) <= _SELDOM and _is_generic(group)


def _is_measured_against(vote: dict[str, int]) -> bool:
    """A third of the places, and none in the headline or as the company's own, compare something with it."""
    return vote.get("comparator", 0) * 3 >= vote["places"] and not vote.get("headline") and not vote.get("own")


def _also_own(vote: dict[str, int], in_head: bool) -> float:
    """What 'its X' takes away beside a compound of the headline: X is then another product of the company."""
    return 1.5 if in_head and vote.get("own", 0) * 2 >= vote["places"] and not vote.get("headline") else 0.0


_SELDOM = 2
_NO_VOTES = frozenset({"forward_looking", "safety", "contacts", "references"})
_OF_LISTS = {"combination": "combination", "comparator": "comparator", "own": "told", "told": "told"}
_LEAD = (2.5, 2.5, 1.5, 1.0, 1.0, 0.7, 0.7, 0.7)
_SUBJECT = 2.5
_IN_HEADLINE = 4.0
_ONLY = 1.5
_NEWS_OF_A_DRUG = re.compile(
    r"\b(?:data|(?<!quarter )(?<!financial )(?<!year )results|trial|study|phase|patients?"
    r"|dosing|preclinical|poster|abstracts?|designation|ind|therapy|candidate)\b",
    re.IGNORECASE,
)


def _holds(sentence: SentenceSpan, mention: Mention) -> bool:
    return sentence.char_start <= mention.char_start < sentence.char_end


def _has_about(doc: Document, group: Group) -> bool:
    """True when a section is headed 'About X'."""
    titles = [s.title.lower() for s in doc.release.sections if s.title]
    return any(name.lower() in title for name in group.names for title in titles)


def _is_generic(group: Group) -> bool:
    """A known substance under no other than its generic name."""
    return bool(group.vocabulary_keys) and all(name.islower() for name in group.names)


def _section(doc: Document, mention: Mention) -> str | None:
    sentence = doc.sentence_of(mention.char_start)
    return sentence.section if sentence else None


def _all_votes(doc: Document, mentions: list[Mention]) -> dict[str, dict[str, int]]:
    """Ref -> how often the words around its mentions call for each side role; a list shares the vote of its first."""
    votes: dict[str, dict[str, int]] = {}
    last: tuple[Mention, str | None] | None = None
    for mention in sorted(mentions):
        if not mention.ref or _section(doc, mention) in _NO_VOTES:
            continue
        vote = votes.setdefault(mention.ref, {"places": 0})
        vote["places"] += 1
        role = _vote(doc, mention)
        if role == "combination" and last and last[1] == "comparator":
            is_beside = _PLUS.match(doc.text[last[0].char_end : mention.char_start])
            role = "comparator" if is_beside else role  # 'over lapatinib plus capecitabine' is one control arm
        if role is None and last and last[1] in _OF_LISTS and last[0].ref != mention.ref:
            role = _OF_LISTS[last[1]] if _IN_LIST.match(doc.text[last[0].char_end : mention.char_start]) else None
        if _section(doc, mention) == "headline":
            vote["headline"] = 1
            vote["in_headline"] = vote.get("in_headline", 0) + 1
        if _REFERENCE.search(doc.text[max(0, mention.char_start - 70) : mention.char_start]):
            vote["reference"] = 1
        if role:
            vote[role] = vote.get(role, 0) + 1
            if role in ("combination", "comparator") and _section(doc, mention) == "headline":
                vote["in_head"] = vote.get("in_head", 0) + 1
        last = (mention, role)
    return votes


def _vote(doc: Document, place: Mention) -> str | None:
    end = place.char_end
    mark = _MARK.match(doc.text[end : end + 8])
    end += mark.end() if mark else 0
    before = doc.text[max(0, place.char_start - 90) : place.char_start]
    after = doc.text[end : end + 90]
    for rule in _anchored().standing_in(f"{before}\n{after}".lower()):
        if rule.regex.search(before) if rule.data["side"] == "before" else rule.regex.match(after):
            return "told" if rule.data.get("weak") else str(rule.data["role"])
    return None


@cache
def _anchored() -> Anchored[Rule]:
    return Anchored((rule, rule.data.get("anchor", ())) for rule in read_rules("roles"))


def _side_role(votes: dict[str, int]) -> Role | None:
    """The side role that most mentions call for; None when most call for none."""
    if votes.get("reference") and not votes.get("headline") and not votes.get("own"):
        return "comparator"
    sides: list[Role] = ["comparator", "combination", "background"]
    best = max(sides, key=lambda role: votes.get(role, 0))
    total = sum(votes.get(role, 0) for role in sides)
    if votes.get(best, 0) == 0 or total * 2 < votes["places"]:
        return None
    return best


def _role(
    doc: Document, group: Group, places: list[Mention], vote: dict[str, int], subjects: set[str], has_issuer: bool
) -> Role:
    if group.ref in subjects:
        return "subject"
    side = _side_role(vote)
    if side:
        return side
    if vote.get("combination") or vote.get("comparator"):
        return "combination" if vote.get("combination", 0) >= vote.get("comparator", 0) else "comparator"
    if vote.get("partner"):
        return "partner"
    is_code = any(_CODE.search(name) for name in group.names)
    is_new_name = (
        is_code or not group.vocabulary_keys or any(b in ("code", "shape", "mark") for b in group.basis.values())
    )
    if vote.get("own") or vote.get("told") or is_new_name:
        return "own"
    in_about = any(_section(doc, m) in ("about_company", "about_compound") for m in places)
    return "own" if (in_about or not has_issuer) and not _is_generic(group) else "background"


def _owner(doc: Document, places: list[Mention], companies: CompanyFindings) -> str | None:
    """The company whose possessive stands right before a mention ('Roche's X')."""
    for place in places:
        near = doc.mentions_between(max(0, place.char_start - 60), place.char_start, "company")
        for company in near:
            between = doc.text[company.char_end : place.char_start]
            if re.match(r"^[’']s?\s+(?:[\w-]+\s+){0,4}$", between):
                return company.ref
    return None


def _partner(doc: Document, places: list[Mention], companies: CompanyFindings) -> str | None:
    """The company with whom, or by whom, the words behind a mention say that it is developed."""
    for place in places:
        sentence = doc.sentence_of(place.char_start)
        if sentence is None:
            continue
        for company in doc.mentions_between(place.char_end, sentence.char_end, "company"):
            between = doc.text[place.char_end : company.char_start]
            if company.ref != companies.issuer_ref and len(between) < 170 and _WITH_PARTNER.search(between):
                return company.ref
    return None
