import json
from pathlib import Path

from tests.cli.conftest import Run


def killed(run: Run, ledger: Path) -> list[str]:
    listed = run("claims", "--ledger", ledger, "--kind", "killed", "--json").stdout
    return [json.loads(line)["id"] for line in listed.splitlines()]


def findings(run: Run, ledger: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in run("picture", "--ledger", ledger, "--json").stdout.splitlines()]


def test_a_judgement_changes_the_picture_and_undoing_it_restores_it(run: Run, ledger: Path) -> None:
    before = findings(run, ledger)
    claim = killed(run, ledger)[0]
    made = run("judge", "reject", claim[:8], "--by", "amal", "--why", "told twice", "--ledger", ledger)
    assert (made.exit_code, made.stdout) == (0, "")
    assert claim not in [name for finding in findings(run, ledger) for name in finding["claims"]]  # type: ignore[attr-defined]
    name = made.stderr.split()[1].rstrip(":")
    assert run("judge", "undo", name, "--by", "amal", "--ledger", ledger).exit_code == 0
    assert findings(run, ledger) == before


def test_judgements_are_listed_with_how_they_stand(run: Run, ledger: Path) -> None:
    one, other = killed(run, ledger)[:2]
    run("judge", "same", one, other, "--by", "amal", "--why", "one raid", "--ledger", ledger)
    run("judge", "different", one, other, "--by", "bilal", "--ledger", ledger)
    shown = run("judgements", "--ledger", ledger)
    assert "amal: " in shown.stdout
    assert "same (one raid)  [overtaken]" in shown.stdout
    listed = [json.loads(line) for line in run("judgements", "--ledger", ledger, "--json").stdout.splitlines()]
    assert [(row["by"], row["verdict"], row["standing"]) for row in listed] == [
        ("amal", "same", "overtaken"),
        ("bilal", "different", "holds"),
    ]


def test_a_judgement_that_makes_no_sense_is_one_line_and_keeps_nothing(run: Run, ledger: Path) -> None:
    claim = killed(run, ledger)[0]
    for words, said in (
        (("reject", "zzzz"), "no claim of this ledger has an id that begins so"),
        (("same", claim, claim), "`same` is said of two claims, and 1 is given"),
        (("correct", claim, "value", "many"), "'many' is no value of it"),
        (("correct", claim, "weather", "fine"), "no such slot"),
        (("correct", claim, "period", "yesterday"), "write a day (2020-02-18) or two (2020-01-01/2020-02-18)"),
        (("undo", "zzzz"), "no judgement has an id that begins so"),
    ):
        result = run("judge", *words, "--by", "amal", "--ledger", ledger)
        assert result.exit_code == 2
        assert said in result.stderr
    assert run("judgements", "--ledger", ledger).stderr == "0 judgements\n"
