from dataclasses import replace
from datetime import date

import pytest
from tests.picture.making import PROVINCE, TOWN, TUESDAY, claim, days, report

from clearway.corridors.constants import constants
from clearway.corridors.evidence import NOWHERE, evidence
from clearway.corridors.naming import site_names
from clearway.corridors.passing import Sites
from clearway.model import Bearing, Candidate, Certainty, Claim, Evidence, Level, SourceKind, Status, Stretch
from clearway.picture import entry_of, fold, incidents

AT = replace(TOWN, latitude=36.0, longitude=37.0)
AROUND = replace(PROVINCE, latitude=36.0, longitude=37.0, radius_km=40.0)
ON_DAY = days(TUESDAY)


def found(*claims: Claim, sites: Sites = NOWHERE) -> list[Evidence]:
    """What claims of one report come to as evidence."""
    told = [report(name) for name in sorted({one.report for one in claims})]
    happened = incidents(entry_of(one, next(r for r in told if r.id == one.report)) for one in claims)
    drawn = fold(claims, told)
    return list(evidence(happened, drawn.findings, {one.id: one for one in claims}, constants(), sites))


def only(*claims: Claim) -> Evidence:
    (one,) = found(*claims)
    return one


def test_an_attack_is_a_hazard_around_its_place() -> None:
    one = only(claim("attack", at=AT, when=ON_DAY, cause="air strike", by="Frontline Count", sort=SourceKind.MONITOR))
    assert (one.bearing, one.rule, one.points) == (Bearing.HAZARD, "attack", (((36.0, 37.0), 5.0),))
    assert (one.day, one.told, one.origins) == (date(2020, 2, 18), date(2020, 2, 18), 1)
    assert one.severity == pytest.approx(4.0 * 0.7)


def test_deaths_from_cold_make_no_road_dangerous() -> None:
    assert found(claim("killed", 3, at=AT, when=ON_DAY, cause="cold")) == []


def test_a_mine_is_a_hazard_of_its_own_sort() -> None:
    assert only(claim("injured", 4, at=AT, when=ON_DAY, cause="mine")).rule == "mines"


def test_what_is_told_of_an_area_reaches_as_far_as_the_area() -> None:
    one = only(claim("attack", at=AROUND, when=ON_DAY, cause="shelling"))
    assert one.points == (((36.0, 37.0), 40.0),)


def test_a_word_on_a_road_names_it_by_its_number() -> None:
    one = only(
        claim("road_status", at="M-5 highway", status=Status.OPEN, by="Frontline Count", sort=SourceKind.MONITOR)
    )
    assert (one.bearing, one.status, one.roads[0]) == (Bearing.STATUS, Status.OPEN, "M5")


@pytest.mark.parametrize("sort", [SourceKind.PARTY, SourceKind.GOVERNMENT])
def test_a_partys_word_that_a_road_is_open_is_a_promise(sort: SourceKind) -> None:
    one = only(claim("road_status", at="M5", status=Status.OPEN, by="The army", sort=sort))
    assert (one.bearing, one.severity) == (Bearing.PROMISE, 0.0)


def test_a_partys_word_that_a_road_is_closed_counts() -> None:
    one = only(claim("road_status", at="M5", status=Status.CLOSED, by="The army", sort=SourceKind.PARTY))
    assert (one.bearing, one.status) == (Bearing.STATUS, Status.CLOSED)


def test_who_took_a_place_holds_it() -> None:
    one = only(claim("control", at=AT, status=Status.GAINED, actor="regime forces", by="Frontline Count"))
    assert (one.bearing, one.holder, one.rule) == (Bearing.CONTROL, "regime forces", "taken")


def test_a_besieged_place_is_a_hazard() -> None:
    assert only(claim("control", at=AT, status=Status.BESIEGED, by="Frontline Count")).rule == "besieged"


def test_what_is_denied_or_negated_or_has_no_place_is_no_evidence() -> None:
    assert found(claim("attack", at=AT, when=ON_DAY, certainty=Certainty.DENIED)) == []
    assert found(claim("attack", at=AT, when=ON_DAY, negated=True)) == []
    assert found(claim("attack", when=ON_DAY)) == []


def test_what_may_have_happened_weighs_less() -> None:
    sure = only(claim("attack", at=AT, when=ON_DAY, cause="shelling"))
    may = only(claim("attack", at=AT, when=ON_DAY, cause="shelling", certainty=Certainty.POSSIBLE))
    assert may.severity == pytest.approx(sure.severity / 2)


def test_two_papers_that_print_one_sentence_are_one_origin() -> None:
    said = "drivers say that the M5 is open to cars again and that buses run on it by day"
    pair = [claim("road_status", at="M5", status=Status.OPEN, within=name, words=said) for name in ("r1", "r2")]
    one = only(*pair)
    assert (one.origins, len(one.sources), len(one.claims)) == (1, 2, 2)


def put(latitude: float, km: float = 0.0) -> Candidate:
    """A place that a person put on the roads."""
    return Candidate(
        id=f"roads:{latitude}", name="there", level=Level.ROAD, latitude=latitude, longitude=37.0, radius_km=km
    )


def test_a_persons_word_lies_on_the_stretch_that_he_named_and_nowhere_else() -> None:
    one = only(claim("road_status", at=(put(36.0), put(36.1)), status=Status.OPEN, by="A driver", when=ON_DAY))
    assert (one.points, one.roads) == ((), ())
    assert one.stretches == (Stretch(start=(36.0, 37.0), end=(36.1, 37.0)),)


def test_mines_that_a_person_saw_are_mines_as_far_as_he_said() -> None:
    one = only(claim("attack", at=put(36.0, 2.0), cause="mine", by="A driver", sort=SourceKind.WITNESS, when=ON_DAY))
    assert (one.rule, one.stretches) == ("mines", (Stretch(start=(36.0, 37.0), km=2.0),))


def test_mines_told_of_no_day_or_town_are_mines_too() -> None:
    assert only(claim("attack", at=AROUND, cause="mine")).rule == "mines"


GATE = site_names("Orun al-Dargh")
GATES: Sites = {GATE[0]: frozenset({"orunaldargh"})}


def test_aid_that_crosses_at_a_crossing_that_no_gazetteer_has_is_a_passage_there() -> None:
    words = "Lorries with aid crossed at Orun al-Dargh again"
    (one,) = found(claim("aid_delivery", by="The relief office", sort=SourceKind.UN, words=words), sites=GATES)
    assert (one.bearing, one.rule, one.status, one.roads) == (Bearing.PASSAGE, "crossed", Status.LIMITED, GATE)


def test_aid_that_is_turned_back_is_access_denied() -> None:
    words = "Five lorries were turned back at Orun al-Dargh"
    (one,) = found(claim("aid_delivery", by="The relief office", sort=SourceKind.UN, words=words), sites=GATES)
    assert (one.bearing, one.rule) == (Bearing.HAZARD, "denied")


def test_aid_that_reached_a_town_tells_nothing_of_a_road() -> None:
    one = only(claim("aid_delivery", at=AT, words="Blankets reached the town"))
    assert (one.bearing, one.status) == (Bearing.PASSAGE, None)


def test_aid_that_is_only_planned_is_no_passage() -> None:
    words = "Lorries are to cross at Orun al-Dargh"
    assert found(claim("aid_delivery", words=words, certainty=Certainty.INTENDED), sites=GATES) == []
