"""A crisis in a file beside one on a server."""

import json
from pathlib import Path

import pytest
from benchmarks.stores import _lines
from benchmarks.storing import main
from tests.ledger.server import Server

NAMES = ["added", "folding", "one_added", "one_folded", "picture", "search", "commit"]


def test_both_are_told_in_one_line() -> None:
    file, server = dict.fromkeys(NAMES, 0.002), dict.fromkeys(NAMES, 0.02)
    lines = _lines(10_000, file, server)
    assert (lines[0].what, lines[0].value) == ("10,000 claims: a report written", "2.0 ms in a file, 20 ms on a server")
    assert (lines[1].value, lines[1].passed) == ("10.0 (0.0 s in a file, 0.0 s on a server)", False)
    assert lines[-1].value == "500 in a file, 50 on a server"


def test_each_store_is_measured_by_the_same_acts(
    tmp_path: Path, postgres: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    for ledger in (str(tmp_path / "made.db"), postgres.fresh()):
        main(["--ledger", ledger, "--claims", "60"])
        took = json.loads(capsys.readouterr().out)
        assert sorted(took) == sorted(NAMES)
        assert min(took.values()) > 0
