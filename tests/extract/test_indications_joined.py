"""Diseases that are one though they look like two, two though they look like one, and those that a trial is not about."""

import pytest
from compounds_reading import facts_of


def _primary(body: str) -> set[str]:
    facts = facts_of("Northbridge Reports Data on NBX-4711", f"today said that NBX-4711 {body}")
    return {n.name for n in facts.indication_names if n.is_primary}


JOINED = [
    ("is tried in HER2-negative advanced gastric or gastroesophageal junction (GEJ) adenocarcinoma.",
     {"HER2-negative gastric adenocarcinoma", "HER2-negative gastroesophageal junction adenocarcinoma"}),
    ("is tried in KRAS-mutant colorectal, pancreatic and lung cancers.",
     {"KRAS-mutant colorectal cancer", "KRAS-mutant pancreatic cancer", "KRAS-mutant lung cancers"}),
    ("is tried in patients with CLL/SLL.", {"CLL", "SLL"}),
    ("is tried in people with HIV/AIDS.", {"HIV/AIDS"}),
    ("is tried in von Hippel-Lindau disease-associated clear cell renal cell carcinoma, then in VHL-associated ccRCC.",
     {"von Hippel-Lindau disease-associated clear cell renal cell carcinoma"}),
    ("is tried in metastatic melanoma.", {"melanoma"}),
    ("is tried in metastatic castration-resistant prostate cancer.", {"metastatic castration-resistant prostate cancer"}),
    ("is tried in congenital hyperinsulinism (HI) and helps in congenital HI.", {"congenital hyperinsulinism"}),
    ("is tried in patients with venous leg ulcers.", {"venous leg ulcers"}),
    ("is an oncolytic herpes simplex virus-1 immunotherapy for glioma.", {"glioma"}),
    ("is tried against several types of infections.", set()),
    ("is tried in newly diagnosed Ph+ ALL.", {"Ph+ ALL"}),
    ("is tried in ALL patients.", set()),
    ("is an oral cancer drug for glioma.", {"cancer", "glioma"}),
    ("is tried in oral cancer.", {"oral cancer"}),
    ("is tried in transthyretin (ATTR) amyloidosis with cardiomyopathy.", {"transthyretin amyloidosis with cardiomyopathy"}),
]  # fmt: skip


@pytest.mark.parametrize(("body", "names"), JOINED)
def test_a_name_of_several_words_is_cut_where_the_disease_is(body: str, names: set[str]) -> None:
    assert _primary(body) == names


TRIALS = [
    ("NBX-4711 is in a Phase 1 trial in advanced solid tumors, including advanced renal cell carcinoma.",
     [["solid tumors", "renal cell carcinoma"]]),
    ("NBX-4711 treats HER2-negative breast cancer. The Phase 3 trial of NBX-4711 cut invasive breast cancer recurrences by half.",
     [["HER2-negative breast cancer"]]),
    ("NBX-4711 is a drug for inflammatory diseases. NBX-4711 is in a Phase 2 trial.", [[]]),
    ("The Phase 2 NORTHERN study of NBX-4711 enrolled people with lupus. NORTHERN met its goal in people with lupus and gout.",
     [["lupus", "gout"]]),
    ("The Phase 3 trial of NBX-4711 enrolled adults with compensated cirrhosis (F4) due to MASH.", [["MASH"]]),
    ("The Phase 1 dose study on NBX-4711 in refractory lymphoma and refractory solid tumors (NCT04836195) ended.",
     [["lymphoma", "solid tumors"]]),
    ("NBX-4711 is in a Phase 2 trial for glioma, melanoma and various blood cancers.", [["glioma", "melanoma", "blood cancers"]]),
    ("The Phase 3 trial of NBX-4711 shows that it eases pain and sleep disturbances, two symptoms of fibromyalgia.",
     [["fibromyalgia"]]),
    ("The Phase 2 trial of NBX-4711 led to approval as the first cancer treatment for dMMR solid tumors.",
     [["dMMR solid tumors"]]),
    ("The Phase 2 trial of NBX-4711 enrolled Cystic Fibrosis Patients with Bronchiectasis.",
     [["Cystic Fibrosis", "Bronchiectasis"]]),
    ("NBX-4711 prevents pneumococcal disease. The Phase 2 study of NBX-4711 enrolled healthy adults and those at "
     "increased risk, such as adults with diabetes.", [["pneumococcal disease"]]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "diseases"), TRIALS)
