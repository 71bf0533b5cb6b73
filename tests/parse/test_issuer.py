"""Which company speaks: names without a capital, lost blanks, words that are no name, who announces, whose ticker it is."""

from datetime import datetime

import pytest

from ingest.parse.release import parse_release
from ingest.records import ListingItem, PressRelease, RawPage

MORE = "\n\nThis paragraph adds some words so that the text is long enough to be read as a release of a company."


def _read(headline: str, body: str) -> PressRelease:
    page = RawPage(
        ListingItem("folder", "own.txt"),
        f"{headline}\n\nBASEL, March 2, 2026 (GLOBE NEWSWIRE) -- {body}{MORE}".encode(),
        "text/plain", None, datetime(2026, 3, 2, 6, 0), "2026-03-02",
    )  # fmt: skip
    return parse_release(page)


ISSUERS = {
    "who believes in its drug": ("FDA Authorizes Phase II Study for Zelunix", "Kirvano Believes its Drug Candidate Zelunix Could Change Treatment of many patients", "Kirvano"),
    "whose drug the data are for": (
        "Phase 2 MIRAX trial results (12-week) for Moonpond's Nanobody sonelimab to be presented at the congress", "The disease is common in many lands.", "Moonpond",
    ),
    "a name without any capital": ("77nova Begins Phase 3 Trial of KLM-204", "The trial enrolls adults. 77nova expects data in 2028.", "77nova"),
    "the consortium announces": (
        "Pfizer joins the Kelnor consortium", "The Kelnor consortium announced today that Pfizer has joined its programme.", "Kelnor consortium",
    ),
    "letters in front of the name": (
        "Norvita Goes On", "NOR-EB3Norvita Pharma AG (SIX: NORV) today announced that KLM-204 works. Norvita goes on. Norvita is in Basel.", "Norvita Pharma AG",
    ),
    "a capital inside the name": ("BioKelmora Reports Year", "BioKelmora AG today reported its year. BioKelmora is in Basel.", "BioKelmora AG"),
    "a listed name that opens the headline": ("Norvita Pharma Inc. (NASDAQ: NORV): A Year of Steps", "Kidney disease is common. Many adults have it.", "Norvita Pharma Inc."),
    "a company that develops a drug is no drug": (
        "Norvita Pharma on Stage", "Norvita Pharma (NASDAQ: NORV) is a young pharmaceutical company developing an antibody drug.", "Norvita Pharma",
    ),
    "the head of a company is a guest": ("KLM-204 in the Talk", "Dr. Robin Vale, CEO of Norvita Pharma Inc. (NASDAQ: NORV), was a guest.", "Norvita Pharma Inc."),
    "the owner of another drug is not the one": (
        "Kidney Disease Is Common", "The FDA approved Kelmora Biosciences’ (NASDAQ: KLMR) drug. Norvita Pharma Inc. (NASDAQ: NORV) hopes for the same.", "Norvita Pharma Inc.",
    ),
    "an owner with s": ("Trial of KLM-204 Meets Goal", "Norvitia's antibody met its goal. Norvitia expects to file in May.", "Norvitia"),
    "who gives an update": ("Norvita Gives Update on KLM-204", "Norvita Pharma AG (SIX: NORV) said that KLM-204 works.", "Norvita Pharma AG"),
    "an owner without s": (
        "A Step Forward", "Kelmora Therapeutics’ (NASDAQ: KLMR) kidney drug takes a step forward with a new plant in Basel.", "Kelmora Therapeutics",
    ),
    "on whose behalf": ("A Cure for the Kidney", "Disseminated on behalf of Norvita Pharma, Inc.\n\nKidney disease is common.", "Norvita Pharma, Inc."),
    "who bears the duty": (
        "In Vitro Studies of the Norvita and Kelmora Vaccine", "The vaccine works in cells, as doctors see. Norvita assumes no obligation to update this text.", "Norvita",
    ),
    "its people": ("A Study of the Kidney", "Scientists at Norvita genetics and colleagues from Basel today report on a study of kidneys.", "Norvita"),
    "that is why": ("A Song for Kidneys", "Many adults have kidney disease. That's why Borenheim and Norvita Pharma today announced a new initiative.", "Borenheim"),
    "in response": ("Kidneys Need Help", "Kidney disease is common. In response, Norvita Pharma today announced a new initiative.", "Norvita Pharma"),
    "to help": ("Kidneys Need Help", "Kidney disease is common. To help patients, Norvita announced a new initiative. Norvita is in Basel.", "Norvita"),
    "today and a comma": ("Kidneys Need Help", "Kidney disease is common. Today, Norvita Pharma announced a new initiative.", "Norvita Pharma"),
    "as part of": ("Kidneys Need Help", "Kidney disease is common. As part of its work, Norvita Pharma announced a new initiative.", "Norvita Pharma"),
    "the owner of a phase": ("KLM-204 Works in Adults", "Adults who took it were well for two years in new results from Norvita and Company's Phase 2 study.", "Norvita and Company"),
    "the owner with a form of law": ("KLM-204 Works in Adults", "It led to better kidneys in a part of Norvita Pharma, Inc.'s phase 3 trial.", "Norvita Pharma, Inc."),
    "the owner of a medicine": ("KLM-204 Works in Adults", "Adults who took KLM-204, Norvita's investigational inhibitor, had fewer symptoms.", "Norvita"),
    "a disclosure notice": ("Data of KLM-204 in Adults", "Kidney disease is common.\n\nNorvita Disclosure Notice\n\nThe words of this text are of today.", "Norvita"),
    "a name of the trade before results": ("Kelbiotech Results from the First Study Suggest KLM-204 Works", "Kidney disease is common, as many doctors say.", "Kelbiotech"),
    "who explores alternatives": ("KLM-204 Shows Results", "Data show that KLM-204 works. Kinetora is actively exploring strategic alternatives.", "Kinetora"),
    "who explores, with a lost blank": ("KLM-204 Shows Results", "KLM-204 was safe in all cohortsKinetora is actively exploring strategic alternatives.", "Kinetora"),
    "who is a company": ("KLM-204 Shows Results", "Data show that KLM-204 works. Kinetora is a clinical-stage company in Basel.", "Kinetora"),
}  # fmt: skip
NOBODY = {
    "advisers": ("Advisers Say Kidney Drugs Are Needed", "Advisers to the agency reported that KLM-204 works. Advisers met in Boston."),
    "drugmakers": ("Drugmakers Report Lower Prices", "Drugmakers reported that prices fell. Drugmakers met in Boston."),
    "the owner of a disease": ("Kidney Data", "Adults in Parkinson's investigational trials and Crohn's phase 2 studies had fewer symptoms, as doctors have reported."),
    "an agency's trial": ("Kidney Data", "Adults were well in new results from NIAID's Phase 2 study, as doctors have reported."),
    "two companies told of": ("Kidney Data", "Kidney disease is common. Kinetora is a company in Basel. Vanotora is a company in Bern. Both make medicines for kidneys."),
    "a product is no company": ("Kidney Data", "Drugolin is a medicine for kidneys that doctors give to adults, as many have reported."),
    "research": ("Research Suggests KLM-204 Works", "The study shows that KLM-204 works in adults, as doctors have reported."),
    "a partial response": ("Partial Response Reported in First Patient", "The patient had kidney cancer. The trial goes on as planned."),
    "a protein": ("Lipoprotein Reduced in Trial of KLM-204", "The trial shows that KLM-204 works in adults, as doctors have reported."),
}  # fmt: skip


