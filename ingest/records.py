"""The records that stages hand to each other: one frozen class per noun, and the ids that name them.

Belongs here: what a thing *is* (fields, types, units, closed lists). Does not belong here: reading,
writing, checking or deciding anything. This module imports nothing of the house.

One noun runs through the whole house: record ``TrialMention`` -> schema ``TrialMentions`` -> asset
``landing/trial_mentions`` -> ``stg_wire__trial_mentions`` -> ``int_trials_resolved`` -> ``fct_trials``.

Two kinds of landing records:

* ``*Name`` records say what one release calls a thing. All surface forms of one substance in one release
  share a *ref* (``compound_ref``); ``resolve`` maps refs to warehouse entities (``compound_id``).
* ``*Mention`` records are the facts. They speak of things by ref, so that a merge of two entities changes
  no fact and no fact id.

Offsets are character offsets into ``PressRelease.text`` (Python string indices), end exclusive.
All ``_at`` values are naive datetimes in UTC, all ``_on`` values are dates.
"""

from __future__ import annotations

import dataclasses
import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Literal, get_args

# ----------------------------------------------------------------------------------------------------------------------
# Closed lists (the warehouse contract). The order of Stage is its rank.
# ----------------------------------------------------------------------------------------------------------------------

Statement = Literal["happened", "ongoing", "expected", "conditional", "denied", "historical"]
Role = Literal["subject", "own", "partner", "combination", "comparator", "background"]
Stage = Literal[
    "discovery",
    "preclinical",
    "ind_filed",
    "ind_active",
    "phase_1",
    "phase_1_2",
    "phase_2",
    "phase_2_3",
    "phase_3",
    "filed",
    "approved",
    "discontinued",
]
Phase = Literal["1", "1/2", "2", "2/3", "3", "4"]
TrialStatus = Literal["planned", "cleared", "started", "ongoing", "enrolled", "completed", "reported", "stopped"]
ExpectedStep = Literal["start", "enrollment", "readout", "completion"]
MilestoneType = Literal[
    "ind_submitted",
    "ind_active",
    "trial_started",
    "enrollment_completed",
    "trial_completed",
    "data_reported",
    "trial_stopped",
    "clinical_hold",
    "hold_lifted",
    "fast_track",
    "breakthrough_therapy",
    "orphan_drug",
    "priority_review",
    "rmat",
    "prime",
    "rare_pediatric",
    "application_submitted",
    "application_accepted",
    "pdufa_date",
    "advisory_committee",
    "chmp_opinion",
    "approval",
    "complete_response",
    "launch",
    "program_discontinued",
    "rights_returned",
    "milestone_payment",
]
CollaborationType = Literal[
    "license",
    "codevelopment",
    "research",
    "supply",
    "manufacturing",
    "commercial",
    "acquisition",
    "option",
    "grant",
    "clinical_trial",
    "unspecified",
]
PartyRole = Literal[
    "licensor", "licensee", "acquirer", "target", "funder", "recipient", "supplier", "customer", "partner"
]
CollaborationStatus = Literal["announced", "standing", "amended", "completed", "terminated"]
Modality = Literal[
    "small_molecule",
    "monoclonal_antibody",
    "bispecific_antibody",
    "antibody_drug_conjugate",
    "fusion_protein",
    "peptide",
    "protein",
    "vaccine",
    "cell_therapy",
    "gene_therapy",
    "rna",
    "radioligand",
    "microbiome",
    "other",
]
Precision = Literal["day", "month", "quarter", "half", "third", "year", "by", "around"]
AliasKind = Literal["code_name", "inn", "brand", "abbreviation", "descriptor"]
Component = Literal[
    "antibody", "antigen", "payload", "linker", "platform", "vector", "companion_diagnostic", "mechanism"
]
Wire = Literal[
    "business_wire", "globe_newswire", "pr_newswire", "newmediawire", "accesswire", "sec", "company", "other"
]
PublishedBasis = Literal["feed", "dateline", "filing", "metadata", "unknown"]
SectionKind = Literal[
    "headline",
    "subhead",
    "dateline",
    "body",
    "quote",
    "about_compound",
    "about_company",
    "safety",
    "forward_looking",
    "contacts",
    "references",
]
TermComponent = Literal[
    "upfront",
    "near_term",
    "equity",
    "development_milestones",
    "regulatory_milestones",
    "sales_milestones",
    "milestones",
    "royalty",
    "cost_share",
    "total",
]
Bound = Literal["exact", "up_to", "more_than"]
FactTable = Literal[
    "fct_compounds",
    "fct_compound_components",
    "fct_trials",
    "fct_milestones",
    "fct_collaborations",
    "fct_collaboration_terms",
    "compound_aliases",
    "bridge_compound_targets",
]
SourceState = Literal["ok", "ok_empty", "failed", "blocked", "not_due", "gap_suspected"]

STAGE_RANK: dict[str, int] = {stage: rank for rank, stage in enumerate(get_args(Stage))}


# ----------------------------------------------------------------------------------------------------------------------
# Ids
# ----------------------------------------------------------------------------------------------------------------------


