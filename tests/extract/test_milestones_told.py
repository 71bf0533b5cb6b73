"""Milestones as a release tells them: what happened, what is expected, what hangs on something, what was denied."""

import datetime

import pytest
from trials_reading import milestone_of, names_of, read, told

NORTHBRIDGE = "BOSTON, March 26, 2024 (GLOBE NEWSWIRE) -- Northbridge Therapeutics, Inc. (Nasdaq: NBRG)"


def release(headline: str, body: str) -> str:
    """A release of an invented company."""
    return f"{headline}\n\n{NORTHBRIDGE} {body}\n"


HAPPENED = [
    ("ind_active", "FDA", "announced that the FDA has cleared its IND application for NBX-101 in gout."),
    ("fast_track", "FDA", "announced that the FDA granted Fast Track designation to NBX-101 for gout."),
    ("orphan_drug", "FDA", "announced that the FDA granted both orphan drug and rare pediatric disease designations for NBX-101."),
    ("rare_pediatric", "FDA", "announced that the FDA granted both orphan drug and rare pediatric disease designations for NBX-101."),
    ("breakthrough_therapy", "FDA", "announced that NBX-101 received Breakthrough Therapy Designation from the FDA for gout."),
    ("prime", "EMA", "announced that the EMA granted NBX-101 access to PRIority MEdicines (PRIME) for gout."),
    ("application_submitted", "FDA", "announced that it submitted a New Drug Application for NBX-101 to the FDA."),
    ("application_accepted", "FDA", "announced that the FDA accepted the New Drug Application for NBX-101 for review."),
    ("priority_review", "FDA", "announced that the FDA granted Priority Review to its application for NBX-101."),
    ("approval", "FDA", "announced that the FDA has approved NBX-101 for gout."),
    ("complete_response", "FDA", "announced that the FDA issued a Complete Response Letter for NBX-101."),
    ("clinical_hold", "FDA", "announced that the FDA placed its Phase 1 trial of NBX-101 in gout on clinical hold."),
    ("hold_lifted", "FDA", "announced that the FDA has lifted the clinical hold on NBX-101 in gout."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "agency", "body"), HAPPENED)
def test_an_act_of_an_agency_is_a_milestone_with_its_agency(kind: str, agency: str, body: str) -> None:
    facts = read(release("Northbridge Announces News of NBX-101", body))
    assert (kind, "NBX-101", "happened") in told(facts)
    assert milestone_of(facts, kind).agency == agency


EXPECTED = [
    ("application_submitted", "plans to submit a New Drug Application for NBX-101 to the FDA by the end of 2025."),
    ("application_submitted", "said that it works towards an NDA submission for NBX-101 before the end of 2025."),
    ("ind_submitted", "plans to submit an IND for NBX-101 in 2025."),
    ("approval", "said that FDA approval of NBX-101 is expected in 2025."),
    ("pdufa_date", "said that the FDA set a PDUFA date of March 15, 2025 for NBX-101."),
    ("launch", "said that the commercial launch of NBX-101 is expected in 2026."),
    ("fast_track", "announced that the FDA has accepted its Fast Track designation request for NBX-101."),
]


@pytest.mark.parametrize(("kind", "body"), EXPECTED)
def test_what_is_to_come_is_expected_and_never_done(kind: str, body: str) -> None:
    facts = read(
        release("Northbridge Announces News of NBX-101", f"{body} It runs a Phase 3 trial of NBX-101 in gout.")
    )
    statements = {s for k, _, s in told(facts) if k == kind}
    assert statements == {"expected"}


def test_a_positive_opinion_is_an_opinion_given_and_an_approval_to_come() -> None:
    facts = read(
        release(
            "Northbridge Receives Positive CHMP Opinion for NBX-101",
            "announced that the CHMP adopted a positive opinion recommending marketing authorization of NBX-101 for gout.",
        )
    )
    assert told(facts) >= {("chmp_opinion", "NBX-101", "happened"), ("approval", "NBX-101", "expected")}
    approval = milestone_of(facts, "approval")
    assert (approval.agency, approval.region) == ("EC", "EU")


def test_an_approval_that_came_leaves_none_to_come() -> None:
    facts = read(
        release(
            "European Commission Approves NBX-101",
            "announced that the European Commission has approved NBX-101 for gout. "
            "The decision follows the positive opinion of the CHMP.",
        )
    )
    assert {s for k, _, s in told(facts) if k == "approval"} == {"happened"}


@pytest.mark.parametrize(
    "body",
    [
        "said that NBX-101 has not been approved by the FDA for any use.",
        "said that, if approved, NBX-101 would be the first oral medicine for gout.",
        "said that there can be no guarantees that NBX-101 will receive the necessary regulatory approvals.",
        "received a New Drug Application number from its printer for NBX-101.",
    ],
)
def test_what_is_denied_or_only_imagined_did_not_happen(body: str) -> None:
    facts = read(
        release("Northbridge Announces News of NBX-101", f"{body} It runs a Phase 3 trial of NBX-101 in gout.")
    )
    assert "happened" not in {s for k, _, s in told(facts) if k == "approval"}


