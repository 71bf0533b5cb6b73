"""Compounds of a release: which substances it names, and where each is named or meant.

Order: candidates (candidates.py) -> context decides (compounds_accepted.py) -> names beside names are joined (aliases.py) ->
one entry per substance with role, modality and owner. A code name that no vocabulary knows works like any other.
"""

from __future__ import annotations

import dataclasses
import re
from itertools import pairwise

from ingest.extract.aliases import AliasPair, base_of_salt, form_of, names_beside, said_of_it
from ingest.extract.anaphora import find_anaphora
from ingest.extract.candidates import Candidate, find_candidates
from ingest.extract.codes import label_key
from ingest.extract.compounds_accepted import accepted
from ingest.extract.compounds_shortened import find_shortened
from ingest.extract.document import Document, Mention
from ingest.extract.findings import CompanyFindings, CompoundEntry, CompoundFindings, Drafted
from ingest.extract.groups import Group, Groups
from ingest.extract.modality import find_modality
from ingest.extract.proper_names import proper_name_candidates
from ingest.extract.roles import find_roles
from ingest.extract.stems import stem_of
from ingest.extract.surface import find_surface, is_plausible_alias
from ingest.extract.tokens import Tokens
from ingest.records import AliasKind, CompoundName, Role, hash_id, name_key
from ingest.vocabulary.terms import term_key
from ingest.vocabulary.vocabulary import Vocabulary, load


def find_compounds(doc: Document, companies: CompanyFindings, tokens: Tokens | None = None) -> CompoundFindings:
    """All compounds of the document, every place where one is named, and every anaphor that can mean only one."""
    vocabulary = load()
    tokens = tokens or Tokens(doc.text)
    candidates = find_candidates(doc, tokens, vocabulary)
    candidates = proper_name_candidates(doc, candidates, companies, vocabulary)
    groups = accepted(doc, candidates, companies)
    _join_aliases(doc, groups, vocabulary)
    mentions = _mentions(doc, groups)
    roles = find_roles(doc, groups.entries(), mentions, companies)
    meant = find_anaphora(doc, {ref: finding.role for ref, finding in roles.items()}, mentions)
    doc = doc.with_mentions(mentions, replacing=("compound",))
    by_ref: dict[str, CompoundEntry] = {}
    names: list[Drafted[CompoundName]] = []
    for group in groups.entries():
        own = [m for m in mentions if m.ref == group.ref]
        if not own:
            continue
        also = [m for m in meant if m.ref == group.ref]
        modality, quote = find_modality(doc, group, [*own, *also], roles[group.ref].role)
        by_ref[group.ref] = CompoundEntry(
            ref=group.ref,
            names=tuple(group.names),
            role=roles[group.ref].role,
            modality=modality,
            owner_company_ref=roles[group.ref].owner_ref,
            modality_quote=quote,
            confidence=_confidence(group, own, roles[group.ref].role),
        )
        names.extend(_name_rows(doc, group, own))
    return CompoundFindings(tuple(names), by_ref, (*mentions, *meant))


_NEW = frozenset({"shape", "code", "mark"})
_SURE = ((2.5, 0.82), (3.0, 0.93), (99.0, 0.97))
"""Share of true compounds on the labelled folds, by what their shape, vocabulary and best context weigh together."""


def _confidence(group: Group, places: list[Mention], role: Role) -> float:
    """How many of 100 such names are compounds; a name that the release is about or repeats is nearly always one."""
    sure = next(share for below, share in _SURE if group.weight < below)
    return max(sure, 0.97) if role == "subject" or len(places) >= 3 else sure


_CHOICE = re.compile(
    r"\b(?:either|compar\w+|randomi\w+|receiv\w+|treated|treatment|given|with|arms?|versus|vs\.?|after|to)\b[^.;,]{0,40}$"
)


