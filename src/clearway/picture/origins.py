"""How many origins there are behind several claims: whom they come from, however many printed them."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clearway.model import SourceKind
from clearway.picture.entries import Entry
from clearway.picture.sketches import HELD, LONG, long_runs, one_text, quoted_runs
from clearway.picture.speakers import affiliated, copies
from clearway.picture.unions import join, root

NAMED = 3
"""Publishers that are named of many that print one text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """Claims by their origin, in the order given, and in words why those of several reports are one."""

    heaps: list[list[Entry]]
    why: tuple[str, ...] = ()


def origins(entries: Sequence[Entry]) -> Origins:
    """Which claims come from one origin: kin speakers, reports that print one text, or words that copy one another.

    Reports that print one text are taken for one report. A report's own voice goes to one origin at most, so that it
    never makes one of two whom it quotes.
    """
    if len(entries) < 2:
        return Origins(heaps=[list(entries)] if entries else [])
    into = list(range(len(entries)))
    heads = _by_name(entries, into)
    texts = _texts(entries) if len({root(into, place) for place in range(len(entries))}) > 1 else {}
    first: dict[str, int] = {}
    for place, entry in enumerate(entries):
        if not entry.voice.own and entry.voice.kind is SourceKind.UN:
            join(into, place, first.setdefault(texts.get(entry.claim.report, entry.claim.report), place))
    for place, head in enumerate(heads):
        for other in heads[:place]:
            if affiliated(entries[head].voice.name, entries[other].voice.name):
                join(into, head, other)
    found = _Found(entries, into, texts)
    found.join_quotations()
    found.place_own()
    return Origins(heaps=found.heaps(), why=found.why())


def share_words(one: Entry, other: Entry) -> str | None:
    """Why the words of two claims of two reports are one's, `None` where they are not."""
    if one.sketch and other.sketch and one.sketch.shared(other.sketch) >= HELD:
        part = round(one.sketch.shared(other.sketch) * 100)
        return f"same text as {_publisher(other)}: {part} percent of the shorter one's runs of words stand in both"
    if copies(one.sentence, other.sentence):
        return "nearly the same words stand in two reports"
    if long_runs(one.claim.sentence.words) & long_runs(other.claim.sentence.words):
        return f"{LONG} words in a row stand in both reports"
    if quoted_runs(one.claim.sentence.words) & quoted_runs(other.claim.sentence.words):
        return "both reports quote the same words"
    return None


