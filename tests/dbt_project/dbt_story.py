"""The story that the tests of the dbt project tell: IMGN853 from IND to approval, with what goes wrong on the way.

It arrives in two nights. The second one brings the end of a program, the correction of an approval and a new indication.
"""

from __future__ import annotations

from dbt_home import Story

OVARIAN, LUNG, LYMPHOMA = "ovarian cancer", "non-small cell lung cancer", "non-Hodgkin lymphoma"


FIRST_NIGHT, SECOND_NIGHT = "2026-11-20", "2026-11-21"


def tell_story(nights: int = 2, version: str = "rules-1") -> Story:
    """The story as its first or its second night finds it."""
    story = Story(
        same={"mirvetuximab soravtansine": "IMGN853", "Elahere": "IMGN853", "Orlavo": "ORL-7"},
        within={"tophaceous gout": "gout"},
        version=version,
    )
    r1 = story.release(
        "ind",
        "ImmunoGen: IND for IMGN853 is active\nThe IND for IMGN853, against FOLR1, is now active. A Phase I trial is to "
        "begin in mid-2012 in ovarian cancer and non-small cell lung cancer. IMGN853 joins DM4 to the antibody M9346A. "
        "IMGN529 has entered Phase I in non-Hodgkin lymphoma. Amgen is a partner.",
        "2012-03-26",
    )
    r1.company("ImmunoGen", is_issuer=True, ticker="IMGN")
    r1.compound(
        "IMGN853", "The IND for IMGN853", role="subject", development_stage="ind_active", planned_stage="phase_1"
    )
    r1.compound("IMGN853", "ovarian cancer", OVARIAN, role="subject", development_stage="ind_active")
    r1.compound("IMGN529", "IMGN529 has entered Phase I", LYMPHOMA, development_stage="phase_1", owner="ImmunoGen")
    r1.component("IMGN853", "payload", "DM4")
    r1.component("IMGN853", "antibody", "M9346A")
    r1.target("IMGN853", "FOLR1")
    mid = dict(window_start="2012-05-01", window_end="2012-08-31", window_text="mid-2012", precision="third")
    t1 = r1.trial(
        "IMGN853", "A Phase I trial is to begin in mid-2012", (OVARIAN, LUNG), phase="1", phase_label="Phase I",
        status="cleared", statement="happened", expected_step="start", **mid,
    )  # fmt: skip
    r1.trial("IMGN529", "entered Phase I", (LYMPHOMA,), phase="1", status="started", statement="happened")
    r1.milestone("IMGN853", "ind_active", "happened", "is now active", agency="FDA")
    r1.milestone("IMGN853", "trial_started", "expected", "begin in mid-2012", trial_fact_id=t1, **mid)
    r1.collaboration("ImmunoGen", "Amgen", "Amgen is a partner")

    copy = story.release("ind-copy", r1.text + "\n", "2012-03-26", wire="globe_newswire", copy_of="ind")
    copy.company("ImmunoGen", is_issuer=True)
    copy.compound("IMGN853", "The IND for IMGN853", role="subject", development_stage="phase_3")

    r2 = story.release(
        "slip",
        "ImmunoGen reports its quarter\nThe first Phase I trial of IMGN853 is now to begin in the fourth quarter of 2012.",
        "2012-07-27",
    )
    r2.company("ImmunoGen", is_issuer=True)
    r2.compound("IMGN853", "IMGN853", planned_stage="phase_1")
    fourth = dict(window_start="2012-10-01", window_end="2012-12-31", window_text="the fourth quarter of 2012")
    t2 = r2.trial(
        "IMGN853", "first Phase I trial", (), phase="1", status="planned", statement="expected", expected_step="start",
        precision="quarter", **fourth,
    )  # fmt: skip
    r2.milestone(
        "IMGN853", "trial_started", "expected", "to begin in the fourth quarter of 2012", trial_fact_id=t2,
        precision="quarter", **fourth,
    )  # fmt: skip

    r3 = story.release(
        "dosed",
        "First patient dosed with IMGN853\nA Phase I trial of IMGN853 in ovarian cancer has begun.",
        "2013-01-08",
    )
    r3.company("ImmunoGen", is_issuer=True)
    r3.compound("IMGN853", "Phase I trial of IMGN853", OVARIAN, role="subject", development_stage="phase_1")
    t3 = r3.trial("IMGN853", "has begun", (OVARIAN,), phase="1", status="started", statement="happened")
    r3.milestone("IMGN853", "trial_started", "happened", "First patient dosed", trial_fact_id=t3, indication=OVARIAN)
    _tell_deal(story)
    _tell_application(story)
    _tell_first_night_approval(story, is_current=nights == 1)
    if nights > 1:
        _tell_second_night(story)
    return story


