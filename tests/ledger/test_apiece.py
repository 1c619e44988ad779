"""Claims of single reports are kept up to a bound."""

from tests.ledger.making import numbered

from clearway.ledger.apiece import Apiece


def test_claims_of_reports_nobody_asked_for_the_longest_go_first() -> None:
    claims = tuple(numbered(1)[1])[:1] * 2
    kept = Apiece(most=4)
    kept.keep({"a": claims, "b": claims})
    kept.get(["a"])
    kept.keep({"c": claims})
    assert kept.get("abc") == {"a": claims, "c": claims}


def test_reports_without_claims_take_room_too() -> None:
    kept = Apiece(most=2)
    for number in range(9):
        kept.keep({str(number): ()})
    assert list(kept.get(map(str, range(9)))) == ["7", "8"]
