"""Headings in other words, and headings that touch what stands before them: where a section ends."""

import pytest
from parse_reading import parsed, section_of

HEAD = (
    "Norvita Gets Approval for KLM-204\n\n"
    "BASEL, May 2, 2026 -- Norvita Pharma AG (NASDAQ: NORV) today announced that the FDA has approved KLM-204 for adults with gout.\n\n"
    "Selected Safety Information for KLM-204\n\nDo not give KLM-204 to adults with an allergy to any of its parts.\n\n"
)
TOLD = "KLM-204 was licensed from Kelmora Biosciences, Inc."


@pytest.mark.parametrize(
    "heading",
    [
        "More About the Development of the Vaccine",
        "More About KLM-204",
        "Learn More About KLM-204",
        "Additional Information About KLM-204",
        "Further Information about the KLM-204 Program",
        "**More About the Development of KLM-204**",
    ],
)
def test_a_longer_heading_ends_the_safety_information(heading: str) -> None:
    release = parsed(f"{HEAD}{heading}\n\n{TOLD}\n\nAbout Norvita\n\nNorvita is a company in Basel.\n")
    assert section_of(release, TOLD) == "about_compound"


@pytest.mark.parametrize(
    "line",
    [
        "More about side effects",
        "More About Side Effects of KLM-204",
        "Additional Information about the Risks of KLM-204",
        "What is the most important information about KLM-204?",
        "Learn more about your treatment",
    ],
)
def test_headings_about_side_effects_do_not(line: str) -> None:
    release = parsed(f"{HEAD}{line}\n\nCall your doctor when you feel sick.\n\nAbout Norvita\n\nNorvita is in Basel.\n")
    assert section_of(release, "Call your doctor") == "safety"


def test_a_heading_behind_an_address_of_a_footnote_ends_the_footnotes() -> None:
    release = parsed(
        "Norvita Shares Update\n\nBASEL, May 2, 2026 -- Norvita BioPharma AG (NASDAQ: NORV) today shared an update on KLM-204.\n\n"
        "[1] https://www.example.com/news/market-3013.html?utm_source=siteAbout Norvita BioPharma & Its Industry\n\n"
        "The Company's network of research institutions includes the University of Basel.\n"
    )
    assert section_of(release, "network of research") == "about_company"


def test_a_heading_behind_the_last_sentence_of_a_short_paragraph_is_parted() -> None:
    release = parsed(
        "Norvita Shares Update\n\nBASEL, May 2, 2026 -- Norvita BioPharma AG (NASDAQ: NORV) today shared an update on KLM-204.\n\n"
        "Norvita remains focused on its model.About Kelmora BioPharma\n\nKelmora makes vaccines in Bern.\n"
    )
    assert section_of(release, "Kelmora makes") == "about_company"
