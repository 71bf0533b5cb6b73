"""A home as the stages before dbt leave it, told release by release: ``Story`` collects, dbt_files writes.

Entities are named by their words: ``Story.same`` maps every other name of a thing to its first name, ``Story.within``
a disease to the broader one.
"""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date, datetime

import pyarrow as pa

from ingest import records as r

VERSION = "rules-1"
RESOLVED = {
    "releases": "release_id canonical_release_id copy_of_release_id version:int is_current:bool "
    "supersedes_release_id is_correction:bool",
    "release_copies": "release_id wire source_uri published_at:datetime minutes_after_first:float",
    "companies": "company_id company_name ticker exchange cik",
    "company_refs": "company_ref company_id",
    "company_aliases": "company_id alias",
    "company_parents": "company_id parent_company_id valid_from:date valid_to:date evidence",
    "compounds": "compound_id compound_name code_name inn brand_name modality",
    "compound_refs": "compound_ref compound_id",
    "compound_aliases": "alias_id compound_id alias kind first_release_id",
    "compound_alias_names": "name_id alias_id",
    "indications": "indication_id indication_name mondo_id mesh_id therapeutic_area parent_indication_id mapping_status",
    "indication_refs": "indication_ref indication_id",
    "indication_aliases": "indication_id alias",
    "targets": "target_id symbol target_name mapping_status",
    "target_refs": "target_ref target_id",
    "target_aliases": "target_id alias",
    "decisions": "decision_id kind left_key right_key verdict reason decided_on",
}
STATE = {
    "facts": "fact_table fact_id recorded_at:datetime row_json",
    "retired": "fact_table fact_id row_json recorded_at:datetime retired_at:datetime cause",
    "pipeline_recorded": "program_id recorded_from:datetime recorded_to:datetime",
    "pipeline_history": "program_id recorded_from:datetime recorded_to:datetime",
    "release_changes": "change_id",
}
ARROW = {
    "str": pa.string(),
    "int": pa.int32(),
    "float": pa.float64(),
    "bool": pa.bool_(),
    "date": pa.date32(),
    "datetime": pa.timestamp("us"),
    "tuple[str, ...]": pa.list_(pa.string()),
}


class Story:
    """All that was landed and resolved, ready to be written as a home."""

    def __init__(
        self, same: dict[str, str] | None = None, within: dict[str, str] | None = None, version: str = VERSION
    ) -> None:
        self.same = same or {}
        self.within = within or {}
        self.version = version
        self.landed: dict[str, list[dict[str, object]]] = defaultdict(list)
        self.resolved: dict[str, list[dict[str, object]]] = {table: [] for table in RESOLVED}
        self.ledger: dict[str, list[dict[str, object]]] = defaultdict(list)
        self.seen: set[tuple[str, str]] = set()
        self.quarantined: list[dict[str, object]] = []

    def entity_id(self, kind: str, name: str) -> str:
        """The warehouse id of the thing that the name means."""
        return r.hash_id(kind, self.same.get(name, name))

    def add(self, table: str, **row: object) -> None:
        """Adds a row to a resolved table unless the same row is there."""
        key = (table, json.dumps(row, default=str, sort_keys=True))
        if key not in self.seen:
            self.seen.add(key)
            self.resolved[table].append(row)

    def release(self, key: str, text: str, on: str | None, **fields: object) -> Told:
        """Lands one release and returns the pen that writes its facts."""
        return Told(self, key, text, on, **fields)  # type: ignore[arg-type]


