"""Where the parts of a release begin in texts whose line ends, marks or halves of sentences were lost."""

import pytest
from parse_reading import parsed, section_of

LEAD = (
    "Corden Reports on Orvasta\n\nBOSTON, March 26, 2024 (GLOBE NEWSWIRE) -- Corden Bio, Inc. (Nasdaq: CORD) told the results "
    "of its trial of Orvasta, a tablet for adults who suffer from gout, to the meeting of a learned society in Vienna today. "
)
LEGAL = "These statements are based upon beliefs of the management. Approval of Orvasta is expected in 2026."


def test_news_that_ran_into_the_safe_harbour_stays_news() -> None:
    text = f"{LEAD}Orvasta halved the number of flares compared to placebo includes “forward-looking statements” in law. {LEGAL}"
    release = parsed(text)
    assert section_of(release, "halved the number") == "body"
    assert section_of(release, "in law") == section_of(release, "is expected in 2026") == "forward_looking"


@pytest.mark.parametrize(
    "opening",
    [
        "P-CRD This news release of Corden Bio, Inc., Salem, N.J., USA (the “company”) includes “forward-looking statements”.",
        "Follow us on social media.Corden Safe HarborThis news release contains forward-looking statements.",
        "### Corden Disclosure Notice The information is as of today.",
        "P-CRD **Corden Cautionary Statement Regarding Forward-Looking Statements** It may be wrong.",
        "**Select Safety Information** Do not take it.",
    ],
)
def test_a_warning_without_a_line_of_its_own_ends_the_news(opening: str) -> None:
    release = parsed(
        f"{LEAD}Learn more about the company and its people at our site, which tells of all. {opening} {LEGAL}"
    )
    assert section_of(release, "tells of all") == "body"
    assert section_of(release, "is expected in 2026") in ("forward_looking", "safety")


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("These results showed**ORVASTA helped** all.", "These results showed ORVASTA helped all."),
        ("Adults with*CRD*F12C-mutated or g*CRD*m gout.", "Adults with CRD F12C-mutated or gCRDm gout."),
        ("Infections caused by*Orva minor*in children.", "Infections caused by Orva minor in children."),
        ("It treats*Orva**minor*infections.", "It treats Orva minor infections."),
        ("The**O**rdinary**S**tudy grew by 5%* and 7%*.", "TheOrdinaryStudy grew by 5%* and 7%*."),
    ],
)
def test_marks_that_touch_words_go_and_the_words_stay_apart(marked: str, plain: str) -> None:
    assert parsed(LEAD + marked).text.endswith(plain)


def test_a_heading_whose_marks_touch_is_a_heading() -> None:
    text = f"{LEAD}It sells it.**About****Corden:****Corden makes**** tablets.** {LEGAL}"
    assert section_of(parsed(text), "makes") == "about_company"


def test_what_a_site_shows_below_each_release_belongs_to_none() -> None:
    tail = "## Multimedia ! ## Sign up for email alerts </article></main> #### Related links **About Corden** We cure."
    release = parsed(
        f"{LEAD}It tells of all.\n\n**About Corden** It is a company. {LEGAL}\n\nSource: Corden Bio, Inc. {tail}"
    )
    assert section_of(release, "a company") == "about_company"
    assert section_of(release, "We cure") == "contacts"
    assert "</" not in release.text


def test_a_box_above_the_news_hides_nothing() -> None:
    release = parsed(f"Corden Reports\n\nSign up for email alerts\n\n{LEAD.splitlines()[2]}It tells of all.")
    assert section_of(release, "tells of all") == "body"


def test_a_trade_mark_that_sank_into_the_line_is_a_mark_again() -> None:
    text = parsed(f"{LEAD}It sells OrvastaTM, ORVANTM and the ATM gene at an ATM.").text
    assert text.endswith("It sells Orvasta™, ORVAN™ and the ATM gene at an ATM.")
