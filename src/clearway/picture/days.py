"""The picture day by day: its findings as each day shows them, what a day brought, and the sums that failed."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from clearway.model import Basis, Change, Claim, Equation, Failing, Finding, Known, Measure, Rule, State, Story
from clearway.picture.arithmetic import equations
from clearway.picture.changes import changes
from clearway.picture.ordering import in_order, line_of
from clearway.picture.series import succeeded

Chosen = Callable[[tuple[Finding, ...]], tuple[Finding, ...]]
"""The findings of a picture under the policy that was asked for."""


def story(known: Iterable[Known], days: Sequence[date], *, end: date = date.max, chosen: Chosen | None = None) -> Story:
    """The findings as the pictures of these days show them, and what each day brought.

    `known` are all findings that ever stood, as folded. What became known after the last of the days and up to `end`
    counts as of the last one.
    """
    turning = _turning(known, days, end)
    state = _Standing()
    shown: dict[str, Known] = {}
    told: list[Known] = []
    brought: list[tuple[Change, ...]] = []
    for place, (before, day) in enumerate(pairwise([date.min, *days])):
        some = turning[place]
        close = end if place == len(days) - 1 else day
        brought.append(changes(some, after=before, day=close, earlier=state.of_series))
        touched = state.move(some, before, close)
        now = state.seen(touched) if chosen is None else _whole(state.findings(), chosen)
        for name in touched if chosen is None else {*shown, *now}:
            earlier, later = shown.get(name), now.get(name)
            if earlier and (later is None or later.finding != earlier.finding):
                told.append(replace(shown.pop(name), until=day))
            if later and name not in shown:
                shown[name] = replace(later, since=day, until=None)
    ordered = sorted([*told, *shown.values()], key=lambda one: (one.line, one.since))
    return Story(days=tuple(days), known=tuple(ordered), changes=tuple(brought))


def failing(told: Story, claims: Mapping[str, Claim]) -> tuple[Failing, ...]:
    """The sums that failed in the pictures of a story, with the days between which they did.

    A sum is of findings of one kind, so that a day asks only for the kinds that it brought something of.
    """
    begins, ends = _by_day(told.known, "since"), _by_day(told.known, "until")
    standing: dict[str, dict[str, Finding]] = defaultdict(dict)
    open_: dict[str, dict[Equation, date]] = defaultdict(dict)
    found: list[Failing] = []
    for day in told.days:
        leaving = {one.finding.id: _summed(one.finding) for one in ends.get(day, ())}
        coming = {one.finding.id: _summed(one.finding) for one in begins.get(day, ())}
        for name, finding in leaving.items():
            del standing[finding.kind][name]
        for name, finding in coming.items():
            standing[finding.kind][name] = finding
        changed = [finding for name, finding in coming.items() if leaving.pop(name, None) != finding]
        for kind in {finding.kind for finding in (*changed, *leaving.values())}:
            now = set(_sums(standing[kind].values(), claims))
            for equation in [one for one in open_[kind] if one not in now]:
                found.append(Failing(equation=equation, since=open_[kind].pop(equation), until=day))
            for equation in now:
                open_[kind].setdefault(equation, day)
    found += [Failing(equation=one, since=day, until=None) for some in open_.values() for one, day in some.items()]
    return tuple(sorted(found, key=_place))


class _Standing:
    """What stands, as folded, while one day follows another."""

    def __init__(self) -> None:
        self._known: dict[str, Known] = {}
        self._rows: dict[str, dict[str, Known]] = defaultdict(dict)

    def findings(self) -> Iterator[Finding]:
        """All that stands."""
        return (one.finding for one in self._known.values())

    def of_series(self, series: str) -> list[Finding]:
        """What stands of a series, in the picture's order."""
        return [one.finding for one in sorted(self._rows[series].values(), key=lambda one: one.line)]

    def move(self, some: Iterable[Known], before: date, day: date) -> set[str]:
        """Go on from the end of one day to that of another; the findings that may show otherwise by it."""
        touched: set[str] = set()
        some = tuple(some)
        leaving = [one for one in some if one.since <= before]
        coming = [one for one in some if one.since > before and (one.until is None or one.until > day)]
        for one in leaving:
            del self._known[one.finding.id]
            if one.finding.series:
                del self._rows[one.finding.series][one.finding.id]
        for one in coming:
            self._known[one.finding.id] = one
            if one.finding.series:
                self._rows[one.finding.series][one.finding.id] = one
        for one in (*leaving, *coming):
            touched.add(one.finding.id)
            touched.update(self._rows[one.finding.series] if one.finding.series else ())
        return touched

    def seen(self, names: Iterable[str]) -> dict[str, Known]:
        """Those of the findings that stand, each with what took its place in a later month."""
        found: dict[str, Known] = {}
        done: set[str] = set()
        for name in names:
            one = self._known.get(name)
            if one is None:
                continue
            series = one.finding.series
            if series is None:
                found[name] = one
            elif series not in done:
                done.add(series)
                row = succeeded(other.finding for other in self._rows[series].values())
                found |= {other.id: _known(other, other) for other in row}
        return found


def _whole(findings: Iterable[Finding], chosen: Chosen) -> dict[str, Known]:
    """All findings as a policy shows them; the order is that of the picture before."""
    ordered = in_order(succeeded(findings))
    return {one.id: _known(one, shown) for one, shown in zip(ordered, chosen(ordered), strict=True)}


def _known(ordered: Finding, shown: Finding) -> Known:
    return Known(finding=shown, since=date.min, until=None, line=line_of(ordered))


def _turning(known: Iterable[Known], days: Sequence[date], end: date) -> list[list[Known]]:
    """For each of the days, the findings whose standing began or ended since the day before."""
    turning: list[dict[int, Known]] = [{} for _ in days]
    for one in known:
        for turn in (one.since, one.until):
            if turn is not None and turn <= end:
                turning[min(bisect_left(days, turn), len(days) - 1)][id(one)] = one
    return [list(some.values()) for some in turning]


def _summed(finding: Finding) -> Finding:
    """The finding without what changes no sum."""
    return replace(finding, state=State.SINGLE_SOURCE, notes=(), superseded_by=None)


def _place(one: Failing) -> tuple[int, str, tuple[str, ...], date]:
    """As the sums of a picture are listed."""
    return tuple(Rule).index(one.equation.rule), one.equation.words, one.equation.claims, one.since


def _by_day(known: Iterable[Known], side: str) -> Mapping[date | None, list[Known]]:
    found: dict[date | None, list[Known]] = defaultdict(list)
    for one in known:
        found[getattr(one, side)].append(one)
    return found


def _sums(findings: Iterable[Finding], claims: Mapping[str, Claim]) -> tuple[Equation, ...]:
    """The sums that fail among findings of one kind; those that no sum can be of are left out, as there are many."""
    findings = tuple(findings)
    totals = {_counted(one) for one in findings if one.basis is Basis.CUMULATIVE and one.series}
    wholes = {one.part_of for one in findings if one.part_of}
    some = [one for one in findings if one.part_of or one.id in wholes or _counted(one) in totals]
    shares = [one for one in findings if one.measure is Measure.SHARE and one.claims]
    told = {one.id: one for one in (*some, *shares)}
    return equations(told.values(), [claims[one.claims[0]] for one in shares if one.claims[0] in claims])


def _counted(finding: Finding) -> tuple[object, ...]:
    """What a running total and what is new since the last one have in common."""
    return finding.place_id, finding.group, finding.unit, finding.sources
