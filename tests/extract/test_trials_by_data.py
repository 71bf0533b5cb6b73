"""Data of people come from a trial, also where the release does not say the word; what is no news of data tells none."""

import pytest
from trials_reading import read

CITY = "CAMBRIDGE, Mass., April 10, 2024 (GLOBE NEWSWIRE) -- "


def told(headline: str, body: str = "Belmar Inc. made an announcement today.") -> tuple[set[str], set[tuple[str, str]]]:
    """The states of the trials and (type, statement) of the milestones of one release."""
    facts = read(f"{headline}\n\n{CITY}{body}\n")
    states = {str(t.status) for t in facts.trial_mentions}
    return states, {(str(m.milestone_type), str(m.statement)) for m in facts.milestone_mentions}


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Belmar Announces BLM-77 Longer-Term Results in Gout Presented at ESMO Congress 2024", "BLM-77 is an antibody."),
        ("Belmar Presents Results at ESMO Congress that Show Best-in-Class Potential of BLM-77 in Sarcoma", "It is new."),
        ("Belmar Highlights New Data on BLM-77 in Fabry Disease", "BLM-77 reduced plasma lyso-Gb3 by 62% at 12 months."),
        ("Belmar Shares Updated Findings for BLM-77", "The findings are of patients with Fabry disease."),
        ("BLM-77 Shows Durable Responses in Follicular Lymphoma", "Belmar Inc. made an announcement today."),
        ("Belmar Reports Encouraging Safety and Efficacy of BLM-77 in Gout", "Belmar Inc. made an announcement today."),
        ("Late-Breaking Presentation of BLM-77 Data Shows Deep Remissions in Lymphoma", "It was given in Berlin."),
        ("BLM-77 Data Published in a Medical Journal", "The journal reports on patients treated with BLM-77."),
        ("Belmar Presents BLM-77 Clinical Update", "The update on the antibody BLM-77 was given in Berlin."),
        ("Oral Presentation of BLM-77 at EHA Demonstrates Robust Activity in Lymphoma", "It was given in Berlin."),
        ("Oral BLM-77 Achieves Primary Endpoint in Ulcerative Colitis", "BLM-77 is an oral inhibitor."),
        ("BLM-77 Reduces Risk of Relapse in People with Schizophrenia", "BLM-77 is a medicine."),
        ("BLM-77 Plus Pembrolizumab Doubles Response Rate in Sarcoma", "Belmar Inc. made an announcement today."),
    ],
)  # fmt: skip
def test_data_of_people_are_a_reported_trial(headline: str, body: str) -> None:
    states, milestones = told(headline, body)
    assert states == {"reported"}
    assert milestones == {("data_reported", "happened")}


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Belmar Publishes Review of BLM-77 Program in Expert Journal", "The review was published in May."),
        ("Belmar to Present Data on BLM-77 at AAN", "Belmar Inc. will present data on BLM-77 in patients with gout."),
        ("Belmar Announces Data on BLM-77 Mechanism Published in a Journal", "The data tell how BLM-77 enters cells."),
        ("BLM-77 Shows Potent Activity in Tumor Models", "Belmar Inc. reported activity of BLM-77 in xenografts."),
        ("Belmar Presents Preclinical Data on BLM-77 at ESMO", "Belmar Inc. presented data on BLM-77."),
        ("Belmar Reports Second Quarter Results and BLM-77 Progress", "Belmar Inc. reported results for the quarter."),
        ("Belmar Submits BLA for BLM-77 Based on Safety and Efficacy Data", "Belmar Inc. submitted a BLA for BLM-77."),
        ("Belmar Receives Patent for BLM-77, Which Reduces Risk of Relapse", "Belmar Inc. received a patent."),
        ("FDA Approves BLM-77, Which Improves Survival in Patients with Glioma", "The FDA approved BLM-77."),
        ("Belmar Announces Launch of Real-World Evidence Study of BLM-77", "The study is one of the real world."),
        ("Belmar Doses First Patient in Trial of BLM-77 to Reduce Risk of Stroke", "Belmar Inc. dosed the first patient."),
        ("Belmar Delivers BLM-77 Doses to Provide Protection for Travelers", "Doses went to the U.S. government."),
        ("Belmar Reports Results of BLM-77 in a Patient with Gout", "The patient was treated under its expanded access program."),
        ("Belmar Provides Update on BLM-77 Manufacturing", "Belmar Inc. gave an update on the manufacture of BLM-77."),
    ],
)  # fmt: skip
def test_what_is_no_news_of_data_tells_none(headline: str, body: str) -> None:
    states, milestones = told(headline, body)
    assert "reported" not in states
    assert ("data_reported", "happened") not in milestones
