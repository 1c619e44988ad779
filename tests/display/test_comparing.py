from dataclasses import replace

from tests.browser.made_plan import plan

from clearway.display.comparing import compare
from clearway.model import Danger, Status


def test_a_plan_against_itself_changes_nothing() -> None:
    one = plan()
    found = compare(one, one, {})
    assert (found.same_first, found.legs, found.more) == (True, (), 0)
    assert found.answers[0] == found.answers[1]
    assert all(pair.one == pair.other for pair in found.ways)


def test_a_leg_that_got_worse_is_told_though_no_way_leads_over_it_any_more() -> None:
    one = plan()
    leg = one.routes[0].legs[0]
    other = replace(one, routes=one.routes[1:])
    shut = replace(leg, status=Status.CLOSED, danger=Danger.SEVERE)
    found = compare(one, other, {leg.id: shut})
    assert not found.same_first
    assert found.ways[0].other is None
    assert [(pair.now, pair.worse) for pair in found.legs if pair.name == f"{leg.start} to {leg.end}"] == [
        ("severe, said to be closed", True)
    ]
