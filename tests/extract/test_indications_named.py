"""Diseases as releases print them: subtypes stay, lines and stages of treatment go, abbreviations mean what they stand for."""

import pytest
from compounds_reading import facts_of


def _names(body: str) -> set[str]:
    facts = facts_of("Northbridge Reports Data on NBX-4711", f"today said that NBX-4711 {body}")
    return {n.name for n in facts.indication_names}


NAMED = [
    ("was given to patients with previously treated metastatic HER2-positive breast cancer.", "HER2-positive breast cancer"),
    ("was given to patients with Stage III/IV melanoma.", "melanoma"),
    ("was given to patients with KRAS-mutated metastatic colorectal cancer.", "KRAS-mutated colorectal cancer"),
    ("is studied for the treatment of acute myeloid leukemia.", "acute myeloid leukemia"),
    ("is studied in people with H. pylori infection.", "H. pylori infection"),
    ("is studied in people with transthyretin (ATTR) amyloidosis.", "transthyretin amyloidosis"),
    ("is studied in HR+/HER2- metastatic breast cancer.", "HR+/HER2- breast cancer"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "name"), NAMED)
def test_a_disease_keeps_its_subtype_and_loses_its_line(body: str, name: str) -> None:
    assert name in _names(body)


def test_an_abbreviation_shares_the_disease_that_introduced_it() -> None:
    facts = facts_of(
        "Northbridge Reports Data on NBX-4711",
        "said that NBX-4711 works in chronic spontaneous urticaria (CSU). In CSU it was well tolerated.",
    )
    refs = {n.name: n.indication_ref for n in facts.indication_names}
    assert refs["CSU"] == refs["chronic spontaneous urticaria"]


@pytest.mark.parametrize("body", ["clears amyloid plaque from the brain.", "was well tolerated; headache was common."])
def test_findings_and_side_effects_are_no_diseases(body: str) -> None:
    assert _names(body) == set()


LISTED = [
    ("is tried in melanoma, lung, liver and endometrial cancers.", {"melanoma", "lung cancer", "liver cancer", "endometrial cancers"}),
    ("is tried in colorectal, advanced gastric, and newly diagnosed pancreatic cancer.", {"colorectal cancer", "gastric cancer", "pancreatic cancer"}),
    ("is tried in rheumatoid and psoriatic arthritis.", {"rheumatoid arthritis", "psoriatic arthritis"}),
    ("is tried in type 1 and type 2 diabetes.", {"type 1 diabetes", "type 2 diabetes"}),
]  # fmt: skip


@pytest.mark.parametrize(("body", "names"), LISTED)
def test_the_members_of_a_list_share_its_noun(body: str, names: set[str]) -> None:
    assert _names(body) == names


def test_a_class_that_is_told_by_its_members_is_no_disease_beside_them() -> None:
    assert _names("is tried in cancers, including melanoma and glioma.") == {"melanoma", "glioma"}


NAMES_OF_OTHERS = [
    "is tried at the Northport Cancer Center.",
    "is tried by the National Institute of Allergy and Infectious Diseases.",
    "was scored by the Colitis Activity Index.",
    "is tried in the NORTH NHL-1 trial.",
    "is tried in extensive disease.",
]


@pytest.mark.parametrize("body", NAMES_OF_OTHERS)
def test_institutes_scores_and_studies_are_no_diseases(body: str) -> None:
    assert _names(body) == set()
