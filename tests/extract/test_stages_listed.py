"""The stage of what is listed: in brackets behind a name, and in lists of what a company sells."""

import pytest
from compounds_reading import facts_of, whole

HEADLINE = "Northbridge Gives Update"
LISTED = [
    ("KGT-202 for gout (preclinical) and KGT-303, an AAV9 vector for the brain.", "KGT-202", "preclinical"),
    ("KGT-202 for gout (preclinical) and KGT-303, an AAV9 vector for the brain.", "KGT-303", None),
    ("CH-101 (Claudin 18.2 ADC, Phase I), CH-205 (CD47xCD20, IND cleared), and CH-300 (KRAS inhibitor, discovery).", "CH-101", "phase_1"),
    ("CH-101 (Claudin 18.2 ADC, Phase I), CH-205 (CD47xCD20, IND cleared), and CH-300 (KRAS inhibitor, discovery).", "CH-205", "ind_active"),
    ("CH-101 (Claudin 18.2 ADC, Phase I), CH-205 (CD47xCD20, IND cleared), and CH-300 (KRAS inhibitor, discovery).", "CH-300", "discovery"),
    ("CH-101 (JAK1, Phase II/III) and CH-205 (NDA filed).", "CH-101", "phase_2_3"),
    ("CH-101 (JAK1, Phase II/III) and CH-205 (NDA filed).", "CH-205", "filed"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "name", "stage"), LISTED)
def test_a_stage_in_brackets_is_of_the_name_before_them(body: str, name: str, stage: str | None) -> None:
    assert whole(facts_of(HEADLINE, f"today said that its pipeline includes {body}"), name).development_stage == stage


SOLD = [
    (
        "sells Ferravane®, an iron drug, and Somnivane® (zolpitrane) for sleep, both approved by the FDA.",
        ["Ferravane", "Somnivane"],
    ),
    ("said that its existing brands, Optivane and Pylorane, grew.", ["Optivane", "Pylorane"]),
    ("markets Pediflur, Rhinovane Nasal Spray and Dermalqua Cream.", ["Pediflur", "Rhinovane", "Dermalqua"]),
    ("said that Optivane®, an eye drug, had net sales of $88 million.", ["Optivane"]),
    ("offers Calmivane, a sedative sold in Peru.", ["Calmivane"]),
]


@pytest.mark.parametrize(("body", "names"), SOLD)
def test_what_is_listed_as_sold_is_approved(body: str, names: list[str]) -> None:
    facts = facts_of(HEADLINE, f"today {body}")
    assert {name: whole(facts, name).development_stage for name in names} == dict.fromkeys(names, "approved")


NOT_APPROVED = [
    ("sells Ferravane®, approved by the FDA, as well as NBX-4711, a late-stage candidate.", "NBX-4711", "phase_3"),
    ("sells Ferravane®, approved in the EU since 2017, and NBX-4711, an antibody in Phase 1.", "NBX-4711", "phase_1"),
    ("said that NBX-4711 has obtained the clinical trial approval issued by the NMPA.", "NBX-4711", "ind_active"),
    ("said that NBX-4711 could have annual sales of $1 billion.", "NBX-4711", None),
]


@pytest.mark.parametrize(("body", "name", "stage"), NOT_APPROVED)
def test_what_stands_beside_an_approved_product_is_not_approved(body: str, name: str, stage: str | None) -> None:
    assert whole(facts_of(HEADLINE, f"today {body}"), name).development_stage == stage


LINES = [
    ("NBX-4711: topical C3 inhibitor; preclinical", "preclinical"),
    ("NBX-4711 (sofpiron): a gel; marketed in Japan", "approved"),
    ("NBX-4711 was tested in people; preclinical work on others goes on", None),
]


@pytest.mark.parametrize(("line", "stage"), LINES)
def test_the_line_of_a_list_tells_the_stage_of_its_only_compound(line: str, stage: str | None) -> None:
    facts = facts_of(HEADLINE, f"today gave an update.\n\n{line}\n\nThe company has 82 clerks.")
    assert whole(facts, "NBX-4711").development_stage == stage
