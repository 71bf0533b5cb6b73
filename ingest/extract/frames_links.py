"""Which compound a trial frame speaks of, which are given with it, and in which diseases.

In order: the compound in the frame's own share of the sentence, the sentence's only compound, the compound that the
trial's name belongs to, the paragraph's subject, the release's only subject. A compound behind 'compared with' or
'in combination with' is not the one under trial. Two equal candidates: no link (a wrong owner is worse than silence).
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from ingest.extract.document import Document, Mention
from ingest.extract.findings import Found
from ingest.extract.frames import Frame
from ingest.extract.frames_diseases import diseases_near
from ingest.extract.frames_owned import is_given_with, only_added, owned_compounds, owner_of_phase, set_against
from ingest.extract.frames_topics import main_subject, owner_of, paragraph_topics, told_between, turns
from ingest.extract.openings import Letters
from ingest.extract.trials_alike import disease_words
from ingest.extract.trials_same import same_name

_WITH = re.compile(
    r"(?:in combination with|combined with|combination of|\bcombination with|\bplus|\+|\balongside"
    r"|on top of|added to|add-on to|adjunct(?:ive)? to|together with"
    r"|\band|co-administered with|,)\s+(?:[\w®™’'-]+\s+){0,3}?\(?$",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"(?:compar(?:ed|ing|ison)\s(?:to|with)|\bversus|\bvs\.?|\bover|superior to|non-?inferior to"
    r"|relative to|biosimilar (?:to|of|candidate to)|head-to-head (?:against|with)"
    r"|treated with|progressed on|refractory to|naive to|than|either|such as|inadequate response to"
    r"|similar to)\s+(?:[\w®™’'-]+\s+){0,3}?\(?$",
    re.IGNORECASE,
)
_IN_AGAINST = Letters(
    "compar", "versus", "vs", "over", "superior to", "inferior to", "relative to", "biosimilar", "head-to-head",
    "treated with", "progressed on", "refractory to", "naive to", "than", "either", "such as", "inadequate response to",
    "similar to",
)  # fmt: skip
_APART = re.compile(
    r"\b(?:besides|apart from|aside from|other than|in addition to|beyond|alongside)\s(?:[\w’'-]+\s){0,4}$",
    re.IGNORECASE,
)
_NEXT_DEED = re.compile(r"\sand\s(?:\w{3,}ing|to\s\w{3,})\b")  # 'runs a trial of X and preparing one of Y'
_NEXT_AIM = re.compile(r",\sand\sto\s\w{3,}\s")  # 'to start Phase 3, and to bring a second candidate into …'
_MANY = re.compile(  # '25 products in Phase III trials', 'three candidates, including a Phase 2 trial': not the one spoken of
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|multiple|many|numerous)\s(?:[\w-]+\s){0,4}?"
    r"(?:products|assets|candidates|medicines|drugs|projects|compounds|molecules|therapies)\b[^.;:]{0,40}$",
    re.IGNORECASE,
)
_WHICH = re.compile(r"[®™]?(?:\s?\([^)]{1,40}\))?,\s(?:which|that)\s(?:is|are|has|was|will|entered|began)\b")
_OF = re.compile(
    r"\b(?:of|evaluating|investigating|assessing|testing|studying|with|for|comparing|examining|exploring"
    r"|using|involving)\s+(?:[\w’'®™,/-]+\s+){0,6}?$",
    re.I,
)
_COMBINED = re.compile(
    r"\b(?:(?:combination|regimen|doublet|combinations)\s(?:of|therapy of|treatment of)|combining)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[®™]?(?:\s?\([^)]{1,40}\))?\s(?:and|plus|\+|with)\s")
_NEWS_OF_A_STUDY = frozenset({"stopped", "started", "enrolled"})
_NEW_PARAGRAPH = re.compile(r"\*\*|(?<=[.!?”\"])\s?About\s[A-Z]")  # pages glue a paragraph to the sentence before it
_ADJECTIVE = re.compile(
    r"[®™]?[-‑](?:based|containing|eligible|ineligible|refractory|resistant|na[iï]ve|treated|experienced"
    r"|induced|intolerant|"
    r"sparing|free|exposed|relapsed|sensitive)\b",
    re.IGNORECASE,
)


def link_frames(doc: Document, found: Found, frames: list[Frame]) -> None:
    """Fills compound, combination partners and diseases of each frame; frames that stay ambiguous keep None."""
    subject = main_subject(found, doc)
    topic: str | None = None
    last_section = ""
    by_name: dict[str, Counter[str]] = {}
    topics, fresh = paragraph_topics(doc, found), turns(doc, found)
    owned = owned_compounds(found, doc)
    others: dict[int, str | None] = {}
    heads: dict[int, int] = {}  # where the first anchor of each sentence stands
    last_index = -1
    for frame in frames:
        if frame.sentence.section != last_section:
            topic, last_section = None, frame.sentence.section
        else:
            topic = told_between(doc, owned, last_index, frame) or topic
        if frame.sentence.index in fresh:
            topic = None
        last_index = frame.sentence.index
        near = [m for m in doc.mentions_in(frame.sentence, "compound") if m.ref in found.compounds.by_ref]
        if not frame.anchor.item_end and frame.sentence.section == "about_company" and not near:
            topic = None
        own = [m for m in near if frame.char_start <= m.char_start < frame.char_end]
        main = investigated(doc, found, frame, own) or (
            None if own and frame.anchor.is_noun else investigated(doc, found, frame, near)
        )
        spoken_of = topics.get(frame.sentence.index)
        others[id(frame)] = None if spoken_of == "" else topic or spoken_of or subject
        if main:
            frame.compound_ref, frame.linked_by = main, "sentence"
            topic = main if main in owned else topic
            if frame.anchor.name:
                by_name.setdefault(frame.anchor.name, Counter())[main] += 1
        elif (
            frame.sentence.section != "about_company"
            and not _ambiguous(found, doc, near)
            and not _MANY.search(doc.text, frame.sentence.char_start, frame.anchor.char_start)
        ):
            frame.compound_ref = others[id(frame)]
            frame.linked_by = "topic" if frame.compound_ref else ""
        head = heads.setdefault(frame.sentence.index, frame.anchor.char_start)
        pool = own or [m for m in near if m.char_end <= head]  # what stands in another's share is given in that one
        frame.combination_refs = tuple(
            dict.fromkeys(m.ref for m in pool if m.ref and m.ref != frame.compound_ref and _given_with(doc, found, m))
        )
        frame.indication_refs = diseases_near(doc, frame)
        primary = found.indications.full
        frame.diseases = disease_words(primary.get(ref, "") for ref in frame.indication_refs)
        if frame.linked_by == "topic":
            frame.compound_ref = owner_of(doc, found, frame.indication_refs, frame.compound_ref)
    for frame in frames:
        if frame.linked_by == "topic" and (owner := owner_of_phase(frame, frames)):
            frame.compound_ref = owner
        votes = _votes(by_name, frame.anchor.name)
        if votes and (frame.linked_by != "sentence"):
            frame.compound_ref, frame.linked_by = votes.most_common(1)[0][0], "name"
        if frame.compound_ref not in owned and not _is_told_itself(doc, found, frame):
            is_beside = _role_of(found, frame.compound_ref) in ("comparator", "combination")
            frame.compound_ref, frame.linked_by = (others[id(frame)], "topic") if is_beside else (None, "")


def _role_of(found: Found, ref: str | None) -> str:
    entry = found.compounds.by_ref.get(ref or "")
    return entry.role if entry else ""


def _votes(by_name: dict[str, Counter[str]], name: str | None) -> Counter[str] | None:
    """The compounds beside a study's name, or beside one of the two names of 'LUNAR-1/AB-302'."""
    if not name:
        return None
    return by_name.get(name) or next((votes for other, votes in by_name.items() if same_name(other, name)), None)