class Told:
    """The pen for the facts of one release; every fact names the words of the text that prove it."""

    def __init__(
        self,
        story: Story,
        key: str,
        text: str,
        on: str | None,
        night: str = "2026-11-20",
        wire: str = "business_wire",
        copy_of: str | None = None,
        supersedes: str | None = None,
        is_current: bool = True,
    ) -> None:
        self.story, self.text, self.night = story, text, night
        self.release_id = r.hash_id("release", key)
        day = date.fromisoformat(on) if on else None
        at = datetime(day.year, day.month, day.day, 12) if day else None
        copied = r.hash_id("release", copy_of) if copy_of else None
        replaced = r.hash_id("release", supersedes) if supersedes else None
        story.landed["press_releases"].append(
            dict(
                release_id=self.release_id, night=night, source_name="story", source_uri=f"story/{key}.txt", url=None,
                guid=None, wire=wire, headline=text.splitlines()[0], text=text, text_sha256=r.hash_id("text", text),
                language="en", is_excerpt=False, is_correction=bool(replaced), published_on=day, published_at=at,
                published_basis="dateline" if day else "unknown", dateline_city=None, issuer_name=None,
                issuer_ticker=None, issuer_exchange=None, arrived_at=datetime.fromisoformat(f"{night} 03:00:00"),
                page_sha256=r.hash_id("page", key),
            )
        )  # fmt: skip
        story.landed["release_sections"].append(
            dict(release_id=self.release_id, section="body", char_start=0, char_end=len(text), title=None)
        )
        story.add(
            "releases", release_id=self.release_id, canonical_release_id=copied or self.release_id,
            copy_of_release_id=copied, version=2 if replaced else 1, is_current=is_current and not copied,
            supersedes_release_id=replaced, is_correction=bool(replaced),
        )  # fmt: skip
        story.add(
            "release_copies", release_id=copied or self.release_id, wire=wire, source_uri=f"story/{key}.txt",
            published_at=at, minutes_after_first=7.0 if copied else 0.0,
        )  # fmt: skip

    def _land(self, noun: str, **row: object) -> None:
        names = r.field_names(r.NOUNS[noun])
        full: dict[str, object] = dict.fromkeys(names)
        defaults = dict(release_id=self.release_id, confidence=0.9, extractor_version=self.story.version)
        full.update({name: value for name, value in {**defaults, **row}.items() if name in names})
        if full not in self.story.landed[noun]:
            self.story.landed[noun].append(full)

    def _prove(self, fact_table: str, fact_id: str, quote: str) -> None:
        start = self.text.index(quote)
        self._land(
            "evidence", evidence_id=r.hash_id("evidence", fact_table, fact_id, start), fact_table=fact_table,
            fact_id=fact_id, section="body", char_start=start, char_end=start + len(quote), quote=quote, rule="story",
        )  # fmt: skip

    def _name_compound(self, name: str, kind: str = "code_name") -> str:
        story = self.story
        ref, entity = f"{self.release_id}/{name}", story.entity_id("compound", name)
        name_id, alias_id = r.hash_id("name", ref), r.hash_id("alias", entity, name)
        self._land("compound_names", name_id=name_id, compound_ref=ref, name=name, kind=kind, is_primary=True)
        self._prove("compound_aliases", name_id, name)
        story.add("compound_refs", compound_ref=ref, compound_id=entity)
        story.add("compound_aliases", alias_id=alias_id, compound_id=entity, alias=name, kind=kind)
        story.add("compound_alias_names", name_id=name_id, alias_id=alias_id)
        first = story.same.get(name, name)
        story.add(
            "compounds", compound_id=entity, compound_name=first, code_name=first,
            modality="antibody_drug_conjugate" if first.startswith("IMGN") else None,
        )  # fmt: skip
        return ref

    def company(self, name: str, is_issuer: bool = False, ticker: str | None = None) -> str:
        """Names a company; returns its reference."""
        ref, entity = f"{self.release_id}/{name}", self.story.entity_id("company", name)
        self._land(
            "company_names", name_id=r.hash_id("name", ref), company_ref=ref, name=name, is_primary=True,
            is_issuer=is_issuer, ticker=ticker,
        )  # fmt: skip
        if is_issuer:
            self.story.landed["press_releases"][-1].update(issuer_name=name, issuer_ticker=ticker)
        self.story.add("company_refs", company_ref=ref, company_id=entity)
        self.story.add("companies", company_id=entity, company_name=self.story.same.get(name, name))
        self.story.add("company_aliases", company_id=entity, alias=name)
        return ref

    def indication(self, name: str) -> str:
        """Names a disease; returns its reference."""
        ref, entity = f"{self.release_id}/{name}", self.story.entity_id("indication", name)
        self._land("indication_names", name_id=r.hash_id("name", ref), indication_ref=ref, name=name, is_primary=True)
        self.story.add("indication_refs", indication_ref=ref, indication_id=entity)
        parent = self.story.within.get(name)
        if parent:
            self.indication(parent)
        self.story.add(
            "indications",
            indication_id=entity,
            indication_name=self.story.same.get(name, name),
            parent_indication_id=self.story.entity_id("indication", parent) if parent else None,
            mapping_status="mapped",
        )
        self.story.add("indication_aliases", indication_id=entity, alias=name)
        return ref

    def compound(self, name: str, quote: str, indication: str | None = None, **fields: object) -> str:
        """States a compound, in one indication or as a whole; returns the fact id."""
        ref = self._name_compound(name)
        fact_id = r.hash_id("compound", self.release_id, name, indication)
        owner = fields.pop("owner", None)
        self._land(
            "compound_mentions", compound_fact_id=fact_id, compound_ref=ref,
            indication_ref=self.indication(indication) if indication else None,
            owner_company_ref=self.company(str(owner)) if owner else None, **{"role": "own", **fields},
        )  # fmt: skip
        self._prove("fct_compounds", fact_id, quote)
        return fact_id

    def component(self, name: str, component: str, value: str) -> None:
        """States a part of a compound."""
        fact_id = r.hash_id("component", self.release_id, name, component, value)
        ref = self._name_compound(name)
        self._land("component_mentions", component_fact_id=fact_id, compound_ref=ref, component=component, value=value)
        self._prove("fct_compound_components", fact_id, value)

    def target(self, name: str, symbol: str) -> None:
        """States the target of a compound."""
        fact_id, ref = r.hash_id("target", self.release_id, name, symbol), f"{self.release_id}/{symbol}"
        entity = self.story.entity_id("target", symbol)
        self._land(
            "target_mentions", target_mention_id=fact_id, compound_ref=self._name_compound(name), target_ref=ref,
            name=symbol, names=[symbol],
        )  # fmt: skip
        self._prove("bridge_compound_targets", fact_id, symbol)
        self.story.add("target_refs", target_ref=ref, target_id=entity)
        self.story.add("targets", target_id=entity, symbol=symbol, target_name=symbol, mapping_status="mapped")

    def trial(self, name: str, quote: str, indications: tuple[str, ...] = (), **fields: object) -> str:
        """States a trial; returns the fact id."""
        fact_id = r.hash_id("trial", self.release_id, name, fields.get("phase"), fields.get("trial_name"), indications)
        combined = [self._name_compound(other, "inn") for other in fields.pop("given_with", ())]  # type: ignore[attr-defined]
        self._land(
            "trial_mentions", trial_fact_id=fact_id, compound_ref=self._name_compound(name),
            indication_refs=[self.indication(i) for i in indications], combination_refs=combined, **_dated(fields),
        )  # fmt: skip
        self._prove("fct_trials", fact_id, quote)
        return fact_id

    def milestone(self, name: str, kind: str, statement: str, quote: str, **fields: object) -> str:
        """States a milestone; returns the fact id."""
        fact_id = r.hash_id("milestone", self.release_id, name, kind, statement, quote)
        indication = fields.pop("indication", None)
        self._land(
            "milestone_mentions", milestone_fact_id=fact_id, compound_ref=self._name_compound(name),
            indication_ref=self.indication(str(indication)) if indication else None, milestone_type=kind,
            statement=statement, **_dated(fields),
        )  # fmt: skip
        self._prove("fct_milestones", fact_id, quote)
        return fact_id

    def collaboration(self, company: str, partner: str, quote: str, **fields: object) -> str:
        """States an agreement; returns the fact id."""
        fact_id = r.hash_id("collaboration", self.release_id, company, partner, fields.get("collaboration_type"))
        compounds = [self._name_compound(str(c)) for c in fields.pop("compounds", ())]  # type: ignore[attr-defined]
        defaults = dict(
            company_role="partner", partner_role="partner", collaboration_type="unspecified", statement="ongoing",
            is_new=False, status="standing",
        )  # fmt: skip
        self._land(
            "collaboration_mentions", collaboration_fact_id=fact_id, company_ref=self.company(company),
            partner_company_ref=self.company(partner), compound_refs=compounds, **{**defaults, **fields},
        )  # fmt: skip
        self._prove("fct_collaborations", fact_id, quote)
        return fact_id

    def term(self, collaboration_fact_id: str, component: str, words: str, **fields: object) -> None:
        """States a term of an agreement."""
        fact_id = r.hash_id("term", collaboration_fact_id, component, words)
        self._land(
            "term_mentions", term_fact_id=fact_id, collaboration_fact_id=collaboration_fact_id, component=component,
            words=words, **fields,
        )  # fmt: skip
        self._prove("fct_collaboration_terms", fact_id, words)


def _dated(fields: dict[str, object]) -> dict[str, object]:
    """The fields with days written as text turned into dates."""
    days = ("window_start", "window_end", "occurred_on")
    return {
        name: date.fromisoformat(value) if name in days and isinstance(value, str) else value
        for name, value in fields.items()
    }
