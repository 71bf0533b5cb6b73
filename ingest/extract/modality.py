"""What kind of medicine a compound is, told by the words beside it, its INN stem or the vocabulary."""

from __future__ import annotations

import re
from functools import cache

from ingest.extract.anchors import Anchored
from ingest.extract.context import in_scope
from ingest.extract.document import Document, Mention
from ingest.extract.findings import Quote
from ingest.extract.groups import Group
from ingest.extract.openings import Letters
from ingest.extract.rulebook import Rule, read_rules
from ingest.extract.stems import stem_of, tail_of
from ingest.records import Modality, Role

_APPOSED = re.compile(
    r"^(?:\s?(?:®|™|\(R\)|\(TM\)))?(?:\s(?:for\sinjection|injection|tablets?|capsules?)(?=[”\"]?,))?[”\"]?(?:\s*\([^)]{1,80}\))?\s*(?:,|--|–|—|:|\(|(?<=\s)-)?\s*(?:which\s+)?(?:is|was|are|as|comprises|consists\s+of|contains|represents|carries|links|joins|couples|combines)?\s*(?:being\s+developed\s+as\s+)?(?:also\s+)?(?:[Aa]n?|[Tt]he|its|our|their|two|both|[A-Z]\w+[’']s?)\s(?P<words>(?:[^.;]|\.(?=\d)){3,170})"
)
_PROFILE = re.compile(
    r"^(?:\s?(?:®|™))?\s\((?P<words>(?!(?:in|with|plus|versus|vs|after|formerly|previously|also|see|including)\b)(?:[^().;]|\.(?=\d)){4,90})\)"
)
_PROFILE_OTHER = re.compile(r"\b(?:combination|plus|versus|vs|compared|with|trial|study)\b", re.IGNORECASE)
_TIGHT = re.compile(r"^(?:\s?(?:®|™))?(?:[’']s)?\s(?P<words>[^.;,]{3,30})")
_BEFORE_REVERSED = re.compile(
    r"[(“\"]?\s*[,:]?[\w/+’'-]+(?:\s+[\w/+’'-]+){0,9}"
)  # read from the name back, which is quick
_CLASS_WORD = re.compile(r"\s(?:including|includes|such\s+as|like|namely|consisting\s+of)\s")
_TO_NAME = re.compile(r"(?:[^.;]{0,120}?\s)?")
_CLASS_REACH = 140  # letters of what is said of a class
_PLACES = 16  # places of a compound that are read for its kind
_NOUNS = re.compile(r"(?:(?!(?:and|with|plus|in|for|of|to|that|which|is)\b)[\w/+-]+\s)+")
_COMPANY = re.compile(
    r"\b(?:company|leader|pioneer|biotech|firm)\b[^.;]{0,60}?\b(?:developing|advancing|pioneering|developer\s+of|development\s+of|develops)\s(?P<words>[^.;]{3,110})"
    r"|\b(?P<kind>vaccine|gene\s+therapy|cell\s+therapy|gene\s+editing|genome\s+editing|antibody|RNA|phage)\s(?:\w+\s)?(?-i:company)\b"
    r"|(?<=\w\s)(?:develops|is\sdeveloping|are\sdeveloping)\s(?P<what>(?:[\w-]+\s){0,3}(?:antibody|therapies|vaccines|medicines|conjugates|ADCs)[\w\s-]{0,20})",
    re.IGNORECASE,
)
_IN_COMPANY = Letters("company", "leader", "pioneer", "biotech", "firm", "develops", "developing")
_ASIDE = re.compile(
    r"\b(?:in\s+(?:adults?|patients?|people|subjects|children|combination|healthy)|for\s+(?:the\s+)?(?:treatment|prevention|patients|use|people|adults)|who\b|with\s+(?!a\s+linker)|that\s|which\s|designed\s|being\s|currently\s|intended\s|was\s|were\s|has\s|have\s|will\s|is\s)",
    re.IGNORECASE,
)


