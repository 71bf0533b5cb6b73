"""The scorecard on a small warehouse whose figures can be counted by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ingest.errors import SettingsError
from orchestration.scoring.annotations import read_annotations
from orchestration.scoring.given import (
    Given,
    GivenCompound,
    GivenDeal,
    GivenMilestone,
    GivenRelease,
    GivenTrial,
    key_of,
)
from orchestration.scoring.judging import judge_all
from orchestration.scoring.matching import is_same_company, is_same_disease, read_modality
from orchestration.scoring.measures import Scorecard

NOTED: dict[str, Any] = {
    "id": "one",
    "issuer": "Northbridge Therapeutics, Inc.",
    "ticker": "NBTX",
    "published_on": "2025-03-04",
    "compounds": [
        {"names": ["NB-417"], "role": "subject", "modality": "antibody-drug conjugate", "targets": ["FOLR1"], "stage": "ind_active"},
        {"names": ["NB-112"], "role": "own", "targets": ["KRAS"], "stage": "phase_2"},
        {"names": ["docetaxel"], "role": "comparator"},
    ],
    "trials": [
        {"compound": "NB-417", "phase": "1", "status": "planned", "indications": ["ovarian cancer"], "date_from": "2025-05-01", "date_to": "2025-08-31"},
        {"compound": "NB-112", "phase": "2", "status": "ongoing", "indications": ["non-small cell lung cancer"], "enrollment": 120, "nct": "NCT05512345"},
    ],
    "milestones": [
        {"type": "ind_active", "compound": "NB-417", "modality": "happened"},
        {"type": "trial_started", "compound": "NB-417", "modality": "expected"},
    ],
    "collaborations": [
        {"partner": "Roche", "type": "license", "is_new": True, "upfront_usd": 40e6, "total_usd": 340e6},
        {"partner": "Amgen", "type": "research", "is_new": False},
    ],
}  # fmt: skip


def trial(compound: str, phase: str, status: str, disease: str, **more: Any) -> GivenTrial:
    filled = {"nct": None, "name": None, "enrollment": None, "window": ("", "")} | more
    return GivenTrial(compound, phase, status, indications=((disease,),), **filled)


GIVEN = Given(
    releases={
        "one": GivenRelease(
            issuer=("Northbridge Therapeutics",),
            ticker="NBTX",
            published_on="2025-03-05",
            compounds=["a", "b", "x"],
            stages={"a": ["preclinical", "ind_active"], "b": ["phase_3"]},
            roles={"a": {"own"}, "b": {"own"}, "x": {"own"}},
            trials=[
                trial("a", "1", "started", "ovarian cancers", window=("2025-05-01", "2025-08-31")),
                trial("x", "2", "ongoing", "non-small cell lung cancer"),
            ],
            milestones=[
                GivenMilestone("ind_active", "a", "happened"),
                GivenMilestone("trial_started", "a", "happened"),
                GivenMilestone("approval", "b", "historical"),
                GivenMilestone("milestone_payment", "a", "happened"),
            ],
            deals=[
                GivenDeal(("Northbridge Therapeutics",), ("F. Hoffmann-La Roche", "Roche"), "option", True,
                          {"upfront_usd": 40.2e6, "milestones_usd": None, "total_usd": None}),
                GivenDeal(("Northbridge Therapeutics",), ("Pfizer",), "license", True,
                          {"upfront_usd": None, "milestones_usd": None, "total_usd": None}),
            ],
        )
    },
    compounds={
        "a": GivenCompound("NB-417", ("NB-417", "NB417"), "antibody_drug_conjugate", (("FOLR1",),)),
        "b": GivenCompound("NB-112", ("NB-112",), None, ()),
        "x": GivenCompound("NB-999", ("NB-999",), None, ()),
    },
)  # fmt: skip


@pytest.fixture
def card(tmp_path: Path) -> Scorecard:
    (tmp_path / "one.json").write_text(json.dumps(NOTED))
    [card] = judge_all(read_annotations(tmp_path), GIVEN)
    return card


@pytest.mark.parametrize(
    ("kind", "right", "extra", "missed"),
    [
        ("issuer", 1, 0, 0),
        ("published_on", 0, 0, 1),
        ("ticker", 1, 0, 0),
        ("compounds", 2, 1, 1),
        ("pipeline compounds (recall)", 2, 0, 0),
        ("role is subject or not", 1, 0, 1),
        ("stage reached", 1, 0, 1),
        ("modality", 1, 0, 0),
        ("targets (recall)", 1, 0, 1),
        ("trials", 1, 1, 1),
        ("trial status", 0, 0, 1),
        ("trial indications", 1, 0, 0),
        ("expected window exact", 1, 0, 0),
        ("milestones", 1, 1, 1),
        ("collaborations", 1, 1, 1),
        ("collaboration type", 0, 0, 1),
        ("collaboration is new or standing", 1, 0, 0),
        ("deal amounts", 1, 0, 1),
        ("wrong owner", 1, 0, 0),
        ("planned as done", 2, 0, 0),
        ("committed facts", 4, 0, 0),
        ("invented date", 0, 0, 0),
    ],
)
def test_each_measure_counts_what_a_person_counts(
    kind: str, right: int, extra: int, missed: int, card: Scorecard
) -> None:
    measure = card[kind]
    assert (measure.right, measure.extra, measure.missed) == (right, extra, missed)


def test_precision_recall_and_f1_follow_from_the_counts(card: Scorecard) -> None:
    compounds, status = card["compounds"], card["trial status"]
    assert (compounds.precision, compounds.recall, compounds.f1, compounds.n) == (2 / 3, 2 / 3, 2 / 3, 3)
    assert (status.precision, status.recall, status.f1) == (None, None, 0.0)
    assert card["wrong owner"].f1 is None


def test_every_error_is_told_in_words(card: Scorecard) -> None:
    told = {kind for kind, _, _ in card.errors}
    assert told >= {
        "compound extra",
        "compound missed",
        "trial missed",
        "partner missed",
        "planned as done",
        "wrong owner",
    }


def test_a_release_that_is_missing_counts_as_all_missed(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text(json.dumps(NOTED))
    [card] = judge_all(read_annotations(tmp_path), Given({}, {}))
    assert (card["compounds"].missed, card["trials"].missed, card["collaborations"].missed) == (3, 2, 2)
    assert card["issuer"].f1 == 0.0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Amgen Inc.", "Amgen", True),
        ("Roche", "Roche Holding AG", True),
        ("Bayer HealthCare", "Bayer", True),
        ("AZ", "AZTherapies", False),
        ("Pfizer", "Novartis", False),
        ("", "Novartis", False),
    ],
)
def test_companies_are_compared_without_their_legal_form(one: str, other: str, same: bool) -> None:
    assert is_same_company(one, [None, other]) is same


def test_diseases_are_compared_by_their_words() -> None:
    assert is_same_disease("non-small cell lung cancer", ["Non-Small-Cell Lung Cancers"])
    assert not is_same_disease("ovarian cancer", ["lung cancer"])


def test_free_words_of_a_modality_mean_one_of_the_contract() -> None:
    assert read_modality("a CAR-T product") == "cell_therapy"
    assert read_modality("monoclonal antibody") == "monoclonal_antibody"
    assert read_modality("device") is None


def test_the_key_of_a_release_is_the_name_of_its_file() -> None:
    assert key_of("/a/b/one.txt") == "one"
    assert key_of("https://wire.example/news/one/#x") == "one"


@pytest.mark.parametrize("text", ["{", "[]", '{"compounds": [{"role": "own"}]}', '{"milestones": 7}'])
def test_an_annotation_that_is_none_is_told_with_its_file(text: str, tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text(text)
    with pytest.raises(SettingsError, match=r"bad\.json"):
        read_annotations(tmp_path)


def test_the_published_file_is_scored_and_the_ledger_keeps_it(
    dateline: Callable, sample_home: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    (home / "published").mkdir(parents=True)
    (home / "published" / "latest").symlink_to(sample_home / "published" / "latest")
    noted = {"id": "vertex-2023-12", "issuer": "Vertex Pharmaceuticals", "published_on": "1999-01-01"}
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "vertex.json").write_text(json.dumps(noted))
    said = dateline("score", tmp_path / "mine", "--errors", "2")
    assert said.code == 0, said.err
    lines = [json.loads(line) for line in (home / "ledger" / "scorecard.jsonl").read_text().splitlines()]
    by_kind = {line["kind"]: line for line in lines}
    assert (by_kind["issuer"]["f1"], by_kind["published_on"]["f1"]) == (1.0, 0.0)
    assert by_kind["issuer"]["corpus"] == "mine"
    assert "1999-01-01, got 2023-12" in said.out
