"""What patients got before or beside the compound of a trial, and what ends or begins its development."""

import pytest
from compounds_reading import facts_of, whole

HEADLINE = "Northbridge Announces Results for NBX-4711 in Gout"
BESIDE = [
    ("All patients received prednisolone.", "prednisolone", "combination"),
    ("Participants remained on background rosuvastatin.", "rosuvastatin", "combination"),
    ("Lymphodepletion consisted of fludarabine and cyclophosphamide.", "cyclophosphamide", "combination"),
    ("Patients on stable doses of oxycodone were randomized.", "oxycodone", "combination"),
    ("Those on concomitant aspirin or clopidogrel did well.", "clopidogrel", "combination"),
    ("Cetuximab will be added in a second cohort.", "Cetuximab", "combination"),
    ("Two of the responders had received gilteritinib before.", "gilteritinib", "comparator"),
    ("Patients switched from alglucosidase alfa.", "alglucosidase alfa", "comparator"),
    ("Its new chief praised rosuvastatin.", "rosuvastatin", "background"),
]


@pytest.mark.parametrize(("words", "name", "role"), BESIDE)
def test_what_patients_got_before_or_beside_it(words: str, name: str, role: str) -> None:
    facts = facts_of(HEADLINE, f"announced results of a trial of NBX-4711. {words}")
    assert (whole(facts, name).role, whole(facts, "NBX-4711").role) == (role, "subject")


STAGES = [
    ("will cease development of NBX-4711.", "discontinued"),
    ("has decided to stop further development of NBX-4711.", "discontinued"),
    ("has decided to end the NBX-4711 clinical development program.", "discontinued"),
    ("will end the NBX-4711 early access program.", None),
    ("is giving NBX-4711 in a first-in-human study.", "phase_1"),
    ("presented first-in-human data for NBX-4711, an siRNA.", "phase_1"),
    ("plans a first-in-human study of NBX-4711.", None),
    ("has begun studies to support a first-in-human study of NBX-4711.", None),
    ("will stop patients from buying NBX-4711.", None),
    ("is working on NBX-4711, a base editor for gout (discovery).", "discovery"),
]


@pytest.mark.parametrize(("body", "stage"), STAGES)
def test_the_first_and_the_last_step_of_a_program(body: str, stage: str | None) -> None:
    assert whole(facts_of("Northbridge Gives Update", f"today {body}"), "NBX-4711").development_stage == stage


OUTRIGHT = [
    ("Prior therapies included bortezomib and daratumumab.", "daratumumab", "comparator"),
    ("Meropenem was the comparator.", "Meropenem", "comparator"),
    ("Sevelamer was the active safety control.", "Sevelamer", "comparator"),
    ("Fever was managed with tocilizumab.", "tocilizumab", "combination"),
    ("Conditioning uses busulfan.", "busulfan", "combination"),
    ("At Allerton, Ms. Soto launched Keytruda.", "Keytruda", "background"),
]


@pytest.mark.parametrize(("words", "name", "role"), OUTRIGHT)
def test_parts_that_are_told_outright(words: str, name: str, role: str) -> None:
    facts = facts_of(HEADLINE, f"announced results of a trial of NBX-4711. {words}")
    assert whole(facts, name).role == role
