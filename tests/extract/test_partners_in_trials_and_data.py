"""Who runs a trial, whose data are licensed, bodies in lists, and persons with their houses."""

import pytest
from deal_releases import agreement_with, facts_of, partners_of

HEADLINE = "Norvita Pharma Reports Phase 2 Results of KLM-204"
LEAD = "Norvita Pharma AG today announced results of its Phase 2 trial of KLM-204 in adults with kidney disease."

RUNS = {
    "a group leads": ("The Phase 2 trial of KLM-204 in gout will be led by the Austral Kidney Trials Group Ltd.", "Austral Kidney Trials Group Ltd."),
    "a group of two lands": (
        "The Phase 2 trial will be led by the Australian and New Zealand Kidney Trials Group Ltd., a leading group.",
        "Australian and New Zealand Kidney Trials Group Ltd.",
    ),
    "a study group runs": ("The Phase 2 trial of KLM-204 in lupus is run by the Hollow Lung Study Group.", "Hollow Lung Study Group"),
    "a group has conducted": ("A Phase 3 study of KLM-204 is being conducted by the Basel Kidney Cooperative Group.", "Basel Kidney Cooperative Group"),
    "an institute leads": ("The Phase 2 trial with KLM-204 is led by the Kelnor Research Institute.", "Kelnor Research Institute"),
}  # fmt: skip
LICENSED = {
    "auspices of two": (
        "The filing rests on studies that ran under the auspices of the US National Institutes of Health and the Government of France, "
        "licensed under a data sharing agreement.",
        {"US National Institutes of Health", "Government of France"},
    ),
    "data from, licensed": (
        "The filing uses newly obtained data on KLM-204 from French health authorities, licensed under a data sharing agreement.",
        {"French health authorities"},
    ),
    "licensed data from": ("Norvita Pharma licensed data on KLM-204 from the University of Basel.", {"University of Basel"}),
    "a data sharing agreement": ("Norvita Pharma has a data sharing agreement with the University of Basel.", {"University of Basel"}),
}  # fmt: skip
PERSONS = {
    "a chair with a unit": (
        "A poster will be presented by Norvita Pharma’s collaborator, Dr. Jane Roe, Vice Chair in the Department of Sciences and Co-Director of the "
        "Kidney Development Center of Excellence at the Larnos Clinic; Professor, Department of Medicine at Eastern Reserve University; and Co-Leader, "
        "Eastern Kidney Center.",
        {"Larnos Clinic"},
    ),
    "a professor": ("Data were presented by its academic collaborator, Dr. Jane Roe, Professor at Larnos University.", {"Larnos University"}),
    "two persons": (
        "The poster was presented by its collaborators Dr. Jane Roe (Eastern Reserve University) and Dr. John Poe (University of Larnos).",
        {"Eastern Reserve University", "University of Larnos"},
    ),
    "the houses themselves": ("Data come from its collaborators at Eastern Reserve University.", {"Eastern Reserve University"}),
    "the house itself": ("Data come from its collaborator, the Larnos Institute.", {"Larnos Institute"}),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "partner"), RUNS.values(), ids=RUNS)
def test_who_runs_a_trial_of_the_medicine_is_a_partner(sentence: str, partner: str) -> None:
    row = agreement_with(facts_of(HEADLINE, LEAD, sentence), partner)
    assert row.collaboration_type == "clinical_trial"


@pytest.mark.parametrize(
    "sentence",
    [
        "The Phase 2 trial of KLM-204 in lupus is led by Dr. Ann Brennan of the University of Marland.",
        "The Phase 2 trial of KLM-204 was conducted by nurses at 40 sites.",
        "The study group met in Basel. Trials groups are useful.",
        "The trial will be led by Kelnor, a leading Kidney Cooperative Trials Group.",
        "Data from the University of Basel support the approval of KLM-204.",
        "The trials were conducted under the auspices of the University of Basel.",
    ],
)
def test_persons_nurses_and_sources_are_none(sentence: str) -> None:
    assert partners_of(facts_of(HEADLINE, LEAD, sentence)) == set()


@pytest.mark.parametrize(("sentence", "partners"), LICENSED.values(), ids=LICENSED)
def test_whose_data_are_licensed_is_a_licensor(sentence: str, partners: set[str]) -> None:
    assert partners_of(facts_of(HEADLINE, LEAD, sentence)) == partners


@pytest.mark.parametrize(("sentence", "partners"), PERSONS.values(), ids=PERSONS)
def test_a_person_stands_for_one_house(sentence: str, partners: set[str]) -> None:
    assert partners_of(facts_of(HEADLINE, LEAD, sentence)) == partners


def test_every_body_of_a_list_is_read_and_a_licensed_dose_is_no_license() -> None:
    facts = facts_of(
        HEADLINE,
        LEAD,
        "Norvita Pharma works with the U.S. government, WHO, UNICEF, and Gavi on plans of how licensed doses reach those who need them.",
    )
    assert partners_of(facts) == {"U.S. government", "WHO", "UNICEF", "Gavi"}
    assert agreement_with(facts, "U.S.").collaboration_type != "license"


def test_patients_who_are_no_body() -> None:
    assert partners_of(facts_of("NORVITA PHARMA WORKS WITH PATIENTS WHO HAVE KIDNEY DISEASE", LEAD)) == set()


def test_an_agency_keeps_its_land() -> None:
    told = "The U.S. Kidney Health Agency has provided $40 million in non-dilutive funding to Norvita Pharma's KLM-204 program."
    assert partners_of(facts_of(HEADLINE, LEAD, told)) == {"U.S. Kidney Health Agency"}
