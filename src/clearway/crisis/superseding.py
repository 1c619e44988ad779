"""Of the findings of one series, which newer ones have taken the place of, and in which days."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING

from clearway.model import Known, State

if TYPE_CHECKING:
    from clearway.ledger.protocol import Span


def superseded_in(row: Iterable[Known]) -> "tuple[tuple[Span, ...], ...]":
    """Of each finding of one series the spans of days in which it stood and a newer one had its place.

    On each day that is what `succeeded` marks of those that stood then.
    """
    row = tuple(row)
    newer = _Newer(one for one in row if one.finding.as_of and one.finding.state is not State.SUPERSEDED)
    return tuple(
        ((one.since, one.until),) if one.finding.state is State.SUPERSEDED else tuple(newer.spans(one)) for one in row
    )


class _Newer:
    """Findings of one series that may have others' places, by the day since which they stand."""

    def __init__(self, some: Iterable[Known]) -> None:
        self._some = sorted(some, key=lambda one: one.since)
        self._since = [one.since for one in self._some]
        months = (_month(one.finding.as_of or date.min) for one in self._some)
        self._last = list(accumulate(months, max))
        """The last month of which any speaks up to each."""

    def spans(self, older: Known) -> "Iterator[Span]":
        """The days on which one of them has the place of another that stands."""
        from clearway.picture import succeeds

        begin = end = None
        for one in self._after(older):
            since, until = max(one.since, older.since), _sooner(one.until, older.until)
            if begin is not None and until is not None and end is not None and until <= end:
                continue
            if not succeeds(one.finding, older.finding):
                continue
            if begin is None:
                begin, end = since, until
            elif end is not None and since <= end:
                end = until
            else:
                yield begin, end
                begin, end = since, until
            if end is None or end == older.until:
                break
        if begin is not None:
            yield begin, end

    def _after(self, older: Known) -> Iterator[Known]:
        """Those that stand on some day with it and that may speak of a later month, by the first such day."""
        here = bisect_right(self._since, older.since)
        month = _month(older.finding.as_of or date.max)
        if here and self._last[here - 1] > month:
            yield from (one for one in self._some[:here] if one.until is None or one.until > older.since)
        for one in self._some[here:]:
            if older.until is not None and one.since >= older.until:
                return
            yield one


def _sooner(one: date | None, other: date | None) -> date | None:
    return other if one is None else one if other is None else min(one, other)


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month
