"""Titles and openings that tell what follows: safety summaries, candidates of a company, beliefs without a heading."""

import pytest
from parse_reading import parsed, section_of

LEAD = (
    "Corden Reports on Orvasta\n\nBOSTON, March 26, 2024 (GLOBE NEWSWIRE) -- Corden Bio, Inc. (Nasdaq: CORD) told the results "
    "of its trial of Orvasta, a tablet for adults who suffer from gout, to the meeting of a learned society in Vienna today. "
    "The trial was run at ten places in Ohio and Utah, and its results were read by doctors who had no part in the work of it. "
)


@pytest.mark.parametrize(
    "title",
    [
        "**PURPOSE AND SAFETY SUMMARY WITH WARNINGS** Important Facts About ORVASTA®.",
        "**PURPOSE AND SAFETY SUMMARY**",
        "Purpose and Safety Summary",
        "**Safety Summary**",
        "Important Facts About Orvasta",
        "\n\nCommon side effects\n\n",
        "\n\nWho should not take Orvasta?\n\n",
        "\n\nBefore using Orvasta\n\n",
        "\n\nHow to take Orvasta\n\n",
    ],
)
def test_a_summary_of_safety_is_no_news(title: str) -> None:
    release = parsed(f"{LEAD}The doctors were glad of it. {title} Some adults felt sick after a tablet at night.")
    assert section_of(release, "felt sick") == "safety"
    assert section_of(release, "were glad") == "body"


@pytest.mark.parametrize(
    "opening",
    [
        "Side effects were mild: it",
        "Before using its funds, the company",
        "How to use the tablet best",
        "Safety was the aim: it",
    ],
)
def test_news_with_like_words_stay_news(opening: str) -> None:
    release = parsed(f"{LEAD}\n\n{opening} was told to doctors at length in the afternoon of the second day.\n")
    assert section_of(release, "at length") == "body"


@pytest.mark.parametrize(
    "title",
    [
        "About Corden’s therapeutic candidates",
        "About Corden's Pipeline",
        "About Corden Bio’s clinical portfolio",
        "About our pipeline",
        "About Corden’s vaccine candidates",
    ],
)
def test_a_title_of_candidates_is_about_medicines(title: str) -> None:
    release = parsed(f"{LEAD}\n\n{title}\n\nORV-12 is a tablet for gout that is tried in adults.\n")
    assert section_of(release, "ORV-12 is") == "about_compound"


@pytest.mark.parametrize("title", ["About Corden Bio", "About Corden Bio, Inc.", "About Corden"])
def test_a_title_of_the_company_is_about_the_company(title: str) -> None:
    release = parsed(f"{LEAD}\n\n{title}\n\nThe company makes tablets for gout and sells them in Ohio.\n")
    assert section_of(release, "makes tablets") == "about_company"


@pytest.mark.parametrize(
    "beliefs",
    [
        "Side effects were mild, including nausea about Orvasta as a potential treatment of gout and reflects Corden's current "
        "beliefs and expectations. However, there are substantial risks in such work.",
        "It speaks about the timeline for future readouts of Orvasta and reflects Corden Bio’s current belief. As with any "
        "medicine, there are risks and uncertainties.",
        "These words about Orvasta reflect the company’s current views. There can be no guarantee that they come true.",
        "What was told reflects our current expectations. Actual results may differ.",
    ],
)
def test_beliefs_without_a_heading_are_no_news(beliefs: str) -> None:
    release = parsed(f"{LEAD}The doctors were glad of it. {beliefs} Data of Orvasta will be presented in June 2026.")
    assert section_of(release, "will be presented") == "forward_looking"
    assert section_of(release, "were glad") == "body"


def test_guidance_that_reflects_current_sales_stays_news() -> None:
    release = parsed(
        f"{LEAD}The price reflects the current views of doctors. The next trial of Orvasta will begin in June in Ohio. "
        "Adults with gout can take part in it at ten places, and the company pays for their way there and back home again."
    )
    assert section_of(release, "will begin") == "body"