def _join_aliases(doc: Document, groups: Groups, vocabulary: Vocabulary) -> None:
    """Joins names printed side by side; a name that was not accepted alone is accepted beside one that was."""
    for group in list(groups.entries()):
        for place in [*group.places, *_unmarked(doc, group)]:
            pairs = [p for p in names_beside(doc.text, place.char_end) if p.text.lower() != place.text.lower()]
            parts = [part for p in pairs for part in _parts_of(p.text, vocabulary)]
            if len({hit.key for part in parts if (hit := vocabulary.compounds.lookup(part))}) > 1:
                groups.absorb(group, parts)  # the ingredients of a fixed combination
                pairs = [p for p in pairs if p.rule == "alias/known_as"]
            for pair in pairs:
                if pair.rule == "alias/or" and groups.of(pair.text) is None:
                    continue
                is_choice = _CHOICE.search(doc.text[max(0, place.char_start - 60) : place.char_start])
                if pair.rule == "alias/or" and (is_choice or not groups.is_unknown_beside(group, pair.text)):
                    continue
                if _is_of_two_products(doc.text, pair):
                    continue
                if groups.of(pair.text) is not None or is_plausible_alias(doc, place.text, pair, vocabulary):
                    groups.join(group, pair.text, pair.rule, vocabulary)
    for group in list(groups.entries()):
        for place in group.places:
            form = form_of(doc.text, place.char_end)
            if form and groups.is_unknown_beside(group, form.text):
                groups.join(group, form.text, form.rule, vocabulary)
    for places in groups.weak():
        for place in places:
            pairs = list(names_beside(doc.text, place.char_end)) if place.basis in _NEW else []
            several = len({id(known) for pair in pairs if (known := groups.of(pair.text))}) > 1  # 'NBX-1 (x + y + z)'
            for pair in pairs:
                known_as = groups.of(pair.text)
                if known_as is not None and not several and pair.rule != "alias/or":
                    groups.join(known_as, place.text, pair.rule, vocabulary)
    labelled: dict[str, Group] = {}
    for group in groups.entries():
        for name in list(group.names):
            first = labelled.setdefault(key, group) if (key := label_key(name)) else group
            if first is not group:
                groups.join(first, name, "alias/label", vocabulary)
            base = base_of_salt(name.lower())
            if base != name.lower() and groups.of(base) is not None:
                groups.join(group, base, "alias/salt", vocabulary)
    _join_what_it_is_called(doc, groups, vocabulary)
    groups.drop_absorbed()
    entries = groups.entries()
    against = {group.ref for group in entries if _is_set_against(doc, group)}
    for group in entries:
        forms = _new_forms(doc, group, entries)
        against |= {group.ref} if forms else set()
        for other in forms:
            _name_form(doc, other, groups, vocabulary)
    groups.join_by_vocabulary(is_biosimilar_text="biosimilar" in doc.text, against=against)


def _join_what_it_is_called(doc: Document, groups: Groups, vocabulary: Vocabulary) -> None:
    """'It is also known as Y' names the only substance of the sentence before."""
    if not any(words in doc.text for words in (" known as ", " called ", " named ", " referred to as ")):
        return
    for before, sentence in pairwise(doc.sentences):
        for pair in said_of_it(doc.text, sentence.char_start, sentence.char_end):
            start, end = before.char_start, before.char_end
            told = [g for g in groups.entries() if any(start <= place.char_start < end for place in g.places)]
            if len(told) != 1 or told[0] is groups.of(pair.text):
                continue
            if groups.of(pair.text) is not None or is_plausible_alias(doc, told[0].names[0], pair, vocabulary):
                groups.join(told[0], pair.text, pair.rule, vocabulary)


def _is_of_two_products(text: str, pair: AliasPair) -> bool:
    """True of a substance that stands with its form behind two names: 'NEW-1 (x patch) 5%' is not 'OLD (x patch) 2%'."""
    if not text.startswith(" ", pair.char_end):
        return False
    before = [piece.rstrip(" ®™").rsplit(None, 1) for piece in text.split(f"({pair.text} ")[:-1]]
    return len({words[-1].lower() for words in before if words}) > 1


def _unmarked(doc: Document, group: Group) -> list[Candidate]:
    """The other places of a name found by its mark or its context: 'In Japan, BRAND is the trademark for X', 'Brand (X)'."""
    if group.places[0].basis not in ("mark", "proper"):
        return []
    first, taken = group.places[0], {place.char_start for place in group.places}
    found: list[Candidate] = []
    for name in dict.fromkeys((first.text, first.text[:1].upper() + first.text[1:])):
        start = doc.text.find(name)
        while start >= 0 and len(found) < _MOST_PLACES:
            end = start + len(name)
            if start not in taken and not doc.text[start - 1 : start].isalnum() and doc.text[end : end + 1] in _GOES_ON:
                found.append(dataclasses.replace(first, char_start=start, char_end=end))
            start = doc.text.find(name, end)
    return sorted(found, key=lambda place: place.char_start)


_MOST_PLACES = 12
_GOES_ON = (" ", "®", "™", ",")
_REFERENCE = re.compile(
    r"\b(?:referencing|biosimilars?\s(?:candidates?\s)?(?:to|of|for)|reference\s(?:product|drug|medicine),?|generic\s(?:version|equivalent|alternative|form|copy)\s(?:of|to)"
    r"|equivalent\sto|listed\sdrug(?:\s\(RLD\))?(?:,|\sis)?|interchangeable\swith)\s(?:the\s|(?:reference|listed|branded?)\s|(?:drug|product|medicine)\s|\(RLD\),?\s)*$",
    re.I,
)
_VERSUS = re.compile(
    r"\b(?:versus|vs\.?|compared\s(?:to|with)|superior(?:ity)?\s(?:to|over|versus))\s(?:[\w-]+\s){0,2}$", re.I
)


def _is_set_against(doc: Document, group: Group) -> bool:
    """True for the reference product of a biosimilar, and for what stands nowhere but behind 'versus'."""
    ahead = [doc.text[max(0, place.char_start - 60) : place.char_start] for place in group.places]
    return any(_REFERENCE.search(words) for words in ahead) or all(_VERSUS.search(words) for words in ahead)


