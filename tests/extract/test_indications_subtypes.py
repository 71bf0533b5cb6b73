"""The molecular subtype of a disease stays, whatever words of line and stage stand between; a trial has the exact form."""

import pytest
from compounds_reading import facts_of


def _primary(body: str) -> set[str]:
    facts = facts_of("Northbridge Reports Data on NBX-4711", f"today said that NBX-4711 {body}")
    return {n.name for n in facts.indication_names if n.is_primary}


SUBTYPES = [
    ("metastatic nonsquamous NSCLC", "nonsquamous NSCLC"),
    ("germline BRCA-mutated metastatic pancreatic cancer", "germline BRCA-mutated pancreatic cancer"),
    ("MSI-H or dMMR unresectable or metastatic colorectal cancer", "MSI-H or dMMR colorectal cancer"),
    ("HR+, HER2-, node-positive, high risk early breast cancer", "HR+, HER2- breast cancer"),
    ("HER2-Positive Locally Advanced Gastric Cancer", "HER2-Positive Gastric Cancer"),
    ("newly diagnosed SDH-deficient GIST", "SDH-deficient GIST"),
    ("EGFR exon 20 insertion-positive NSCLC", "EGFR exon 20 insertion-positive NSCLC"),
    ("*KRAS*G12C-mutant advanced lung cancer", "KRAS G12C-mutant lung cancer"),
    ("higher-risk myelodysplastic syndromes", "higher-risk myelodysplastic syndromes"),
    ("bladder cancer harboring FGFR3 mutations or fusions", "bladder cancer harboring FGFR3 mutations or fusions"),
    ("PD-1 refractory melanoma", "melanoma"),
    ("steroid-refractory acute myeloid leukemia", "acute myeloid leukemia"),
    ("Stage III/IV melanoma", "melanoma"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "name"), SUBTYPES)
def test_a_marker_stays_and_the_words_of_stage_behind_it_go(printed: str, name: str) -> None:
    assert _primary(f"is tried in patients with {printed}.") == {name}


def test_spellings_of_one_subtype_are_one_disease() -> None:
    assert len(_primary("is tried in KRAS G12C-mutant NSCLC and in KRAS G12C-mutated non-small cell lung cancer.")) == 1


def test_the_full_name_is_the_primary_one_even_when_the_abbreviation_has_small_letters() -> None:
    body = "is tried in non-active secondary-progressive multiple sclerosis (na-SPMS). In na-SPMS little helps."
    assert _primary(body) == {"non-active secondary-progressive multiple sclerosis"}


def test_an_abbreviation_behind_a_subtype_means_the_disease() -> None:
    body = "is tried in acute graft-versus-host disease (GVHD) and later in chronic GVHD."
    assert _primary(body) == {"acute graft-versus-host disease", "chronic GVHD"}


EXACT = [
    ("Northbridge Doses First Patient in Phase 2 Trial of NBX-4711 in Pancreatic Cancer",
     "today dosed the first patient in a Phase 2 trial of NBX-4711 in pancreatic ductal adenocarcinoma.",
     "pancreatic ductal adenocarcinoma"),
    ("Northbridge Starts Phase 3 NORTHERN Trial of NBX-4711 for Blood Cancer",
     "started the Phase 3 NORTHERN trial of NBX-4711 in patients with higher-risk myelodysplastic syndrome.",
     "higher-risk myelodysplastic syndrome"),
    ("Northbridge Reports Phase 3 Data of NBX-4711 in Lung Cancer",
     "reported results of the Phase 3 trial of NBX-4711 in patients with metastatic nonsquamous NSCLC.",
     "nonsquamous NSCLC"),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "lead", "disease"), EXACT)
def test_a_trial_has_the_exact_disease_of_the_lead_and_not_the_lay_one_of_the_headline(
    headline: str, lead: str, disease: str
) -> None:
    facts = facts_of(headline, lead)
    names = {n.indication_ref: n.name for n in facts.indication_names if n.is_primary}
    assert [[names[ref] for ref in t.indication_refs] for t in facts.trial_mentions] == [[disease]]


def test_markers_with_brackets_and_stage_words_between_them_all_stay() -> None:
    printed = "hormone receptor-positive (HR+), human epidermal growth factor receptor 2-negative (HER2-), high risk early breast cancer"
    name = "hormone receptor-positive, human epidermal growth factor receptor 2-negative breast cancer"
    assert _primary(f"is tried in {printed}.") == {name}
    assert _primary("is tried in BRCA-Mutated, High-Risk, HER2-Negative Early Breast Cancer.") == {
        "BRCA-Mutated HER2-Negative Breast Cancer"
    }


def test_the_curated_name_is_the_primary_one_where_it_is_printed() -> None:
    assert _primary("treats renal cell carcinoma. Kidney cancer is rare; kidney cancer kills.") == {
        "renal cell carcinoma"
    }
