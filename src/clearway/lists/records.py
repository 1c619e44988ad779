"""The records of all lists in one row, as columns that a database and arrays take."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clearway.lists.entries import Entry

Integers = NDArray[np.int64]
PLAIN = str.split("original roman given family bones age sex place area address postcode number kind actor killed")
MISSING = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Records by position, list after list; `sizes` is how many each list has."""

    entries: tuple[Entry, ...] = field(repr=False)
    sizes: Mapping[str, int]
    columns: Mapping[str, Sequence[Any]] = field(repr=False)

    @property
    def said(self) -> frozenset[str]:
        """The columns in which any record has something."""
        return frozenset(name for name, values in self.columns.items() if any(value is not None for value in values))

    @property
    def possible(self) -> int:
        """How many pairs there are, of different lists, or within the one."""
        return _pairs_of(list(self.sizes.values()), len(self.sizes))

    def codes(self, columns: Sequence[str]) -> Integers:
        """For each record a number that those share who agree in these columns; -1 where one says nothing."""
        numbers: dict[tuple[Any, ...], int] = {}
        keys = zip(*(self.columns[column] for column in columns), strict=True)
        found = [MISSING if None in key else numbers.setdefault(key, len(numbers)) for key in keys]
        return np.array(found, dtype=np.int64)

    def sharing(self, columns: Sequence[str]) -> int:
        """How many pairs agree in these columns."""
        codes = self.codes(columns)
        lists = np.repeat(np.arange(len(self.sizes)), list(self.sizes.values()))
        by_code: dict[int, Counter[int]] = {}
        for code, of in zip(codes.tolist(), lists.tolist(), strict=True):
            if code != MISSING:
                by_code.setdefault(code, Counter())[of] += 1
        return sum(_pairs_of(list(sizes.values()), len(self.sizes)) for sizes in by_code.values())

    def commonness(self, column: str) -> NDArray[np.float64]:
        """For each record the share of those with anything here that have the same; 1 where it has nothing."""
        codes = self.codes([column])
        known = codes[codes != MISSING]
        counts = np.bincount(known, minlength=1)
        shares = np.where(codes == MISSING, 1.0, counts[codes] / max(1, len(known)))
        return np.asarray(shares, dtype=np.float64)


def make_records(lists: Mapping[str, Sequence[Entry]]) -> Records:
    """The records of these lists, in an order that depends on neither the order of lists nor of rows."""
    ordered = {name: sorted(lists[name], key=lambda entry: entry.id) for name in sorted(lists)}
    entries = tuple(entry for of in ordered.values() for entry in of)
    rows = [_row(entry) for entry in entries]
    columns = {name: [row[name] for row in rows] for name in rows[0]} if rows else {}
    return Records(entries=entries, sizes={name: len(of) for name, of in ordered.items()}, columns=columns)


def _row(entry: Entry) -> dict[str, Any]:
    """What a record says, with the columns that only blocking rules use."""
    words = (entry.roman or "").split()
    row: dict[str, Any] = {name: getattr(entry, name) for name in PLAIN}
    row["words"] = " ".join(sorted(words)) or None
    row["first"] = (entry.given or "").split(" ")[0] or (words[0] if words else None)
    row["last"] = (entry.family or "").split(" ")[-1] or (words[-1] if words else None)
    for name in ("born", "date"):
        year, month, of_month = getattr(entry, name) or (None, None, None)
        row |= {f"{name}_year": year, f"{name}_month": month, f"{name}_day": of_month}
        row[name] = None if year is None else f"{year:04}{month or 0:02}{of_month or 0:02}"
    return row


def _pairs_of(sizes: Sequence[int], lists: int) -> int:
    """How many pairs there are between groups of these sizes, or within the group where there is one list."""
    if lists == 1:
        return sum(size * (size - 1) // 2 for size in sizes)
    return (sum(sizes) ** 2 - sum(size**2 for size in sizes)) // 2
