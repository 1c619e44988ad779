import pytest
from benchmarks.mse import CASES, CORPUS, PUBLISHED, _published, _shared

from clearway.lists import Estimate


def made(low: int, high: int) -> Estimate:
    return Estimate(method="made", low=low, best=low, high=high, how="")


@pytest.mark.parametrize(
    ("low", "high", "shared"), [(100, 200, 1.0), (150, 200, 0.5), (100, 300, 0.5), (300, 400, 0.0)]
)
def test_the_overlap_is_a_part_of_both_intervals_together(low: int, high: int, shared: float) -> None:
    assert _shared(made(low, high), 100, 200) == pytest.approx(shared)


def test_each_table_has_its_line_and_what_was_published() -> None:
    names = [case.name for case in CASES]

    assert len(set(names)) == len(names)
    assert set(names) == set(PUBLISHED)
    assert set(names) <= set(CORPUS.figures)


def test_published_figures_are_found_under_either_name() -> None:
    by_data = {case.data: case for case in CASES}
    told = {"hiv_rome": {"measured_R_dga": {"q025": 1, "median": 2, "q975": 3}}}
    city = {"ph": {"published": {"manila_police": [4, 5, 6]}}}

    assert _published(told, by_data["hiv_rome"]) == (1, 2, 3)
    assert _published(city, by_data["ph_manila_police"]) == (4, 5, 6)
