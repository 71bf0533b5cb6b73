"""Talks at meetings: announced ones are to come, those of the day of the release are not, others have been given."""

import pytest
from trials_reading import read, told

NORTHBRIDGE = "BOSTON, May 9, 2024 (GLOBE NEWSWIRE) -- Northbridge Therapeutics, Inc. (Nasdaq: NBRG)"
TRIAL = "A Phase 2 trial of NBX-101 in lupus is ongoing."


def release(headline: str, body: str) -> str:
    """A release of an invented company."""
    return f"{headline}\n\n{NORTHBRIDGE} {body}\n"


def data(headline: str, body: str) -> set[str]:
    """The statements of the data of NBX-101."""
    return {s for kind, name, s in told(read(release(headline, body))) if kind == "data_reported" and name == "NBX-101"}


ANNOUNCED = [
    "today announced the first presentation of clinical data for NBX-101 at the upcoming European Lupus Meeting.",
    "today announced acceptance of an abstract with Phase 2 clinical data of NBX-101 for presentation at the upcoming ASH meeting.",
    "today announced that new data from the Phase 2 trial of NBX-101 have been selected for oral presentation at the ASH Meeting.",
    "today announced that results of the Phase 2 trial of NBX-101 were accepted as a late-breaking abstract.",
    "today announced upcoming presentations of clinical data for NBX-101 in lupus at two medical meetings.",
    "today announced the presentation of new data for NBX-101 at the upcoming Rheumatology Congress.",
    "today announced an oral presentation of new clinical data for NBX-101 at the Lupus Congress, held June 3-5, 2024.",
    "today outlined its presentations of clinical data for NBX-101 at a forthcoming congress.",
]


@pytest.mark.parametrize("body", ANNOUNCED)
def test_a_talk_that_is_only_announced_is_to_come(body: str) -> None:
    assert data("Northbridge Gives News", f"{body} {TRIAL}") == {"expected"}


def test_a_headline_of_a_talk_is_settled_by_the_news_below() -> None:
    headline = "Northbridge Announces First Presentation of Clinical Data for NBX-101"
    later = "said that the oral presentation will be held at a congress."
    assert data(headline, f"{later} {TRIAL}") == {"expected"}
    assert data(headline, f"said that it is glad about NBX-101. {TRIAL}") == {"happened"}


GIVEN = [
    "today announced positive clinical data for NBX-101 in lupus.",
    "today announced the presentation of clinical data for NBX-101 in lupus at the Lupus Congress in Rome.",
    "presented new clinical data for NBX-101 at the Lupus Congress, held May 6-9, 2024.",
    "today announced that results of the Phase 2 trial of NBX-101, which were selected as a late-breaking abstract, were presented in Rome.",
    "today announced positive results of the Phase 2 trial of NBX-101 ahead of a meeting of its owners.",
]  # fmt: skip


@pytest.mark.parametrize("body", GIVEN)
def test_data_that_are_told_have_happened(body: str) -> None:
    assert data("Northbridge Gives News", f"{body} {TRIAL}") == {"happened"}


TODAY = [
    "Results were presented today at the congress. These results will be highlighted in an oral presentation by Dr. Jane Roe.",
    "What the trial found will be featured today at a press briefing and presented at 1:00 p.m.",
    "The data will be presented this afternoon at the Lupus Congress.",
    "The data are being presented today at the Lupus Congress.",
    "Results will be presented in a session on May 9, 2024.",
    "The results will be presented in an oral presentation later today.",
]


@pytest.mark.parametrize("behind", TODAY)
def test_a_talk_on_the_day_of_the_release_leaves_nothing_to_expect(behind: str) -> None:
    body = f"today announced updated results from a Phase 2 trial of NBX-101 in lupus. {behind}"
    assert data("Northbridge Announces Results of NBX-101", body) == {"happened"}


LATER = [
    "Results were presented today at a congress. The authors will present the full analysis in a manuscript soon.",
    "Full results will be presented at an upcoming medical meeting.",
    "Results were presented today at a congress. Full results of the trial will be presented at a later meeting.",
    "Results were presented today at a congress. Further data will be presented on June 20, 2024.",
    "Results will be presented at a congress of cardiologists and will also be submitted to the regulators.",
    "Detailed results will be presented at a medical meeting and shared with regulators.",
    "Results will be presented at a meeting and submitted to the FDA.",
]


@pytest.mark.parametrize("behind", LATER)
def test_a_later_talk_is_expected_besides(behind: str) -> None:
    body = f"today announced that the Phase 2 trial of NBX-101 in lupus met its primary endpoint. {behind}"
    assert data("Northbridge Announces Results of NBX-101", body) == {"happened", "expected"}


def test_data_that_only_an_agency_will_see_are_no_talk() -> None:
    body = f"said that data on NBX-101 will be shared with regulatory authorities. {TRIAL}"
    assert data("Northbridge Gives News", body) == set()


PROMISED = [
    "The trial should give physicians long-term data on NBX-101.",
    "The study may yield important insights and results on NBX-101 in adults.",
    "“The trial could deliver the first data showing that NBX-101 lowers blood sugar,” said Jane Roe.",
    "The trial is designed to add evidence about the safety of NBX-101.",
    "It aims to provide clinicians with clinical data on NBX-101, which will inform treatment.",
    "The trial will provide important data on NBX-101 to doctors.",
    "The findings will help doctors to choose NBX-101.",
]


@pytest.mark.parametrize("promise", PROMISED)
def test_what_a_trial_is_to_teach_is_no_news_of_data(promise: str) -> None:
    body = f"has dosed the first patient in NORTH-2, a Phase 3 trial of NBX-101 in lupus. {promise}"
    assert data("First Patient Dosed in Trial of NBX-101", body) == set()


@pytest.mark.parametrize(
    "plan",
    [
        "The company expects to provide topline data of the trial in 2025.",
        "It will give a clinical update on NBX-101 next month.",
        "The company plans to report results of the trial in 2025.",
    ],
)
def test_what_a_company_is_to_tell_is_expected(plan: str) -> None:
    body = f"has dosed the first patient in NORTH-2, a Phase 3 trial of NBX-101 in lupus. {plan}"
    assert data("First Patient Dosed in Trial of NBX-101", body) == {"expected"}


QUARTERS = [
    ("The company remains on course to announce headline data in the third quarter.", True),
    ("The company will share topline data in the fourth quarter of 2024.", True),
    ("The company will report results for the third quarter on November 5.", False),
    ("The company plans to report third quarter 2024 results on November 5.", False),
]


@pytest.mark.parametrize(("last", "is_data"), QUARTERS)
def test_data_to_come_in_a_quarter_are_no_results_of_the_quarter(last: str, is_data: bool) -> None:
    body = f"BOSTON, May 14, 2024 (GLOBE NEWSWIRE) -- Northbridge Therapeutics, Inc. (Nasdaq: NBRG) said that its Phase 2 trial of NBX-101 in gout is ongoing. {last}"
    found = told(read(f"Northbridge Gives an Update on NBX-101\n\n{body}\n"))
    assert (("data_reported", "NBX-101", "expected") in found) == is_data
