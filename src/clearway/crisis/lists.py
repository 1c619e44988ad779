"""What is asked of lists, which need no ledger: links, changes between versions, estimates, and these as CSV."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clearway.lists import Change, Counts, Linkage
    from clearway.lists import Estimation as Estimation  # the command line, which shows it, sees it through here


def link_lists(
    files: Sequence[Path], *, named: Mapping[str, str], one_to_one: bool, link_at: float, doubt_at: float
) -> "Linkage":
    """The records of lists that are one person or incident; of one list, those that are in it twice.

    `named` gives the heading for a role ("name", "date_of_birth"). Raises `UsageError` where the extra `lists` is
    missing, `RefusedDocument` for a file that cannot be used.
    """
    from clearway.lists import link, read_lists

    read = read_lists(files, named)
    linkage = link(read.entries, one_to_one=one_to_one, link_at=link_at, doubt_at=doubt_at)
    return replace(linkage, notes=(*read.notes, *linkage.notes))


def list_changes(old: Path, new: Path, *, named: Mapping[str, str]) -> "tuple[Change, ...]":
    """What was added to a list, withdrawn from it and changed between two versions."""
    from clearway.lists import changes, read_sheet

    return changes(read_sheet(old), read_sheet(new), named)


def counts_in(file: Path) -> "Counts":
    """Counts by capture pattern, as they stand in a file or from the links between lists that it has."""
    from clearway.lists import read_counts

    return read_counts(file)


def estimate_lists(counts: "Counts", *, seed: int, chains: int) -> "Estimation":
    """How many there are in all, by every method; takes up to a minute."""
    from clearway.lists import Schedule, estimate

    return estimate(counts, seed=seed, schedule=Schedule(chains=chains))


def linkage_csv(linkage: "Linkage") -> str:
    """Links, doubtful pairs and single records as CSV; ids and lines, no name."""
    from clearway.exports.csv import table
    from clearway.lists import LINK_COLUMNS, link_rows

    return table(LINK_COLUMNS, (dict(zip(LINK_COLUMNS, row, strict=True)) for row in link_rows(linkage)))


def changes_csv(changes: "Iterable[Change]") -> str:
    """Changes between two versions of a list as CSV; ids, lines and headings, no name."""
    from clearway.exports.csv import table
    from clearway.lists import CHANGE_COLUMNS

    return table(CHANGE_COLUMNS, (dict(zip(CHANGE_COLUMNS, change.row, strict=True)) for change in changes))
