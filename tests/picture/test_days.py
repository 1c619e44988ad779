from datetime import date

from tests.exports.making import claim, finding, people, report

from clearway.model import Basis, Bound, Failing, Finding, Known, Rule, State, Story, Turn
from clearway.picture import failing, in_order, story

FIRST, SECOND, THIRD = (date(2020, 2, day) for day in (17, 18, 19))
DAYS = (FIRST, SECOND, THIRD)
ONE = report("Some 12 died, 30 fled.")
DIED = claim(ONE, "killed", "12 died", figure=people(12))
FLED = claim(ONE, "displaced", "30 fled", figure=people(30))


def known(found: Finding, since: date, until: date | None = None) -> Known:
    return Known(finding=found, since=since, until=until, line=found.id)


def stood(told: Story) -> list[tuple[str, State, date, date | None]]:
    return [(one.finding.id, one.finding.state, one.since, one.until) for one in told.known]


def test_a_finding_is_shown_from_its_first_day_until_another_takes_its_place() -> None:
    before, after = finding(DIED, id="f"), finding(DIED, id="f", state=State.AGREED)
    told = story([known(before, FIRST, THIRD), known(after, THIRD)], DAYS)
    assert stood(told) == [("f", State.SINGLE_SOURCE, FIRST, THIRD), ("f", State.AGREED, THIRD, None)]
    assert [[one.turn for one in some] for some in told.changes] == [[Turn.NEW], [], [Turn.CONFIRMED]]


def test_what_comes_between_two_of_the_days_counts_as_of_the_second() -> None:
    told = story([known(finding(DIED, id="f"), SECOND)], (FIRST, THIRD))
    assert stood(told) == [("f", State.SINGLE_SOURCE, THIRD, None)]


def test_what_came_and_went_between_two_days_is_never_shown() -> None:
    told = story([known(finding(DIED, id="f"), SECOND, THIRD)], (FIRST, THIRD))
    assert (told.known, told.changes) == ((), ((), ()))


def test_what_ends_after_the_last_day_stands_on_it() -> None:
    told = story([known(finding(DIED, id="f"), FIRST, THIRD)], (FIRST, SECOND), end=SECOND)
    assert stood(told) == [("f", State.SINGLE_SOURCE, FIRST, None)]


def test_a_newer_figure_of_a_later_month_replaces_an_older_one_from_its_day_on() -> None:
    row = {"series": "s", "basis": Basis.STOCK, "sources": ("UN",)}
    old = finding(FLED, id="old", as_of=date(2020, 1, 20), **row)
    new = finding(FLED, id="new", as_of=date(2020, 2, 18), **row)
    told = story([known(old, FIRST), known(new, SECOND)], DAYS)
    assert sorted(stood(told)) == [
        ("new", State.SINGLE_SOURCE, SECOND, None),
        ("old", State.SINGLE_SOURCE, FIRST, SECOND),
        ("old", State.SUPERSEDED, SECOND, None),
    ]


def test_findings_stand_in_the_picture_s_order() -> None:
    found = [finding(FLED, id="b"), finding(DIED, id="a")]
    told = story([known(one, FIRST) for one in found], DAYS)
    assert tuple(one.finding for one in told.known) == in_order(found)


def test_a_policy_chooses_on_each_day() -> None:
    told = story([known(finding(DIED, id="f"), SECOND)], DAYS, chosen=lambda some: tuple(marked(one) for one in some))
    assert [(one.finding.notes, one.since) for one in told.known] == [(("chosen",), SECOND)]


def marked(one: Finding) -> Finding:
    return finding(DIED, id=one.id, notes=("chosen",))


def test_a_sum_fails_from_the_day_on_which_it_does_until_it_holds_again() -> None:
    whole = finding(FLED, id="whole", statement="30 fled")
    part = finding(
        FLED, id="part", statement="40 children fled", part_of="whole", low=Bound(value=40, claims=(FLED.id,))
    )
    told = Story(days=DAYS, known=(known(whole, FIRST), known(part, SECOND, THIRD)), changes=((), (), ()))
    (sums,) = failing(told, {})
    assert sums == Failing(equation=sums.equation, since=SECOND, until=THIRD)
    assert (sums.equation.rule, sums.equation.findings) == (Rule.PART, ("part", "whole"))
