"""Which diseases a trial has: what its patients have, not what it counts; each of several in order; all that are told of it."""

import pytest
from compounds_reading import facts_of


def _trials(body: str) -> list[tuple[str | None, list[str]]]:
    facts = facts_of("Northbridge Reports News of NBX-4711", f"reported news. {body}")
    names = {n.indication_ref: n.name for n in facts.indication_names if n.is_primary}
    return [(t.trial_name or t.phase, [names[ref] for ref in t.indication_refs]) for t in facts.trial_mentions]


COUNTED = [
    ("The Phase 1 trial of NBX-4711 enrolled 26 patients with melanoma and 14 patients with glioma.", ["melanoma", "glioma"]),
    ("The Phase 1 trial of NBX-4711 enrolled 26 melanoma patients and 14 glioma patients.", ["melanoma", "glioma"]),
    ("In the Phase 1 trial of NBX-4711, responses were seen in 5 of 12 patients with melanoma, 3 of 9 with glioma and 1 of 3 with "
     "lung cancer.", ["melanoma", "glioma", "lung cancer"]),
    ("In the Phase 1 trial of NBX-4711, response rates were 40% in melanoma and 20% in glioma.", ["melanoma", "glioma"]),
    ("There were 2 responses in 3 melanoma patients and 1 response in 2 glioma patients in the Phase 1 trial of NBX-4711.",
     ["melanoma", "glioma"]),
    ("There were 4 PR in 9 peripheral T-cell lymphoma (PTCL) patients, 3 PR in 8 double-hit DLBCL patients in the Phase 1 "
     "trial of NBX-4711.", ["peripheral T-cell lymphoma", "double-hit DLBCL"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "diseases"), COUNTED)
def test_diseases_with_numbers_of_patients_are_one_list(body: str, diseases: list[str]) -> None:
    text = body.replace("peripheral T-cell lymphoma (PTCL)", "peripheral T-cell lymphoma")
    assert _trials(text) == [("1", diseases)]


def test_a_bare_number_before_in_counts_trials_and_not_patients() -> None:
    assert _trials("Northbridge will start a Phase 3 trial of NBX-4711 in gout and one in lupus.")[0] == ("3", ["gout"])


OUTCOMES = [
    ("NBX-4711 treats breast cancer. The Phase 3 trial of NBX-4711 reduced the risk of bone fractures and stroke.", ["breast cancer"]),
    ("NBX-4711 treats type 2 diabetes. The Phase 3 trial of NBX-4711 lowered the rate of heart failure by 20%.", ["type 2 diabetes"]),
    ("NBX-4711 treats type 2 diabetes. In the Phase 3 trial, NBX-4711 cut the incidence of stroke and myocardial infarction.",
     ["type 2 diabetes"]),
    ("NBX-4711 is for hypertension. The Phase 3 trial of NBX-4711 measured time to first stroke.", ["hypertension"]),
    ("NBX-4711 is for atrial fibrillation. The Phase 3 trial of NBX-4711 met its endpoint of freedom from stroke.",
     ["atrial fibrillation"]),
    ("NBX-4711 is for obesity. In the Phase 3 trial, NBX-4711 lowered the odds of developing type 2 diabetes.", ["obesity"]),
]  # fmt: skip

SUBJECTS = [
    ("Northbridge began a Phase 3 trial of NBX-4711 to reduce the risk of stroke in people with atrial fibrillation.",
     ["stroke", "atrial fibrillation"]),
    ("Northbridge began a Phase 3 trial of NBX-4711 for the prevention of venous thromboembolism.", ["venous thromboembolism"]),
    ("NBX-4711 is for gout. The Phase 3 trial of NBX-4711 is focused on reducing the risk of stroke.", ["stroke"]),
    ("NBX-4711 reduced the risk of symptomatic COVID-19 by 80% in the Phase 3 trial.", ["COVID-19"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "diseases"), OUTCOMES)
def test_what_a_trial_counts_is_not_what_its_patients_have(body: str, diseases: list[str]) -> None:
    assert _trials(body) == [("3", diseases)]


@pytest.mark.parametrize(("body", "diseases"), SUBJECTS)
def test_what_a_trial_is_to_prevent_is_its_disease(body: str, diseases: list[str]) -> None:
    assert _trials(body) == [("3", diseases)]


LEFT_OUT = [
    ("Northbridge began a Phase 3 trial of NBX-4711 in adults with obesity without type 2 diabetes.", ["obesity"]),
    ("Northbridge began a Phase 3 trial of NBX-4711 for gout in people with and without diabetes.", ["gout"]),
    ("Northbridge began a Phase 3 trial of NBX-4711 in patients with lupus with or without nephritis.", ["lupus"]),
    ("Northbridge began a Phase 3 trial of NBX-4711 in adults with gout and no history of stroke.", ["gout"]),
    ("NBX-4711 treats asthma. Northbridge began a Phase 3 trial of NBX-4711 in adults without COPD.", ["asthma"]),
    ("Northbridge began a Phase 3 trial of NBX-4711 added to available heart failure therapies in patients with gout.", ["gout"]),
    ("Northbridge began a Phase 3 trial of NBX-4711, one of the first gout treatments.", ["gout"]),
    ("Northbridge began a Phase 3 trial of NBX-4711 in adults with obesity and type 2 diabetes.", ["obesity", "type 2 diabetes"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "diseases"), LEFT_OUT)
def test_what_patients_do_not_have_is_no_disease_of_the_trial(body: str, diseases: list[str]) -> None:
    assert _trials(body) == [("3", diseases)]


IN_ORDER = [
    ("RIVER-1 and RIVER-2 are Phase 3 trials of NBX-4711 in type 1 diabetes and type 2 diabetes, respectively.",
     [("RIVER-1", ["type 1 diabetes"]), ("RIVER-2", ["type 2 diabetes"])]),
    ("Northbridge completed the Phase 3 RIVER-1 and RIVER-2 trials of NBX-4711 in patients with asthma and COPD, respectively.",
     [("RIVER-1", ["asthma"]), ("RIVER-2", ["COPD"])]),
    ("NBX-4711 met its goals in the Phase 3 studies SUMMIT-1 and SUMMIT-2, which enrolled 400 and 500 adults with gout and lupus, "
     "respectively.", [("SUMMIT-1", ["gout"]), ("SUMMIT-2", ["lupus"])]),
    ("NBX-4711 is in Phase 2 and Phase 3 trials for gout and lupus, respectively.", [("2", ["gout"]), ("3", ["lupus"])]),
    ("The Phase 3 studies RIVER-1 and RIVER-2, in asthma and COPD respectively, showed that NBX-4711 works.",
     [("RIVER-1", ["asthma"]), ("RIVER-2", ["COPD"])]),
    ("In the Phase 3 RIVER-1 and RIVER-2 trials in asthma and COPD, NBX-4711 reduced exacerbations by 40% and 50%, respectively.",
     [("RIVER-1", ["asthma", "COPD"]), ("RIVER-2", ["asthma", "COPD"])]),
    ("RIVER-1 and RIVER-2 are Phase 3 studies of NBX-4711 in adults with asthma in the U.S. and Japan, respectively.",
     [("RIVER-1", ["asthma"]), ("RIVER-2", ["asthma"])]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "trials"), IN_ORDER)
def test_diseases_told_respectively_are_dealt_out(body: str, trials: list[tuple[str, list[str]]]) -> None:
    assert _trials(body) == trials


DESCRIBED = [
    ("bladder cancer with carcinoma in situ, papillary tumors or none", ["bladder cancer"]),
    ("breast cancer with brain metastases", ["breast cancer"]),
    ("prostate cancer with bone metastases and in gout", ["prostate cancer", "gout"]),
    ("diabetes with chronic kidney disease", ["diabetes", "chronic kidney disease"]),
]


@pytest.mark.parametrize(("told", "diseases"), DESCRIBED)
def test_a_finding_that_describes_a_disease_is_no_second_one(told: str, diseases: list[str]) -> None:
    assert _trials(f"Northbridge began a Phase 2 trial of NBX-4711 in {told}.") == [("2", diseases)]


def test_the_lead_may_tell_less_exactly_the_one_disease_of_the_headline() -> None:
    facts = facts_of(
        "Northbridge Presents Data of NBX-4711 in Germline BRCA-Mutated, HER2-Negative High-Risk Early Breast Cancer",
        "said that the Phase 3 trial of NBX-4711 in patients with breast cancer met its goal.",
    )
    names = {n.indication_ref: n.name for n in facts.indication_names if n.is_primary}
    (trial,) = facts.trial_mentions
    assert [names[r] for r in trial.indication_refs] == ["Germline BRCA-Mutated, HER2-Negative Breast Cancer"]


ADDED = [
    ("Additional data from the BRANDO trial in patients with CLL and SLL will be presented.", ["mantle cell lymphoma", "CLL", "SLL"]),
    ("The BRANDO trial also enrolls adults with gout.", ["mantle cell lymphoma", "gout"]),
    ("40 patients were enrolled in the study, including 20 with mantle cell lymphoma, 12 with gout and 8 with lupus.",
     ["mantle cell lymphoma", "gout", "lupus"]),
    ("BRANDO showed fewer headaches in patients with gout.", ["mantle cell lymphoma"]),
    ("The BRANDO trial enrolled patients with lymphoma.", ["mantle cell lymphoma"]),
    ("The BRANDO trial is a global study in patients with gout, asthma and lupus.", ["mantle cell lymphoma", "gout", "asthma", "lupus"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "diseases"), ADDED)
def test_a_later_sentence_about_a_named_trial_adds_its_diseases(body: str, diseases: list[str]) -> None:
    lead = "Data came from the Phase 1/2 BRANDO trial of NBX-4711 in patients with mantle cell lymphoma."
    assert _trials(f"{lead} {body}") == [("BRANDO", diseases)]


PRINTED = [
    ("in men whose disease had progressed", set()),
    ("for the treatment of people who have Zorbak disease", {"Zorbak disease"}),
    ("in chronic heart failure with reduced ejection fraction", {"chronic heart failure with reduced ejection fraction"}),
    ("in acute heart failure with mildly reduced ejection fraction", {"acute heart failure with mildly reduced ejection fraction"}),
    ("in chronic heart failure and a reduced left ventricular ejection fraction", {"heart failure with reduced ejection fraction"}),
    ("in heart failure, a preserved left ventricular ejection fraction", {"heart failure with preserved ejection fraction"}),
    ("in gout and a reduced left ventricular ejection fraction", {"gout"}),
    ("in chronic heart failure with a device", {"chronic heart failure"}),
    ("as a vaccine against SARS-CoV-2", {"SARS-CoV-2"}),
    ("in triple-hit lymphoma and double-expressor DLBCL", {"triple-hit lymphoma", "double-expressor DLBCL"}),
    ("in people living with zorbak syndrome", {"zorbak syndrome"}),
    ("in participants with less subcutaneous adipose tissue", set()),
]  # fmt: skip


@pytest.mark.parametrize(("told", "names"), PRINTED)
def test_a_disease_is_as_long_as_its_name(told: str, names: set[str]) -> None:
    facts = facts_of("Northbridge Tests NBX-4711", f"today began to test NBX-4711 {told}.")
    assert {n.name for n in facts.indication_names if n.is_primary} == names


def test_a_class_of_the_lead_gives_way_to_its_member_in_the_headline() -> None:
    facts = facts_of(
        "Northbridge Presents Data of NBX-4711 in Multiple Myeloma",
        "said that the Phase 3 trial of NBX-4711, its drug for a blood cancer, met its goal.",
    )
    names = {n.indication_ref: n.name for n in facts.indication_names if n.is_primary}
    (trial,) = facts.trial_mentions
    assert [names[r] for r in trial.indication_refs] == ["Multiple Myeloma"]


def test_another_form_of_the_same_disease_is_no_second_one() -> None:
    lead = "Data came from the Phase 1/2 BRANDO trial of NBX-4711 in patients with pancreatic cancer."
    (trial,) = _trials(f"{lead} The BRANDO trial enrolled patients with adenocarcinoma of the pancreas.")
    assert trial == ("BRANDO", ["pancreatic cancer"])


def test_two_compounds_in_two_phases_respectively_have_one_trial_each() -> None:
    facts = facts_of(
        "Northbridge Opens Trials of NBX-4711 and NBX-4712",
        "said that it doses patients with NBX-4711 and NBX-4712 in Phase 2 and Phase 1 trials, respectively.",
    )
    names = {n.compound_ref: n.name for n in facts.compound_names if n.is_primary}
    assert {(names[t.compound_ref], t.phase) for t in facts.trial_mentions} == {("NBX-4711", "2"), ("NBX-4712", "1")}
