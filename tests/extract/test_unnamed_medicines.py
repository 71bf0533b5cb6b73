"""A release about a medicine without a name: what happened to it is no fact of a rival or a premedication named in passing."""

import pytest
from trials_reading import read

LEAD = "AUSTIN, May 2, 2026 -- "


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        (
            "FDA Rejects Brantek's Gout Pill",
            "The Food and Drug Administration rejected the gout pill of Brantek Inc. on Friday. Some analysts saw hope for "
            "a rival, Arvana's experimental lesinurad.",
        ),
        (
            "Brantek Wins Approval of Heart Failure Drug",
            "The FDA approved the heart failure drug of Brantek Inc. on Friday. It would compete with sacubitril.",
        ),
        (
            "Brantek's Inhaler Approved",
            "Brantek Inc. said the FDA approved its new inhaled medicine. Until now patients had to rely on albuterol.",
        ),
        (
            "Brantek's Gene Therapy Placed on Hold",
            "Brantek Inc. said the FDA placed a clinical hold on its gene therapy. Some patients received prednisone.",
        ),
        (
            "Brantek's Lead Candidate Is an Orphan Drug",
            "Brantek Inc. said the FDA granted orphan drug designation to its lead candidate for muscular dystrophy. "
            "Current treatment includes deflazacort.",
        ),
    ],
)
def test_what_happened_to_an_unnamed_medicine_is_of_no_other(headline: str, told: str) -> None:
    assert read(f"{headline}\n\n{LEAD}{told}\n").milestone_mentions == ()


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        (
            "The FDA rejected lesinurad, the gout pill of Brantek Inc., in a complete response letter.",
            "complete_response",
        ),
        ("Brantek's gout pill was approved by the FDA. The drug, lesinurad, will be launched in May.", "approval"),
    ],
)
def test_what_happened_to_a_medicine_named_beside_it_is_its_own(told: str, kind: str) -> None:
    facts = read(f"News of Brantek's Gout Pill\n\n{LEAD}{told}\n")
    assert kind in {m.milestone_type for m in facts.milestone_mentions}
