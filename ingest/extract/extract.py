"""The stage: one PressRelease in, one Extraction out. Puts the finders in order and nothing else."""

from __future__ import annotations

from ingest.extract.anaphora import find_programs
from ingest.extract.assemble import assemble
from ingest.extract.collaborations import find_collaborations
from ingest.extract.companies import find_companies
from ingest.extract.components import find_components
from ingest.extract.compounds import find_compounds
from ingest.extract.compounds_facts import draft_compounds
from ingest.extract.findings import Found
from ingest.extract.indications import find_indications
from ingest.extract.mentions import read_document
from ingest.extract.milestones import find_milestones
from ingest.extract.stages import find_stages
from ingest.extract.targets import find_targets
from ingest.extract.tokens import Tokens
from ingest.extract.trials import find_trials
from ingest.records import Extraction, PressRelease

EXTRACTOR_VERSION = "rules-1"


def extract_facts(release: PressRelease) -> Extraction:
    """Every fact of one release, each with at least one quote; facts of a silent text are simply not there."""
    doc = read_document(release)
    tokens = Tokens(doc.text)
    companies = find_companies(doc, tokens)
    doc = doc.with_mentions(companies.mentions, replacing=("company",))
    compounds = find_compounds(doc, companies, tokens)
    doc = doc.with_mentions(compounds.mentions, replacing=("compound",))
    indications = find_indications(doc, tokens)
    doc = doc.with_mentions(indications.mentions, replacing=("indication",))
    found = Found(compounds, indications, companies)
    doc = doc.with_mentions(find_programs(doc, found))
    trials = find_trials(doc, found)
    milestones = find_milestones(doc, found, trials)
    collaborations, terms = find_collaborations(doc, found)
    facts = draft_compounds(doc, found, find_stages(doc, found, trials, milestones))
    targets = find_targets(doc, found, tokens)
    components = find_components(doc, found, targets)
    return assemble(doc, found, facts, targets, components, trials, milestones, collaborations, terms)
