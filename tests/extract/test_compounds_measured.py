"""Substances that a trial measures are no compounds of the release."""

import pytest
from compounds_reading import facts_of, named

_HEADLINE = "Northbridge Reports Results of NBX-404"


@pytest.mark.parametrize(
    "name",
    [
        "estradiol", "von Willebrand factor", "erythropoietin", "growth hormone", "progesterone", "parathyroid hormone",
        "bradykinin", "follicle stimulating hormone", "thyroglobulin", "heparin",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "words",
    [
        "In the Phase 2 trial, {} fell by 90 percent.",
        "The Phase 2 trial showed reductions in {} of 40 percent.",
        "Patients in the Phase 2 trial had lower serum levels of {} at week 12.",
        "In the Phase 2 trial, {} levels declined by half.",
    ],
)
def test_what_is_measured(name: str, words: str) -> None:
    assert named(facts_of(_HEADLINE, f"reported results of NBX-404 in gout. {words.format(name)}")) == {"NBX-404"}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("All patients were treated with heparin.", "heparin"),
        ("The control arm received heparin.", "heparin"),
        ("A second Phase 2 trial of growth hormone in short stature goes on.", "growth hormone"),
        ("Plasma concentrations of NBX-404 rose with the dose.", "NBX-404"),
        ("Levels of NBX-404 declined slowly.", "NBX-404"),
    ],
)
def test_what_is_given(words: str, name: str) -> None:
    assert name in named(facts_of(_HEADLINE, f"reported results of NBX-404 in gout. {words}"))