def test_a_trial_is_about_what_it_treats(body: str, diseases: list[list[str]]) -> None:
    facts = facts_of("Northbridge Reports News of NBX-4711", f"reported news. {body}")
    names = {n.indication_ref: n.name for n in facts.indication_names if n.is_primary}
    assert [[names[ref] for ref in t.indication_refs] for t in facts.trial_mentions] == diseases


def test_an_abbreviation_that_the_text_introduces_for_something_else_is_no_disease() -> None:
    assert _primary("has Fast Track Designation (FTD). With FTD it may be reviewed sooner.") == set()
    assert _primary("is tried in frontotemporal dementia (FTD).") == {"frontotemporal dementia"}


MAIN = [
    ("NBX-4711 treats rheumatoid arthritis. Serious infections and herpes zoster were reported in few patients. Herpes zoster "
     "was an adverse event of NBX-4711. NBX-4711 is in the Phase 3 NORTHERN trial.", "rheumatoid arthritis"),
    ("Our pipeline holds NBX-4711 for gout, NBX-22 for mantle cell lymphoma and NBX-33 for obesity. NBX-4711 is in a Phase 2 "
     "trial.", "gout"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "disease"), MAIN)
def test_a_trial_told_without_a_disease_has_the_one_that_its_compound_treats(body: str, disease: str) -> None:
    facts = facts_of("Northbridge Reports News of NBX-4711", f"reported news. {body}")
    names = {n.indication_ref: n.name for n in facts.indication_names if n.is_primary}
    assert [[names[ref] for ref in t.indication_refs] for t in facts.trial_mentions] == [[disease]]


def test_what_the_standard_treatment_is_for_is_not_what_the_trial_is_for() -> None:
    body = (
        "NBX-4711 is for ROS1-positive NSCLC. The Phase 3 trial of NBX-4711 compares it with chemotherapy, the standard of "
        "care for patients with EGFR-negative NSCLC."
    )
    facts = facts_of("Northbridge Reports News of NBX-4711", f"reported news. {body}")
    names = {n.indication_ref: n.name for n in facts.indication_names if n.is_primary}
    assert [[names[ref] for ref in t.indication_refs] for t in facts.trial_mentions] == [["ROS1-positive NSCLC"]]


def test_initials_mean_the_disease_that_the_text_names_in_full() -> None:
    body = "treats rheumatoid arthritis. The Phase 3 NORTHERN trial of NBX-4711 enrolled 300 patients with active RA."
    facts = facts_of("Northbridge Reports News of NBX-4711", f"today said that NBX-4711 {body}")
    refs = {n.name: n.indication_ref for n in facts.indication_names}
    assert refs["RA"] == refs["rheumatoid arthritis"]
    assert [t.indication_refs for t in facts.trial_mentions] == [(refs["RA"],)]


def test_adverse_events_are_not_what_a_trial_is_for() -> None:
    body = "treats alopecia. In the Phase 3 trial NBX-4711 was well tolerated, with few cases of acne, headache and nausea events."
    facts = facts_of("Northbridge Reports News of NBX-4711", f"today said that NBX-4711 {body}")
    names = {n.indication_ref: n.name for n in facts.indication_names if n.is_primary}
    assert [[names[ref] for ref in t.indication_refs] for t in facts.trial_mentions] == [["alopecia"]]


def test_the_subject_whose_sentences_name_no_disease_has_that_of_the_headline() -> None:
    body = "NBX-4711 is in a Phase 2 trial. NBX-22 is another drug of ours, for gout."
    facts = facts_of("Northbridge Sees Need for Lupus Drugs", f"announced that NBX-4711 moves on. {body}")
    names = {n.indication_ref: n.name for n in facts.indication_names if n.is_primary}
    assert [[names[ref] for ref in t.indication_refs] for t in facts.trial_mentions] == [["Lupus"]]