def hash_id(prefix: str, *parts: object) -> str:
    """A text key like ``trial_3f2a…`` (16 hex digits of SHA-256 over the parts); equal parts give equal ids."""
    joined = "\x1f".join(["" if part is None else str(part) for part in parts])
    return f"{prefix}_{hashlib.sha256(joined.encode()).hexdigest()[:16]}"


@lru_cache(maxsize=8192)  # the names of a release are compared many times
def name_key(name: str) -> str:
    """The form in which names are compared: NFKC, case-folded, letters and digits only ('IMGN-853' = 'imgn853')."""
    plain = name if name.isascii() else unicodedata.normalize("NFKC", name)
    return _NO_LETTERS.sub("", plain.casefold())


_NO_LETTERS = re.compile(r"[\W_]+")


# ----------------------------------------------------------------------------------------------------------------------
# fetch -> parse
# ----------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ListingItem:
    """One release that a listing (feed, filing index, news page, folder) offers; its page may not be fetched yet.

    ``source_uri`` is the address that the warehouse will show: the page's URL; for a file its path; for an item of
    a feed file ``path#guid``. ``excerpt_html`` is what the listing itself printed of the text.
    """

    source_name: str
    source_uri: str
    url: str | None = None
    guid: str | None = None
    title: str | None = None
    published_at: datetime | None = None
    excerpt_html: str | None = None
    wire: Wire | None = None
    company_name: str | None = None
    ticker: str | None = None
    cik: str | None = None
    form: str | None = None  # 8-K, 6-K, 8-K/A ... for filings


@dataclass(frozen=True, slots=True)
class RawPage:
    """The bytes of one document as they arrived, with where and when. ``item`` is the listing item it belongs to."""

    item: ListingItem
    body: bytes
    media_type: str  # 'text/html', 'text/plain', 'application/xml', 'message/rfc822', ... without parameters
    charset: str | None
    fetched_at: datetime
    night: str  # ISO date of the night of arrival
    is_excerpt: bool = False  # body is only what the listing printed

    @property
    def sha256(self) -> str:
        """Hex SHA-256 of the bytes: the page's address in the archive."""
        return hashlib.sha256(self.body).hexdigest()


