"""Holds what reading finds to floors that only rise; `python -m benchmarks --only claims` prints what it is now."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from benchmarks.annotated import Tally, tally_by_kind
from tests.quality.conftest import FLOORS, Read, changed

Floors = Mapping[str, Any]


def short(found: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, str]:
    """What lies under its floor, in words; what has no floor is left out."""
    return {
        name: f"{found.get(name, 0.0):.3f}, and at least {floor} was pinned"
        for name, floor in floors.items()
        if found.get(name, 0.0) < floor
    }


def test_the_annotated_reports_and_their_scorer_are_as_pinned(shared: Path, floors: Floors) -> None:
    assert changed(shared, floors["reports"]) == [], f"the floors of {FLOORS.name} were pinned on other files"


def test_every_annotated_report_is_pinned(shared: Path, floors: Floors) -> None:
    held = {f"{folder}/{file.name}" for folder in ("article", "annotated") for file in (shared / folder).iterdir()}
    reports = {name for name in held if name.endswith((".gold.json", ".txt")) and "SOURCE" not in name}

    assert reports == {name for name in floors["reports"] if not name.startswith("score/")}


def test_what_people_found_scores_full_marks_against_itself(readings: Mapping[str, Read], scoring: ModuleType) -> None:
    for read in readings.values():
        golds = read.known.claims
        matched, _, joint, full = scoring.score(golds, golds)
        assert (len(matched), joint, full) == (len(golds),) * 3


def test_each_claim_cuts_its_words_out_of_the_report(readings: Mapping[str, Read]) -> None:
    for read in readings.values():
        text = read.known.report.text
        assert [text[row["start"] : row["end"]] for row in read.said] == [row["quote"] for row in read.said]


def test_the_claims_of_the_article_stay_above_their_floor(article: Read, floors: Floors) -> None:
    found = {"claims_f1": article.tally.claims_f1, "joint_f1": article.tally.joint_f1}

    assert short(found, floors["article"]["at_least"]) == {}


def test_the_article_has_few_claims_that_nobody_made(article: Read, floors: Floors) -> None:
    assert article.tally.extra <= floors["article"]["at_most"]["extra"]


def test_the_claims_of_the_annotated_reports_stay_above_their_floor(others: Sequence[Read], floors: Floors) -> None:
    together = sum((read.tally for read in others), Tally())
    found = {"claims_f1": together.claims_f1, "joint_f1": together.joint_f1}

    assert short(found, floors["annotated"]["at_least"]) == {}


def test_each_annotated_report_stays_above_the_floor_of_all(others: Sequence[Read], floors: Floors) -> None:
    found = {read.known.name: read.tally.claims_f1 for read in others}

    assert short(found, dict.fromkeys(found, floors["annotated"]["each"])) == {}


def test_each_kind_with_claims_enough_stays_above_its_floor(
    readings: Mapping[str, Read], scoring: ModuleType, floors: Floors
) -> None:
    kinds: dict[str, Tally] = {}
    for read in readings.values():
        for kind, counts in tally_by_kind(read.known.claims, read.said, scoring).items():
            kinds[kind] = kinds.get(kind, Tally()) + counts

    enough = {kind: counts.claims_f1 for kind, counts in kinds.items() if counts.gold >= floors["enough"]}
    assert enough.keys() == floors["kinds"].keys()
    assert short(enough, floors["kinds"]) == {}


@pytest.mark.parametrize(
    ("part", "figure", "asked"),
    [("article", "claims_f1", 0.78), ("article", "joint_f1", 0.50), ("annotated", "claims_f1", 0.60)],
)
def test_no_floor_lies_under_what_was_asked_at_first(floors: Floors, part: str, figure: str, asked: float) -> None:
    assert floors[part]["at_least"][figure] >= asked
