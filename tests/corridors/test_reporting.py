from datetime import date

import pytest
from tests.corridors.valley import PLACES, valley

from clearway.corridors.reporting import Witness, road_report
from clearway.corridors.roads import OnRoads, on_roads
from clearway.errors import UsageError
from clearway.model import (
    Candidate,
    Claim,
    Level,
    MayRedistribute,
    Report,
    Says,
    Sensitivity,
    SourceKind,
    Status,
    from_json,
    to_json,
)

DAY = date(2021, 5, 10)
DRIVER = Witness(name="the milk van's driver", kind=SourceKind.WITNESS, day=DAY, words="I got through\n this morning")
PROVINCE = Candidate(id="x", name="Alba", level=Level.SETTLEMENT, country="XXX", adm1="Upper", adm1_code="1")


def at(name: str) -> OnRoads:
    return on_roads(name, valley(), None)


def told(says: Says = Says.OPEN, *places: str, witness: Witness = DRIVER, km: float = 1.0) -> tuple[Report, Claim]:
    ends = [at(name) for name in places or ("Alba", "Carn")]
    return road_report(says, witness, ends, [PROVINCE] + [None] * (len(ends) - 1), km=km)


def test_what_a_person_says_is_a_report_with_one_claim_of_that_source() -> None:
    report, claim = told()
    assert report.text == (
        "I got through this morning\n"
        "On the road from Alba (36.000000, 37.000000) to Carn (36.200000, 37.300000): open.\n"
        "Said by the milk van's driver, 2021-05-10."
    )
    assert (claim.kind, claim.status, claim.passage.words) == ("road_status", Status.OPEN, "I got through this morning")
    assert [(one.name, one.kind) for one in claim.attribution.chain] == [(DRIVER.name, SourceKind.WITNESS)]
    assert (report.published, claim.period and claim.period.last) == (DAY, DAY)


def test_its_words_and_places_cut_out_what_they_name() -> None:
    report, claim = told()
    assert claim.passage.cuts(report.text)
    assert [report.text[place.start : place.end] for place in claim.places] == ["Alba", "Carn"]
    spots = [place.resolved for place in claim.places]
    assert [(spot.latitude, spot.longitude) for spot in spots if spot] == [PLACES["Alba"], PLACES["Carn"]]
    assert [spot.country for spot in spots if spot] == ["XXX", None]


def test_it_is_restricted_and_may_not_be_passed_on() -> None:
    report, claim = told()
    assert (report.may_redistribute, claim.sensitivity) == (MayRedistribute.NONE, Sensitivity.SEVERE)


def test_it_is_the_same_after_json() -> None:
    report, claim = told()
    assert (from_json(to_json(report), Report), from_json(to_json(claim), Claim)) == (report, claim)


@pytest.mark.parametrize(
    ("says", "made"),
    [
        (Says.LIMITED, ("road_status", Status.LIMITED, None)),
        (Says.CHECKPOINT, ("road_status", Status.LIMITED, None)),
        (Says.BLOCKED, ("road_status", Status.CLOSED, None)),
        (Says.ATTACKED, ("attack", None, None)),
        (Says.MINED, ("attack", None, "mine")),
    ],
)
def test_every_word_makes_a_claim_of_a_kind_that_is_there(
    says: Says, made: tuple[str, Status | None, str | None]
) -> None:
    claim = told(says)[1]
    assert (claim.kind, claim.status, claim.cause) == made


def test_one_place_reaches_as_far_as_was_said() -> None:
    report, claim = told(Says.MINED, "Berg", km=2.5)
    (place,) = claim.places
    assert "On the road at Berg (36.000000, 37.300000), 2.5 km around: mined." in report.text
    assert place.resolved is not None
    assert place.resolved.radius_km == 2.5


@pytest.mark.parametrize(
    ("places", "witness", "km", "line"),
    [
        (("Alba", "Alba"), DRIVER, 1.0, "Alba and Alba are at one place on these roads"),
        (("Alba",), DRIVER, 0.1, "a report of one place reaches at least 0.5 km; give that or more"),
        (("Alba",), Witness(name=" ", kind=SourceKind.WITNESS, day=DAY, words="open"), 1.0, "--by: a report says who"),
        (("Alba",), Witness(name="x", kind=SourceKind.WITNESS, day=DAY, words=" "), 1.0, "--words: a report says who"),
    ],
)
def test_a_report_that_lacks_something_is_one_line(
    places: tuple[str, ...], witness: Witness, km: float, line: str
) -> None:
    with pytest.raises(UsageError, match=line):
        told(Says.OPEN, *places, witness=witness, km=km)
