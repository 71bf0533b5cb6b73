"""Texts whose copyist lost blanks and line ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.parse.glue import BREAK, part_glued


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("The data come at a congress.The company plans more.", "The data come at a congress. The company plans more."),
        ("It slows the disease).“Patients wait,” she said.", "It slows the disease). “Patients wait,” she said."),
        (
            "The data come at a congress.About Orvasta is next",
            f"The data come at a congress.{BREAK}About Orvasta is next",
        ),
        ("see example.org/news.htmlSOURCE Corden Bio", f"see example.org/news.html{BREAK}SOURCE Corden Bio"),
        ("More About OrvastaOrvasta is approved", f"More About Orvasta{BREAK}Orvasta is approved"),
        ("U.S. INDICATIONSOrvasta is indicated", f"U.S. INDICATIONS{BREAK}Orvasta is indicated"),
        ("It helps most adults.1,2Others need more.", "It helps most adults.1,2 Others need more."),
        ("for ORVASTAPhase 3 was met", f"for ORVASTA{BREAK}Phase 3 was met"),
    ],
)
def test_what_touches_is_parted(glued: str, parted: str) -> None:
    assert part_glued(glued) == parted


@pytest.mark.parametrize(
    "text",
    [
        "GeoVax Labs, Inc. and AnaptysBio, Inc. met uniQure N.V. in St. Louis.",
        "See https://news.example.com/a.Release.html or write to ir@example.com.",
        "The p-value was 0.05. U.S. sales rose 3.5% at Corden Bio Inc. (NYSE: CORD).",
        "mRNA-1273, siRNA and CRISPR/Cas9 are no glued words; neither is deCODE genetics.",
    ],
)
def test_what_only_looks_glued_stays(text: str) -> None:
    assert part_glued(text) == text


@given(st.text(max_size=200))
def test_nothing_but_blanks_and_breaks_is_added(text: str) -> None:
    plain = text.replace(BREAK, "")
    assert part_glued(plain).replace(BREAK, "").replace(" ", "") == plain.replace(" ", "")