def _is_told_itself(doc: Document, found: Found, frame: Frame) -> bool:
    """A compound that is not the issuer's has a trial only when the sentence says so: with phase or name, or as news of its study.

    One that is given with another must stand alone there.
    """
    entry = found.compounds.by_ref.get(frame.compound_ref or "")
    numbered = frame.anchor.phase or frame.anchor.name or frame.anchor.nct
    if entry is None or frame.linked_by not in ("sentence", "name"):
        return False
    alone = {m.ref for m in doc.mentions_in(frame.sentence, "compound")} == {entry.ref}
    told = {c.value for c in frame.cues}
    if not numbered and not told & _NEWS_OF_A_STUDY and not (alone and "ongoing" in told):
        return False
    return (entry.role == "background" and (alone or bool(numbered))) or (
        entry.role == "combination" and alone and entry.ref not in only_added(doc, found)
    )


def investigated(doc: Document, found: Found, frame: Frame, near: list[Mention]) -> str | None:
    """The compound under trial among those of the sentence; None when none or when two fit alike."""
    scored: dict[str, float] = {}
    anchor = frame.anchor
    against = set_against(doc) - owned_compounds(found, doc)
    for mention in near:
        if _ADJECTIVE.match(doc.text, mention.char_end):
            continue
        if _APART.search(doc.text, max(frame.sentence.char_start, mention.char_start - 40), mention.char_start):
            own_clause = _WHICH.match(doc.text, mention.char_end)
            if not own_clause or "," in doc.text[own_clause.end() : anchor.char_start]:
                continue  # 'besides X its pipeline holds Y': what follows is of Y
        entry = found.compounds.by_ref[mention.ref or ""]
        reach = min(60, mention.char_start - frame.sentence.char_start)
        role = "comparator" if entry.ref in against else entry.role
        score = {"subject": 2.0, "own": 1.5, "partner": 1.5, "background": 0.0}.get(role, -1.5)
        if _is_against(doc.text, mention.char_start, reach):
            score -= 3
        if is_given_with(doc.text, mention.char_start, reach):
            score -= 2
        if mention.char_start >= anchor.char_end:
            between = doc.text[anchor.char_end : mention.char_start]
            if _NEW_PARAGRAPH.search(between) or _NEXT_AIM.search(between):
                continue
            score += 1.5 if len(between) < 90 and _OF.search(between) and not _NEXT_DEED.search(between) else 0.3
            gap = len(between)
        else:
            gap = anchor.char_start - mention.char_end
            score += 2.8 if _WHICH.match(doc.text, mention.char_end) else 0.8
        score -= min(gap, 400) / 160
        ref = mention.ref or ""
        scored[ref] = max(scored.get(ref, -9.0), score)
    ranked = sorted(scored.items(), key=lambda pair: -pair[1])
    if not ranked or ranked[0][1] < -1.6:
        return None
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < 0.15:
        return _first_of_combination(doc, near, {ranked[0][0], ranked[1][0]}, bool(anchor.name))
    return ranked[0][0]


