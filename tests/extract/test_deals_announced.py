"""Whether a release announces an agreement, in the many verbs of headlines and leads; and of which kind it then is."""

import pytest
from deal_releases import agreement_with, facts_of, partners_of

NEW = {
    "rights granted": (
        "Norvita Grants Kelmora Biosciences Exclusive Rights to NRV-310 in Japan",
        "Norvita Pharma AG today announced it has granted Kelmora Biosciences exclusive rights to develop and market NRV-310 in Japan.",
        "license",
    ),
    "a distributor appointed": (
        "Norvita Pharma Appoints Kelmora Biosciences as Exclusive Distributor of Zelmist in Korea",
        "Norvita Pharma AG announced that it has appointed Kelmora Biosciences as its exclusive distributor of Zelmist (zelmidone) in South Korea.",
        "commercial",
    ),
    "rights obtained": (
        "Norvita Pharma Gains Global Rights to Late-Stage Gout Drug",
        "Norvita Pharma AG today announced that it has obtained exclusive worldwide rights to NRV-310 from Kelmora Biosciences.",
        "license",
    ),
    "a sublicense": (
        "Norvita Pharma Sublicenses NRV-310 to Kelmora Biosciences for Latin America",
        "Norvita Pharma AG announced today that it has sublicensed NRV-310 to Kelmora Biosciences for Latin America.",
        "license",
    ),
    "a combination to be tried": (
        "Norvita Pharma to Evaluate NRV-310 in Combination with Kelmora Biosciences' Drelimab in Lung Cancer",
        "Norvita Pharma AG announced today that it will work with Kelmora Biosciences to evaluate NRV-310 together with drelimab.",
        "clinical_trial",
    ),
    "both to develop": (
        "Norvita Pharma and Kelmora Biosciences to Co-Develop NRV-310",
        "Norvita Pharma AG and Kelmora Biosciences announced today an agreement to co-develop NRV-310 for asthma.",
        "codevelopment",
    ),
    "a pact": (
        "Norvita Pharma Inks CDMO Pact with Kelmora Biosciences",
        "Norvita Pharma AG today said it has tapped Kelmora Biosciences to provide process development and GMP manufacturing of NRV-310.",
        "manufacturing",
    ),
    "a business sold": (
        "Norvita Pharma Divests Dermatology Portfolio to Kelmora Biosciences",
        "Norvita Pharma AG announced it has sold its dermatology portfolio to Kelmora Biosciences for $72 million in cash.",
        "acquisition",
    ),
    "money from a fund": (
        "CARB-X Backs Norvita Pharma's Antibiotic",
        "Norvita Pharma AG said today it has been awarded up to US$7.4 million from CARB-X to progress NRV-310 toward the clinic.",
        "grant",
    ),
    "an award by a foundation": (
        "Norvita Pharma Receives $9.5 Million from Gates Foundation to Develop Vaccine",
        "Norvita Pharma AG announced today a $9.5 million award by the Bill & Melinda Gates Foundation for its vaccine NRV-310.",
        "grant",
    ),
    "a memorandum": (
        "Norvita Pharma Signs Memorandum of Understanding with Ministry of Health of Kenya",
        "Norvita Pharma AG announced that it has signed a memorandum of understanding with the Ministry of Health of Kenya for access to NRV-310.",
        "unspecified",
    ),
    "a venture": (
        "Norvita Pharma Spins Out NRV-310 Into New Company with Kelmora Biosciences",
        "Norvita Pharma AG and Kelmora Biosciences today announced the formation of Dorvia Bio, a joint venture that will develop NRV-310.",
        "codevelopment",
    ),
    "licensed, told beside a phase": (
        "Norvita Pharma Licenses Phase 2-Ready Gout Drug From Kelmora; Announces Financing",
        "Norvita Pharma AG today announced two transactions. First, Norvita acquired from Kelmora Biosciences exclusive worldwide rights to NRV-310.",
        "license",
    ),
    "working together": (
        "Norvita Pharma to Fight Anthrax With Kelmora",
        "Norvita Pharma AG today announced it is collaborating with Kelmora Biosciences to discover antibodies.",
        "research",
    ),
    "a sale that closes": (
        "Norvita Pharma completes divestment of eye care business",
        "Norvita Pharma AG is pleased to announce completion of the sale of its eye care business, including Zelmist, to Kelmora Biosciences.",
        "acquisition",
    ),
    "a disposal": (
        "Norvita Pharma agrees to sell Irish antibiotics unit to Kelmora",
        "Norvita Pharma AG today announces it has entered into a conditional agreement for the disposal of its antibiotics business to Kelmora Biosciences.",
        "acquisition",
    ),
    "money of a council": (
        "Norvita Pharma receives EUR 12 million from EIC Accelerator",
        "Norvita Pharma AG has been selected by the European Innovation Council (EIC) Accelerator to receive a EUR 2.5 million grant for the clinical development of NRV-310.",
        "grant",
    ),
    "what a fund will give": (
        "CEPI funds development of Norvita Pharma's vaccine",
        "Norvita Pharma AG today announced that the Coalition for Epidemic Preparedness Innovations (CEPI) will provide up to USD 15.4 million to fund a Phase I study of NRV-310.",
        "grant",
    ),
    "an inked deal": (
        "Norvita Pharma signs exclusive supply deal for biosimilar with Kelmora",
        "Norvita Pharma AG said Tuesday that it has inked an exclusive license and supply agreement with Germany's Kelmora Biosciences for NRV-310.",
        "license",
    ),
    "brands to be divested": (
        "Norvita Pharma to divest legacy brands to Kelmora for EUR 210 million",
        "Norvita Pharma AG has agreed to divest a portfolio of brands, among them Zelmist, to Kelmora Biosciences.",
        "acquisition",
    ),
    "rights bought": (
        "Norvita Pharma buys US rights to nasal spray from Kelmora",
        "Norvita Pharma AG said on Tuesday it would buy the U.S. rights to NRV-310 from Kelmora Biosciences for about $140 million.",
        "acquisition",
    ),
    "partners for a trial": (
        "Norvita Pharma Partners with Kelmora on NRV-310 Trial",
        "Norvita Pharma AG announced that it will conduct a Phase 2 trial of NRV-310 with Kelmora Biosciences under a collaboration.",
        "clinical_trial",
    ),
    "to sell another's drug": (
        "Norvita Pharma to co-promote Kelmora's heart failure drug",
        "Norvita Pharma AG has agreed to co-promote Kelmora Biosciences' heart failure pill Zelmist, the companies said.",
        "commercial",
    ),
    "a share taken": (
        "Norvita Pharma Announces Strategic Investment by Kelmora Biosciences",
        "Norvita Pharma AG today announced that Kelmora Biosciences has made a $20 million equity investment in Norvita.",
        "unspecified",
    ),
    "a voucher sold": (
        "Norvita Pharma Sells Priority Review Voucher for $100 Million",
        "Norvita Pharma AG announced it has entered into an agreement to sell its rare pediatric disease priority review voucher to Kelmora Biosciences.",
        "acquisition",
    ),
    "money for royalties": (
        "Norvita Pharma Announces Royalty Financing of $150 Million with Kelmora Royalty Ltd",
        "Norvita Pharma AG announced that Kelmora Royalty Ltd will pay $150 million for a royalty on NRV-310.",
        "unspecified",
    ),
    "with an agency": (
        "Norvita Pharma Forms Partnership With USAMRIID",
        "Norvita Pharma AG today announced that it has formed a partnership with USAMRIID.",
        "unspecified",
    ),
}  # fmt: skip
STANDING = {
    "rights that come back": (
        "Norvita Pharma Regains Rights to NRV-310 from Kelmora Biosciences",
        "Norvita Pharma AG today announced that it has regained worldwide rights to NRV-310 following the termination of its license agreement with Kelmora Biosciences.",
        "terminated",
    ),
    "an end that the partner tells": (
        "Kelmora Biosciences to Return Rights to NRV-310",
        "Norvita Pharma AG announced today that Kelmora Biosciences has notified it that it is terminating the collaboration and returning the rights to NRV-310.",
        "terminated",
    ),
    "a milestone paid": (
        "Norvita Pharma Receives $10 Million Milestone Payment from Kelmora Biosciences",
        "Norvita Pharma AG announced today it has received a $10 million milestone payment from Kelmora Biosciences under the 2019 license agreement for NRV-310.",
        "standing",
    ),
    "an end that the issuer wants": (
        "Norvita Pharma terminates licence with Kelmora Biosciences for NRV-310",
        "Norvita Pharma AG announces that it has given notice to Kelmora Biosciences to terminate the licence agreement of 2016 for NRV-310.",
        "terminated",
    ),
    "what a partner does": (
        "Norvita Pharma's Partner Kelmora Biosciences Submits NDA for NRV-310",
        "Norvita Pharma AG announced today that its partner Kelmora Biosciences has submitted a New Drug Application for NRV-310 under their license agreement.",
        "standing",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("headline", "lead", "kind"), NEW.values(), ids=NEW)
def test_an_agreement_that_is_the_news_is_new_and_of_its_kind(headline: str, lead: str, kind: str) -> None:
    facts = facts_of(headline, lead)
    (partner,) = partners_of(facts)
    row = agreement_with(facts, partner)
    assert (row.is_new, row.collaboration_type) == (True, kind)


@pytest.mark.parametrize(("headline", "lead", "status"), STANDING.values(), ids=STANDING)
def test_an_agreement_that_ends_or_goes_on_is_not_new(headline: str, lead: str, status: str) -> None:
    row = agreement_with(facts_of(headline, lead), "Kelmora")
    assert (row.is_new, row.status) == (False, status)


def test_a_company_that_pays_for_a_trial_gives_no_grant() -> None:
    row = agreement_with(
        facts_of(
            "Norvita Pharma Reports Phase 3 Results of NRV-310; Study Was Funded by Partner Kelmora",
            "Norvita Pharma AG today reported results. Kelmora Biosciences, which holds rights in Japan, funded and ran the study.",
        ),
        "Kelmora",
    )
    assert row.collaboration_type == "license"


def test_a_hospital_that_gets_money_together_with_the_issuer_gives_none() -> None:
    facts = facts_of(
        "Norvita Pharma Reports Second Quarter Results",
        "Norvita Pharma AG has begun a joint project with the Royal Ostend NHS Foundation Trust, funded by an award from Innovate UK.",
    )
    kinds = {name: agreement_with(facts, name).collaboration_type for name in ("Royal Ostend", "Innovate UK")}
    assert kinds["Innovate UK"] == "grant"
    assert kinds["Royal Ostend"] != "grant"
