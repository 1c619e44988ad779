"""A made-up pass: Alba to Dorn by the Pass of Carn, which has hours and a status, or round by Berg."""

import json
import tempfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from tests.corridors.roads.made import network_in, tables
from tests.corridors.valley import told, word

from clearway.corridors.constants import constants
from clearway.corridors.danger import Asked
from clearway.corridors.naming import site_names
from clearway.corridors.planning import Planner, Wanted
from clearway.model import Evidence, Plan, Status, Stretch

TOWNS = """name,latitude,longitude,kind,hours,status
Alba,36.00,37.00,town,,
Carn crossing,36.00,37.20,crossing,{hours},{status}
Dorn,36.00,37.40,town,,
Berg,36.30,37.20,town,,
"""
LINKS = """from,to,length_km,class,road
Alba,Carn crossing,18,primary,M9
Carn crossing,Dorn,18,primary,M9
Alba,Berg,60,primary,
Berg,Dorn,60,primary,
"""
MAY = date(2021, 5, 10)
EIGHT = datetime(2021, 5, 10, 7, 0)


def plan(
    folder: Path,
    *evidence: Evidence,
    hours: str = "",
    status: str = "open",
    to: str = "Dorn",
    leaves: datetime | None = None,
    as_of: str = "2021-05-01",
) -> Plan:
    made = tables(Path(tempfile.mkdtemp(dir=folder)) / "pass", TOWNS.format(hours=hours, status=status), LINKS)
    (made / "about.json").write_text(json.dumps({"attribution": "made up", "as_of": as_of}), "utf-8")
    network = network_in(made)
    named = [network.text(at) for at in network.nodes.name]
    wanted = Wanted(
        origin="Alba",
        destination=to,
        source=named.index("Alba"),
        target=named.index(to),
        vehicle="car",
        asked=Asked(as_of=MAY, max_age=7),
        show_unverified=True,
        leaves=leaves,
    )
    return Planner.of(network, constants()).plan(evidence, wanted)


def by(found: Plan) -> list[list[str]]:
    return [[leg.end for leg in route.legs] for route in found.routes]


def test_a_crossing_that_the_file_calls_closed_is_gone_round_and_named(tmp_path: Path) -> None:
    found = plan(tmp_path, status="closed")
    assert by(found) == [["Berg", "Dorn"]]
    assert found.crossings == (
        "Carn crossing is closed in the file of roads (as of 2021-05-01); no way here leads across it",
    )


def test_one_may_come_up_to_a_closed_crossing_and_is_told_that_it_is(tmp_path: Path) -> None:
    found = plan(tmp_path, status="closed", to="Carn crossing")
    assert by(found) == [["Carn crossing"]]
    assert "Carn crossing is closed in the file of roads (as of 2021-05-01)" in found.routes[0].legs[0].doubts
    assert found.crossings == ()


@pytest.mark.parametrize(
    "newer",
    [
        word(Status.OPEN),
        word(Status.LIMITED, *site_names("Carn crossing")),
        replace(word(Status.OPEN, "none"), roads=(), stretches=(Stretch(start=(36.0, 37.2), km=2.0),)),
    ],
)
def test_a_word_that_is_newer_than_the_file_opens_it_and_is_shown(tmp_path: Path, newer: Evidence) -> None:
    found = plan(tmp_path, newer, status="closed")
    legs = found.routes[0].legs
    assert [leg.end for leg in legs] == ["Carn crossing", "Dorn"]
    said = "Carn crossing is closed in the file of roads (as of 2021-05-01); a later word says that it is "
    assert said + str(newer.status) in legs[0].doubts
    assert newer.claims[0] in [name for reason in legs[0].reasons for name in reason.claims]


def test_a_word_that_is_older_than_the_file_does_not(tmp_path: Path) -> None:
    assert by(plan(tmp_path, word(Status.OPEN), status="closed", as_of="2021-05")) == [["Berg", "Dorn"]]


def test_a_file_without_a_day_is_older_than_every_word(tmp_path: Path) -> None:
    found = plan(tmp_path, word(Status.OPEN), status="closed", as_of="")
    assert by(found)[0] == ["Carn crossing", "Dorn"]


def test_a_word_on_the_road_to_it_alone_does_not_open_it(tmp_path: Path) -> None:
    to_it = replace(word(Status.OPEN, "none"), roads=(), stretches=(Stretch(start=(36.0, 37.0), end=(36.0, 37.2)),))
    assert by(plan(tmp_path, to_it, status="closed")) == [["Berg", "Dorn"]]


def test_closed_on_every_way_is_an_answer(tmp_path: Path) -> None:
    found = plan(tmp_path, word(Status.CLOSED, "none"), told("attack"), status="closed", to="Dorn")
    assert found.routes
    shut = replace(word(Status.CLOSED, "none"), roads=(), stretches=(Stretch(start=(36.3, 37.2), km=2.0),))
    none = plan(tmp_path, shut, status="closed")
    assert none.routes == ()
    assert none.because[1] == "every way has a leg or a crossing that is said to be closed or is avoided"


def test_who_comes_before_it_opens_waits_and_the_range_is_wider(tmp_path: Path) -> None:
    free = plan(tmp_path).routes[0]
    found = plan(tmp_path, hours="09:00-16:00", leaves=EIGHT)
    way = next(route for route in found.routes if len(route.legs) == 2 and route.legs[0].end == "Carn crossing")
    first = free.legs[0].minutes
    low, high = 120 - first[1], 120 - first[0]
    assert way.legs[0].wait == pytest.approx((low, high), abs=1)
    assert way.minutes == pytest.approx((120 + free.legs[1].minutes[0], 120 + free.legs[1].minutes[1]), abs=1)
    assert [doubt for doubt in way.legs[0].doubts if "to wait there" in doubt] == [
        f"Carn crossing is open 09:00-16:00 by the file of roads: up to {way.legs[0].wait[1]:.0f} min to wait there"
    ]


def test_the_way_round_is_shown_beside_a_way_that_waits(tmp_path: Path) -> None:
    assert ["Berg", "Dorn"] in by(plan(tmp_path, hours="20:00-23:00", leaves=EIGHT))
    assert by(plan(tmp_path, hours="06:00-23:00", leaves=EIGHT)) == by(plan(tmp_path))


def test_hours_are_told_where_no_hour_of_leaving_is_given(tmp_path: Path) -> None:
    leg = plan(tmp_path, hours="09:00-16:00").routes[0].legs[0]
    assert leg.doubts[-1] == (
        "Carn crossing is open 09:00-16:00 by the file of roads; the hour of leaving is not given (--at)"
    )
    assert leg.wait == (0.0, 0.0)


def test_hours_that_cannot_be_read_are_told_as_they_are(tmp_path: Path) -> None:
    leg = plan(tmp_path, hours="dawn to dusk", leaves=EIGHT).routes[0].legs[0]
    assert leg.doubts[-1] == "the hours of Carn crossing in the file of roads cannot be read: dawn to dusk"


def test_a_crossing_that_never_opens_is_closed(tmp_path: Path) -> None:
    assert by(plan(tmp_path, hours="off")) == [["Berg", "Dorn"]]