class _Found:
    """What goes together so far, and why."""

    def __init__(self, entries: Sequence[Entry], into: list[int], texts: Mapping[str, str]) -> None:
        self.entries = entries
        self.into = into
        self.texts = texts
        self.shared: list[tuple[str, int, int]] = []

    def text(self, place: int) -> str:
        """The report that a claim stands in, the same for all that print one text."""
        report = self.entries[place].claim.report
        return self.texts.get(report, report)

    def join_quotations(self) -> None:
        """Put claims together that repeat one quotation, whatever each report calls the speaker."""
        first: dict[int, int] = {}
        for place, entry in enumerate(self.entries):
            if entry.voice.own:
                continue
            for run in sorted(quoted_runs(entry.claim.sentence.words)):
                other = first.setdefault(run, place)
                if root(self.into, other) != root(self.into, place):
                    join(self.into, place, other)
                    self.shared.append(("quote the same words", other, place))

    def place_own(self) -> None:
        """Give what a report says itself to whom it quotes, whose words it copies, or its publisher."""
        quoted: dict[str, int] = {}
        marked: dict[Hashable, list[int]] = {}
        for place, entry in enumerate(self.entries):
            if not entry.voice.own:
                quoted.setdefault(self.text(place), place)
                self._mark(marked, place)
        alone: dict[Hashable, int] = {}
        for place, entry in enumerate(self.entries):
            if not entry.voice.own:
                continue
            copied = self._copied(marked, place)
            target = quoted.get(self.text(place), copied)
            if target is not None:
                join(self.into, place, target)
            else:
                for named in (entry.voice.name.words, self.text(place)):
                    join(self.into, place, alone.setdefault(named, place))
            if target is None and copied is None:
                self._mark(marked, place)

    def heaps(self) -> list[list[Entry]]:
        """The claims of each origin."""
        found: dict[int, list[Entry]] = {}
        for place, entry in enumerate(self.entries):
            found.setdefault(root(self.into, place), []).append(entry)
        return list(found.values())

    def why(self) -> tuple[str, ...]:
        """In words, which reports count as one and why."""
        found = [*self._why_texts()]
        for how in dict.fromkeys(how for how, _, _ in self.shared):
            places = sorted({place for said, *pair in self.shared if said == how for place in pair})
            names = dict.fromkeys(_publisher(self.entries[place]) for place in places)
            if len(names) > 1:
                found.append(f"{_some(list(names))} {how}: counted as one origin")
        return tuple(found)

    def _why_texts(self) -> Iterator[str]:
        together: dict[tuple[str, int], dict[str, Entry]] = {}
        for place, entry in enumerate(self.entries):
            heap = together.setdefault((self.text(place), root(self.into, place)), {})
            heap.setdefault(entry.claim.report, entry)
        for some in together.values():
            if len(some) > 1:
                first, *others = sorted(some.values(), key=_by_day)
                verb = "prints" if len(others) == 1 else "print"
                names = _some([_dated(entry) for entry in others])
                yield f"{names} {verb} the text of {_dated(first)}: counted as one origin"

    def _copied(self, marked: Mapping[Hashable, Sequence[int]], place: int) -> int | None:
        """The first claim whose sentence a sentence copies, as a whole or in a long run of words."""
        entry = self.entries[place]
        near = sorted({other for word in entry.marks for other in marked.get(word, ())})
        whole = next((other for other in near if copies(entry.sentence, self.entries[other].sentence)), None)
        if whole is not None:
            return whole
        runs = (run for run in long_runs(entry.claim.sentence.words) if ("run", run) in marked)
        other = min((marked["run", run][0] for run in runs), default=None)
        if other is not None and self.text(other) != self.text(place):
            self.shared.append((f"have {LONG} words in a row in common", other, place))
        return other

    def _mark(self, marked: dict[Hashable, list[int]], place: int) -> None:
        for word in self.entries[place].marks:
            marked.setdefault(word, []).append(place)
        for run in long_runs(self.entries[place].claim.sentence.words):
            marked.setdefault(("run", run), []).append(place)


def _by_name(entries: Sequence[Entry], into: list[int]) -> list[int]:
    """Put the claims of each named speaker together; the first claim of each."""
    first: dict[frozenset[str], int] = {}
    for place, entry in enumerate(entries):
        if not entry.voice.own:
            join(into, place, first.setdefault(entry.voice.name.words, place))
    return sorted(set(first.values()))


def _texts(entries: Sequence[Entry]) -> Mapping[str, str]:
    """For each report the first that prints the same text."""
    reports = {entry.claim.report: entry for entry in entries}
    if len(reports) < 2:
        return {}
    ordered = sorted(reports.values(), key=_by_day)
    return one_text({entry.claim.report: entry.sketch for entry in ordered if entry.sketch is not None})


def _by_day(entry: Entry) -> tuple[date, str]:
    return (entry.day or date.max, entry.claim.report)


def _some(names: Sequence[str]) -> str:
    more = len(names) - NAMED
    some = names if more <= 1 else [*names[:NAMED], f"{more:,} more"]
    return " and ".join(part for part in (", ".join(some[:-1]), some[-1]) if part)


def _dated(entry: Entry) -> str:
    return f"{_publisher(entry)} ({entry.day or 'no date'})"


def _publisher(entry: Entry) -> str:
    report = entry.report
    return (report.publisher or report.title or report.document) if report else entry.claim.report
