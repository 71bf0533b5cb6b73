"""Partners whose name nothing tells but what they do, names of unusual form, and companies that only give money."""

import pytest
from deal_releases import facts_of, partners_of

HEADLINE = "Norvita Pharma Reports Second Quarter Results"
LEAD = (
    "Norvita Pharma AG today reported results of the second quarter and told of KLM-204, its drug for kidney disease."
)

PARTNERS = {
    "a place in the name": (
        "Norvita Pharma AG has a license agreement with Yundaro Biopharma (Suzhou) Co., Ltd. for China.",
        {"Yundaro Biopharma (Suzhou) Co., Ltd."},
    ),
    "a form of law in small letters": ("Norvita Pharma AG licensed KLM-204 to Arkwell plc in 2019.", {"Arkwell plc"}),
    "a form of law with a stroke": ("Norvita Pharma AG licensed KLM-204 from Katrine A/S in 2019.", {"Katrine A/S"}),
    "the land that owns it": ("Norvita Pharma AG acquired the rights to KLM-204 from Finland's Finmark Oyj.", {"Finmark Oyj"}),
    "developed with": ("KLM-204 is being developed with Otaniva in Asia.", {"Otaniva"}),
    "a business sold": (
        "Norvita Pharma AG completed the sale of its eye care business, including Zelmist, to Theramont for $7.2 million.",
        {"Theramont"},
    ),
    "owed to": ("Norvita Pharma AG owes a $20 million milestone payment to Kyorine.", {"Kyorine"}),
    "who runs the trial": ("Norvita Pharma AG has selected Evanta, a research organization, to run its Phase 3 trial.", {"Evanta"}),
    "an option taken": ("Norvita Pharma AG announced that Orlane-Vidal has taken an option over KLM-204.", {"Orlane-Vidal"}),
    "agreements by name": ("Revenue was recognized under the Amgen and Biotest agreements.", {"Amgen", "Biotest"}),
    "work done at": (
        "The work was carried out with teams at Kelmora Institute and the University of Basel.",
        {"Kelmora Institute", "University of Basel"},
    ),
    "who is to be worked with": ("Norvita Pharma AG will work with Kelmora Biosciences on studies in Malawi.", {"Kelmora Biosciences"}),
    "a point in a number": ("The award of $7.4 million from CARB-X pays for the work on KLM-204.", {"CARB-X"}),
    "a point in a land": ("Norvita Pharma AG acquired the U.S. and U.K. rights to KLM-204 from Kelmora Biosciences.", {"Kelmora Biosciences"}),
}  # fmt: skip
NONE = {
    "funds": "The company was founded with support from RA Ventures and Atlas Peak Capital.",
    "a lender": "Norvita Pharma AG drew $50 million under its loan agreement with Oxford Creek Lending Corp.",
    "buyers of shares": "Norvita Pharma AG entered into a securities purchase agreement with Kelmora Holdings Ltd.",
    "a landlord": "Norvita Pharma AG signed a lease agreement with Kelmora Properties Inc.",
    "nobody by name": "Big Pharma likes to have a partnership with Big Pharma.",
    "a plan over years": "Norvita Pharma AG seeks a Multi-Year Drug Discovery Collaboration.",
}


@pytest.mark.parametrize(("sentence", "partners"), PARTNERS.values(), ids=PARTNERS)
def test_a_partner_is_found_by_what_it_does_and_named_in_full(sentence: str, partners: set[str]) -> None:
    assert partners_of(facts_of(HEADLINE, LEAD, sentence)) == partners


@pytest.mark.parametrize("sentence", NONE.values(), ids=NONE)
def test_who_only_gives_money_is_no_partner(sentence: str) -> None:
    assert partners_of(facts_of(HEADLINE, LEAD, sentence)) == set()


def test_those_who_fund_the_funder_are_no_partners() -> None:
    sentences = (
        "Norvita Pharma AG was awarded $3 million by CARB-X.",
        "CARB-X is funded in part by BARDA and the Wellcome Trust.",
    )
    assert partners_of(facts_of(HEADLINE, LEAD, *sentences)) == {"CARB-X"}
