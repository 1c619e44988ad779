"""Several writes kept as one."""

from pathlib import Path
from threading import Thread

import pytest
from tests.ledger.making import AT, WAY, a_claim, a_report, numbered

from clearway.errors import LedgerError
from clearway.ledger import Ledger, open_ledger


def test_what_is_written_together_is_kept(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "clearway.db") as ledger:
        with ledger.together():
            for number in range(3):
                report, claims = numbered(number)
                ledger.add(report, claims, **WAY, at=AT)
        assert len([*ledger.reports()]) == 3
        assert len([*ledger.claims()]) == 9


def fail_together(ledger: Ledger) -> None:
    """Add a report, and then claims that are of another one."""
    with ledger.together():
        ledger.add(a_report(), [], **WAY, at=AT)
        ledger.add(a_report("Ten people died in Northtown, too."), [a_claim(a_report())], **WAY, at=AT)


def test_nothing_is_kept_of_what_fails_together(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "clearway.db") as ledger:
        with pytest.raises(LedgerError):
            fail_together(ledger)
        assert [*ledger.reports()] == []


def test_one_call_that_fails_takes_back_only_what_it_wrote(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "clearway.db") as ledger:
        with ledger.together():
            ledger.add(a_report(), [], **WAY, at=AT)
            other = a_report("Ten people died in Northtown, too.")
            with pytest.raises(LedgerError):
                ledger.add(other, [a_claim(a_report())], **WAY, at=AT)
        assert [report.id for report in ledger.reports()] == [a_report().id]


def test_only_who_writes_sees_it_before_it_is_kept(tmp_path: Path) -> None:
    seen: list[int] = []
    with open_ledger(tmp_path / "clearway.db") as ledger:
        with ledger.together():
            ledger.add(a_report(), [], **WAY, at=AT)
            assert len([*ledger.reports()]) == 1
            other = Thread(target=lambda: seen.append(len([*ledger.reports()])))
            other.start()
            other.join()
        assert seen == [0]
