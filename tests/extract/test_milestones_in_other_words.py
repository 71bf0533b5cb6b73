"""The same acts of agencies and companies in the words of newspapers, other countries and notes, and what only looks like them."""

import pytest
from trials_reading import read, told

SAID = "BOSTON, May 14, 2024 (GLOBE NEWSWIRE) -- Northbridge Therapeutics, Inc. (Nasdaq: NBRG), a biotechnology company, today announced an update. NBX-101 is an oral inhibitor."


def events(body: str) -> set[tuple[str, str]]:
    """(type, statement) of the milestones of NBX-101 in a release with this sentence."""
    facts = read(f"Northbridge Therapeutics Provides Update\n\n{SAID} {body}\n")
    return {(kind, statement) for kind, name, statement in told(facts) if name == "NBX-101"}


HAPPENED = [
    ("application_submitted", "Northbridge has filed the registration dossier for NBX-101 with the European Medicines Agency."),
    ("application_submitted", "An NDA for NBX-101 was lodged with the FDA in March."),
    ("application_submitted", "A New Drug Submission for NBX-101 was filed with Health Canada."),
    ("application_submitted", "Northbridge's partner has applied for marketing authorisation of NBX-101 in Europe."),
    ("application_accepted", "The FDA has filed the New Drug Application for NBX-101."),
    ("application_accepted", "The FDA agreed to review the NDA for NBX-101."),
    ("application_accepted", "MAA validated by the EMA in April for NBX-101."),
    ("approval", "NBX-101 got the nod from the FDA in March for gout."),
    ("approval", "The FDA cleared NBX-101 for sale in the U.S. on Monday."),
    ("approval", "In April, marketing authorisation was granted for NBX-101 in Germany, Spain and the UK."),
    ("approval", "Health Canada issued a Notice of Compliance for NBX-101."),
    ("approval", "Australia's TGA has registered NBX-101 for gout."),
    ("approval", "The FDA expanded the indication of NBX-101 to include adolescents."),
    ("approval", "The label of NBX-101 was expanded by the FDA in April to cover children."),
    ("application_accepted", "The EMA accepted the MAA for NBX-101 in March and a CHMP opinion is expected in early 2025."),
    ("approval", "Approval for NBX-101 in Japan was obtained on April 24 for the additional indication of gout."),
    ("approval", "The Korean MFDS has given marketing clearance to NBX-101."),
    ("approval", "The Israeli Ministry of Health approved NBX-101 in April."),
    ("ind_active", "The application to conduct a Phase II study of NBX-101 was approved by the Danish Medicines Agency."),
    ("trial_started", "The study of NBX-101 commenced in April and is being carried out at 40 sites."),
    ("launch", "Northbridge began selling NBX-101 in Germany in April."),
    ("complete_response", "The FDA notified Northbridge that it cannot approve the NDA for NBX-101 in its present form."),
    ("complete_response", "The FDA did not approve NBX-101 in its present form."),
    ("complete_response", "Northbridge got a CRL for NBX-101 in March."),
    ("complete_response", "The FDA refused approval of NBX-101."),
    ("launch", "NBX-101 is available by prescription in the United States starting today."),
    ("launch", "Northbridge launched NBX-101 in the U.S. in April."),
    ("launch", "First sales of NBX-101 by our partner were recorded in April."),
    ("launch", "NBX-101 was introduced in the German market in April."),
    ("launch", "NBX-101 became commercially available in Japan on April 10."),
    ("orphan_drug", "NBX-101 was designated an orphan drug by the FDA in March."),
    ("orphan_drug", "The application for orphan drug designation of NBX-101 has been granted by the FDA."),
    ("clinical_hold", "The trial of NBX-101 was placed on hold by the FDA."),
    ("hold_lifted", "The FDA has given Northbridge permission to resume dosing of NBX-101, lifting its hold."),
    ("ind_active", "The FDA has given the go-ahead to the IND for NBX-101."),
    ("ind_active", "Northbridge obtained clinical trial approval from China's NMPA for NBX-101."),
    ("ind_active", "HREC approval was received in Australia for the first-in-human trial of NBX-101."),
    ("ind_active", "Northbridge received a No Objection Letter from Health Canada for the Phase 2 trial of NBX-101."),
    ("ind_submitted", "Northbridge has applied to the Ministry of Food and Drug Safety for permission to conduct a Phase III clinical trial of NBX-101."),
    ("application_submitted", "The ANDA for NBX-101 was submitted to the US FDA in October."),
    ("approval", "NBX-101 has been approved for emergency use in Nepal."),
    ("approval", "The MHRA has provided authorisation for emergency supply of NBX-101."),
    ("ind_submitted", "An IND application for NBX-101 was filed with the FDA in April."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "body"), HAPPENED)
def test_an_act_is_told_in_other_words(kind: str, body: str) -> None:
    assert {s for k, s in events(body) if k == kind} == {"happened"}


