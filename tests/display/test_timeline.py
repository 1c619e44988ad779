from datetime import date

from tests.exports.making import claim, report

from clearway.display.timeline import Column, timeline
from clearway.model import Period


def count(column: Column) -> int:
    return sum(map(len, column.claims.values()))


def test_a_claim_stands_on_the_last_day_that_it_speaks_of_or_that_of_its_publication() -> None:
    of = report("Last week 12 died. Shells fell.", published=date(2020, 2, 18))
    spoken = Period(first=date(2020, 2, 15), last=date(2020, 2, 16))
    line = timeline([claim(of, "killed", "12 died", period=spoken), claim(of, "attack", "Shells fell")], {of.id: of})
    assert [(column.name, count(column)) for column in line.columns] == [
        ("16 Feb", 1),
        ("17 Feb", 0),
        ("18 Feb", 1),
    ]
    assert [name for name, _ in line.topics] == ["harm", "hostilities"]


def test_what_lies_long_before_the_reports_goes_into_one_column() -> None:
    of = report("In 2013 there were 12 who died. Shells fell.", published=date(2020, 2, 18))
    old = Period(first=date(2013, 1, 1), last=date(2013, 12, 31))
    line = timeline([claim(of, "killed", "12 who died", period=old), claim(of, "attack", "Shells fell")], {of.id: of})
    assert [(column.key, count(column)) for column in line.columns] == [
        ("earlier", 1),
        ("2020-02-18", 1),
    ]


def test_a_long_span_is_told_in_longer_units() -> None:
    days = (date(2020, 1, 1), date(2021, 6, 1))
    of = [report(f"Shells fell {day}.", published=day) for day in days]
    line = timeline([claim(one, "attack", "Shells fell") for one in of], {one.id: one for one in of})
    assert (line.unit, len(line.columns)) == ("month", 18)


def test_claims_without_any_day_are_counted() -> None:
    of = report("Shells fell.", published=None)
    line = timeline([claim(of, "attack", "Shells fell")], {of.id: of})
    assert (line.columns, line.undated) == ((), 1)