def _tell_deal(story: Story) -> None:
    deal = story.release(
        "deal",
        "ImmunoGen and Novia join forces on IMGN779\nNovia pays $20 million upfront, $5 million in equity and up to "
        "$150 million in milestones for IMGN779 in Europe, with royalties in the high single digits.",
        "2014-02-03",
    )
    deal.company("ImmunoGen", is_issuer=True)
    deal.compound("IMGN779", "IMGN779", role="subject", development_stage="preclinical", owner="ImmunoGen")
    fact = deal.collaboration(
        "ImmunoGen", "Novia", "join forces on IMGN779", collaboration_type="license", statement="happened", is_new=True,
        status="announced", compounds=("IMGN779",), upfront_usd=20e6, milestones_usd=150e6, company_role="licensor",
        partner_role="licensee", territory="Europe",
    )  # fmt: skip
    deal.term(fact, "upfront", "$20 million upfront", amount=20e6, currency="USD", amount_usd=20e6, bound="exact")
    deal.term(fact, "equity", "$5 million in equity", amount=5e6, currency="USD", amount_usd=5e6, bound="exact")
    deal.term(fact, "royalty", "royalties in the high single digits", pct_low=7.0, pct_high=9.0)
    again = story.release(
        "deal-novia",
        "Novia licenses IMGN779\nNovia takes IMGN779 from ImmunoGen for $20 million upfront.",
        "2014-02-03",
    )
    again.company("Novia", is_issuer=True)
    again.compound("IMGN779", "IMGN779", role="subject", development_stage="preclinical", owner="ImmunoGen")
    again.collaboration(
        "Novia", "ImmunoGen", "takes IMGN779", collaboration_type="license", statement="happened", is_new=True,
        status="announced", compounds=("IMGN779",), upfront_usd=20e6, company_role="licensee", partner_role="licensor",
    )  # fmt: skip
    standing = story.release(
        "standing", "Novia reports\nNovia works with ImmunoGen. IMGN779 is moving ahead.", "2014-05-01"
    )
    standing.company("Novia", is_issuer=True)
    standing.compound("IMGN779", "IMGN779 is moving ahead", role="partner")
    standing.collaboration("Novia", "ImmunoGen", "works with ImmunoGen")

    for key, day, status, words in (
        ("takeover", "2023-11-30", "announced", "AbbVie is to acquire ImmunoGen and its IMGN779"),
        ("closing", "2024-02-12", "completed", "AbbVie has completed the acquisition of ImmunoGen"),
    ):
        told = story.release(key, f"{words}\n{words}.", day)
        told.company("AbbVie", is_issuer=True)
        if "IMGN779" in words:
            told.compound("IMGN779", "IMGN779", owner="AbbVie")  # as a reader of one release may take it
        told.collaboration(
            "AbbVie", "ImmunoGen", words, collaboration_type="acquisition", statement="happened", is_new=True, status=status,
            compounds=("IMGN779",) if "IMGN779" in words else (), company_role="acquirer", partner_role="target",
        )  # fmt: skip


