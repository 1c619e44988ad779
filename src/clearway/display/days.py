"""The page's slider of days: what its script needs to show the findings as of any of them.

The last day's findings are on the page as HTML. Here are those that stood on earlier days only, each once, and of each
that changed in nothing but its remarks, only these.
"""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from clearway.display import words
from clearway.display.figures import FIRST_KINDS, HEADLINES, FigureView
from clearway.model import Change, Finding, Known, Story, Turn

TOLD = (Turn.NEW, Turn.REVISED, Turn.CONTRADICTED, Turn.WITHDRAWN)
"""The turns that are listed; what was only confirmed is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A finding as it is shown from one of the days until another, both by their places among them."""

    figure: FigureView
    id: str
    since: int
    until: int | None


@dataclass(slots=True)
class Texts:
    """Texts that are said often, each kept once and named by its place."""

    kept: list[str] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)

    def at(self, text: str) -> int:
        """The place of a text."""
        if text not in self.places:
            self.places[text] = len(self.kept)
            self.kept.append(text)
        return self.places[text]


def shown(known: Iterable[Known], days: Sequence[date], views: Iterable[FigureView]) -> tuple[Shown, ...]:
    """The findings of a story with what is shown of them."""
    return tuple(
        Shown(
            figure=replace(view, since=bisect_left(days, one.since)),
            id=one.finding.id,
            since=bisect_left(days, one.since),
            until=None if one.until is None else bisect_left(days, one.until),
        )
        for one, view in zip(known, views, strict=True)
    )


def days_data(
    story: Story, found: Sequence[Shown], order: Mapping[str, int], numbers: Mapping[str, int]
) -> dict[str, Any]:
    """The slider's data; `order` are the places of the last day's figures on the page, `numbers` those of the claims.

    `ended` are the findings that no longer stand so: the parts of a figure, its state, how many of the last day's
    figures of its topic stand before it, since when, its remarks, until when. `like` are those that differ from another
    in state and remarks alone: from which (one of the last day's, or -1 and lower one of `ended`), then the same, where
    other remarks and the end of these may follow.
    """
    texts = Texts()
    ended: list[list[Any]] = []
    like: dict[tuple[int, int, int], list[Any]] = {}
    refer: list[int] = []
    bases = {_plain(one): order[one.id] for one in found if one.until is None}
    passed: Counter[tuple[str, bool]] = Counter()
    for one in found:
        group = one.figure.topic, one.figure.superseded
        if one.until is None:
            refer.append(order[one.id])
            passed[group] += 1
            continue
        state, remarks = texts.at(one.figure.state), [texts.at(text) for text in one.figure.remarks]
        base = bases.setdefault(_plain(one), -1 - len(ended))
        if base == -1 - len(ended):
            ended.append([*_parts(one, texts, numbers), state, passed[group], one.since, remarks, one.until])
        else:
            _go_on(like, (base, state, passed[group]), one.since, [remarks, one.until])
        refer.append(base)
    return {
        "days": [None if day == date.max else day.isoformat() for day in story.days],
        "ended": ended,
        "like": [[*key, *rest] for key, some in like.items() for rest in some],
        "first": _headlines(found, refer, len(story.days)),
        "brought": [_brought(some, texts, numbers) for some in story.changes],
        "failing": _failing(story, texts, numbers),
        "texts": texts.kept,
    }


def _go_on(like: dict[tuple[int, int, int], list[Any]], key: tuple[int, int, int], since: int, told: list[Any]) -> None:
    """Add what a finding was told as for some days, to what it was until then where it goes on from that."""
    some = like.setdefault(key, [])
    before = next((row for row in some if row[-1] == since), None)
    if before is None:
        some.append([since, *told])
    else:
        before += told


def _plain(one: Shown) -> tuple[str, FigureView]:
    """What of a finding does not change when a newer one takes its place."""
    return one.id, replace(one.figure, state="", mark="", remarks=(), superseded=False, age="", since=0)


def _parts(one: Shown, texts: Texts, numbers: Mapping[str, int]) -> list[Any]:
    view, at = one.figure, texts.at
    bar = view.bar
    told = (view.topic, view.kind, view.statement, view.number, view.extent, view.certainty)
    return [
        *(at(text) for text in told),
        *(at(text) for text in (view.sources, view.place, view.period, view.latest)),
        int(view.derived),
        [bar.start, bar.width, -1 if bar.best is None else bar.best, int(bar.is_open)] if bar else 0,
        [numbers[link.claim] for link in view.words],
    ]


def _headlines(found: Sequence[Shown], refer: Sequence[int], days: int) -> list[Any]:
    """What stands at the top on each day, as `headline` has it; nought where it is as on the day before."""
    moves: list[list[tuple[int, bool]]] = [[] for _ in range(days + 1)]
    for place, one in enumerate(found):
        if one.figure.leads:
            moves[one.since].append((place, True))
            moves[days if one.until is None else one.until].append((place, False))
    rows: dict[str, tuple[list[tuple[tuple[int, ...], int]], list[int]]] = {}
    out: list[Any] = []
    before: list[int] | None = None
    for some in moves[:days]:
        for place, comes in some:
            weights, places = rows.setdefault(found[place].figure.kind, ([], []))
            entry = (found[place].figure.weight, -place)
            if comes:
                insort(weights, entry)
                insort(places, place)
            else:
                del weights[bisect_left(weights, entry)]
                del places[bisect_left(places, place)]
        standing = sorted((places[0], kind) for kind, (_, places) in rows.items() if places)
        order = [*FIRST_KINDS, *(kind for _, kind in standing)]
        lead = sorted((kind for _, kind in standing), key=order.index)[:HEADLINES]
        now = [refer[-rows[kind][0][-1][1]] for kind in lead]
        out.append(0 if now == before else now)
        before = now
    return out


def _brought(some: Iterable[Change], texts: Texts, numbers: Mapping[str, int]) -> list[Any]:
    """What a day brought: how many findings were only confirmed, then each change with its claims."""
    some = tuple(some)
    told = [one for one in some if one.turn in TOLD]
    return [len(some) - len(told), *(_change(one, texts, numbers) for one in told)]


def _change(change: Change, texts: Texts, numbers: Mapping[str, int]) -> list[Any]:
    sides = [one for one in (change.before, change.after) if one]
    finding = sides[-1]
    numbers_told = " → ".join(dict.fromkeys(words.span(one) for one in sides))
    return [
        TOLD.index(change.turn),
        texts.at(finding.statement[:1].upper() + finding.statement[1:]),
        texts.at(numbers_told),
        texts.at(str(finding.state)),
        texts.at(_where_and_when(finding)),
        [numbers[claim] for claim in change.claims if claim in numbers],
    ]


def _where_and_when(finding: Finding) -> str:
    told = (finding.place or "").replace("; ", " · "), words.period(finding.period) if finding.period else ""
    return " · ".join(part for part in told if part)


def _failing(story: Story, texts: Texts, numbers: Mapping[str, int]) -> list[list[Any]]:
    """The sums that failed: in words, by which rule, why perhaps, with which claims, since when and until when."""
    return [
        [
            texts.at(one.equation.words),
            texts.at(str(one.equation.rule)),
            texts.at(one.equation.reason),
            [numbers[claim] for claim in one.equation.claims if claim in numbers],
            bisect_left(story.days, one.since),
            len(story.days) if one.until is None else bisect_left(story.days, one.until),
        ]
        for one in story.failing
    ]
