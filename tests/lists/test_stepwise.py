from tests.lists.made import INDEPENDENT, counts

from clearway.lists.estimate import Estimate, NotRun
from clearway.lists.stepwise import stepwise


def test_independent_lists_need_no_pair() -> None:
    found = stepwise(INDEPENDENT)

    assert isinstance(found, Estimate)
    assert (found.best, found.how) == (1200, "no pair of lists depends on one another")


def test_a_pair_of_lists_that_refer_people_to_one_another_is_found() -> None:
    # of 1,200 people, as before, but that B took over 100 more from A alone
    found = stepwise(
        counts(("100", 140), ("010", 160), ("001", 120), ("110", 260), ("101", 70), ("011", 80), ("111", 130))
    )

    assert isinstance(found, Estimate)
    assert found.how == "pairs that depend on one another: A with B"
    assert found.low < 1200 < found.high


def test_a_pair_without_overlap_is_left_out_rather_than_fitted() -> None:
    found = stepwise(
        counts(("1000", 200), ("0100", 200), ("0010", 90), ("0001", 80), ("1010", 40), ("1001", 40), ("0110", 40),
               ("0101", 40), ("0011", 20), ("1011", 9), ("0111", 9))
    )  # fmt: skip

    assert isinstance(found, Estimate)
    assert "A with B" in found.how


def test_two_lists_are_not_enough() -> None:
    why = "two lists cannot show whether one depends on the other"

    assert stepwise(counts(("10", 30), ("01", 20), ("11", 10))) == NotRun(method="stepwise log-linear", why=why)


def test_without_enough_overlaps_it_is_not_run() -> None:
    found = stepwise(counts(("100", 5), ("010", 5), ("001", 5), ("111", 2)))

    assert isinstance(found, Estimate | NotRun)
