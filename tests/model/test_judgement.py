"""Decisions on claims."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from clearway.model import Judgement, Verdict

JUDGEMENT = Judgement(verdict=Verdict.SAME, claims=("a", "b"), by="ines", at=datetime(2023, 5, 10, 9, tzinfo=UTC))


@pytest.mark.parametrize(
    "change",
    [
        {"verdict": Verdict.DIFFERENT},
        {"claims": ("b", "a")},
        {"by": "omar"},
        {"at": datetime(2023, 5, 10, 10, tzinfo=UTC)},
        {"why": "one wire"},
        {"after": ("j1",)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_who_decided_what_when_and_after_what_makes_the_id(change: dict[str, object]) -> None:
    assert replace(JUDGEMENT, id="", **change).id != JUDGEMENT.id  # type: ignore[arg-type]  # one field each


def test_the_same_decision_has_the_same_id() -> None:
    assert replace(JUDGEMENT, id="").id == JUDGEMENT.id
