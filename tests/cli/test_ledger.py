from pathlib import Path

from tests.cli.conftest import Run


def test_a_ledger_put_into_an_empty_one_exports_the_same_bytes(run: Run, ledger: Path, tmp_path: Path) -> None:
    merged = tmp_path / "merged.db"
    assert "18 reports with something new" in run("ledger", "merge", merged, ledger).stderr
    assert "0 reports with something new" in run("ledger", "merge", merged, ledger).stderr
    one, other = run("ledger", "export", "--ledger", ledger), run("ledger", "export", "--ledger", merged)
    assert one.stdout == other.stdout
    assert one.stdout.count('{"report":') == 18
    assert "RESTRICTED" in one.stderr


def test_a_ledger_that_is_not_there_is_refused(run: Run, tmp_path: Path) -> None:
    result = run("ledger", "merge", tmp_path / "a.db", tmp_path / "b.db")
    assert result.exit_code == 2
    assert "there is no such ledger" in result.stderr
    assert not (tmp_path / "a.db").exists()
