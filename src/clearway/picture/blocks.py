"""The claims of one key in, their findings out."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from clearway.model import Finding, Key, Measure, State, identify
from clearway.picture.denials import deny
from clearway.picture.entries import Entry
from clearway.picture.happenings import same_happenings
from clearway.picture.joining import rivals, same_figures
from clearway.picture.lines import Line, finding_of
from clearway.picture.sentences import number_words, reckoned_words
from clearway.picture.setting import set_beside
from clearway.picture.shares import derived
from clearway.picture.statuses import standings
from clearway.picture.unions import join, root
from clearway.picture.updates import replaced


class Made:
    """Findings that lines of one key made, so that a line is not worked out again on every day that it stands."""

    def __init__(self, key: Key) -> None:
        self._key = key
        self._found: dict[Hashable, Finding] = {}

    def finding(self, line: Line) -> Finding:
        """The finding of a line before it is linked; lines of the same entries in the same order make the same."""
        # entries live as long as the day-by-day fold that owns this, so that their addresses name them
        parts = (line.entries, line.denials, line.earlier)
        named = tuple(tuple(map(id, some)) for some in parts)
        face = (*named, tuple(line.beside), line.clash, line.newer and id(line.newer))
        if face not in self._found:
            self._found[face] = finding_of(self._key, line)
        return self._found[face]


def fold_block(key: Key, entries: Sequence[Entry], made: Made | None = None) -> list[Finding]:
    """The findings that the claims of one key make, in no order; the order of the claims changes nothing.

    `made` remembers what the same entries came to on other days.
    """
    return _linked(made or Made(key), _lines(sorted(entries, key=lambda entry: entry.claim.id)))


def _lines(entries: Sequence[Entry]) -> list[Line]:
    """Every claim on exactly one line, but for denials, which stand on each line that they deny."""
    asserted = [entry for entry in entries if not entry.denial]
    figures = [entry for entry in asserted if entry.figure is not None]
    bare = [entry for entry in asserted if entry.figure is None]
    lines = _figure_lines(figures)
    for run in standings(entry for entry in bare if entry.claim.status is not None):
        lines.append(Line(entries=run.entries, newer=run.newer, clash=run.clash))
    lines += [Line(entries=heap) for heap in same_happenings(entry for entry in bare if entry.claim.status is None)]
    alone = deny(lines, [entry for entry in entries if entry.denial])
    return _united(lines + [Line(entries=[entry]) for entry in alone])


def _united(lines: Sequence[Line]) -> list[Line]:
    """The lines, with those made one that hold claims judged to be the same; what holds takes what was replaced."""
    into = list(range(len(lines)))
    first: dict[str, int] = {}
    for place, line in enumerate(lines):
        for group in {entry.ruled.group for entry in line.entries if entry.ruled.group}:
            join(into, place, first.setdefault(group, place))
    together: dict[int, list[Line]] = defaultdict(list)
    for place, line in enumerate(lines):
        together[root(into, place)].append(line)
    found = []
    for some in together.values():
        lead, *others = sorted(some, key=lambda line: line.newer is not None)
        for other in others:
            lead.take(other)
        found.append(lead)
    return found


def _figure_lines(figures: Sequence[Entry]) -> list[Line]:
    newer = replaced(figures)
    heaps = rivals(same_figures(entry for entry in figures if entry.claim.id not in newer))
    lines = [Line(entries=heap) for heap in heaps]
    set_beside(lines)
    old: dict[str, list[Entry]] = defaultdict(list)
    for entry in figures:
        if entry.claim.id in newer:
            old[newer[entry.claim.id].claim.id].append(entry)
    by_id = {entry.claim.id: entry for entry in figures}
    for newer_id, mine in old.items():
        lines += [Line(entries=heap, newer=by_id[newer_id]) for heap in same_figures(mine)]
    return lines


def _linked(before: Made, lines: Sequence[Line]) -> list[Finding]:
    """The findings of the lines, each with its own id, and with the ids of those it is part of or replaced by."""
    home = {entry.claim.id: line for line in lines for entry in line.entries}
    for line in lines:
        if line.newer is not None:
            home[line.newer.claim.id].earlier += line.entries
    made = _with_ids(before, lines)
    of_claim = {claim: made[id(line)] for claim, line in home.items()}
    wholes = _wholes(entry for line in lines for entry in line.entries)
    findings = []
    for line in lines:
        finding = made[id(line)]
        after = of_claim[line.newer.claim.id].id if line.newer is not None else None
        judged = (entry.ruled.whole for entry in line.entries if entry.ruled.whole in home)
        whole = next(judged, None) or next((one for entry in line.entries if (one := _whole_of(entry, wholes))), None)
        within = of_claim[whole].id if whole is not None and of_claim[whole].id != finding.id else None
        if after or within:
            notes = (*finding.notes, f"part of: {of_claim[whole].statement}") if whole and within else finding.notes
            finding = replace(finding, superseded_by=after, part_of=within, notes=notes)
        findings.append(finding)
        reckoned = _derived(line, finding)
        if reckoned is not None:
            findings.append(reckoned)
    return findings


def _with_ids(before: Made, lines: Sequence[Line]) -> dict[int, Finding]:
    """The finding of each line; where several have one key, all but the current and oldest add a claim's id to it."""
    by_id: dict[str, list[tuple[Line, Finding]]] = defaultdict(list)
    for line in lines:
        finding = before.finding(line)
        by_id[finding.id].append((line, finding))
    made = {}
    for same in by_id.values():
        in_line = sorted(same, key=lambda pair: _seniority(*pair)) if len(same) > 1 else same
        for place, (line, finding) in enumerate(in_line):
            if place > 0:
                finding = replace(finding, id=identify("finding", finding.id, _oldest(line).claim.id))
            made[id(line)] = finding
    return made


