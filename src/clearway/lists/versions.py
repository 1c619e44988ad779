"""What changed between two versions of one list: nothing is dropped in silence."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from clearway.errors import RefusedDocument, UsageError
from clearway.lists.columns import find_columns
from clearway.lists.sheet import Sheet

CHANGE_COLUMNS = ("state", "id", "line_old", "line_new", "reason")
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A record that was added, withdrawn, changed or renumbered, its lines in both versions, and the words for it."""

    state: str
    id: str
    old: int | None
    new: int | None
    reason: str

    @property
    def row(self) -> tuple[str | int, ...]:
        """Its cells under `CHANGE_COLUMNS`: ids, lines and headings, nothing that a cell of the lists says."""
        lines = ("" if line is None else line for line in (self.old, self.new))
        return (self.state, self.id, *lines, self.reason)


def changes(old: Sheet, new: Sheet, named: Mapping[str, str] | None = None) -> tuple[Change, ...]:
    """Each record that differs between two versions whose records have the same ids, in the order of the lines.

    Raises `UsageError` where the versions have no id in common, `RefusedDocument` where one has none or repeats it.
    """
    before, after = _by_id(old, named), _by_id(new, named)
    if not before.keys() & after.keys():
        rule = "the two versions have no id in common"
        raise UsageError(f"{old.name}, {new.name}", rule=rule, remedy="name the column that stays the same: --id")
    columns = _shared(old, new, named)
    gone = [key for key in before if key not in after]
    come = [key for key in after if key not in before]
    renumbered = _renumbered(
        {key: tuple(before[key][1][i] for i, _ in columns) for key in gone},
        {key: tuple(after[key][1][j] for _, j in columns) for key in come},
    )
    found = [
        Change(state="withdrawn", id=key, old=before[key][0], new=None, reason="not in the new version")
        for key in gone
        if key not in renumbered
    ]
    found += [
        Change(state="renumbered", id=key, old=before[key][0], new=after[now][0], reason=f"all the same, now as {now}")
        for key, now in renumbered.items()
    ]
    again = set(renumbered.values())
    found += [
        Change(state="added", id=key, old=None, new=after[key][0], reason="not in the old version")
        for key in come
        if key not in again
    ]
    for key in before.keys() & after.keys():
        differ = [old.headings[i] for i, j in columns if before[key][1][i] != after[key][1][j]]
        if differ:
            reason = f"changed: {', '.join(differ)}"
            found.append(Change(state="changed", id=key, old=before[key][0], new=after[key][0], reason=reason))
    states = ("withdrawn", "renumbered", "changed", "added")
    return tuple(sorted(found, key=lambda one: (states.index(one.state), one.old or 0, one.new or 0)))


def headings_changed(old: Sheet, new: Sheet) -> tuple[str, ...]:
    """Notes on columns that only one version has."""
    notes = [f"only {old.name} has the column {heading}" for heading in old.headings if heading not in new.headings]
    return (*notes, *(f"only {new.name} has the column {h}" for h in new.headings if h not in old.headings))


def _by_id(sheet: Sheet, named: Mapping[str, str] | None) -> dict[str, tuple[int, Row]]:
    at = find_columns(sheet, named).at.get("id")
    if at is None:
        rule = "no column is known to be an id"
        raise RefusedDocument(sheet.name, rule=rule, remedy="name the column that stays the same: --id HEADING")
    found: dict[str, tuple[int, Row]] = {}
    for line, row in sheet.lines():
        if not row[at]:
            raise RefusedDocument(sheet.name, rule=f"line {line} has no id", remedy="give each record its own id")
        if row[at] in found:
            rule = f"line {line} has the id of line {found[row[at]][0]} ({row[at][:40]})"
            raise RefusedDocument(sheet.name, rule=rule, remedy="give each record its own id, or name the column: --id")
        found[row[at]] = line, row
    return found


def _shared(old: Sheet, new: Sheet, named: Mapping[str, str] | None) -> list[tuple[int, int]]:
    """The positions of the columns that both versions have, but the id's."""
    id_at = find_columns(old, named).at["id"]
    return [
        (i, new.headings.index(heading))
        for i, heading in enumerate(old.headings)
        if i != id_at and heading in new.headings
    ]


def _renumbered(gone: Mapping[str, Row], come: Mapping[str, Row]) -> dict[str, str]:
    """The new id of each withdrawn record that one added record repeats in all columns, and no other does."""
    left, right = Counter(gone.values()), Counter(come.values())
    by_cells = {cells: key for key, cells in come.items() if right[cells] == 1}
    once = {key: cells for key, cells in gone.items() if any(cells) and left[cells] == 1}
    return {key: by_cells[cells] for key, cells in once.items() if cells in by_cells}
