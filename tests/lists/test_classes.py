import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lists.made import INDEPENDENT, counts

from clearway.lists.classes import Schedule, _broken, latent_classes
from clearway.lists.counts import make_counts
from clearway.lists.estimate import Estimate, NotRun

SHORT = Schedule(chains=4, left_out=200, block=400, most=400)


def test_independent_lists_give_the_truth_within_the_interval() -> None:
    found = latent_classes(INDEPENDENT, schedule=Schedule(chains=4, left_out=500, block=1500, most=1500))

    assert isinstance(found, Estimate)
    assert found.low < 1200 < found.high
    assert found.rhat is not None


@given(st.permutations(INDEPENDENT.cells))
@settings(max_examples=3, deadline=None)
def test_the_same_seed_gives_the_same_whatever_the_order_of_rows(cells: list[tuple[tuple[int, ...], int]]) -> None:
    again = make_counts("made", INDEPENDENT.lists, cells)

    assert latent_classes(again, schedule=SHORT) == latent_classes(INDEPENDENT, schedule=SHORT)


def test_another_seed_gives_another_draw() -> None:
    assert latent_classes(INDEPENDENT, seed=2, schedule=SHORT) != latent_classes(INDEPENDENT, schedule=SHORT)


def test_people_who_are_harder_to_see_are_found_to_be_missing() -> None:
    # 600 people with a chance of .7 on each of four lists, 1,000 with one of .1; the independent model says 1,017
    seen = {1: 45 + 292, 2: 159 + 49, 3: 247 + 4, 4: 144}
    ways = {1: 4, 2: 6, 3: 4, 4: 1}
    cells = [(format(marks, "04b"), round(seen[marks.bit_count()] / ways[marks.bit_count()])) for marks in range(1, 16)]
    found = latent_classes(counts(*cells), schedule=Schedule(chains=4, left_out=1000, block=2000, most=2000))

    assert isinstance(found, Estimate)
    assert found.best > 1250


@pytest.mark.parametrize(
    ("cells", "chains", "why"),
    [
        ([("10", 30), ("01", 20), ("11", 10)], 4, "two lists cannot show whether one depends on the other"),
        ([("100", 30), ("011", 20)], 3, "3 chains cannot show whether they mixed; at least 4 can"),
    ],
)
def test_what_could_not_be_trusted_is_not_run(cells: list[tuple[str, int]], chains: int, why: str) -> None:
    found = latent_classes(counts(*cells), schedule=Schedule(chains=chains))

    assert found == NotRun(method="latent classes", why=why)


def test_a_small_concentration_leaves_remainders_too_small_for_a_number() -> None:
    members = np.zeros((1, 10))
    sticks, rests = _broken(members, np.array([1e-4]), np.random.default_rng(1))

    assert np.isfinite(sticks).all()
    assert rests.min() < -745  # where a floating number would be 0
