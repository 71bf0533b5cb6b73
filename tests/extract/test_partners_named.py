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
    "a bullet that begins with its verb": ("Engaged Kelmora Health as contract research organization for the trial.", {"Kelmora Health"}),
    "bought, told by its trade": ("Last year Norvita Pharma AG bought skincare maker Medissa.", {"Medissa"}),
    "developing with": ("KLM-204 is a medicine that Norvita Pharma AG is co-developing with Vertana.", {"Vertana"}),
    "who fills the vials": ("Fill-finish will be undertaken by Recifarm AB in Sweden.", {"Recifarm AB"}),
    "who makes it": ("KLM-204 is manufactured by Recifarm AB.", {"Recifarm AB"}),
    "who sells it in one land": ("In Canada, KLM-204 is distributed by Tribuna Laboratories.", {"Tribuna Laboratories"}),
    "the second who pays": (
        "KLM-204 was supported by CEPI with an investment of up to $140 million and by Innovate UK.",
        {"CEPI", "Innovate UK"},
    ),
    "a study group": (
        "The study was sponsored by the Lymphoma Study Association (LYSA), the French group.",
        {"Lymphoma Study Association"},
    ),
    "an institute of the army": (
        "Norvita Pharma AG collaborates with the U.S. Army Medical Research Institute of Infectious Diseases (USAMRIID).",
        {"U.S. Army Medical Research Institute of Infectious Diseases"},
    ),
    "a name told once by its role": (
        "Norvita Pharma AG signed a license agreement with Daiwa Kasei. In May it granted Daiwa Kasei rights to KLM-204 in Japan.",
        {"Daiwa Kasei"},
    ),
    "funded by an agency, in one word": ("It was awarded a BARDA-funded contract for a trial of KLM-204.", {"BARDA"}),
    "an award by its number": ("It received a second tranche of the CIRM CLIN2 award for KLM-204.", {"CIRM"}),
    "two licensors of two products": (
        "Norvita Pharma AG holds rights to KLM-204 from Kelmora Biosciences and to KLM-301 from City of Hope.",
        {"Kelmora Biosciences", "City of Hope"},
    ),
    "an agreement signed": ("Agreement signed with Zhejiang Huarun to commercialise KLM-204 in China.", {"Zhejiang Huarun"}),
    "income of a royalty": ("Royalty income from Novarisa grew 6%.", {"Novarisa"}),
    "licensed with what": ("It has licensed its NAVIS vectors to Abeolia and Ultragel.", {"Abeolia", "Ultragel"}),
    "rights that come": ("It picked up global rights outside Japan to KLM-204 from Sanwa Yakuhin.", {"Sanwa Yakuhin"}),
    "given rights": ("They signed an agreement giving Kelmora Biosciences Korean rights to KLM-204.", {"Kelmora Biosciences"}),
    "a group of a land": (
        "The study was conducted in collaboration with Kelmora Institute and the French group GETUG.",
        {"Kelmora Institute", "GETUG"},
    ),
    "donated": ("KLM-204 was given with drelimab donated by Kelmora Biosciences.", {"Kelmora Biosciences"}),
    "who gets money too": (
        "Norvita Pharma AG, a company in Basel, and the University of Exeter have been awarded $2 million by Innovate UK.",
        {"University of Exeter", "Innovate UK"},
    ),
    "from whom it came": (
        "Norvita Pharma AG was formed around assets of Goldmarken Pharma, from which it obtained worldwide rights to KLM-204.",
        {"Goldmarken Pharma"},
    ),
    "whose drug is sold": ("Norvita Pharma AG has agreed to co-promote Ardelian SA's new heart pill.", {"Ardelian SA"}),
    "to whom it is supplied": (
        "Norvita Pharma AG will supply KLM-204 to the Naval Medical Research Center under a contract.",
        {"Naval Medical Research Center"},
    ),
    "a trade told before the name": (
        "KLM-204 is being developed with Tokyo-based drugmaker Otowara Pharmaceutical.",
        {"Otowara Pharmaceutical"},
    ),
    "an office within a department": (
        "BARDA, an office within the Department of Health and Human Services, has awarded it a contract.",
        {"BARDA"},
    ),
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
    "a buyer of shares over time": "It entered into an equity purchase agreement with Linden Park Capital Fund.",
    "partners of capital": "Norvita Pharma AG is supported by Kurmala Partners and has an agreement with Kurmala Partners.",
    "a service at a trial": "Data safety monitoring is provided by the University of Wisconsin.",
    "a life told": "Mr. Salas spent 22 years at Pfizer, most recently heading alliances with Bristol-Myers Squibb and Eisai.",
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


def test_an_issuer_without_a_word_of_its_trade_is_known_by_its_first_word() -> None:
    facts = facts_of(
        "Aldernay Immune Announces Results",
        "Aldernay Immune (Nasdaq: ALDX) today reported results. Aldernay has granted Kelmora Biosciences an option for Asian rights to KLM-204.",
    )
    assert partners_of(facts) == {"Kelmora Biosciences"}
    assert [row.collaboration_type for row in facts.collaboration_mentions] == ["option"]


@pytest.mark.parametrize(
    ("short", "full"),
    [("Advantor Pharma", "Advantor Pharma Holdco Limited"), ("Advantor", "Advantor Laboratories, Inc.")],
)
def test_a_partner_of_two_names_is_known_by_what_they_share(short: str, full: str) -> None:
    facts = facts_of(
        f"Norvita Pharma's Partner {short} Reports Results",
        f"Norvita Pharma AG today reported that its partner {full} has results of KLM-204.",
        "Advantor holds exclusive rights to KLM-204 in Japan.",
    )
    assert partners_of(facts) == {full}
    assert [row.collaboration_type for row in facts.collaboration_mentions] == ["license"]
