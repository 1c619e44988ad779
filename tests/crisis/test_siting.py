"""The evidence behind a count."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from tests.contracts.test_happened import town
from tests.ledger.making import AT, WAY, days

from clearway.crisis import Crisis
from clearway.crisis.siting import findings_of
from clearway.ledger import Ledger
from clearway.ledger.protocol import Naming
from clearway.model import to_json


class Told:
    """A ledger that tells of some findings, of which each names the claim with its own id, and notes what it told."""

    def __init__(self, ledger: Ledger, superseded: Sequence[str]) -> None:
        self.found = {one.id: one for one in ledger.findings(date.max)}
        self.superseded = superseded
        self.told: list[str] = []

    def findings_of(self, claims: Sequence[str], day: date) -> Iterator[Naming]:
        """Those of these ids."""
        del day
        for name in claims:
            self.told.append(name)
            record = to_json(self.found[name]).decode()
            yield Naming(id=name, superseded=name in self.superseded, record=record)


def test_no_more_findings_are_looked_at_than_are_asked_for_and_replaced_ones_come_last(tmp_path: Path) -> None:
    with Crisis.open(tmp_path / "ledger.db") as crisis:
        for number in range(1, 6):
            crisis.ledger.add(*town(number, number + 2, period=days(number, number)), **WAY, at=AT)
        crisis.fold_in()
        names = sorted(one.id for one in crisis.ledger.findings(date.max))[:5]
        ledger = Told(crisis.ledger, superseded=names[:2])
        asked = (ledger, names, None)

        def found(most: int) -> list[str]:
            ledger.told.clear()
            return [one.id for one in findings_of(*asked, at_once=2, most=most)]

        assert (found(2), ledger.told) == (names[2:4], names[:4])
        assert (found(4), ledger.told) == ([*names[2:], names[0]], names)
        assert (found(9), ledger.told) == ([*names[2:], *names[:2]], names)
