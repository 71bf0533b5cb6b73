"""A release in, its trials and milestones out, in words that a test can compare."""

import datetime

from ingest.extract.extract import extract_facts
from ingest.parse.release import parse_release, split_documents
from ingest.records import Extraction, ListingItem, MilestoneMention, RawPage, TrialMention

_NIGHT = datetime.datetime(2026, 11, 20)


def read(text: str) -> Extraction:
    """All facts of one plain-text release: headline, blank line, dateline and body."""
    page = RawPage(ListingItem("folder", "own.txt"), text.encode(), "text/plain", None, _NIGHT, "2026-11-20")
    (part,) = split_documents(page)
    return extract_facts(parse_release(part))


def names_of(facts: Extraction) -> dict[str, str]:
    """compound_ref -> its name."""
    return {n.compound_ref: n.name for n in facts.compound_names if n.is_primary}


def diseases_of(facts: Extraction, trial: TrialMention) -> list[str]:
    """The diseases of a trial by their main names, lower case."""
    primary = {n.indication_ref: n.name.lower() for n in facts.indication_names if n.is_primary}
    return [primary[ref] for ref in trial.indication_refs]


def trial_of(facts: Extraction, compound: str, phase: str | None) -> TrialMention:
    """The one trial of a compound in a phase."""
    names = names_of(facts)
    (trial,) = [t for t in facts.trial_mentions if names[t.compound_ref] == compound and t.phase == phase]
    return trial


def told(facts: Extraction) -> set[tuple[str, str, str]]:
    """(milestone_type, compound, statement) of all milestones."""
    names = names_of(facts)
    return {(m.milestone_type, names[m.compound_ref], m.statement) for m in facts.milestone_mentions}


def milestone_of(facts: Extraction, kind: str) -> MilestoneMention:
    """The one milestone of a type."""
    (found,) = [m for m in facts.milestone_mentions if m.milestone_type == kind]
    return found
