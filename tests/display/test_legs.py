from dataclasses import replace

from tests.browser.made_plan import ARABIC, PROMISE, SHELLS, WIRE, plan, reason
from tests.exports.ways.test_written import LEG, ROUTE

from clearway.display.legs import LegView, leg_views, quoted
from clearway.model import Bearing, Reason

REPORTS = {one.id: one for one in (WIRE, ARABIC)}
CLAIMS = {one.id: one for one in (SHELLS, PROMISE)}


def leg_of(*reasons: Reason, index: float = 3.0) -> LegView:
    leg = replace(LEG, index=index, reasons=reasons)
    return leg_views(replace(ROUTE, legs=(leg,)), CLAIMS, REPORTS)[0]


def test_a_leg_is_told_in_words() -> None:
    (one,) = leg_views(replace(ROUTE, legs=(LEG,)), CLAIMS, REPORTS)
    assert (one.key, one.name, one.road) == ("A-1", "Alba & Co to =Berg", "M9, primary road")
    assert (one.km, one.minutes, one.status) == ("27 km", "20 to 42 min", "said to be open")
    assert (one.holders, one.news) == ("army", "9 May 2021")


def test_waiting_at_a_crossing_is_told_with_the_time() -> None:
    (one,) = leg_views(replace(ROUTE, legs=(replace(LEG, wait=(0.0, 15.0)),)), CLAIMS, REPORTS)
    assert one.minutes == "20 to 42 min, of it waiting 0 to 15 min"


def test_a_weight_is_told_as_its_part_of_the_index_and_how_it_came() -> None:
    (one,) = leg_of(reason(Bearing.HAZARD, "shelling", 2.4, SHELLS.id)).reasons
    assert (one.what, one.weight, one.part, one.how) == ("danger", "2.40", 80.0, "2.8 for it")
    assert (one.when, one.who) == ("9 May 2021, 1 day before", "a monitor")


def test_a_promise_is_no_evidence_and_a_word_on_the_road_is_no_danger() -> None:
    promise, word = leg_of(
        reason(Bearing.PROMISE, "open", 0.0, PROMISE.id), reason(Bearing.STATUS, "open", 0.0, SHELLS.id)
    ).reasons
    assert (promise.part, promise.how) == (0.0, "A party's promise is not evidence: it counts for nothing.")
    assert word.how == "It tells whether the leg can be passed, and adds nothing to the index."


def test_a_claim_is_told_with_its_words_its_speakers_and_its_report() -> None:
    told = quoted(SHELLS, REPORTS)
    assert (told.quote, told.kind, told.short) == ("Shells fell on the road to Berg", "attack", SHELLS.id[:8])
    assert told.who == "the monitor (monitor) ← a driver (monitor)"
    assert told.where == f"{WIRE.title}, Example Wire, 18 Feb 2020"


def test_a_claim_of_a_report_that_is_not_here_says_so() -> None:
    assert quoted(SHELLS, {}).where == "unknown publisher, no date"


def test_legs_are_numbered_along_their_way() -> None:
    routes = plan().routes
    assert [one.key for route in routes for one in leg_views(route, {}, {})] == ["A-1", "A-2", "B-1", "B-2"]
