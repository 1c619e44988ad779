"""Counts by capture pattern: how many records stand on just these lists."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from clearway.errors import RefusedDocument
from clearway.lists.sheet import Sheet, read_sheet

Pattern = tuple[int, ...]
"""For each list 1 where the record stands on it, else 0."""

MOST_LISTS = 16
"""A log-linear model has a cell for each of the 2^lists patterns."""

COUNT_HEADINGS = frozenset("n count counts freq frequency number total".split())
UNSEEN = "nobody can have counted those who are on no list"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many records each pattern has; patterns without any are left out, the others are in order."""

    name: str
    lists: tuple[str, ...]
    cells: tuple[tuple[Pattern, int], ...]

    @property
    def recorded(self) -> int:
        """How many are on at least one list."""
        return sum(count for _, count in self.cells)

    def on(self, *lists: int) -> int:
        """How many are on all of these lists, by their position."""
        return sum(count for pattern, count in self.cells if all(pattern[i] for i in lists))


def make_counts(name: str, lists: Sequence[str], cells: Iterable[tuple[Pattern, int]]) -> Counts:
    """The counts of `cells`; raises `RefusedDocument` where nothing can be estimated from them."""
    kept = tuple(sorted((pattern, count) for pattern, count in cells if count))
    counts = Counts(name=name, lists=tuple(lists), cells=kept)
    if len(lists) < 2:
        rule = "it has one list only"
        raise RefusedDocument(name, rule=rule, remedy="an estimate needs the overlaps of two lists, better of three")
    if len(lists) > MOST_LISTS:
        rule = f"it has {len(lists)} lists, and at most {MOST_LISTS} can be computed with"
        raise RefusedDocument(name, rule=rule, remedy="join those that one group keeps")
    if not kept:
        raise RefusedDocument(name, rule="all its counts are 0", remedy="give the counts of the records")
    for position, one in enumerate(lists):
        if not counts.on(position):
            raise RefusedDocument(name, rule=f"no record is on the list {one}", remedy="leave its column out")
    if not any(sum(pattern) > 1 for pattern, _ in kept):
        rule = "no record is on two lists, so nothing can be said of those on none"
        raise RefusedDocument(name, rule=rule, remedy="link the lists first (clearway lists link), or get another list")
    return counts


def read_counts(path: Path) -> Counts:
    """The counts in a CSV with a column of 0 and 1 for each list and the count last; or counted from links."""
    from clearway.lists.overlaps import counted, is_links

    sheet = read_sheet(path)
    return counted(sheet) if is_links(sheet) else counts_of(sheet)


def counts_of(sheet: Sheet) -> Counts:
    """The counts that a sheet has, a pattern a row; raises `RefusedDocument` where a row makes no sense."""
    at = _count_column(sheet)
    lists = [heading for position, heading in enumerate(sheet.headings) if position != at]
    seen: dict[Pattern, int] = {}
    cells = []
    for line, row in sheet.lines():
        pattern = tuple(_mark(sheet, line, lists, row, position) for position in range(len(row)) if position != at)
        count = _count(sheet, line, row[at])
        if pattern in seen:
            rule = f"line {line} repeats the pattern of line {seen[pattern]}"
            raise RefusedDocument(sheet.name, rule=rule, remedy="keep one line a pattern, with the count of both")
        seen[pattern] = line
        if not any(pattern) and count:
            rule = f"line {line} counts {count:,} on no list at all, and {UNSEEN}"
            raise RefusedDocument(sheet.name, rule=rule, remedy="remove the line, or mark the lists that they are on")
        cells.append((pattern, count))
    return make_counts(sheet.name, lists, cells)


def rows(counts: Counts) -> tuple[tuple[str, ...], list[tuple[int, ...]]]:
    """The headings and rows that `counts_of` reads back."""
    return (*counts.lists, "count"), [(*pattern, count) for pattern, count in counts.cells]


def tally(name: str, lists: Sequence[str], patterns: Iterable[Pattern]) -> Counts:
    """The counts of patterns that come one by one, a record each."""
    return make_counts(name, lists, Counter(patterns).items())


def _count_column(sheet: Sheet) -> int:
    named = [i for i, heading in enumerate(sheet.headings) if heading.casefold() in COUNT_HEADINGS]
    return named[-1] if named else len(sheet.headings) - 1


def _mark(sheet: Sheet, line: int, lists: Sequence[str], row: Sequence[str], position: int) -> int:
    cell = row[position].strip()
    if cell not in ("0", "1"):
        rule = f'line {line} has "{cell[:20]}" under {sheet.headings[position]}, and a pattern is of 0 and 1'
        remedy = f"give a column of 0 and 1 for each list ({len(lists)} read here) and the count last"
        raise RefusedDocument(sheet.name, rule=rule, remedy=remedy)
    return int(cell)


def _count(sheet: Sheet, line: int, cell: str) -> int:
    try:
        count = int(cell.strip().replace(",", ""))
    except ValueError as error:
        rule = f'line {line} has "{cell[:20]}" for a count'
        raise RefusedDocument(sheet.name, rule=rule, remedy="give a whole number") from error
    if count < 0:
        rule = f"line {line} has the count {count}, and none is negative"
        raise RefusedDocument(sheet.name, rule=rule, remedy="give how many records have this pattern")
    return count
