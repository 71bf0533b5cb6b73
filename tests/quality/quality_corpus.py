"""The labelled corpus: where its releases stand, what they say, and what is read out of them without a warehouse."""

from __future__ import annotations

import datetime
import hashlib
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from ingest.errors import ReleaseRefused
from ingest.extract.extract import extract_facts
from ingest.parse.release import parse_release, split_documents
from ingest.records import Extraction, ListingItem, PressRelease, RawPage
from orchestration.scoring.annotations import NotedRelease, read_annotations
from orchestration.scoring.given import Given, GivenCompound, GivenDeal, GivenMilestone, GivenRelease, GivenTrial
from orchestration.scoring.judging import judge_all
from orchestration.scoring.measures import Scorecard

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(__file__).with_name("corpus")
MEDIA_TYPES = {
    ".txt": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xml": "application/xml",
    ".eml": "message/rfc822",
}
_NIGHT = datetime.datetime(2026, 11, 20)


def cases() -> list[Path]:
    """The folder of each labelled release."""
    return sorted(path for path in CORPUS.iterdir() if path.is_dir())


def release_file(case: Path) -> Path:
    """The document of a case: its own, or the one of the sample wire that ``release.from`` names."""
    borrowed = case / "release.from"
    if borrowed.is_file():
        return ROOT / borrowed.read_text(encoding="utf-8").strip()
    (own,) = case.glob("release.*")
    return own


def fingerprint() -> str:
    """Changes when a document or its truth does."""
    seal = hashlib.sha256()
    for case in cases():
        for path in (release_file(case), case / "expected.json"):
            seal.update(
                f"{case.name}/{path.suffix}".encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0"
            )
    return seal.hexdigest()[:16]


def noted_releases() -> list[NotedRelease]:
    """The truth of all cases."""
    return [one for case in cases() for one in read_annotations(case)]


def measured() -> Scorecard:
    """Reads every document, compares it with its truth, and adds up."""
    given = Given({}, {})
    for case in cases():
        _read_case(case, given)
    whole = Scorecard()
    for card in judge_all(noted_releases(), given):
        whole.add(card)
    return whole


def _read_case(case: Path, given: Given) -> None:
    path = release_file(case)
    item = ListingItem("folder", f"{case.name}{path.suffix}")
    page = RawPage(item, path.read_bytes(), MEDIA_TYPES[path.suffix], None, _NIGHT, "2026-11-20")
    try:
        (part,) = split_documents(page)
        release = parse_release(part)
    except ReleaseRefused:
        return  # the scorer counts all of it as missed
    _add(case.name, release, extract_facts(release), given)


def _add(key: str, release: PressRelease, facts: Extraction, given: Given) -> None:
    companies: dict[str, tuple[str, ...]] = _names((n.company_ref, n.name) for n in facts.company_names)
    diseases = _names((n.indication_ref, n.name) for n in facts.indication_names)
    own_names = next((companies[n.company_ref] for n in facts.company_names if n.is_issuer), ())
    day = release.published_on.isoformat() if release.published_on else None
    said = GivenRelease((release.issuer_name, *own_names), release.issuer_ticker, day)
    for mention in facts.compound_mentions:
        ref = mention.compound_ref
        if ref not in said.roles:
            said.compounds.append(ref)
        said.roles[ref].add(mention.role)
        if mention.development_stage:
            said.stages[ref].append(mention.development_stage)
    for trial in facts.trial_mentions:
        window = tuple(day.isoformat() if day else "" for day in (trial.window_start, trial.window_end))
        named = tuple(diseases.get(ref, ()) for ref in trial.indication_refs)
        said.trials.append(
            GivenTrial(
                trial.compound_ref, trial.phase or None, trial.status, trial.nct_id, trial.trial_name, trial.enrollment,
                (window[0], window[1]), named,
            )
        )  # fmt: skip
    said.milestones += [GivenMilestone(m.milestone_type, m.compound_ref, m.statement) for m in facts.milestone_mentions]
    for deal in facts.collaboration_mentions:
        amounts = {"upfront_usd": deal.upfront_usd, "milestones_usd": deal.milestones_usd, "total_usd": deal.total_usd}
        parties = companies.get(deal.company_ref, ()), companies.get(deal.partner_company_ref, ())
        said.deals.append(GivenDeal(*parties, deal.collaboration_type, bool(deal.is_new), amounts))
    given.releases[key] = said
    _add_compounds(facts, given)


def _add_compounds(facts: Extraction, given: Given) -> None:
    targets: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for target in facts.target_mentions:
        targets[target.compound_ref].append((target.name, *target.names))
    kinds = {m.compound_ref: m.modality for m in reversed(facts.compound_mentions) if m.modality}
    for ref, names in _names((n.compound_ref, n.name) for n in facts.compound_names).items():
        given.compounds[ref] = GivenCompound(names[0], names, kinds.get(ref), tuple(targets[ref]))


def _names(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for ref, name in pairs:
        found[ref] = (*found.get(ref, ()), name)
    return found