def find_modality(
    doc: Document, group: Group, mentions: list[Mention], role: Role
) -> tuple[Modality | None, Quote | None]:
    """(modality, the words that tell it); words beside the name beat the stem, the stem beats the vocabulary.

    What the company says that it develops ('a company developing T cell engagers') holds for its own new names.
    """
    told = _from_stems(group, mentions)
    is_mab = told is not None and told[0] == "monoclonal_antibody"
    for reader in (_from_name, _from_apposition, _from_profile, _from_words_before, _from_tight_words, _from_class):
        for mention in mentions[:_PLACES]:
            found = reader(doc, mention)
            if found and (not is_mab or found[0] in _OF_ANTIBODIES):
                return _more_exact(doc, mentions, found)
    if told:
        return told
    is_known = group.vocabulary_keys and not any(basis in ("code", "shape", "mark") for basis in group.basis.values())
    if group.modality or role not in ("subject", "own") or is_known:
        return group.modality, None
    return _from_company(doc) or (None, None)


_OF_ANTIBODIES = frozenset(
    {
        "monoclonal_antibody",
        "bispecific_antibody",
        "antibody_drug_conjugate",
        "fusion_protein",
        "radioligand",
    }
)
_KINDS_OF: dict[Modality, frozenset[Modality]] = {
    "protein": frozenset({"fusion_protein"}),
    "monoclonal_antibody": frozenset({"antibody_drug_conjugate", "bispecific_antibody"}),
    "small_molecule": frozenset({"peptide"}),
}


def _more_exact(doc: Document, mentions: list[Mention], told: tuple[Modality, Quote]) -> tuple[Modality, Quote]:
    """The kind of a kind, when the words behind another mention tell it: an antibody that is a conjugate is one."""
    kinds = _KINDS_OF.get(told[0], frozenset())
    if told[0] == "small_molecule" and "molecule" in doc.text[told[1][0] : told[1][1]]:
        return told  # said, and no guess from 'oral' or 'inhibitor'
    if kinds:
        for mention in mentions[:_PLACES]:
            found = _from_apposition(doc, mention)
            if found and found[0] in kinds:
                return found
    return told


def _from_stems(group: Group, mentions: list[Mention]) -> tuple[Modality, Quote] | None:
    """What the INN says: the second word of a conjugate ('vedotin') tells more than the first."""
    words = [word for name in group.names for word in re.findall(r"[a-z]{6,}", name.lower())]
    stems = [(word, stem) for word in words if (stem := tail_of(word) or stem_of(word)) and stem.modality]
    for word, stem in sorted(stems, key=lambda pair: not pair[1].is_tail):
        place = next((m for m in mentions if word in m.text.lower()), mentions[0])
        return stem.modality, (place.char_start, place.char_end, f"stem/{stem.stem}")
    return None


def _from_class(doc: Document, mention: Mention) -> tuple[Modality, Quote] | None:
    """'T cell engagers, including X and Y': what is said of a class is said of its members."""
    sentence = doc.sentence_of(mention.char_start)
    if sentence is None:
        return None
    start = max(sentence.char_start, mention.char_start - 260)
    for word in _CLASS_WORD.finditer(doc.text, start, mention.char_start):
        ahead = doc.text[start : word.start()].removesuffix(",")
        said = ahead[max(map(ahead.rfind, ".;:")) + 1 :][-_CLASS_REACH:]
        if len(said) >= 5 and _TO_NAME.fullmatch(doc.text, word.end(), mention.char_start):
            return _read(doc, mention, said, start + len(ahead) - len(said))
    return None