@pytest.mark.parametrize(("headline", "body", "name"), ISSUERS.values(), ids=ISSUERS)
def test_the_company_that_speaks_is_read(headline: str, body: str, name: str) -> None:
    assert _read(headline, body).issuer_name == name


@pytest.mark.parametrize(("headline", "body"), NOBODY.values(), ids=NOBODY)
def test_a_word_of_a_headline_is_no_company(headline: str, body: str) -> None:
    assert _read(headline, body).issuer_name is None


@pytest.mark.parametrize(
    "bracket", ["(Headquarters: Tokyo)", "(Tokyo; “Kelmora”, a member of a large group with many other companies)"]
)
def test_the_ticker_of_the_second_company_is_not_the_issuers(bracket: str) -> None:
    release = _read(
        "Kelmora and Norvita Announce Plan", f"Kelmora Co., Ltd. {bracket} and Norvita Pharma Inc. (Nasdaq: NORV) announced today that they go on."
    )  # fmt: skip
    assert release.issuer_name == "Kelmora Co., Ltd."
    assert release.issuer_ticker is None


@pytest.mark.parametrize(
    "dateline",
    ["LONDON and INGELHEIM--", "LONDON, BASEL and PARIS -- ", "NEW YORK, May 21, 2024 (HubWire) -- "],
)
def test_a_place_in_capitals_is_no_issuer(dateline: str) -> None:
    page = RawPage(
        ListingItem("folder", "own.txt"),
        f"Drug Design Goes On\n\n{dateline}Insilvana AI, a company for drug design, today announced a platform.{MORE}".encode(),
        "text/plain", None, datetime(2026, 3, 2, 6, 0), "2026-03-02",
    )  # fmt: skip
    assert parse_release(page).issuer_name == "Insilvana AI"


@pytest.mark.parametrize(
    "bracket",
    [
        '("Norvitia" or "the Company"; LSE: NRV)',
        "(“Norvitia,” NASDAQ: NRV)",
        "(Euronext Growth Oslo: NRV)",
        "(TSE Prime: NRV)",
        "(Borsa Italiana: NRV)",
    ],
)
def test_a_ticker_is_read_behind_a_short_name_and_on_small_markets(bracket: str) -> None:
    assert (
        _read(
            "Norvitia Reports Year", f"Norvitia Pharma plc {bracket}, a company, today reported its year."
        ).issuer_ticker
        == "NRV"
    )
