"""Which diseases a trial frame speaks of: those behind the trial in its share of the sentence, else the list right before it."""

from __future__ import annotations

import re
from itertools import zip_longest

from ingest.extract.document import Document, Mention, SentenceSpan
from ingest.extract.frames import Frame
from ingest.extract.openings import Letters
from ingest.extract.trials_alike import disease_words

_SOCIETY = re.compile(
    r"(?:College|Society|Academy|Association|Congress|Foundation|Institute|Committee|Federation"
    r"|Organi[sz]ation|Alliance|Center|Conference|Journal|Meeting)"
    r"(?:\s(?:for|of|on|and|the|&|in|[A-Z][\w-]*,?))*\s$"
)
_TITLED = re.compile(
    r"(?:\s[A-Z][\w-]*){0,2}\s(?:Cent(?:er|re)|Institute|Society|Foundation|Congress|Meeting|Symposium|Conference|Network|Hospital"
    r"|Index|Score|Scale|Questionnaire|Program(?:me)?|Research|Group|Alliance|Association|Clinic|Council|Journal)\b"
)
_A_COMPANY = re.compile(
    r"[,)]\s(?:an?|the)\s(?:[\w/,’'-]+\s){0,6}?(?:company|biotech|pharma|firm|leader|biopharma)\b(?:(?!\btoday\b|\bannounce|[.;]).)*$",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r",?\s(?:today|has|have|announce[sd]?|reports?|reported|is pleased)\b.{0,40}?\b(?:announc|report|present|provid|initiat|publish)",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?:\s?\([^)]{1,12}\))?(?:\swith\s[\w/+-]+\s[\w-]*mutations?\b)?(?:\s|,|and|or|&|/|other|as well as|including"
    r"|with|the|for|in|treatment of|patients|people|adults"
    r"|advanced|severe|moderate|to|early|chronic|relapsed|refractory|recurrent|metastatic|locally"
    r"|unresectable|resistant|previously|newly|diagnosed|untreated|treated"
    r"|adult|pediatric|high-risk|stage|certain|various|multiple|several|both|r/r|active|\(|\)"
    r"|(?:[\w/-]+\s){0,3}?[\w/-]*\bna[iï]ve|microsatellite[- ]stable|[\w/-]+-(?:refractory|resistant|experienced|pretreated|eligible|ineligible)"
    r"|(?:[a-z-]+\s)?(?:diseases|disorders|conditions|cancers),?\s(?:including|such as))+",
    re.IGNORECASE,
)
_NUMBER = r"(?:\d[\d,]*(?:\.\d+)?%?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_COUNTED = re.compile(  # 'melanoma patients, and 14 with glioma', 'melanoma and 1 PR in 2 glioma patients'; 'one in gout' is a trial
    r"(?:\)|\s?\([^)]{1,12}\))?(?:\s(?:patients|people|adults|subjects|participants))?\s?(?:,|;)?\s(?:and\s|as well as\s)?"
    rf"(?![a-z]+\sin\s){_NUMBER}\s(?:(?:of|out of)\s(?:the\s)?{_NUMBER}\s)?(?:(?:partial|complete|objective)\s)?"
    r"(?:(?:[PC]Rs?|responses?|remissions?)\s)?"
    rf"(?:(?:in|among)\s(?:{_NUMBER}\s)?)?(?:(?:(?:of|out of)\s{_NUMBER}\s)?(?:patients|people|adults|subjects|participants)\s)?"
    r"(?:with\s|in\s)?(?:(?:advanced|severe|relapsed|refractory|recurrent|metastatic|newly diagnosed|active|previously treated)\s)?",
    re.IGNORECASE,
)
_WITHOUT = re.compile(
    r"\b(?:without|excluding|(?:no|without)(?: \w+)? (?:history|evidence|signs?|diagnosis) of)\s(?:an?\s)?(?:(?:known|prior|type|active)\s)?$",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"(?:\b(?:risks?|rates?|incidence|occurrence|likelihood|odds)\s(?:of|for)|\btime to(?: the| first| onset of)*|\bfree(?:dom)? from)"
    r"\s(?:(?!(?:in|with|among|for|at|when|by|from|of)\b)[\w-]+,?\s){0,4}$",
    re.IGNORECASE,
)
_ON_PURPOSE = re.compile(  # what a trial 'to reduce the risk of stroke' is about is stroke
    r"(?:\b(?:to|will|may|could|can|help)\s(?:(?:help|further|significantly)\s)?(?:reduce|lower|prevent|cut|decrease)"
    r"|(?<!\bby\s)\b(?:reducing|lowering|preventing|cutting|decreasing)|\b(?:for|on)\s(?:the\s)?(?:reduction|prevention)\s(?:of|in)|\bat)"
    r"\s(?:[\w-]+\s){0,3}$",
    re.IGNORECASE,
)
_RESPECTIVELY = re.compile(r"\brespectively\b")
_NEAR_BY = 45  # 'in gout and lupus trials in adults, respectively'
_SYMPTOM_OF = re.compile(r"\bsymptoms?(?:\s\w+){0,2}\sof\s(?:the\s)?$", re.IGNORECASE)
_AT_RISK = re.compile(
    r"\bat (?:an? )?(?:increased|high|higher|greater|elevated) risk\b(?:,?\s(?:such as|including|like)\b|,)[^.;]*$",
    re.IGNORECASE,
)
_STANDARD_FOR = re.compile(
    r"\bstandards?(?:[- ]of[- ]care)?\b[^.;,]{0,40}\b(?:for|in)(?: patients with)?\s$", re.IGNORECASE
)
_IN_COMPANY = Letters("company", "biotech", "pharma", "firm", "leader")
_IN_STANDARD, _IN_RISK = Letters("standard"), Letters("risk")
_EVENTS = re.compile(
    r"(?:,\s[\w-]+(?:\s[\w-]+)?){0,4},?(?:\s(?:and|or))?(?:\s[\w-]+){0,2}\sevents\b"
)  # 'acne, headache and GI events'
_DUE_TO = re.compile(r"(?:\s?\([^)]{1,12}\))?\s(?:due to|caused by|secondary to|resulting from)\s", re.IGNORECASE)
_STAGE_OF = re.compile(r"\b(?:cirrhosis|fibrosis)$", re.IGNORECASE)  # that of the liver, which a disease brings with it
_ENDPOINT = re.compile(
    r"[-‑ ](?:free\b|recurrences?\b|events?\b|hospitali[sz]ations?\b|deaths?\b|mortality\b)", re.IGNORECASE
)
_WITH = re.compile(r"(?:\s?\([^)]{1,12}\))?,?\s(?:(?:with|without)(?:\s(?:or|and)\swith(?:out)?)?|and/or)\s(?:\w+\s)?")
_FINDING = re.compile(
    r"\b(?:carcinoma in situ|metast[ae]s[ei]s|papillary (?:tumou?rs?|disease|carcinomas?)|ascites|eosinophilia|effusions?|CIS)$",
    re.IGNORECASE,
)
_THING = re.compile(
    r"\s(?:treatments?|therap(?:y|ies)|drugs?|medicines?|vaccines?|immunotherap(?:y|ies)|candidates?|indications?|care|research)\b",
    re.IGNORECASE,
)
_OTHER_DRUGS = re.compile(r"\s(?:therapies|treatments|medications|medicines|drugs)\b", re.IGNORECASE)
_ADDED_TO = re.compile(
    r"\b(?:in (?:combination|addition) (?:with|to)|on top of|added to|receiving|taking|available|existing|background|standard|other)"
    r"\s(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)
_VACCINE = re.compile(r"\s(?:mRNA\s|conjugate\s)?(?:vaccine|immunization)", re.IGNORECASE)
_EXAMPLE = re.compile(
    r"\bsuch as\b(?!\sthose\s(?:with|suffering|living|who))[^,;]*$|\b(?:progressed on|history of|secondary to|due to|associated with)\b[^,;]{0,30}$",
    re.IGNORECASE,
)


def diseases_near(doc: Document, frame: Frame) -> tuple[str, ...]:
    """Diseases in the frame's share, in order; those before the anchor count when none follow it."""
    start, end = frame.char_start, frame.char_end
    named = doc.mentions_between(start, end, "indication")
    inside = [m for m in named if m.ref and not _in_society(doc, m) and not is_no_subject(doc, m)]
    inside = [m for m in inside if not is_outcome(doc, m)]
    after = [m for m in inside if m.char_start >= frame.anchor.char_start]
    before = [m for m in inside if m.char_end <= frame.anchor.char_start]
    after = _behind_symptoms(doc, after)
    vaccine = [m for m in doc.mentions_in(frame.sentence, "indication") if _VACCINE.match(doc.text, m.char_end)]
    vaccine = [m for m in vaccine if not is_class(m)]
    return listed_diseases(doc, after or _last_list(doc, before), vaccine[:1])


def _last_list(doc: Document, before: list[Mention]) -> list[Mention]:
    """The diseases right before the trial: the last one and those joined to it."""
    chosen = before[-1:]
    for mention in reversed(before[:-1]):
        if not _are_listed(doc.text[mention.char_end : chosen[0].char_start]):
            break
        chosen.insert(0, mention)
    return chosen


def _in_society(doc: Document, mention: Mention) -> bool:
    """'American College of Allergy, Asthma & Immunology' names a society, not a disease under trial.

    So do 'Shanghai Cancer Center' and 'Colitis Activity Index' (a score).
    """
    if mention.text[:1].isupper() and _TITLED.match(doc.text, mention.char_end):
        return True
    return bool(_SOCIETY.search(doc.text[max(0, mention.char_start - 70) : mention.char_start]))


def is_of_company(doc: Document, mention: Mention) -> bool:
    """'Acme, a company developing drugs for cancer, today announced …': that is its line of business, not the trial."""
    sentence = doc.sentence_of(mention.char_start)
    if sentence is None:
        return False
    if not _IN_COMPANY.stand_in(doc.text, sentence.char_start, mention.char_start):
        return False
    ahead = _A_COMPANY.search(doc.text, sentence.char_start, mention.char_start)
    return bool(ahead) and bool(_ANNOUNCES.search(doc.text, mention.char_end, sentence.char_end))


def is_no_subject(doc: Document, mention: Mention) -> bool:
    """True for a disease of the company's line of business, of people at risk of another one, of the standard treatment, or an adverse event."""
    if _EVENTS.match(doc.text, mention.char_end) or _ENDPOINT.match(doc.text, mention.char_end):
        return True  # told as an adverse event, or as what the trial counts
    if _WITHOUT.search(doc.text, max(0, mention.char_start - 45), mention.char_start):
        return True  # 'adults with obesity without diabetes'
    ahead = max(0, mention.char_start - 80)
    if _OTHER_DRUGS.match(doc.text, mention.char_end) and _ADDED_TO.search(doc.text, ahead, mention.char_start):
        return True  # 'given with available heart failure therapies'
    if _IN_STANDARD.stand_in(doc.text, ahead, mention.char_start) and _STANDARD_FOR.search(
        doc.text, ahead, mention.char_start
    ):
        return True
    return is_of_company(doc, mention) or is_of_people_at_risk(doc, mention)


def is_outcome(doc: Document, mention: Mention) -> bool:
    """'cut the risk of stroke', 'time to first infarction': what a trial counts, as a rule not what its patients have."""
    sentence = doc.sentence_of(mention.char_start)
    low = max(sentence.char_start if sentence else 0, mention.char_start - 80)
    ahead = _OUTCOME.search(doc.text, low, mention.char_start)
    return ahead is not None and not _ON_PURPOSE.search(doc.text, max(low, ahead.start() - 40), ahead.start())


def is_of_people_at_risk(doc: Document, mention: Mention) -> bool:
    """'in those at increased risk, such as adults with HIV': what they have is not what a vaccine is tried against."""
    sentence = doc.sentence_of(mention.char_start)
    if sentence is None or not _IN_RISK.stand_in(doc.text, sentence.char_start, mention.char_start):
        return False
    return _AT_RISK.search(doc.text, sentence.char_start, mention.char_start) is not None


def _behind_symptoms(doc: Document, mentions: list[Mention]) -> list[Mention]:
    """'pain and poor sleep, two symptoms of fibromyalgia': the disease is the one that has the symptoms."""
    for number, mention in enumerate(mentions):
        if number and _SYMPTOM_OF.search(doc.text, max(0, mention.char_start - 40), mention.char_start):
            return mentions[number:]
    return mentions


def is_class(mention: Mention) -> bool:
    """'cancer', 'infections': too broad to be the disease of a trial where another is named."""
    return disease_words([mention.text]) == {frozenset()}


def _are_listed(between: str) -> bool:
    """True for what stands between two diseases of one list: 'and other', 'patients and 14 with'."""
    return bool(_LISTED.fullmatch(between) or _COUNTED.fullmatch(between))


def is_finding(text: str, disease: Mention, mention: Mention) -> bool:
    """'breast cancer with brain metastases', 'with or without papillary tumors': what describes a disease is no second one."""
    return bool(_WITH.fullmatch(text, disease.char_end, mention.char_start)) and bool(_FINDING.search(mention.text))


def listed_diseases(doc: Document, mentions: list[Mention], first: list[Mention] | None = None) -> tuple[str, ...]:
    """The first disease and those joined to it as one list ('ovarian cancer, NSCLC and other solid tumors')."""
    chosen: list[Mention] = list(first or [])
    end = 0  # of the last one in the list
    if any(not is_class(m) for m in mentions):  # 'the first cancer treatment for …'
        mentions = [m for m in mentions if not (is_class(m) and _THING.match(doc.text, m.char_end))]
    for mention, follower in zip_longest(mentions, mentions[1:]):
        if (
            follower
            and _STAGE_OF.search(mention.text)
            and _DUE_TO.fullmatch(doc.text, mention.char_end, follower.char_start)
        ):
            continue
        if _EXAMPLE.search(doc.text[max(0, mention.char_start - 40) : mention.char_start]) and chosen:
            continue
        if chosen and is_finding(doc.text, chosen[-1], mention):
            end = mention.char_end
            continue
        if chosen and chosen[-1] not in (first or []):
            between = doc.text[end : mention.char_start]
            if mention.ref == chosen[-1].ref or re.fullmatch(r"\s?\(.{0,3}", between):
                continue
            if not _are_listed(between):
                break
        chosen.append(mention)
        end = mention.char_end
    return tuple(dict.fromkeys(m.ref for m in chosen if m.ref))


def diseases_respectively(doc: Document, sentence: SentenceSpan) -> list[tuple[str, str]]:
    """'A and B are tested in gout and lupus, respectively': each compound with its disease; else nothing."""
    if "respectively" not in doc.sentence_text(sentence):
        return []
    compounds = list(dict.fromkeys(str(m.ref) for m in doc.mentions_in(sentence, "compound") if m.ref))
    diseases = list(dict.fromkeys(str(m.ref) for m in doc.mentions_in(sentence, "indication") if m.ref))
    return list(zip(compounds, diseases, strict=True)) if len(compounds) == len(diseases) > 1 else []


def diseases_in_order(doc: Document, sentence: SentenceSpan, trials: int) -> list[str]:
    """'LUNAR and SOLAR in gout and lupus, respectively': as many diseases of one list as trials, else nothing."""
    for told in _RESPECTIVELY.finditer(doc.text, sentence.char_start, sentence.char_end):
        named = [m for m in doc.mentions_between(sentence.char_start, told.start(), "indication") if m.ref]
        run = _last_list(doc, named)
        refs = list(dict.fromkeys(str(m.ref) for m in run))
        if len(refs) == trials and told.start() - run[-1].char_end <= _NEAR_BY:
            return refs
    return []
