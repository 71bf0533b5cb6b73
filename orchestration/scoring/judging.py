"""One annotated release against what the warehouse says of it -> a scorecard.

Rules: a compound is found when one of its names is the same; a trial when compound and phase are; a milestone when
type, compound and statement are; a partner when its name is. What was found is then judged value by value. A release
that the warehouse lacks counts as all missed.
"""

from __future__ import annotations

from orchestration.scoring.annotations import NotedCompound, NotedPartner, NotedRelease
from orchestration.scoring.given import Given, GivenDeal, GivenRelease
from orchestration.scoring.judging_trials import judge_milestones, judge_trials
from orchestration.scoring.matching import is_same_company, plain, read_modality
from orchestration.scoring.measures import Scorecard

_STAGES = (
    "discovery", "preclinical", "ind_filed", "ind_active", "phase_1", "phase_1_2", "phase_2", "phase_2_3", "phase_3",
    "filed", "approved",
)  # fmt: skip
_PIPELINE_ROLES = ("subject", "own", "partner")
_NOTHING = GivenRelease((), None, None)
_AMOUNT_TOLERANCE = 0.01


class Pairing:
    """Which compound of the warehouse is which compound of the annotation, by shared names."""

    def __init__(self, noted: NotedRelease, given: Given) -> None:
        self._given = given
        self.names = [{plain(name) for name in compound.names} for compound in noted.compounds]

    def of_given(self, compound_id: str) -> int | None:
        """The place of the annotated compound that a compound of the warehouse is; null when there is none."""
        compound = self._given.compounds.get(compound_id)
        mine = {plain(name) for name in compound.names} if compound else set()
        return next((place for place, names in enumerate(self.names) if names & mine), None)

    def of_noted(self, name: str) -> int | None:
        """The place of the annotated compound with this name."""
        return next((place for place, names in enumerate(self.names) if plain(name) in names), None)

    def title(self, compound_id: str) -> str:
        """The name of a compound of the warehouse."""
        compound = self._given.compounds.get(compound_id)
        return compound.name if compound else compound_id


def judge_release(noted: NotedRelease, given: Given) -> Scorecard:
    """The scorecard of one release."""
    card = Scorecard()
    found = given.releases.get(noted.key)
    if found is None:
        card.blame("release", noted.key, "not in the warehouse")
    pairing = Pairing(noted, given)
    _judge_header(card, noted, found)
    said = found or _NOTHING
    _judge_compounds(card, noted, said, given, pairing)
    judge_trials(card, noted, said.trials, pairing)
    judge_milestones(card, noted, said.milestones, pairing)
    _judge_partners(card, noted, said.deals)
    return card


def judge_all(noted: list[NotedRelease], given: Given) -> list[Scorecard]:
    """One scorecard per annotated release."""
    return [judge_release(release, given) for release in noted]


def _judge_header(card: Scorecard, noted: NotedRelease, found: GivenRelease | None) -> None:
    if noted.issuer:
        is_right = found is not None and is_same_company(noted.issuer, found.issuer)
        _judge(card, "issuer", noted, is_right, f"{noted.issuer}, got {found.issuer[0] if found else None}")
    if noted.published_on:
        got = found.published_on if found else None
        _judge(card, "published_on", noted, got == noted.published_on, f"{noted.published_on}, got {got}")
    elif found and found.published_on:
        card["invented date"].count(right=1)
        card.blame("invented date", noted.key, found.published_on)
    if noted.ticker:
        got = found.ticker if found else None
        _judge(card, "ticker", noted, plain(got) == plain(noted.ticker), f"{noted.ticker}, got {got}")


def _judge_compounds(card: Scorecard, noted: NotedRelease, said: GivenRelease, given: Given, pairing: Pairing) -> None:
    hits: dict[int, str] = {}
    for compound_id in said.compounds:
        place = pairing.of_given(compound_id)
        if place is None or place in hits:
            card["compounds"].count(extra=1)
            card.blame("compound extra" if place is None else "compound split", noted.key, pairing.title(compound_id))
        else:
            hits[place] = compound_id
    for place, compound in enumerate(noted.compounds):
        is_hit = place in hits
        card["compounds"].judge(is_hit)
        if compound.role in _PIPELINE_ROLES:
            card["pipeline compounds (recall)"].judge(is_hit)
        if is_hit:
            _judge_compound(card, noted, compound, hits[place], said, given)
        else:
            card.blame("compound missed", noted.key, f"{compound.names[0]} ({compound.role})")


def _judge_compound(
    card: Scorecard, noted: NotedRelease, compound: NotedCompound, hit: str, said: GivenRelease, given: Given
) -> None:
    is_subject = "subject" in said.roles[hit]
    card["role is subject or not"].judge(is_subject == (compound.role == "subject"))
    if compound.stage:
        stages = said.stages.get(hit, [])
        ranked = [stage for stage in stages if stage in _STAGES]
        best = "discontinued" if "discontinued" in stages else max(ranked, key=_STAGES.index, default=None)
        words = f"{compound.names[0]}: {compound.stage}, got {best}"
        _judge(card, "stage reached", noted, best == compound.stage, words)
    known = given.compounds[hit]
    modality = read_modality(compound.modality)
    if modality:
        words = f"{compound.names[0]}: {modality}, got {known.modality}"
        _judge(card, "modality", noted, known.modality == modality, words)
    for target in compound.targets:
        is_found = any(plain(target) == plain(name) for names in known.targets for name in names)
        card["targets (recall)"].judge(is_found)
        if not is_found:
            card.blame("target missed", noted.key, f"{compound.names[0]}: {target}")


def _judge_partners(card: Scorecard, noted: NotedRelease, deals: list[GivenDeal]) -> None:
    free = list(deals)
    for partner in noted.partners:
        deal = next((one for one in free if is_same_company(partner.name, _other_side(one, noted.issuer))), None)
        card["collaborations"].judge(deal is not None)
        if deal is None:
            card.blame("partner missed", noted.key, f"{partner.name} ({partner.kind})")
            continue
        free.remove(deal)
        words = f"{partner.name}: {partner.kind}, got {deal.kind}"
        _judge(card, "collaboration type", noted, deal.kind == partner.kind, words)
        card["collaboration is new or standing"].judge(deal.is_new == partner.is_new)
        _judge_amounts(card, noted, partner, deal)
    for deal in free:
        if not any(is_same_company(one.name, _other_side(deal, noted.issuer)) for one in noted.partners):
            card["collaborations"].count(extra=1)  # a further agreement with a partner that was found is no error
            card.blame("partner extra", noted.key, f"{deal.partner[0] if deal.partner else '?'} ({deal.kind})")


def _judge_amounts(card: Scorecard, noted: NotedRelease, partner: NotedPartner, deal: GivenDeal) -> None:
    for name, amount in partner.amounts.items():
        got = deal.amounts[name]
        is_right = got is not None and abs(float(got) - amount) <= _AMOUNT_TOLERANCE * amount
        _judge(card, "deal amounts", noted, is_right, f"{partner.name}: {name} {amount:,.0f}, got {got}")


def _other_side(deal: GivenDeal, issuer: str | None) -> tuple[str, ...]:
    """The names of the partner, and of the first party too when that is not the issuer."""
    is_issuers = issuer is not None and is_same_company((deal.company or ("?",))[0], [issuer])
    return deal.partner if is_issuers else (*deal.partner, *deal.company)


def _judge(card: Scorecard, measure: str, noted: NotedRelease, is_right: bool, words: str) -> None:
    card[measure].judge(is_right)
    if not is_right:
        card.blame(measure, noted.key, words)
