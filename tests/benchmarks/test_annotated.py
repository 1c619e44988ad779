from types import SimpleNamespace

import pytest
from benchmarks.annotated import Tally, tally_by_kind


def test_tallies_add_up() -> None:
    one, other = Tally(gold=4, said=3, right=2, joint=1), Tally(gold=1, said=2, right=1, joint=1)

    assert one + other == Tally(gold=5, said=5, right=3, joint=2)


@pytest.mark.parametrize(
    ("counts", "claims_f1", "joint_f1", "extra"),
    [
        (Tally(gold=4, said=4, right=3, joint=2), 0.75, 0.5, 1),
        (Tally(gold=3, said=1, right=1, joint=0), 0.5, 0.0, 0),
        (Tally(), 0.0, 0.0, 0),
    ],
)
def test_f1_is_the_harmonic_mean_of_precision_and_recall(
    counts: Tally, claims_f1: float, joint_f1: float, extra: int
) -> None:
    assert (counts.claims_f1, counts.joint_f1, counts.extra) == (claims_f1, joint_f1, extra)


def test_each_kind_is_scored_against_its_own_claims() -> None:
    def score(
        golds: list[dict[str, str]], saids: list[dict[str, str]]
    ) -> tuple[list[object], dict[str, int], int, int]:
        return [None] * min(len(golds), len(saids)), {}, 0, 0

    golds = [{"kind": "killed"}, {"kind": "killed"}, {"kind": "need"}]
    saids = [{"kind": "killed"}, {"kind": "attack"}]

    assert tally_by_kind(golds, saids, SimpleNamespace(score=score)) == {  # type: ignore[arg-type]  # all that is used
        "attack": Tally(gold=0, said=1, right=0),
        "killed": Tally(gold=2, said=1, right=1),
        "need": Tally(gold=1, said=0, right=0),
    }
