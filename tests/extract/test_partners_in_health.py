"""Health systems, hospitals and lands as partners: where their names begin and end, and what is no name."""

import pytest
from deal_releases import facts_of, partners_of

HEADLINE = "Norvita Pharma Reports Phase 2 Results of KLM-204"
LEAD = "Norvita Pharma AG today announced results of its Phase 2 trial of KLM-204 in adults with kidney disease."
TOLD = {
    "systems and a center": (
        "Norvita Pharma has partnered with Riverbend Health System, Gorham Health and Saint Anne Medical Center on infusions.",
        {"Riverbend Health System", "Gorham Health", "Saint Anne Medical Center"},
    ),
    "two hospitals": (
        "It entered into a collaboration with Northgate St. Luke Hospital and Lakeshore Healthcare System to open a center.",
        {"Northgate St. Luke Hospital", "Lakeshore Healthcare System"},
    ),
    "a state opens the list": (
        "Norvita Pharma is working with the State of Ohio, Lakeshore Health and Augustine Health System.",
        {"State of Ohio", "Lakeshore Health", "Augustine Health System"},
    ),
    "a commonwealth, a clinic": (
        "It has partnered with the Commonwealth of Massachusetts, the Vardal Clinic, St. Agnes Hospital and Beacon Health Network.",
        {"Commonwealth of Massachusetts", "Vardal Clinic", "St. Agnes Hospital", "Beacon Health Network"},
    ),
    "two lists": (
        "It has partnered with Riverbend Health and Gorham Health on a center in the north and with Beacon Health System and Augustine Health on one in the south.",
        {"Riverbend Health", "Gorham Health", "Beacon Health System", "Augustine Health"},
    ),
    "a saint's name inside a list": (
        "It has partnered with Ascendra St. Vincent Evansdale and Riverbend Health on a center.",
        {"Ascendra St. Vincent Evansdale", "Riverbend Health"},
    ),
    "a house of care": (
        "It signed a contract with Intermont Healthcare and with the Portland Health Care System.",
        {"Intermont Healthcare", "Portland Health Care System"},
    ),
    "fields of health": ("Norvita Pharma is working with experts in Global Health, Digital Health and Women’s Health.", set()),
    "public health": ("It is working with leaders in Public Health and Mental Health.", set()),
    "a survey": ("The trial used a collaboration with patients on the Short Form Health Survey.", set()),
    "a state of law": ("Norvita Pharma is a corporation of the State of Delaware.", set()),
    "no land": ("It is working with patients in the State of Emergency.", set()),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "partners"), TOLD.values(), ids=TOLD)
def test_houses_of_health_and_lands_are_partners(sentence: str, partners: set[str]) -> None:
    assert partners_of(facts_of(HEADLINE, LEAD, sentence)) == partners


def test_a_headline_that_says_partners_with_names_no_company_called_partners() -> None:
    facts = facts_of(
        "Norvita Partners With Riverbend Health", "Norvita has partnered with Riverbend Health on infusions of KLM-204."
    )
    assert partners_of(facts) == {"Riverbend Health"}
    assert not [n.name for n in facts.company_names if "Partners" in n.name]
