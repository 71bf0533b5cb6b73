"""Software and assays are no compounds, however marked; codes of early days are names."""

import pytest
from compounds_reading import facts_of, forms_of, named


@pytest.mark.parametrize(
    "words",
    [
        "unveiled two novel AI products, PathZeal™ Immuno-Oncology Profiling and others. PathZeal will be featured in a poster.",
        "unveiled its AI-powered tool PathZeal™. PathZeal was designed to quantify patterns of infiltration.",
        "launched PathZeal™, a platform for tumor profiling. PathZeal identifies patients with lung cancer who respond to therapy.",
        "launched the PathZeal™ Assay. PathZeal identifies patients with lung cancer who respond to therapy.",
        "announced the machine learning model PathZeal™ for patients with lung cancer.",
    ],
)
def test_software(words: str) -> None:
    assert not named(facts_of("Northbridge Expands Its Portfolio", words))


def test_a_medicine_found_by_software() -> None:
    body = "announced data of NBX-404, an inhibitor found with its AI platform."
    assert named(facts_of("Northbridge Announces Data of NBX-404", body)) == {"NBX-404"}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("NBX-404, which was called KX921 in early trials, is approved for lupus.", "KX921"),
        ("NBX-404 was formerly coded KX921 and is approved for lupus.", "KX921"),
        ("NBX-404, known as KX921 during its clinical development, is approved for lupus.", "KX921"),
        ("NBX-404, known as KX921 in its investigational phase, is approved.", "KX921"),
        ("NBX-404 (coded KX921) is approved for lupus.", "KX921"),
    ],
)
def test_codes_of_early_days(words: str, code: str) -> None:
    assert frozenset({"NBX-404", code}) in forms_of(facts_of("Northbridge on NBX-404", f"told of its drug. {words}"))


@pytest.mark.parametrize("words", ["NBX-404 was called a success.", "NBX-404 was called in 2019 a new drug."])
def test_what_is_called_something_has_no_other_name(words: str) -> None:
    assert forms_of(facts_of("Northbridge on NBX-404", f"told of its drug. {words}")) == {frozenset({"NBX-404"})}
