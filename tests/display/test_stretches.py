from dataclasses import replace

from tests.exports.ways.test_written import LEG

from clearway.display.stretches import stretches
from clearway.model import Danger, Leg


def leg(start: str, end: str, **more: object) -> Leg:
    return replace(LEG, id=f"{start} {end}", start=start, end=end, **more)  # type: ignore[arg-type]


def test_legs_with_an_unnamed_junction_between_and_nothing_else_are_one_stretch() -> None:
    (one,) = stretches([leg("Alba", "junction of M9 and M4"), leg("junction of M9 and M4", "Dorn", road="M4", km=3.0)])
    assert (one.start, one.end, one.road, one.km, one.minutes) == ("Alba", "Dorn", "M9, M4", 30.0, (40.0, 83.0))
    assert [(reason.evidence, reason.km) for reason in one.reasons] == [("e", 10.0)]


def test_a_named_place_between_parts_them() -> None:
    assert len(stretches([leg("Alba", "Berg"), leg("Berg", "Dorn")])) == 2


def test_another_danger_or_status_parts_them() -> None:
    before = leg("Alba", "junction")
    assert len(stretches([before, leg("junction", "Dorn", danger=Danger.SEVERE)])) == 2
    assert len(stretches([before, leg("junction", "Dorn", status=None)])) == 2


def test_more_than_three_roads_are_counted() -> None:
    names = ["a", "b", "c", "d", "e"]
    (one,) = stretches([leg("junction", "junction", road=name) for name in names])
    assert one.road == "a, b, c and 2 more"


def test_no_legs_are_no_stretch() -> None:
    assert stretches([]) == ()