def _tell_application(story: Story) -> None:
    """A decision date told of the code name, in no disease; the approval of the brand in one country ends it."""
    wait = story.release(
        "wait", "Orla waits for the FDA\nThe PDUFA date of ORL-7 is May 3, 2021. The EC is to decide on ORL-7 in 2021. "
        "ORL-7 Phase 2 data are due in 2019. Orla licenses ORL-7 to Pontis.", "2020-09-01",
    )  # fmt: skip
    wait.company("Orla", is_issuer=True)
    wait.compound("ORL-7", "ORL-7", role="subject", development_stage="filed")
    wait.milestone("ORL-7", "pdufa_date", "expected", "May 3, 2021", window_start="2021-05-03", window_end="2021-05-03",
                   window_text="May 3, 2021", precision="day")  # fmt: skip
    wait.milestone("ORL-7", "approval", "expected", "The EC is to decide", agency="EC", window_start="2021-01-01",
                   window_end="2021-12-31", window_text="in 2021", precision="year")  # fmt: skip
    wait.milestone("ORL-7", "data_reported", "expected", "are due in 2019", window_start="2019-01-01",
                   window_end="2019-12-31", window_text="in 2019", precision="year")  # fmt: skip
    wait.collaboration(
        "Orla", "Pontis", "licenses ORL-7 to Pontis", collaboration_type="license", statement="happened", is_new=True,
        status="announced", compounds=("ORL-7",), company_role="licensor", partner_role="licensee", upfront_usd=7e6,
    )  # fmt: skip
    partner = story.release(
        "wait-pontis", "Pontis and Orla to develop ORL-7\nPontis joins Orla in developing ORL-7.", "2020-09-14"
    )
    partner.company("Pontis", is_issuer=True)
    partner.collaboration(
        "Pontis", "Orla", "joins Orla", collaboration_type="codevelopment", statement="happened", is_new=True,
        status="announced", compounds=("ORL-7",),
    )  # fmt: skip
    data = story.release(
        "orla-data", "Data of LANTERN\nThe Phase 2 trial LANTERN of ORL-7 in gout has reported. LANTERN is ongoing in "
        "follow-up; data of LANTERN had been expected in 2020.", "2020-12-01",
    )  # fmt: skip
    data.company("Orla", is_issuer=True)
    data.compound("ORL-7", "ORL-7 in gout", "gout", role="subject", development_stage="filed")
    data.trial("ORL-7", "LANTERN of ORL-7", ("gout",), phase="2", trial_name="LANTERN", status="reported",
               statement="happened")  # fmt: skip
    data.milestone("ORL-7", "data_reported", "happened", "has reported", indication="gout")
    yes = story.release(
        "yes", "FDA approves Orlavo\nThe FDA approved Orlavo in tophaceous gout. LANTERN is ongoing. "
        "Orla works with Pontis on Orlavo.", "2021-05-01",
    )  # fmt: skip
    yes.company("Orla", is_issuer=True)
    yes.compound("Orlavo", "Orlavo in tophaceous gout", "tophaceous gout", role="subject", development_stage="approved")
    yes.milestone("Orlavo", "approval", "happened", "approved Orlavo", agency="FDA", indication="tophaceous gout")
    yes.trial("Orlavo", "LANTERN is ongoing", phase="2", trial_name="LANTERN", status="ongoing", statement="ongoing")
    yes.collaboration("Orla", "Pontis", "works with Pontis", compounds=("Orlavo",))


def _tell_first_night_approval(story: Story, is_current: bool) -> None:
    wrong = story.release(
        "approval-1", "FDA approves Elahere\nThe FDA approved Elahere in ovarian cancer and lymphoma.", "2022-11-14",
        is_current=is_current,
    )  # fmt: skip
    wrong.company("ImmunoGen", is_issuer=True)
    wrong.compound("Elahere", "approved Elahere", "lymphoma", role="subject", development_stage="approved")


def _tell_second_night(story: Story) -> None:
    stopped = story.release(
        "stop", "ImmunoGen ends IMGN529\nThe Phase I trial had run; ImmunoGen has stopped the program of IMGN529.",
        "2016-09-01", night=SECOND_NIGHT,
    )  # fmt: skip
    stopped.company("ImmunoGen", is_issuer=True)
    stopped.compound("IMGN529", "ImmunoGen ends IMGN529", role="subject", development_stage="discontinued")
    stopped.milestone("IMGN529", "program_discontinued", "happened", "has stopped the program")

    right = story.release(
        "approval-2", "Correction: FDA approves Elahere\nThe FDA approved Elahere (mirvetuximab soravtansine) in ovarian "
        "cancer. A Phase 3 trial, MIRASOL, is to report by the end of 2030. It is compared with paclitaxel.",
        "2022-11-15", supersedes="approval-1", night=SECOND_NIGHT,
    )  # fmt: skip
    right.company("ImmunoGen", is_issuer=True)
    right.compound("Elahere", "approved Elahere", OVARIAN, role="subject", development_stage="approved")
    right.compound("mirvetuximab soravtansine", "mirvetuximab soravtansine", OVARIAN, role="own")
    right.compound("paclitaxel", "compared with paclitaxel", role="comparator", development_stage="approved")
    right.milestone(
        "Elahere", "approval", "happened", "The FDA approved Elahere", agency="FDA", indication=OVARIAN,
        occurred_on="2022-11-14",
    )  # fmt: skip
    ahead = dict(window_end="2030-12-31", window_text="by the end of 2030", precision="by")
    t4 = right.trial(
        "Elahere", "A Phase 3 trial, MIRASOL", (OVARIAN,), phase="3", trial_name="MIRASOL", status="ongoing",
        statement="ongoing", expected_step="readout", given_with=(), **ahead,
    )  # fmt: skip
    right.milestone(
        "Elahere", "data_reported", "expected", "is to report by the end of 2030", trial_fact_id=t4, **ahead
    )

    undated = story.release(
        "undated", "IMGN853 fact sheet\nIMGN853 is in preclinical work in glioma.", None, night=SECOND_NIGHT
    )
    undated.compound("IMGN853", "IMGN853 is in preclinical work", OVARIAN, development_stage="preclinical")
    undated.compound("IMGN853", "in glioma", "glioma", development_stage="preclinical")
