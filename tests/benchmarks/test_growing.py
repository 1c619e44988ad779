import json
from datetime import date
from pathlib import Path

import pytest
from benchmarks import growing

from clearway.crisis import Crisis


def grown(ledger: Path, claims: int, capsys: pytest.CaptureFixture[str]) -> dict[str, float | None]:
    growing.main(["--ledger", str(ledger), "--claims", str(claims)])
    told: dict[str, float | None] = json.loads(capsys.readouterr().out)
    return told


def test_a_ledger_that_is_there_is_not_made_anew(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger = tmp_path / "made.db"
    first, second = grown(ledger, 100, capsys), grown(ledger, 100, capsys)
    assert first["adding"] is not None
    assert (second["adding"], second["folding"]) == (None, None)
    with Crisis.open(ledger) as crisis:
        known = {report.id for report in crisis.ledger.reports(current=False)}
        assert len(known) == 10 + 2 * growing.LATER
        assert crisis.ledger.counts(date.max).findings