def _first_of_combination(doc: Document, near: list[Mention], tied: set[str], is_named: bool) -> str | None:
    """Of 'a combination of X and Y', a named study of X and Y, and a code and its substance, it is the first; other ties stay open."""
    places = [m for m in near if m.ref in tied]
    for left, right in pairwise(places):
        if (
            left.ref != right.ref
            and not left.text.islower()
            and right.text.islower()
            and doc.text[left.char_end : right.char_start] in (", ", " (")
        ):
            return left.ref  # 'NBX-101, terlipressin given as an infusion': the second says what the first is
        ahead = doc.text[max(0, left.char_start - 60) : left.char_start]
        if (
            left.ref != right.ref
            and _JOINED.fullmatch(doc.text[left.char_end : right.char_start])
            and (is_named or _COMBINED.search(ahead))
        ):
            return left.ref
    return None


def _ambiguous(found: Found, doc: Document, near: list[Mention]) -> bool:
    owned = owned_compounds(found, doc)
    return len({m.ref for m in near if m.ref in owned}) > 1


def _is_against(text: str, at: int, reach: int) -> bool:
    """True when the words right ahead measure something against what is named here."""
    start = max(0, at - reach)
    return _IN_AGAINST.stand_in(text, start, at) and _AGAINST.search(text, start, at) is not None


def _given_with(doc: Document, found: Found, mention: Mention) -> bool:
    text, start = doc.text, mention.char_start
    if _is_against(text, start, 50):
        return False
    role = found.compounds.by_ref[mention.ref or ""].role
    is_beside = role == "combination" and _WITH.search(text, max(0, start - 50), start) is not None
    return is_beside or is_given_with(text, start, 50)
