"""How many patients a trial has: its own size, not a share of it, not the sum of many trials, not all who ever took the drug."""

import pytest
from trials_reading import read

_HEAD = "Acme Bio Gives an Update on ABX-101 in Asthma\n\nBOSTON, May 3, 2024 -- Acme Bio, Inc. (Nasdaq: ACMB) today gave news of ABX-101, its antibody for asthma. "

SIZES = [
    ("Part 2 of the Phase 3 SOLAR trial of ABX-101 has begun. Part 2 enrolled 847 patients with asthma.", {847}),
    ("In the Phase 3 SOLAR trial of ABX-101, more than 1 in 4 patients had clear lungs.", set()),
    (
        "In SOLAR-1 and SOLAR-2, the completed Phase 3 trials of ABX-101, 598 and 490 patients, respectively, underwent treatment.",
        {598, 490},
    ),
    (
        "ABX-101 met its goal in the Phase 3 SOLAR trial. The drug has been studied in more than 10,000 people in clinical trials.",
        set(),
    ),
    (
        "ABX-101 met its goal in the Phase 3 SOLAR trial, and was safe in an analysis across eight studies of 2,500 patients.",
        set(),
    ),
    (
        "The Phase 3 trials SOLAR-1 and SOLAR-2 gave results. SOLAR-1 evaluated 26 weeks of treatment Number of patients: 720; "
        "SOLAR-2 compared 20 mg of ABX-101 with placebo, number of patients: 960.",
        {720, 960},
    ),
    ("In the Phase 3 SOLAR trial of ABX-101, 97 percent of patients on the drug (n=431/445) were cured.", set()),
    ("In the SOLAR trial of ABX-101, dosing of the second cohort (high dose, n=3) is under way.", set()),
    ("ABX-101 is tested in the Phase 2bdose-finding study, in which 280 patients with asthma were randomized.", {280}),
    (
        "In addition to SOLAR, ABX-101 is being evaluated in a Phase 3 trial with nivolumab in asthma. Patients receive either. "
        "Goals are survival and safety. This global trial is expected to enroll approximately 460 patients.",
        {460},
    ),
    (
        "In the Phase 3 trial pain went down, and more than 175,000 patients have been treated with ABX-101 worldwide.",
        set(),
    ),
    ("In the Phase 1 trial of ABX-101 there were partial responses in 3 adult patients.", set()),
    ("The Phase 2 trial of ABX-101, with a target of 146 participants, goes on.", {146}),
    ("The Phase 3 SOLAR trial of ABX-101 met its goal in the 392 enrolled and dosed patients.", {392}),
]


@pytest.mark.parametrize(("body", "sizes"), SIZES)
def test_a_trial_has_its_own_size(body: str, sizes: set[int]) -> None:
    assert {t.enrollment for t in read(_HEAD + body + "\n").trial_mentions} - {None} == sizes