def _seniority(line: Line, finding: Finding) -> tuple[object, ...]:
    oldest = _oldest(line)
    return (finding.state is State.SUPERSEDED, oldest.day or date.max, oldest.claim.id)


def _oldest(line: Line) -> Entry:
    return min(line.entries, key=lambda entry: (entry.day or date.max, entry.claim.id))


def _wholes(entries: Iterable[Entry]) -> dict[Hashable, list[Entry]]:
    """For each report, kind and number: the claims that give it, the first one first, as what a part may be of."""
    found: dict[Hashable, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda one: (one.claim.report, one.claim.passage.start, one.claim.id)):
        figure = entry.figure
        if figure is not None and figure.value is not None and figure.measure is Measure.COUNT and not entry.part:
            found[entry.claim.report, entry.claim.kind, float(figure.value)].append(entry)
    return found


def _whole_of(entry: Entry, wholes: Mapping[Hashable, Sequence[Entry]]) -> str | None:
    """The claim that gives the whole of a part: of its report, and of no other home."""
    figure = entry.figure
    if figure is None or figure.whole is None or figure.whole.value is None:
        return None
    some = wholes.get((entry.claim.report, entry.claim.kind, float(figure.whole.value)), ())
    near = (one for one in some if None in (one.home, entry.home) or one.home == entry.home)
    return next((one.claim.id for one in near), None)


def _derived(line: Line, share: Finding) -> Finding | None:
    """The count that a share comes to, as a finding of its own of which nothing is stated."""
    if share.measure is not Measure.SHARE or share.state is State.SUPERSEDED:
        return None
    reckoned = derived(line.entries)
    if reckoned is None:
        return None
    bound = reckoned.best or reckoned.low or reckoned.high
    count = f"about {number_words(bound.value)}" if bound and bound.value is not None else "some"
    words = reckoned_words(reckoned.entry, group=share.group, count=count, how=reckoned.how)
    return replace(
        share,
        id=identify("finding", "derived", share.id),
        unit=line.entries[0].kind.unit,
        measure=Measure.COUNT,
        statement=words,
        low=reckoned.low,
        best=reckoned.best,
        high=reckoned.high,
        notes=(f"derived from {reckoned.how}; nobody reports this number", *share.notes),
        part_of=share.part_of,
        derived_from=share.id,
        series=identify("derived", share.series) if share.series else None,
    )
