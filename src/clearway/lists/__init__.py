"""Lists of victims or incidents: linking their records, and estimating how many none of them has."""

from clearway.lists.classes import Schedule
from clearway.lists.counts import Counts, read_counts
from clearway.lists.entries import Entry, read_entries
from clearway.lists.estimate import Estimate, NotRun
from clearway.lists.estimating import Estimation, Headline, estimate
from clearway.lists.overlaps import LINK_COLUMNS
from clearway.lists.pairing import Linkage, link, link_rows
from clearway.lists.reading import Lists, read_lists
from clearway.lists.sheet import Sheet, read_sheet
from clearway.lists.versions import CHANGE_COLUMNS, Change, changes

__all__ = [
    "CHANGE_COLUMNS",
    "LINK_COLUMNS",
    "Change",
    "Counts",
    "Entry",
    "Estimate",
    "Estimation",
    "Headline",
    "Linkage",
    "Lists",
    "NotRun",
    "Schedule",
    "Sheet",
    "changes",
    "estimate",
    "link",
    "link_rows",
    "read_counts",
    "read_entries",
    "read_lists",
    "read_sheet",
]