def _from_company(doc: Document) -> tuple[Modality, Quote] | None:
    """The one kind of medicine that the release says its company develops."""
    for sentence in in_scope(doc):
        span = doc.text, sentence.char_start, sentence.char_end
        if _IN_COMPANY.stand_in(*span) and (match := _COMPANY.search(*span)):
            words = match["words"] or match["kind"] or match["what"]
            hits = [
                (rule, found) for rule in _anchored().standing_in(words.lower()) if (found := rule.regex.search(words))
            ]
            kinds = {rule.data["modality"] for rule, _ in hits}
            kinds -= {"monoclonal_antibody"} if kinds & {"antibody_drug_conjugate", "bispecific_antibody"} else set()
            if len(kinds) == 1:
                return hits[0][0].data["modality"], (sentence.char_start, sentence.char_end, hits[0][0].id)
    return None


def _from_name(doc: Document, mention: Mention) -> tuple[Modality, Quote] | None:
    """'mRNA-1234' and 'X-nanobody' say it in the name."""
    return _read(doc, mention, mention.text, mention.char_start) if mention.value == "name" else None


def _from_apposition(doc: Document, mention: Mention) -> tuple[Modality, Quote] | None:
    match = _APPOSED.match(doc.text[mention.char_end : mention.char_end + 300])
    if not match:
        return None
    offset = mention.char_end + match.start("words")
    if _is_of_the_next(doc, mention, offset):
        return None
    aside = _ASIDE.search(match["words"])
    if aside and (found := _read(doc, mention, match["words"][: aside.start()], offset)):
        return found
    return _read(doc, mention, match["words"], offset)


def _from_profile(doc: Document, mention: Mention) -> tuple[Modality, Quote] | None:
    """'NBX-4711 (Claudin 18.2 ADC, Phase I)': what stands in brackets as in a table of a pipeline."""
    match = _PROFILE.match(doc.text[mention.char_end : mention.char_end + 110])
    if not match or _PROFILE_OTHER.search(match["words"]):
        return None
    return _read(doc, mention, match["words"], mention.char_end + match.start("words"))


def _is_of_the_next(doc: Document, mention: Mention, offset: int) -> bool:
    """In 'X, the oncolytic virus Y and Z' the words behind the comma are about Y."""
    others = [m for m in doc.mentions_between(offset, offset + 90, "compound") if m.ref != mention.ref]
    lead = doc.text[mention.char_end : offset]
    return (
        bool(others)
        and lead.strip() in (", the", ", its", ", our")
        and bool(_NOUNS.fullmatch(doc.text[offset : others[0].char_start]))
    )


def _from_words_before(doc: Document, mention: Mention) -> tuple[Modality, Quote] | None:
    start = max(0, mention.char_start - 90)
    sentence = doc.sentence_of(mention.char_start)
    if sentence:
        start = max(start, sentence.char_start)
    match = _BEFORE_REVERSED.match(doc.text[start : mention.char_start][::-1])
    if not match:
        return None
    words = match.group()[::-1]
    return _read(doc, mention, words, mention.char_start - len(words), is_before=True)


def _from_tight_words(doc: Document, mention: Mention) -> tuple[Modality, Quote] | None:
    match = _TIGHT.match(doc.text[mention.char_end : mention.char_end + 40])
    return _read(doc, mention, match["words"], mention.char_end + match.start("words")) if match else None


def _read(
    doc: Document, mention: Mention, words: str, offset: int, is_before: bool = False
) -> tuple[Modality, Quote] | None:
    """The first rule of the table (most specific first) that fires in the words, unless another compound stands there."""
    others = [m for m in doc.mentions_between(offset, offset + len(words), "compound") if m.ref != mention.ref]
    if others and is_before:
        skipped = max(m.char_end for m in others) - offset
        words, offset = words[skipped:], offset + skipped
    elif others:
        words = words[: max(others[0].char_start - offset, 0)]
    for rule in _anchored().standing_in(words.lower()):
        found = rule.regex.search(words)
        if found:
            start = min(mention.char_start, offset + found.start())
            return rule.data["modality"], (start, max(mention.char_end, offset + found.end()), rule.id)
    return None


@cache
def _rules() -> tuple[Rule, ...]:
    return read_rules("modality").rules


@cache
def _anchored() -> Anchored[Rule]:
    return Anchored((rule, rule.data.get("anchor", ())) for rule in _rules())
