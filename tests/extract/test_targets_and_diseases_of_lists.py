"""Targets told by what is done to them, names that only begin like a target, diseases behind words of treatment."""

import pytest
from compounds_reading import facts_of, targets_of


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("NBX-404 inhibits the aggregation of amyloid beta.", "amyloid beta"),
        ("NBX-404 is an antibody which specifically binds to the SARS-CoV-2 surface spike protein.", "spike protein"),
        ("NBX-404 activates the body's receptors for three hormones: glucagon and others.", "glucagon"),
        ("NBX-404 blocks the release of IL-6.", "IL-6"),
        ("NBX-404 suppresses the formation of TNF.", "TNF"),
    ],
)
def test_what_is_done_to_a_target(words: str, target: str) -> None:
    assert target in targets_of(facts_of("Northbridge on NBX-404", f"told of NBX-404. {words}"), "NBX-404")


@pytest.mark.parametrize(
    "words",
    [
        "NBX-404 is an antibody directed to tumor necrosis factor (TNF)-like ligand 1A (TL1A).",
        "NBX-404 is an antibody directed to tumor necrosis factor-like ligand 1A (TL1A).",
        "NBX-404 blocks TNF-like ligand 1A (TL1A).",
    ],
)
def test_what_is_like_a_target_is_another(words: str) -> None:
    found = targets_of(facts_of("Northbridge on NBX-404", f"told of NBX-404. {words}"), "NBX-404")
    assert not found & {"TNF", "tumor necrosis factor"}


@pytest.mark.parametrize(
    "words",
    [
        "ovarian cancer and PD-1 naive and refractory colorectal cancer",
        "ovarian cancer and checkpoint inhibitor-naive colorectal cancer",
        "ovarian cancer and immune checkpoint inhibitor naive and refractory colorectal cancer",
        "ovarian cancer and microsatellite stable colorectal cancer",
        "ovarian cancer and platinum-resistant colorectal cancer",
        "ovarian cancer and treatment-naïve colorectal cancer",
    ],
)
def test_diseases_behind_words_of_treatment(words: str) -> None:
    facts = facts_of("Northbridge on NBX-404", f"announced results of a Phase 2 study of NBX-404 in {words}.")
    (trial,) = facts.trial_mentions
    told = {name.name.lower() for name in facts.indication_names if name.indication_ref in trial.indication_refs}
    assert any("ovarian" in name for name in told) and any("colorectal" in name for name in told)
