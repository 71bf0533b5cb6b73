"""The facts of one release in a person's words, numbered, each with the places of its quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.records import (
    CollaborationMention,
    CompoundMention,
    Extraction,
    MilestoneMention,
    TermMention,
    TrialMention,
)
from orchestration.commands.screen import join_words


@dataclass(frozen=True, slots=True)
class SpokenFact:
    """One fact: its number on the page, its kind, a line for a person, and where its quotes lie in the text."""

    number: int
    kind: str
    words: str
    confidence: float
    spans: tuple[tuple[int, int], ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Ref -> the name that the release uses."""

    compounds: dict[str, str]
    companies: dict[str, str]
    diseases: dict[str, str]


def read_names(found: Extraction) -> Names:
    """The primary names of one release."""
    return Names(
        {row.compound_ref: row.name for row in sorted(found.compound_names, key=lambda row: row.is_primary)},
        {row.company_ref: row.name for row in sorted(found.company_names, key=lambda row: row.is_primary)},
        {row.indication_ref: row.name for row in sorted(found.indication_names, key=lambda row: row.is_primary)},
    )


def list_aliases(found: Extraction) -> dict[str, list[str]]:
    """Primary name of each compound -> its other names with their kinds."""
    names = read_names(found).compounds
    aliases: dict[str, list[str]] = {name: [] for name in names.values()}
    for row in found.compound_names:
        if row.name != names[row.compound_ref]:
            aliases[names[row.compound_ref]].append(f"{row.name} ({_spaced(row.kind)})")
    return aliases


def speak_facts(found: Extraction) -> list[SpokenFact]:
    """All facts, numbered from 1, compounds first, agreements last."""
    spans: dict[str, list[tuple[int, int]]] = {}
    rules: dict[str, list[str]] = {}
    for row in found.evidence:
        spans.setdefault(row.fact_id, []).append((row.char_start, row.char_end))
        rules.setdefault(row.fact_id, []).append(row.rule)
    return [
        SpokenFact(
            number,
            kind,
            words,
            confidence,
            tuple(sorted(set(spans.get(fact_id, ())))),
            tuple(dict.fromkeys(rules.get(fact_id, ()))),
        )
        for number, (kind, fact_id, words, confidence) in enumerate(_all_facts(found), 1)
    ]


def _all_facts(found: Extraction) -> Iterator[tuple[str, str, str, float]]:
    names = read_names(found)
    for compound in found.compound_mentions:
        yield "compound", compound.compound_fact_id, _speak_compound(compound, names), compound.confidence
    for part in found.component_mentions:
        words = f"{names.compounds.get(part.compound_ref, '?')}: {_spaced(part.component)} {part.value}"
        yield "component", part.component_fact_id, words, part.confidence
    for target in found.target_mentions:
        words = f"{names.compounds.get(target.compound_ref, '?')}: against {target.name}"
        yield "target", target.target_mention_id, words, target.confidence
    for trial in found.trial_mentions:
        yield "trial", trial.trial_fact_id, _speak_trial(trial, names), trial.confidence
    for event in found.milestone_mentions:
        yield "milestone", event.milestone_fact_id, _speak_milestone(event, names), event.confidence
    for deal in found.collaboration_mentions:
        yield "agreement", deal.collaboration_fact_id, _speak_deal(deal, names), deal.confidence
    for term in found.term_mentions:
        yield "term", term.term_fact_id, _speak_term(term), term.confidence


def _speak_compound(row: CompoundMention, names: Names) -> str:
    return join_words(
        [
            _of(names.compounds.get(row.compound_ref, "?"), _in([row.indication_ref], names)),
            row.role,
            _spaced(row.modality),
            f"reached {_spaced(row.development_stage)}" if row.development_stage else None,
            f"plans {_spaced(row.planned_stage)}" if row.planned_stage else None,
            f"of {names.companies.get(row.owner_company_ref, '?')}" if row.owner_company_ref else None,
        ],
        "; ",
    )


def _speak_trial(row: TrialMention, names: Names) -> str:
    title = join_words([row.phase_label or (f"Phase {row.phase}" if row.phase else "Trial"), row.trial_name], " ")
    partners = [names.compounds.get(ref, "?") for ref in row.combination_refs]
    return join_words(
        [
            _of(f"{title} of {names.compounds.get(row.compound_ref, '?')}", _in(row.indication_refs, names)),
            f"with {' + '.join(partners)}" if partners else None,
            row.status if row.statement in ("happened", row.status) else f"{row.status} ({row.statement})",
            row.nct_id,
            f"{row.enrollment:,} patients" if row.enrollment else None,
            f"{row.expected_step} expected {_window(row)}".strip() if row.expected_step else None,
        ],
        "; ",
    )


def _speak_milestone(row: MilestoneMention, names: Names) -> str:
    when = f"on {row.occurred_on}" if row.occurred_on else _window(row)
    return join_words(
        [
            _of(
                f"{_spaced(row.milestone_type)}: {names.compounds.get(row.compound_ref, '?')}",
                _in([row.indication_ref], names),
            ),
            join_words([row.statement, when], " "),
            join_words([row.agency, row.region]),
        ],
        "; ",
    )


def _speak_deal(row: CollaborationMention, names: Names) -> str:
    compounds = [names.compounds.get(ref, "?") for ref in row.compound_refs]
    money = {"upfront": row.upfront_usd, "milestones": row.milestones_usd, "total": row.total_usd}
    return join_words(
        [
            f"{names.companies.get(row.company_ref, '?')} ({row.company_role}) and "
            f"{names.companies.get(row.partner_company_ref, '?')} ({row.partner_role})",
            _spaced(row.collaboration_type),
            f"{row.status}, {'new' if row.is_new else 'not new'}",
            f"covers {', '.join(compounds)}" if compounds else None,
            row.platform,
            row.territory,
            join_words(f"{name} ${amount:,.0f}" for name, amount in money.items() if amount),
        ],
        "; ",
    )


def _speak_term(row: TermMention) -> str:
    amount = f"{row.currency or ''} {row.amount:,.0f}".strip() if row.amount is not None else None
    share = "-".join(f"{pct:g}" for pct in (row.pct_low, row.pct_high) if pct is not None)
    bound = _spaced(row.bound) if row.bound and row.bound != "exact" else None
    return join_words(
        [
            _spaced(row.component),
            join_words([bound, amount, f"{share} %" if share else None], " "),
            f"\N{LEFT DOUBLE QUOTATION MARK}{row.words}\N{RIGHT DOUBLE QUOTATION MARK}",
        ],
        "; ",
    )


def _window(row: TrialMention | MilestoneMention) -> str:
    if not (row.window_start or row.window_end):
        return f"('{row.window_text}')" if row.window_text else ""
    days = f"{row.window_start or '...'} to {row.window_end or '...'}"
    return f"{days} ('{row.window_text}')" if row.window_text else days


def _in(refs: Iterable[str | None], names: Names) -> str:
    return ", ".join(names.diseases.get(ref, "?") for ref in refs if ref)


def _of(what: str, diseases: str) -> str:
    return f"{what} in {diseases}" if diseases else what


def _spaced(word: str | None) -> str | None:
    return word.replace("_", " ") if word else None
