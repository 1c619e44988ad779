from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearway.model import Rule
from clearway.picture import Bulletin, check

FIRST = date(2024, 1, 1)


def bulletin(day: int, total: int | None, new: int | None) -> Bulletin:
    return Bulletin(day=FIRST + timedelta(days=day), total=total, new=new, claims=(f"c{day}",))


def test_a_total_that_rises_by_what_is_new_holds() -> None:
    checked = check([bulletin(0, 100, 7), bulletin(1, 110, 10)])
    assert (checked.pairs, checked.failing, checked.falls) == (1, (), ())


@pytest.mark.parametrize(
    ("bulletins", "reason"),
    [
        ([bulletin(0, 100, 7), bulletin(1, 400, 10)], "backlog"),
        ([bulletin(0, 1_000, 7), bulletin(1, 1_012, 10)], "bulletin lag: the total was closed later"),
        ([bulletin(0, 100, 7), bulletin(1, 100, 10)], "bulletin lag: the total was not brought up to date"),
        ([bulletin(0, 100, 7), bulletin(3, 190, 10)], "missing day"),
        ([bulletin(0, 100, 7), bulletin(1, 104, 10)], "correction"),
    ],
)
def test_a_total_that_does_not_is_shown_with_its_claims_and_the_likeliest_reason(
    bulletins: list[Bulletin], reason: str
) -> None:
    (failing,) = check(bulletins).failing
    assert (failing.rule, failing.reason.startswith(reason)) == (Rule.INCREMENT, True)
    assert failing.claims == (bulletins[0].claims[0], bulletins[1].claims[0])


def test_the_last_total_that_is_known_counts() -> None:
    checked = check([bulletin(0, 100, None), bulletin(1, None, 5), bulletin(2, 110, 10)])
    assert (checked.pairs, checked.failing) == (1, ())


def test_a_fall_is_listed_apart() -> None:
    checked = check([bulletin(0, 100, None), bulletin(1, 90, None)])
    assert (checked.pairs, checked.failing) == (0, ())
    assert [fall.words for fall in checked.falls] == ["100 (2024-01-01) fell to 90 (2024-01-02)"]


@given(st.lists(st.integers(0, 50), min_size=1, max_size=20), st.randoms(use_true_random=False))
def test_totals_made_of_what_is_new_never_fail_in_any_order(news: list[int], chance: object) -> None:
    bulletins = [bulletin(day, sum(news[: day + 1]), new) for day, new in enumerate(news)]
    chance.shuffle(bulletins)  # type: ignore[attr-defined]
    checked = check(bulletins)
    assert (checked.pairs, checked.failing, checked.falls) == (len(news) - 1, (), ())