# ----------------------------------------------------------------------------------------------------------------------
# parse -> extract
# ----------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Section:
    """One stretch of the text. Sections are in order, do not overlap, and leave only white space uncovered."""

    section: SectionKind
    char_start: int
    char_end: int
    title: str | None = None  # the heading's words, e.g. 'About IMGN853'; the heading itself lies inside the section


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, list item, heading or table row; never crosses a section."""

    char_start: int
    char_end: int
    section: SectionKind


@dataclass(frozen=True, slots=True)
class PressRelease:
    """One version of one release, read: the canonical text and its anatomy.

    ``release_id`` hashes source-independent content, so the same bytes from two nights give the same id.
    ``published_on`` is null when the document prints none and nobody delivered one (never guessed).
    """

    release_id: str
    night: str
    source_name: str
    source_uri: str
    url: str | None
    guid: str | None
    wire: Wire
    headline: str | None
    text: str
    text_sha256: str
    language: str  # ISO 639-1
    is_excerpt: bool
    is_correction: bool
    published_on: date | None
    published_at: datetime | None
    published_basis: PublishedBasis
    dateline_city: str | None
    issuer_name: str | None
    issuer_ticker: str | None
    issuer_exchange: str | None
    arrived_at: datetime
    page_sha256: str
    sections: tuple[Section, ...] = ()
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class QuarantinedItem:
    """What was refused, by which stage, and why. ``reason`` is a short key, ``detail`` a sentence for a person."""

    quarantine_id: str
    night: str
    stage: str  # fetch, parse, extract, validate, resolve
    reason: str
    source_uri: str
    detail: str
    row_json: str | None = None


# ----------------------------------------------------------------------------------------------------------------------
# extract -> validate -> load. Every class below is one landing table; its fields are the columns.
# ----------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Evidence:
    """One quote for one fact: ``text[char_start:char_end] == quote``, always."""

    evidence_id: str
    fact_table: FactTable
    fact_id: str
    release_id: str
    section: SectionKind
    char_start: int
    char_end: int
    quote: str
    rule: str  # id of the rule or model that found it


@dataclass(frozen=True, slots=True)
class CompoundName:
    """One surface form of one substance in one release. Its evidence has fact_table 'compound_aliases'."""

    name_id: str
    release_id: str
    compound_ref: str
    name: str
    kind: AliasKind
    is_primary: bool  # the form that the release uses as the name; exactly one per compound_ref
    vocabulary_key: str | None  # 'unii:...' when the vocabulary knows this form


@dataclass(frozen=True, slots=True)
class CompanyName:
    """One surface form of one company (or university, agency) in one release."""

    name_id: str
    release_id: str
    company_ref: str
    name: str
    is_primary: bool
    is_issuer: bool
    ticker: str | None
    exchange: str | None
    vocabulary_key: str | None  # 'cik:...' or 'own:...'


@dataclass(frozen=True, slots=True)
class IndicationName:
    """One surface form of one disease in one release ('NSCLC' and 'non-small cell lung cancer' share a ref)."""

    name_id: str
    release_id: str
    indication_ref: str
    name: str
    is_primary: bool
    vocabulary_key: str | None  # 'mondo:...'


@dataclass(frozen=True, slots=True)
class TargetMention:
    """One molecular target stated of one compound in one release; evidence: 'bridge_compound_targets'."""

    target_mention_id: str
    release_id: str
    compound_ref: str
    target_ref: str
    name: str  # as printed
    names: tuple[str, ...]  # all surface forms of the target in this release
    vocabulary_key: str | None  # 'hgnc:...'
    confidence: float
    extractor_version: str


@dataclass(frozen=True, slots=True)
class CompoundMention:
    """What one release says of one compound, in one indication or (null) as a whole."""

    compound_fact_id: str
    release_id: str
    compound_ref: str
    indication_ref: str | None
    role: Role
    owner_company_ref: str | None
    modality: Modality | None
    development_stage: Stage | None  # the highest REACHED
    planned_stage: Stage | None
    confidence: float
    extractor_version: str


@dataclass(frozen=True, slots=True)
class ComponentMention:
    """One stated part of one compound (its antibody, payload, platform ...)."""

    component_fact_id: str
    release_id: str
    compound_ref: str
    component: Component
    value: str
    confidence: float
    extractor_version: str


@dataclass(frozen=True, slots=True)
class TrialMention:
    """What one release says of one trial, or of one phase of development of one compound."""

    trial_fact_id: str
    release_id: str
    compound_ref: str
    indication_refs: tuple[str, ...]  # in the order named
    combination_refs: tuple[str, ...]  # compound_refs given together with the compound in this trial
    phase: Phase | None
    phase_label: str | None
    status: TrialStatus
    statement: Statement
    nct_id: str | None
    trial_name: str | None
    enrollment: int | None
    expected_step: ExpectedStep | None
    window_start: date | None
    window_end: date | None
    window_text: str | None
    precision: Precision | None
    confidence: float
    extractor_version: str


@dataclass(frozen=True, slots=True)
class MilestoneMention:
    """One clinical or regulatory event of one compound, happened or expected, stated by one release."""

    milestone_fact_id: str
    release_id: str
    compound_ref: str
    indication_ref: str | None
    trial_fact_id: str | None
    milestone_type: MilestoneType
    statement: Statement
    agency: str | None
    region: str | None
    occurred_on: date | None
    window_start: date | None
    window_end: date | None
    window_text: str | None
    precision: Precision | None
    confidence: float
    extractor_version: str


@dataclass(frozen=True, slots=True)
class CollaborationMention:
    """One agreement between two parties stated by one release."""

    collaboration_fact_id: str
    release_id: str
    company_ref: str  # the issuer when a party, else the first named
    partner_company_ref: str
    company_role: PartyRole
    partner_role: PartyRole
    collaboration_type: CollaborationType
    statement: Statement
    is_new: bool
    status: CollaborationStatus
    compound_refs: tuple[str, ...]  # in the order named
    platform: str | None
    territory: str | None
    upfront_usd: float | None
    milestones_usd: float | None
    total_usd: float | None
    confidence: float
    extractor_version: str


@dataclass(frozen=True, slots=True)
class TermMention:
    """One money or royalty term of one agreement."""

    term_fact_id: str
    release_id: str
    collaboration_fact_id: str
    component: TermComponent
    amount: float | None  # in units of currency, not in millions
    currency: str | None  # ISO 4217
    amount_usd: float | None
    fx_on: date | None
    bound: Bound | None
    pct_low: float | None
    pct_high: float | None
    words: str
    confidence: float
    extractor_version: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that extract found in one release."""

    release_id: str
    compound_names: tuple[CompoundName, ...] = ()
    company_names: tuple[CompanyName, ...] = ()
    indication_names: tuple[IndicationName, ...] = ()
    target_mentions: tuple[TargetMention, ...] = ()
    compound_mentions: tuple[CompoundMention, ...] = ()
    component_mentions: tuple[ComponentMention, ...] = ()
    trial_mentions: tuple[TrialMention, ...] = ()
    milestone_mentions: tuple[MilestoneMention, ...] = ()
    collaboration_mentions: tuple[CollaborationMention, ...] = ()
    term_mentions: tuple[TermMention, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    quarantined: tuple[QuarantinedItem, ...] = field(default=())


NOUNS: dict[str, type] = {
    "compound_names": CompoundName,
    "company_names": CompanyName,
    "indication_names": IndicationName,
    "target_mentions": TargetMention,
    "compound_mentions": CompoundMention,
    "component_mentions": ComponentMention,
    "trial_mentions": TrialMention,
    "milestone_mentions": MilestoneMention,
    "collaboration_mentions": CollaborationMention,
    "term_mentions": TermMention,
    "evidence": Evidence,
}
"""Landing table -> record class, in the order in which the stages show them. (press_releases and release_sections
are landing tables too; they come from parse.)"""


def field_names(record: type) -> tuple[str, ...]:
    """The column names of a record class, in order."""
    return tuple(f.name for f in dataclasses.fields(record))
