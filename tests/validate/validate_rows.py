"""One release in which every noun has a good row, for tests that break one thing at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from ingest import records as r

TEXT = "Acme said AB-101, which binds FOLR1, may enter a Phase 1 trial in ovarian cancer in mid-2012; Globex pays $5 million."
RELEASE = "release_1"


def good_tables() -> dict[str, list[Any]]:
    """One good row of every noun, each fact with its quote."""
    sure: dict[str, Any] = {"release_id": RELEASE, "confidence": 0.9, "extractor_version": "t"}
    tables: dict[str, list[Any]] = {
        "compound_names": [r.CompoundName("n1", RELEASE, "c1", "AB-101", "code_name", True, None)],
        "company_names": [
            r.CompanyName("n2", RELEASE, "acme", "Acme", True, True, None, None, None),
            r.CompanyName("n3", RELEASE, "globex", "Globex", True, False, None, None, None),
        ],
        "indication_names": [r.IndicationName("n4", RELEASE, "ovarian", "ovarian cancer", True, None)],
        "target_mentions": [
            r.TargetMention(
                target_mention_id="x1", compound_ref="c1", target_ref="folr1", name="FOLR1", names=("FOLR1",),
                vocabulary_key=None, **sure,
            )
        ],
        "compound_mentions": [
            r.CompoundMention(
                compound_fact_id="f1", compound_ref="c1", indication_ref="ovarian", role="own",
                owner_company_ref="acme", modality=None, development_stage=None, planned_stage="phase_1", **sure,
            )
        ],
        "component_mentions": [
            r.ComponentMention(component_fact_id="f2", compound_ref="c1", component="antigen", value="FOLR1", **sure)
        ],
        "trial_mentions": [
            r.TrialMention(
                trial_fact_id="t1", compound_ref="c1", indication_refs=("ovarian",), combination_refs=(), phase="1",
                phase_label="Phase 1", status="planned", statement="expected", nct_id=None, trial_name=None,
                enrollment=None, expected_step="start", window_start=date(2012, 5, 1), window_end=date(2012, 8, 31),
                window_text="mid-2012", precision="third", **sure,
            )
        ],
        "milestone_mentions": [
            r.MilestoneMention(
                milestone_fact_id="m1", compound_ref="c1", indication_ref="ovarian", trial_fact_id="t1",
                milestone_type="trial_started", statement="expected", agency=None, region=None, occurred_on=None,
                window_start=date(2012, 5, 1), window_end=date(2012, 8, 31), window_text="mid-2012",
                precision="third", **sure,
            )
        ],
        "collaboration_mentions": [
            r.CollaborationMention(
                collaboration_fact_id="k1", company_ref="acme", partner_company_ref="globex", company_role="licensor",
                partner_role="licensee", collaboration_type="license", statement="happened", is_new=True,
                status="announced", compound_refs=("c1",), platform=None, territory=None, upfront_usd=5e6,
                milestones_usd=None, total_usd=None, **sure,
            )
        ],
        "term_mentions": [
            r.TermMention(
                term_fact_id="p1", collaboration_fact_id="k1", component="upfront", amount=5e6, currency="USD",
                amount_usd=5e6, fx_on=None, bound="exact", pct_low=None, pct_high=None, words="$5 million", **sure,
            )
        ],
    }  # fmt: skip
    quoted: list[tuple[r.FactTable, str, str]] = [
        ("compound_aliases", "n1", "AB-101"),
        ("bridge_compound_targets", "x1", "binds FOLR1"),
        ("fct_compounds", "f1", "may enter a Phase 1 trial"),
        ("fct_compound_components", "f2", "FOLR1"),
        ("fct_trials", "t1", "Phase 1 trial in ovarian cancer"),
        ("fct_milestones", "m1", "mid-2012"),
        ("fct_collaborations", "k1", "Globex pays"),
        ("fct_collaboration_terms", "p1", "$5 million"),
    ]
    tables["evidence"] = [quote(table, fact_id, words) for table, fact_id, words in quoted]
    return tables


def quote(table: r.FactTable, fact_id: str, words: str) -> r.Evidence:
    """The evidence row of words that stand in the text."""
    start = TEXT.index(words)
    return r.Evidence(f"e-{fact_id}", table, fact_id, RELEASE, "body", start, start + len(words), words, "test")


def with_change(tables: dict[str, list[Any]], noun: str, **changes: Any) -> dict[str, list[Any]]:
    """The same tables in which the first row of one noun is changed."""
    first, *others = tables[noun]
    return {**tables, noun: [replace(first, **changes), *others]}
