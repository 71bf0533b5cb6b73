"""Names that only their form, their deed or the news tells to be medicines."""

import pytest
from compounds_reading import facts_of, named

_HEADLINE = "Northbridge Gives an Update"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("QX-26 is a time-release implant that is placed under the skin.", "QX-26"),
        ("QX-26 is a transdermal patch.", "QX-26"),
        ("QX-26 is a once-daily nasal spray for migraine.", "QX-26"),
        ("QX-26 is a dissolvable film.", "QX-26"),
        ("QX-26 is a vaginal ring.", "QX-26"),
        ("TGX-63 disrupts the progression of the disease.", "TGX-63"),
        ("TGX-63 restores hearing.", "TGX-63"),
        ("TGX-63 suppresses the immune response.", "TGX-63"),
        ("TGX-63 is designed to slow the disease.", "TGX-63"),
        ("TGX-63 aims to restore function.", "TGX-63"),
        ("TGX-63 protects neurons.", "TGX-63"),
        ("It works on its anti-IL-17A/F NanoAb (SQN-1).", "SQN-1"),
        ("It will begin a study of its inhaled nanobody (SQN-1).", "SQN-1"),
        ("It is advancing SQN-1 toward the clinic.", "SQN-1"),
        ("It is advancing SQN-1 into IND-enabling studies.", "SQN-1"),
        ("Six panelists supported the drug, called Zurnexa.", "Zurnexa"),
        ("The drug, called Zurnexa, would be taken once a day.", "Zurnexa"),
        ("The pill, called Zurnexa, helped patients lose weight.", "Zurnexa"),
        ("Regulators weigh a diet pill called Zurnexa.", "Zurnexa"),
        ("It submitted the technical section for Re-Zoran® to the agency.", "Re-Zoran"),
        ("It develops medicines such as VirZeta/VirZenta, a COVID drug.", "VirZeta/VirZenta"),
    ],
)
def test_a_medicine(words: str, name: str) -> None:
    assert name in named(facts_of(_HEADLINE, f"gave an update today. {words}"))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The NEX-26 is a nasal spray device.", "NEX-26"),
        ("The NEX-26 is a patch pump.", "NEX-26"),
        ("See Part (SEC-1) of the report.", "SEC-1"),
        ("Its platform, called Novira, is new.", "Novira"),
        ("Cohort (COH-1) is enrolled.", "COH-1"),
        ("The company, called Novira, is new.", "Novira"),
        ("The drug maker, called Novira, is new.", "Novira"),
        ("NEX-26 delivers water to homes.", "NEX-26"),
        ("It received a ketamine-loaded implant.", "ketamine"),
        ("It made a dexamethasone-eluting stent.", "dexamethasone"),
        ("It is advancing Boston toward growth.", "Boston"),
        ("Markers such as CA-125 and CA19-9 fell.", "CA-125"),
    ],
)
def test_no_medicine(words: str, name: str) -> None:
    assert name not in named(facts_of(_HEADLINE, f"gave an update today. {words}"))
