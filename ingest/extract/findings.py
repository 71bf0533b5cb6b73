"""What the finders hand to each other inside extract: names with their refs, and drafted facts with their quotes.

A *ref* ('compound_3f2a…') joins all surface forms of one thing in one release; every fact speaks of things by ref.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from ingest.extract.document import Mention
from ingest.records import CompanyName, CompoundName, IndicationName, Modality, Role

Quote = tuple[int, int, str]
"""(char_start, char_end, rule id): the words that prove a fact, and the rule that found it."""

OWNED: frozenset[Role] = frozenset({"subject", "own", "partner"})
"""Roles of the issuer's medicines and its partners': of these a release tells stages, trials and events."""

RecordT = TypeVar("RecordT", covariant=True)


@dataclass(frozen=True, slots=True)
class Drafted(Generic[RecordT]):
    """A fact that is not yet landed: the record and at least one quote. assemble.py turns quotes into Evidence."""

    record: RecordT
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class CompoundEntry:
    """One substance of one release, as far as its names and the words around them tell."""

    ref: str
    names: tuple[str, ...]  # surface forms as printed, the primary one first, without (R)/(TM)
    role: Role
    modality: Modality | None
    owner_company_ref: str | None
    modality_quote: Quote | None = None
    confidence: float = 0.9  # that it is a compound at all


@dataclass(frozen=True, slots=True)
class CompoundFindings:
    """All compounds of a release: the rows, the entries by ref, and each place where one is named or meant.

    ``mentions`` have kind 'compound'; ``value`` is 'name' where the name stands and 'anaphora' where words like
    'the compound' or 'our lead candidate' can mean only one.
    """

    names: tuple[Drafted[CompoundName], ...] = ()
    by_ref: Mapping[str, CompoundEntry] = field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicationFindings:
    """All diseases of a release. ``mentions`` have kind 'indication' and a ref; ``primary`` maps ref -> main name.

    ``full`` maps ref -> that name with its abbreviation spelled out, to compare diseases by their words; ``keys`` maps
    ref -> the vocabulary key of the disease, or of the one that it is a subtype of.
    """

    names: tuple[IndicationName, ...] = ()
    primary: Mapping[str, str] = field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()
    full: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CompanyFindings:
    """All companies of a release; ``mentions`` have kind 'company' and a ref; ``issuer_ref`` is who speaks."""

    names: tuple[CompanyName, ...] = ()
    mentions: tuple[Mention, ...] = ()
    issuer_ref: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that is known of a release before its trials, milestones and agreements are read."""

    compounds: CompoundFindings = field(default_factory=CompoundFindings)
    indications: IndicationFindings = field(default_factory=IndicationFindings)
    companies: CompanyFindings = field(default_factory=CompanyFindings)
