"""What changed in a picture between two days."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from benchmarks.making import made_reports
from tests.ledger.making import WAY

from clearway.crisis import Crisis, picturing
from clearway.crisis.outlines import whole
from clearway.model import Turn
from clearway.picture import changes

AT = datetime(2026, 1, 1, tzinfo=UTC)
FIRST, LAST = date(2016, 3, 1), date(2018, 5, 1)


@pytest.fixture(scope="module")
def crisis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crisis]:
    """Some years of made reports, with series that go on from month to month."""
    with Crisis.open(tmp_path_factory.mktemp("ledger") / "made.db") as opened:
        for number, (report, claims) in enumerate(made_reports(300)):
            opened.ledger.add(report, claims, **WAY, at=AT + timedelta(seconds=number))
        opened.fold_in()
        yield opened


@pytest.mark.parametrize("few", [(1,), (1, 2), (2, 10, 40), (999,)])
def test_what_changed_is_the_same_however_many_findings_are_read_at_first(
    crisis: Crisis, monkeypatch: pytest.MonkeyPatch, few: tuple[int, ...]
) -> None:
    monkeypatch.setattr(picturing, "FIRST", few)
    ledger = crisis.ledger
    found = [whole(one) for one in picturing.changed(ledger, FIRST, LAST)]
    known = list(ledger.changes(FIRST, LAST))
    stood = changes(known, after=FIRST, day=LAST, earlier=lambda series: ledger.findings(FIRST, series=series))
    assert found == list(stood)
    assert any(one.before and one.after and not {*one.before.claims} & {*one.after.claims} for one in found)
    assert {Turn.NEW, Turn.CONTRADICTED} <= {one.turn for one in found}