_MEASURED = re.compile(
    r"\b(?:versus|vs\.?|compar(?:ed|able)\s(?:to|with)|comparison\s(?:to|with)|relative\sto|(?:non-?inferior|superior|similar|equivalent)(?:ity)?\s(?:to|over|versus)|than|over)"
    r"\s(?:(?:with|that|of|those|receiving|treated|the|currently|marketed|approved|branded|reference|intravenous|subcutaneous|oral)\s)*$",
    re.I,
)
_NEW_FORM = re.compile(
    r"\ban?\s(?:[\w-]+,?\s){0,4}?(?:next[- ]generation|new(?:er)?|novel|improved|reformulated|enhanced|advanced|modified"
    r"|(?:triple|double|higher)[- ]strength|ultra[- ]rapid|second[- ]generation)"
    r",?\s(?:[\w-]+,?\s){0,4}?(?:formulation|version|form)\sof\s(?:(?:the|its|our|marketed|approved|company[’']s)\s)*$",
    re.I,
)


_FORM_WORDS = re.compile(
    r"\b(?:ultra[- ]rapid|(?:rapid|fast|long|short|longer)[- ]acting|(?:extended|delayed|immediate|sustained)[- ]release"
    r"|liposomal|inhaled|intranasal|subcutaneous|topical|oral|concentrated)\s$",
    re.I,
)


def _new_forms(doc: Document, group: Group, entries: list[Group]) -> list[Group]:
    """The products that are a new form of the substance of a brand, or are measured against the brand they are made of."""
    if not any(basis in ("brand", "mark") for basis in group.basis.values()):
        return []
    others = [g for g in entries if g is not group and g.vocabulary_keys & group.vocabulary_keys]
    found: list[Group] = []
    for place in group.places if others else ():
        ahead = doc.text[max(0, place.char_start - 110) : place.char_start]
        sentence = doc.sentence_of(place.char_start)
        if sentence and (_MEASURED.search(ahead) or _NEW_FORM.search(ahead)):
            start, end = sentence.char_start, place.char_start
            found += [g for g in others if g not in found and any(start <= p.char_start < end for p in g.places)]
    return found


def _name_form(doc: Document, group: Group, groups: Groups, vocabulary: Vocabulary) -> None:
    """The words of the form belong to the name of a substance set against its own brand ('ultra rapid lispro')."""
    if not all(name.islower() for name in group.names):
        return
    for place in list(group.places):
        words = _FORM_WORDS.search(doc.text, max(0, place.char_start - 20), place.char_start)
        if words and groups.of(name := doc.text[words.start() : place.char_end].lower()) is None:
            groups.join(group, name, "alias/form", vocabulary)
            group.names.insert(0, group.names.pop())


_MIRRORED = frozenset("DLRS")


def _parts_of(name: str, vocabulary: Vocabulary) -> list[str]:
    """'xanomeline-trospium' is two substances when the vocabulary knows both."""
    halves = name.split("-")
    if len(halves) == 2 and halves[0] in _MIRRORED and vocabulary.compounds.lookup(halves[1]):
        return halves[1:]  # 'D-cycloserine'
    return halves if len(halves) == 2 and all(vocabulary.compounds.lookup(half) for half in halves) else [name]


def _mentions(doc: Document, groups: Groups) -> list[Mention]:
    found = []
    for start, end, name in find_surface(doc, groups.surface_forms()):
        ref = groups.ref_of(name)
        found.append(Mention(start, end, "compound", doc.text[start:end], groups.key_of(name), ref, "name"))
    return sorted([*found, *find_shortened(doc.text, groups.entries(), found)])


def _name_rows(doc: Document, group: Group, mentions: list[Mention]) -> list[Drafted[CompoundName]]:
    rows = []
    for name in group.names:
        key = name_key(name)
        places = [m for m in mentions if name_key(m.text) == key]
        if not places:
            continue
        record = CompoundName(
            name_id=hash_id("compound_name", doc.release.release_id, group.ref, name),
            release_id=doc.release.release_id,
            compound_ref=group.ref,
            name=name,
            kind=_alias_kind(name, group),
            is_primary=name == group.names[0],
            vocabulary_key=group.keys.get(term_key(name)),
        )
        rule = group.rules.get(term_key(name), "compound/vocabulary")
        rows.append(Drafted(record, ((places[0].char_start, places[0].char_end, rule),)))
    if rows and not any(row.record.is_primary for row in rows):
        rows[0] = Drafted(dataclasses.replace(rows[0].record, is_primary=True), rows[0].quotes)
    return rows


def _alias_kind(name: str, group: Group) -> AliasKind:
    basis = group.basis.get(term_key(name), "proper")
    if basis in ("code", "shape") or any(c.isdigit() for c in name):
        return "code_name"
    if basis in ("inn", "stem", "name") or (name.islower() and stem_of(name.split()[0])):
        return "inn"
    if name.isupper() and len(name) <= 6 and basis == "alias":
        return "abbreviation"
    if " " in name and name.islower():
        return "descriptor"
    return "brand"
