"""Files of lists as records, each list under a name of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from clearway.errors import UsageError
from clearway.lists.columns import fold_heading
from clearway.lists.entries import Entry, read_entries
from clearway.lists.sheet import Sheet, read_sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """The records of each list, by its name, and notes on what could not be used."""

    entries: Mapping[str, tuple[Entry, ...]] = field(repr=False)
    notes: tuple[str, ...]


def read_lists(paths: Sequence[Path], named: Mapping[str, str] | None = None) -> Lists:
    """The records in these files; `named` gives the heading for a role ("name", "date_of_birth").

    Raises `UsageError` for a file that is named twice or a heading that no file has, `RefusedDocument` for a file that
    cannot be used.
    """
    for path in paths:
        if [other.resolve() for other in paths].count(path.resolve()) > 1:
            raise UsageError(str(path), rule="it is named twice", remedy="name each list once")
    sheets = [read_sheet(path) for path in paths]
    check_named(sheets, named or {})
    names = [sheet.name for sheet in sheets]
    entries: dict[str, tuple[Entry, ...]] = {}
    notes: list[str] = []
    for path, sheet in zip(paths, sheets, strict=True):
        name = sheet.name if names.count(sheet.name) == 1 else str(path)
        entries[name], told = read_entries(sheet, named, name=name)
        notes += told
    return Lists(entries=entries, notes=tuple(notes))


def check_named(sheets: Sequence[Sheet], named: Mapping[str, str]) -> None:
    """Raise `UsageError` for a heading that none of these has."""
    there = {fold_heading(heading) for sheet in sheets for heading in sheet.headings}
    for role, heading in named.items():
        if fold_heading(heading) not in there:
            option = f"--{role.replace('_', '-')} {heading}"
            headings = ", ".join(sheets[0].headings[:8])
            raise UsageError(option, rule="no list has such a heading", remedy=f"name one that it has ({headings})")
