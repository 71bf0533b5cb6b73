"""Lines above the headline: labels and the date beside them."""

import datetime

import pytest
from parse_reading import parsed

HEADLINE = "Corden Starts Phase 2 Trial of Orvasta"
STORY = (
    "BOSTON -- Corden Bio, Inc. (Nasdaq: CORD) today announced that it has started a Phase 2 trial of Orvasta, a tablet for "
    "adults who suffer from gout, in ten countries.\n"
)


@pytest.mark.parametrize(
    "label",
    [
        "FOR IMMEDIATE RELEASE: March 26, 2024",
        "FOR IMMEDIATE RELEASE      March 26, 2024",
        "Press Release\nMarch 26, 2024\nFor immediate release",
        "Exhibit 99.1\n\nNews Release - 26 March 2024",
        "FOR IMMEDIATE RELEASE: Mar. 26, 2024",
    ],
)
def test_labels_above_the_headline_give_their_date_and_are_not_the_headline(label: str) -> None:
    release = parsed(f"{label}\n\n{HEADLINE}\n\n{STORY}")
    assert release.headline == HEADLINE
    assert release.published_on == datetime.date(2024, 3, 26)


def test_a_label_without_a_date_gives_none() -> None:
    release = parsed(f"FOR IMMEDIATE RELEASE\n\n{HEADLINE}\n\n{STORY}")
    assert (release.headline, release.published_on) == (HEADLINE, None)


def test_a_headline_that_begins_like_a_label_stays_whole() -> None:
    release = parsed(f"Immediate Release Tablets of Orvasta Approved in 2024\n\n{STORY}")
    assert release.headline == "Immediate Release Tablets of Orvasta Approved in 2024"