EXPECTED = [
    ("application_submitted", "Filing of NBX-101 in the US is foreseen for the fourth quarter."),
    ("application_submitted", "A BLA for NBX-101 is under preparation for the US."),
    ("application_submitted", "A supplemental New Drug Application seeking to expand the label of NBX-101 to adolescents is planned for the second half of 2024."),
    ("application_submitted", "Submissions of NBX-101 to other health authorities will follow."),
    ("pdufa_date", "NBX-101 is under review at the FDA with a decision due by January 31, 2025."),
    ("pdufa_date", "The FDA is expected to decide on NBX-101 by August 9, 2024."),
    ("pdufa_date", "The FDA's goal date for NBX-101 is November 14, 2024."),
    ("pdufa_date", "The FDA will consider the vote on NBX-101 when making its decision, which is expected by January 20, 2025."),
    ("application_submitted", "The company had expected to submit the NDA for NBX-101 in March; it now plans to do so in the second half of 2024."),
    ("launch", "NBX-101 was approved in Japan. Launch in Japan will take place in the third quarter."),
    ("pdufa_date", "The FDA granted priority review to NBX-101 and set a decision date of August 30."),
    ("launch", "The company plans a U.S. launch of NBX-101 in the third quarter of 2024."),
    ("fast_track", "Northbridge is seeking Fast Track designation for NBX-101."),
    ("pdufa_date", "A decision by the FDA on NBX-101 is due on November 20."),
    ("launch", "Following its approval, Northbridge expects NBX-101 to be available in June."),
    ("launch", "Northbridge expects to introduce NBX-101 in the second half of 2024."),
    ("launch", "NBX-101 is doing well. Northbridge expects to launch in Germany in the fourth quarter."),
    ("approval", "A decision from the EMA on NBX-101 is expected in the second half of 2024."),
    ("launch", "Northbridge expects to bring NBX-101 to market in the second quarter of 2025."),
    ("launch", "NBX-101 is expected to hit the market in 2025."),
    ("orphan_drug", "An application for orphan drug designation of NBX-101 with the FDA was filed last month."),
    ("orphan_drug", "Northbridge filed for orphan drug designation of NBX-101 in April."),
    ("ind_submitted", "NBX-101 is in IND-enabling studies, with an IND expected in 2025."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "body"), EXPECTED)
def test_what_is_to_come_is_told_in_other_words(kind: str, body: str) -> None:
    assert {s for k, s in events(body) if k == kind} == {"expected"}


NO_SUCH = [
    ("application_submitted", "Northbridge submitted a meeting request to the FDA on NBX-101."),
    ("application_submitted", "The FDA has filed the New Drug Application for NBX-101."),
    ("ind_active", "Northbridge has applied to the Ministry of Food and Drug Safety for permission to conduct a Phase III clinical trial of NBX-101."),
    ("approval", "Northbridge announced a positive recommendation of the DSMB for the trial of NBX-101."),
    ("application_submitted", "Northbridge submitted a request to the FDA for Fast Track designation for NBX-101."),
    ("application_submitted", "Northbridge will continue to pursue approval of NBX-101."),
    ("trial_stopped", "The planned Phase 2 trial of NBX-101 in gout will not be initiated."),
    ("approval", "The application to conduct a Phase II study of NBX-101 was approved by the Danish Medicines Agency."),
    ("approval", "A decision by the FDA on NBX-101 is due on November 20."),
    ("launch", "The company plans to launch a trial of NBX-101."),
    ("approval", "Northbridge has received HREC approval for a Phase 1 study of NBX-101."),
    ("fast_track", "The receipt of Fast Track designation may not lead to faster approval of NBX-101."),
    ("orphan_drug", "Drugs with orphan designation enjoy seven years of exclusivity; NBX-101 belongs to a new class."),
    ("breakthrough_therapy", "The company believes NBX-101 has the potential to receive Breakthrough Therapy designation."),
    ("ind_active", "Milestone payments fall due upon acceptance of the IND, first patient dosing and approval of NBX-101."),
    ("application_submitted", "Northbridge is responsible for regulatory filings for NBX-101 under the agreement."),
    ("launch", "The agreement gives the partner the right to launch NBX-101 in Japan."),
    ("trial_stopped", "The FDA may place the NBX-101 trial on clinical hold if toxicity occurs."),
    ("approval", "The COMP adopted a positive opinion on the orphan application of NBX-101."),
    ("approval", "The FDA approved a competing product in April while NBX-101 is in testing."),
    ("breakthrough_therapy", "The FDA denied Breakthrough Therapy designation for NBX-101."),
    ("orphan_drug", "Orphan designation provides benefits such as fee waivers to makers of NBX-101."),
    ("clinical_hold", "The FDA removed the partial clinical hold on NBX-101."),
    ("clinical_hold", "The clinical hold on NBX-101 has been lifted by the agency."),
    ("launch", "Northbridge launched a new study of NBX-101 in Spain."),
    ("launch", "The brochure on NBX-101 became available on the website."),
    ("hold_lifted", "Northbridge expects to resume dosing of NBX-101."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "body"), NO_SUCH)
def test_what_only_looks_like_an_act_is_none(kind: str, body: str) -> None:
    assert kind not in {k for k, _ in events(body)}


def test_a_plan_of_the_pluperfect_is_none_any_more() -> None:
    found = events(
        "Northbridge, which had planned to seek approval of NBX-101 this year, no longer expects to file a BLA."
    )
    assert ("application_submitted", "expected") not in found


def test_a_goal_date_of_long_ago_is_not_waited_for() -> None:
    assert ("pdufa_date", "expected") not in events("The FDA missed the PDUFA date of January 5, 2024 for NBX-101.")
