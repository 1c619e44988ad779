"""A plan in each of its formats."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as Tree

import pytest

from clearway.errors import UsageError
from clearway.exports.ways import WAYS, written
from clearway.exports.ways.map import svg
from clearway.model import (
    Bearing,
    Claim,
    Danger,
    Leg,
    Passage,
    Plan,
    Profile,
    Reason,
    Release,
    Route,
    Status,
)

CLAIM = Claim(
    kind="attack",
    passage=Passage(report="r", start=0, end=9, words="shells & <mortars> fell\x0b on the road"),
    sentence=Passage(report="r", start=0, end=9, words="shells & <mortars> fell\x0b on the road"),
)
RELEASE = Release(profile=Profile.RESTRICTED, banner="RESTRICTED", reports=(), claims=(CLAIM,))
LEG = Leg(
    id="leg",
    start="Alba & Co",
    end="=Berg",
    road="M9",
    road_class="primary",
    km=27.0,
    minutes=(20.0, 41.5),
    danger=Danger.HIGH,
    index=2.25,
    risk=10.0,
    status=Status.OPEN,
    verified=True,
    holders=("army",),
    latest=date(2021, 5, 9),
    reasons=(
        Reason(
            evidence="e",
            bearing=Bearing.HAZARD,
            statement="fighting",
            claims=(CLAIM.id,),
            sources=("a monitor",),
            day=date(2021, 5, 9),
            age=1,
            weight=2.25,
            km=5.0,
            how="",
        ),
    ),
    doubts=("only one source says that it is open",),
    points=((36.0, 37.0), (36.0, 37.3)),
)
SECOND = replace(
    LEG,
    id="leg2",
    start="=Berg",
    end="Dorn",
    verified=False,
    danger=Danger.UNKNOWN,
    points=((36.0, 37.3), (36.0, 37.6)),
)
ROUTE = Route(
    name="A",
    legs=(LEG, SECOND),
    km=54.0,
    minutes=(40, 83),
    risk=20.0,
    danger=Danger.HIGH,
    worst="leg",
    unknown_km=27.0,
    recommended=False,
    because=("nobody's word counts that =Berg to Dorn can be passed",),
)
PLAN = Plan(
    origin="Alba & Co",
    destination="Dorn",
    as_of=date(2021, 5, 10),
    vehicle="car",
    max_age=7,
    routes=(ROUTE,),
    because=("no corridor can be recommended",),
    needed=("=Berg to Dorn: a fresh word",),
    turning=(),
    hidden=0,
    truncated=None,
    network="valley",
    attribution=("© Somebody (ODbL 1.0)",),
    schematic=True,
)
GPX = "{http://www.topografix.com/GPX/1/1}"
KML = "{http://www.opengis.net/kml/2.2}"


def test_geojson_has_a_line_a_leg_with_the_words_of_its_claims() -> None:
    told = json.loads(written(PLAN, RELEASE, ".geojson"))
    assert (told["profile"], told["attribution"]) == ("restricted", "© Somebody (ODbL 1.0)")
    assert [one["geometry"]["coordinates"] for one in told["features"]] == [
        [[37.0, 36.0], [37.3, 36.0]],
        [[37.3, 36.0], [37.6, 36.0]],
    ]
    first = told["features"][0]["properties"]
    assert (first["danger"], first["status"], first["held_by"]) == ("high", "open", ["army"])
    assert first["claims"] == {CLAIM.id: CLAIM.passage.words}


def test_gpx_has_a_track_a_way_and_a_waypoint_a_leg() -> None:
    root = Tree.fromstring(written(PLAN, RELEASE, ".gpx"))  # noqa: S314 - it is our own
    assert [one.findtext(f"{GPX}name") for one in root.iter(f"{GPX}wpt")] == ["A1 =Berg", "A2 Dorn"]
    assert len(list(root.iter(f"{GPX}trkpt"))) == 4
    assert (root.findtext(f"{GPX}metadata/{GPX}desc") or "").startswith("RESTRICTED")


def test_kml_has_the_danger_as_a_style_and_leaves_out_what_xml_forbids() -> None:
    root = Tree.fromstring(written(PLAN, RELEASE, ".kml"))  # noqa: S314 - it is our own
    marks = list(root.iter(f"{KML}Placemark"))
    assert [one.findtext(f"{KML}styleUrl") for one in marks] == ["#high", "#unknown"]
    assert "shells & <mortars> fell on the road" in (marks[0].findtext(f"{KML}description") or "")


def test_the_movement_plan_counts_minutes_from_the_start_and_runs_no_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(written(PLAN, RELEASE, ".csv").decode())))
    assert [(row["reached_low"], row["reached_high"]) for row in rows] == [("20", "42"), ("40", "83")]
    assert [row["to"] for row in rows] == ["'=Berg", "Dorn"]


def test_the_card_is_a_pdf_and_without_a_way_it_is_one_too() -> None:
    assert written(PLAN, RELEASE, ".pdf").startswith(b"%PDF")
    assert written(replace(PLAN, routes=()), RELEASE, ".pdf").startswith(b"%PDF")


def test_an_unknown_leg_is_drawn_dashed_and_the_known_is_not() -> None:
    assert svg(PLAN).count("stroke-dasharray") == 1
    assert svg(replace(PLAN, routes=())) == ""


def test_the_drawing_alone_carries_its_banner_and_whom_to_credit() -> None:
    root = Tree.fromstring(written(PLAN, RELEASE, ".svg"))  # noqa: S314 - it is our own
    texts = [one.text or "" for one in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "RESTRICTED · Alba & Co to Dorn by car, as of 2021-05-10 · schematic" in texts
    assert "© Somebody (ODbL 1.0)" in texts


@pytest.mark.parametrize("ending", sorted(WAYS))
@pytest.mark.parametrize("profile", [Profile.PUBLIC, Profile.PARTNERS])
def test_no_other_profile_ever_holds_a_way(ending: str, profile: Profile) -> None:
    with pytest.raises(UsageError, match="a planned way is targeting data"):
        written(PLAN, replace(RELEASE, profile=profile), ending)


def test_another_ending_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match=r"use one of: \.geojson, \.gpx, \.kml, \.csv, \.svg, \.pdf"):
        written(PLAN, RELEASE, ".shp")
