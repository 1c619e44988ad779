"""What is asked of lists, which need no ledger: links, changes between versions, estimates, and these as CSV."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clearway.lists import Change, Counts, Linkage
    from clearway.lists import Estimation as Estimation  # the command line, which shows it, sees it through here


LISTS_BANNER = "restricted: ids of persons; no name, date or place is in it, and it is not for publishing"
"""Over what is said of single records."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWork:
    """What to do with which lists: the names of their files, headings by role, and the settings of each act."""

    files: tuple[str, ...]
    named: Mapping[str, str] = field(default_factory=dict)
    one_to_one: bool = False
    link_at: float = 0
    doubt_at: float = -4
    seed: int = 1
    chains: int = 16


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


def estimate_lines(done: "Estimation") -> str:
    """Every method's figure, those not run, and the one number or the reasons for none, as JSON, one object a line."""
    rows: list[dict[str, object]] = [*map(asdict, done.estimates), *map(asdict, done.not_run)]
    last = asdict(done.headline) if done.headline else {"refusals": done.refusals}
    rows.append({"headline": bool(done.headline), "recorded": done.counts.recorded, **last})
    return "".join(f"{dumps(row, ensure_ascii=False)}\n" for row in rows)
