from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.picture.making import PROVINCE, TOWN, claim, picture

from clearway.crisis.superseding import superseded_in
from clearway.ledger.protocol import Span
from clearway.model import Bound, Finding, Known, State, Status
from clearway.picture.series import succeeded

MARCH = date(2020, 3, 20)
(STOCK,) = picture(claim("displaced", 900_000, by="UN", at=PROVINCE)).findings
(CONTROL,) = picture(claim("control", by="UN", at=TOWN, status=Status.HELD, actor="army")).findings


def known(number: int, turn: tuple[int, int, int, str, int, State], of: Finding) -> Known:
    """A finding of a series that began to stand on one day of the year and speaks of another."""
    begin, stands, speaks, speaker, value, state = turn
    since, as_of = MARCH + timedelta(begin), MARCH + timedelta(speaks)
    best = Bound(value=value, claims=()) if of.best else None
    finding = replace(of, id=f"{number}", best=best, low=best, high=best, sources=(speaker,), state=state, as_of=as_of)
    return Known(finding=finding, since=since, until=since + timedelta(stands) if stands else None, line=f"{number:03}")


def covers(spans: tuple[Span, ...], day: date) -> bool:
    return any(since <= day and (until is None or day < until) for since, until in spans)


TURNS = st.tuples(
    st.integers(0, 90),
    st.sampled_from([0, 0, 1, 20, 60]),
    st.integers(-60, 60),
    st.sampled_from(["UN", "UN human rights office", "Coast Monitor", "report: Coast Monitor", "Monitor", "witnesses"]),
    st.sampled_from([900, 960, 40]),
    st.sampled_from([State.SINGLE_SOURCE, State.AGREED, State.SUPERSEDED]),
)


@given(st.lists(TURNS, max_size=12), st.sampled_from([STOCK, CONTROL]))
def test_on_each_day_those_are_superseded_that_a_picture_of_that_day_marks(
    turns: list[tuple[int, int, int, str, int, State]], of: Finding
) -> None:
    row = [known(number, turn, of) for number, turn in enumerate(turns)]
    spans = superseded_in(row)
    for day in (MARCH + timedelta(number) for number in range(160)):
        stood = [one for one in row if one.since <= day and (one.until is None or day < one.until)]
        marked = {one.id for one in succeeded([one.finding for one in stood]) if one.state is State.SUPERSEDED}
        assert {one.finding.id for one, its in zip(row, spans, strict=True) if covers(its, day)} == marked


def test_the_spans_of_what_is_superseded_lie_apart_within_the_days_on_which_it_stood() -> None:
    old = known(0, (0, 60, 0, "UN", 900, State.AGREED), STOCK)
    once = known(1, (10, 5, 30, "UN", 900, State.AGREED), STOCK)
    again = known(2, (12, 8, 31, "UN", 900, State.AGREED), STOCK)
    last = known(3, (50, 0, 32, "UN", 900, State.AGREED), STOCK)
    first, second, third, fourth = superseded_in([old, once, again, last])
    ends = [MARCH + timedelta(number) for number in (10, 20, 50, 60)]
    assert first == ((ends[0], ends[1]), (ends[2], ends[3]))
    assert (second, third, fourth) == ((), (), ())