def test_what_lies_long_behind_is_historical() -> None:
    facts = read(
        release("Northbridge Announces News of NBX-101", "said that NBX-101 was approved by the FDA in May 2015.")
    )
    assert told(facts) == {("approval", "NBX-101", "historical")}


def test_a_hold_is_the_event_and_not_also_a_stop() -> None:
    facts = read(
        release(
            "FDA Places NBX-101 Trial on Clinical Hold",
            "announced that the FDA placed its Phase 1 trial of NBX-101 in gout on clinical hold.",
        )
    )
    assert {k for k, _, _ in told(facts)} == {"clinical_hold"}


def test_data_that_a_meeting_will_hear_are_expected_until_it_begins() -> None:
    body = "announced the presentation of data from its Phase 1 study of NBX-101 in melanoma at the Oncology Congress, held {}."
    before = read(release("Northbridge Announces Presentation", body.format("May 31 to June 4, 2024")))
    during = read(release("Northbridge Announces Presentation", body.format("March 22 to March 26, 2024")))
    assert {s for k, _, s in told(before) if k == "data_reported"} == {"expected"}
    assert {s for k, _, s in told(during) if k == "data_reported"} == {"happened"}
    assert milestone_of(before, "data_reported").window_start == datetime.date(2024, 5, 31)


def test_what_a_clearance_allows_is_no_plan_of_its_own() -> None:
    facts = read(
        release(
            "FDA Clears IND for NBX-101",
            "announced that the FDA has cleared its IND application to initiate a Phase 1 trial of NBX-101 in gout.",
        )
    )
    assert told(facts) == {("ind_active", "NBX-101", "happened")}


def test_a_milestone_of_a_trial_names_its_trial() -> None:
    facts = read(release("Northbridge Starts Trial", "today initiated a Phase 2 trial of NBX-101 in gout."))
    (trial,) = facts.trial_mentions
    assert milestone_of(facts, "trial_started").trial_fact_id == trial.trial_fact_id


def test_each_of_two_agencies_has_its_row() -> None:
    facts = read(
        release("Northbridge Files", "has submitted marketing applications for NBX-101 to the FDA and the EMA.")
    )
    filed = {(m.agency, m.region) for m in facts.milestone_mentions if m.milestone_type == "application_submitted"}
    assert filed == {("FDA", "US"), ("EMA", "EU")}


def test_the_event_belongs_to_the_compound_beside_it() -> None:
    facts = read(
        release(
            "Northbridge Gives a Pipeline Update",
            "said that the FDA granted Fast Track designation to NBX-101 for gout, and that it plans to submit a New Drug "
            "Application for NBX-202 to the FDA in 2025.",
        )
    )
    names = names_of(facts)
    owners = {m.milestone_type: names[m.compound_ref] for m in facts.milestone_mentions}
    assert owners["fast_track"] == "NBX-101"
    assert owners["application_submitted"] == "NBX-202"


def test_an_ind_is_the_fdas_unless_the_release_speaks_of_another_agency() -> None:
    alone = read(
        release("Northbridge Says Its IND Is Active", "announced that the IND for NBX-101 in gout is now active.")
    )
    assert (milestone_of(alone, "ind_active").agency, milestone_of(alone, "ind_active").region) == ("FDA", "US")
    body = "announced that the IND for NBX-101 in gout is now active. The NMPA reviewed it within two months."
    assert milestone_of(read(release("Northbridge Says Its IND Is Active", body)), "ind_active").agency is None


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("approval", "announced MHRA approval to launch its second Phase 3 trial of NBX-101 in gout."),
        ("approval", "said that there is no FDA approved treatment for gout, the target of NBX-101."),
        ("application_accepted", "announced acceptance of the IND application for NBX-101 in gout."),
        ("launch", "spoke of the launch of its awareness campaign beside its trial of NBX-101 in gout."),
    ],
)
def test_words_of_another_event_are_not_this_one(kind: str, body: str) -> None:
    facts = read(release("Northbridge Gives an Update on NBX-101", body))
    assert kind not in {k for k, _, _ in told(facts)}


def test_an_application_with_its_letters_in_brackets_is_of_the_medicine_that_it_is_for() -> None:
    facts = read(
        release(
            "Northbridge Reports Its Quarter",
            "said that NBX-101 is in Phase 3 for gout. In June, the FDA accepted the New Drug Application (NDA) for "
            "zelotinib in lupus for Priority Review.",
        )
    )
    assert told(facts) == {
        ("application_accepted", "zelotinib", "happened"),
        ("priority_review", "zelotinib", "happened"),
    }
