"""Of the findings of one series, which newer ones have taken the place of, and in which days."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from heapq import merge
from itertools import accumulate, groupby, islice
from typing import TYPE_CHECKING

from clearway.model import Finding, Known, State

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
        from clearway.picture import hints_of

        self._some = sorted(some, key=lambda one: one.since)
        self._since = [one.since for one in self._some]
        months = (_month(one.finding.as_of or date.min) for one in self._some)
        self._last = list(accumulate(months, max))
        """The last month of which any speaks up to each."""
        hinted = [hints_of(one.finding) for one in self._some]
        self._often = Counter(word for hints in hinted for hint in hints for word in hint)
        self._rarest: dict[str, list[int]] = {}
        """The places of those with a hint, under its rarest word: each is held against few where many speak."""
        self._all: dict[str, list[int]] = {}
        """The same under all words of a hint."""
        for place, hints in enumerate(hinted):
            for hint in hints:
                self._rarest.setdefault(self._rare(hint), []).append(place)
                for word in hint:
                    self._all.setdefault(word, []).append(place)

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
        """Those that stand on some day with it and may take its place, by the first such day."""
        here = bisect_right(self._since, older.since)
        month = _month(older.finding.as_of or date.max)
        begin = 0 if here and self._last[here - 1] > month else here
        for place in self._beside(older.finding, begin):
            one = self._some[place]
            if older.until is not None and one.since >= older.until:
                return
            if place >= here or one.until is None or one.until > older.since:
                yield one

    def _beside(self, finding: Finding, begin: int) -> Iterator[int]:
        """The places from one on of those with a hint of its, in line, each once."""
        from clearway.picture import hints_of, is_status

        if is_status(finding):
            yield from range(begin, len(self._some))
            return
        hints = hints_of(finding)
        less = (self._rarest.get(word, []) for hint in hints for word in hint)
        more = (self._all.get(self._rare(hint), []) for hint in hints)
        lists = [some for some in (*less, *more) if some]
        places = merge(*(islice(some, bisect_left(some, begin), None) for some in lists))
        yield from (place for place, _ in groupby(places))

    def _rare(self, hint: Iterable[str]) -> str:
        return min(hint, key=lambda word: (self._often[word], word))


def _sooner(one: date | None, other: date | None) -> date | None:
    return other if one is None else one if other is None else min(one, other)


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month
