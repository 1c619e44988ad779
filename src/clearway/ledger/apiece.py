"""The current claims of single reports, kept from one call to the next until something is read."""

import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, select

from clearway.ledger import searching, tables
from clearway.ledger.among import among
from clearway.ledger.dialect import Dialect
from clearway.model import Claim, from_json
from clearway.model.claim import BY_HAND

MOST = 12_500
"""Claims that are kept at most, some 25 MB: behind a reader's map of a large crisis are nearly as many."""
_AT_ONCE = 200
"""Reports whose claims are looked up at once."""


class Apiece:
    """Claims by the id of their report; those go first that nobody asked for the longest.

    They are the same as long as nothing is read, but for those that a person found, which a judgement takes back.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._known: OrderedDict[str, tuple[Claim, ...]] = OrderedDict()
        self._claims = 0

    def get(self, names: Iterable[str]) -> dict[str, tuple[Claim, ...]]:
        """What is known of these reports."""
        with self._lock:
            found = {name: self._known[name] for name in names if name in self._known}
            for name in found:
                self._known.move_to_end(name)
        return found

    def keep(self, found: Mapping[str, tuple[Claim, ...]]) -> None:
        """Keep what was looked up of some reports."""
        with self._lock:
            for name, claims in found.items():
                self._claims += _size(claims) - (_size(self._known[name]) if name in self._known else 0)
                self._known[name] = claims
            while self._claims > self._most:
                self._claims -= _size(self._known.popitem(last=False)[1])


def _size(claims: tuple[Claim, ...]) -> int:
    return max(1, len(claims))  # a report without any takes room, too


def claims_in(
    connection: Connection, dialect: Dialect, reports: Iterable[str], kept: Apiece
) -> Mapping[str, tuple[Claim, ...]]:
    """The current claims of each of these reports, the very records that were kept where they were."""
    known = kept.get(reports)
    missing = sorted(set(reports) - known.keys())
    for start in range(0, len(missing), _AT_ONCE):
        names = missing[start : start + _AT_ONCE]
        some: dict[str, list[Claim]] = {name: [] for name in names}
        for row in connection.execute(searching.claims_in(dialect), {"reports": names}):
            some[row.report_id].append(from_json(row.record, Claim))
        found = {name: tuple(claims) for name, claims in some.items()}
        by_hand = _found_by_hand(connection, names)
        kept.keep({name: claims for name, claims in found.items() if name not in by_hand})
        known |= found
    return known


def _found_by_hand(connection: Connection, reports: Sequence[str]) -> set[str]:
    """Those of the reports in which a person found claims."""
    reading = tables.reading.c
    found = select(reading.report_id).where(among(reading.report_id, reports), reading.extractor == BY_HAND)
    return set(connection.scalars(found))
