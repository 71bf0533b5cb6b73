"""States of trials in forty ways of saying them: phase and status of each trial of an invented company's release."""

import pytest
from trials_reading import read

LEAD = "BOSTON, May 9, 2024 (GLOBE NEWSWIRE) -- Merkal Therapeutics, Inc. (Nasdaq: MRKL)"
TOLD = [
    ("2:ongoing", "said patient screening is under way at 12 sites for the Phase 2 trial of MRK-590 in gout."),
    (
        "2:started",
        "said that the first cohort of patients has been treated in its Phase 2 trial of MRK-590 in gout, marking the start of the study.",
    ),
    ("3:started", "announced that it has kicked off its Phase 3 trial of MRK-590 in gout."),
    ("2:enrolled", "announced that its Phase 2 trial of MRK-590 in gout has closed to enrollment with 120 patients."),
    (
        "2:enrolled",
        "said enrollment in the Phase 2 trial of MRK-590 in gout exceeded its target of 120 patients and is now closed.",
    ),
    (
        "3:completed",
        "said that all patients have completed treatment in the Phase 3 trial of MRK-590 in gout; topline results are due in July.",
    ),
    ("3:completed", "said its Phase 3 trial of MRK-590 in gout has concluded and that the data are being analyzed."),
    ("2:reported", "said that MRK-590 outperformed placebo in a Phase 2 trial in gout."),
    ("2:reported", "said that MRK-590 fell short in a Phase 2 trial in gout."),
    ("2:reported", "said that patients given MRK-590 in a Phase 2 trial saw their pain drop by 40%."),
    ("2:stopped", "said it is pulling the plug on its Phase 2 trial of MRK-590 in gout."),
    ("2:stopped", "said it terminated the Phase 2 trial of MRK-590 in gout early because of slow recruitment."),
    ("2:stopped", "said the Phase 2 trial of MRK-590 in gout was discontinued for business reasons."),
    ("2:stopped", "said dosing in the Phase 2 trial of MRK-590 in gout has been put on hold after a death."),
    ("3:planned", "expects that a Phase 3 trial of MRK-590 in gout will get off the ground in 2025."),
    ("3:planned", "has deferred the start of its Phase 3 trial of MRK-590 in gout until funds are available."),
    ("3:planned", "will seek a partner before beginning a Phase 3 trial of MRK-590 in gout."),
    ("3:planned", "is in discussions with the FDA about a Phase 3 trial of MRK-590 in gout."),
    ("3:planned", "has postponed its Phase 3 trial of MRK-590 in gout."),
    ("3:planned", "and the FDA have agreed on a Special Protocol Assessment for a Phase 3 trial of MRK-590 in gout."),
    ("1:cleared", "said that its IND for MRK-590 has been allowed to proceed, enabling a Phase 1 trial in gout."),
    ("1:cleared", "received ethics committee approval for a Phase 1 trial of MRK-590 in healthy volunteers."),
    (
        "1:cleared",
        "said that the FDA completed its 30-day review of the IND and that the Phase 1 trial of MRK-590 in gout may begin.",
    ),
    (
        "1:cleared",
        "said the European authorities approved its clinical trial application for a Phase 1 trial of MRK-590.",
    ),
    ("2:ongoing", "said patients continue to be treated in the Phase 2 trial of MRK-590 in gout."),
    (
        "2:ongoing",
        "said the data monitoring committee recommended that the Phase 2 trial of MRK-590 in gout continue without changes.",
    ),
    ("2:ongoing", "has enrolled 60 of 120 patients in its Phase 2 trial of MRK-590 in gout."),
    ("2:ongoing", "added three sites to its Phase 2 trial of MRK-590 in gout to speed up enrollment."),
    ("-:planned", "aims to take MRK-590 into the clinic in 2025 with a first-in-human trial."),
    ("1:ongoing", "said that MRK-590 is now in the clinic in a Phase 1 trial."),
    ("-:planned", "announced a grant to fund a clinical trial of MRK-590 in gout."),
    ("-:ongoing", "said a study of MRK-590 in gout is recruiting."),
    ("-:started", "said patients have begun receiving MRK-590 in a study in gout."),
    ("-:planned", "said a university will run a trial of MRK-590 in gout."),
    ("-:reported", "said a small study showed that MRK-590 eased gout."),
    ("-:stopped", "said it abandoned a trial of MRK-590 in gout."),
    ("2:reported", "published in a journal full results of its Phase 2 trial of MRK-590 in gout."),
    ("2:reported,3:planned", "reported positive Phase 2 data of MRK-590 in gout and will move the drug into Phase 3."),
    ("3:ongoing,3:planned", "is running a Phase 3 trial of MRK-590 in gout and plans another Phase 3 trial in lupus."),
    ("1:ongoing", "dosed the first patient in the second cohort of its Phase 1 trial of MRK-590."),
    ("3:reported", "delayed the filing that rests on the Phase 3 trial of MRK-590 in gout, which met its endpoint."),
    ("3:ongoing", "is running a Phase 3 trial of MRK-590 in gout; a delay in recruitment moved the data to 2025."),
    ("2:ongoing", "is running a Phase 2 trial of MRK-590 in gout; two patients put their treatment on hold."),
    ("2:ongoing", "said sites closed on Sunday still enroll patients in the ongoing Phase 2 trial of MRK-590 in gout."),
]


@pytest.mark.parametrize(("states", "body"), TOLD)
def test_the_state_that_the_words_tell(states: str, body: str) -> None:
    facts = read(f"Merkal Reports on MRK-590\n\n{LEAD} {body}\n")
    assert ",".join(f"{t.phase or '-'}:{t.status}" for t in facts.trial_mentions) == states
