"""What every ledger tells of places and days, run over each there is."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from tests.contracts.test_happened import PAPERS, Said, paper
from tests.contracts.test_ledger import LEDGERS, opener
from tests.ledger.making import AT, NORTHTOWN, WAY, a_claim, a_place, a_report, days

from clearway.crisis.growing import growth
from clearway.crisis.joining import Joiner
from clearway.crisis.judging import Way
from clearway.crisis.superseding import superseded_in
from clearway.ledger import Ledger, siting
from clearway.model import Candidate, Figure, Finding, Level, Query, Report, Spot, from_json, spots_of
from clearway.picture import version

__all__ = ["opener"]
HOUR = timedelta(hours=1)
DAY = date(2020, 2, 18)
LAND = Candidate(
    id="geonames:1", name="Syria", level=Level.COUNTRY, country="SY", latitude=35.0, longitude=38.0, radius_km=400.0
)
TOWN = Spot(name="Nórthtown", level=Level.SETTLEMENT, around=("Idlib",), latitude=36.0, longitude=36.5)
WHOLE = Spot(name="Syria", level=Level.COUNTRY, latitude=35.0, longitude=38.0, radius_km=400.0, is_area=True)


@pytest.fixture
def ledger(opener: object) -> Iterator[Ledger]:
    with opener() as opened:  # type: ignore[operator]
        yield opened


def fold(ledger: Ledger) -> None:
    way = Way(ledger)
    ledger.fold_in(way.cells, way.fold, superseded_in, version=version(), sketching=way.sketch, joining=Joiner(way))


def counted(ledger: Ledger, as_of: date | None = None) -> dict[tuple[str, str], int]:
    sites = growth(ledger).sites(as_of)
    return {(one.spot.name, kind): count for one in sites for kind, count in one.kinds.items()}


def told(number: int, published: date | None = DAY, **particulars: object) -> Report:
    return a_report(f"Ten people died in Northtown, paper {number} said.", published=published, **particulars)


def test_a_claim_counts_once_at_each_of_its_places(ledger: Ledger) -> None:
    report = told(1)
    twice = a_claim(report, places=(a_place(NORTHTOWN), a_place(NORTHTOWN, "there"), a_place(LAND, "Syria")))
    ledger.add(report, [twice, a_claim(report, kind="injured", places=(a_place(None),))], **WAY, at=AT)
    assert sorted(ledger.turns_by_place(), key=lambda row: row[0].name) == [
        (Spot(name="Northtown", level=None), "injured", {DAY: 1}),
        (TOWN, "killed", {DAY: 1}),
        (WHOLE, "killed", {DAY: 1}),
    ]
    assert ledger.count_at(TOWN.id, None) == {"killed": 1}
    assert ledger.count_at("elsewhere", None) == {}
    assert ledger.spot(TOWN.id) == TOWN
    assert ledger.spot("elsewhere") is None


def test_what_a_day_did_not_know_yet_is_not_counted(ledger: Ledger) -> None:
    for number, published in enumerate((DAY, DAY + timedelta(days=1), None)):
        report = told(number, published)
        ledger.add(report, [a_claim(report, places=(a_place(NORTHTOWN),))], **WAY, at=AT)
    assert [counted(ledger, day) for day in (DAY, DAY + timedelta(days=1), None)] == [
        {("Nórthtown", "killed"): number} for number in (1, 2, 3)
    ]
    assert set(ledger.count_by_day(None)) == {("killed", day, 1) for day in (DAY, DAY + timedelta(days=1), None)}


def test_a_later_version_takes_the_place_of_the_one_before(ledger: Ledger) -> None:
    for day in (0, 2):
        report = told(1, DAY + timedelta(days=day), url="https://news.example/1")
        ledger.add(report, [a_claim(report, places=(a_place(NORTHTOWN),))], **WAY, at=AT + day * HOUR)
    assert counted(ledger, DAY) == {("Nórthtown", "killed"): 1}
    assert counted(ledger) == {("Nórthtown", "killed"): 1}
    [current] = ledger.claims_at(TOWN.id, ["killed"], most=5)
    [earlier] = ledger.claims_at(TOWN.id, ["killed"], most=5, as_of=DAY)
    assert current.id != earlier.id


def test_counts_are_those_of_the_moment_whatever_was_counted_before(ledger: Ledger) -> None:
    for hour in range(3):
        report = told(1, DAY + timedelta(days=hour), url="https://news.example/1")
        ledger.add(report, [a_claim(report, places=(a_place(NORTHTOWN),))], **WAY, at=AT + hour * HOUR)
        assert [ledger.count_at(TOWN.id, day) for day in (None, DAY)] == [{"killed": 1}] * 2
        assert list(ledger.count_by_day(None)) == [("killed", DAY + timedelta(days=hour), 1)]

    def undone() -> None:
        with ledger.together():
            report = told(2)
            ledger.add(report, [a_claim(report, places=(a_place(NORTHTOWN),))], **WAY, at=AT + 9 * HOUR)
            assert ledger.count_at(TOWN.id, None) == {"killed": 2}
            raise KeyError

    with pytest.raises(KeyError):
        undone()
    assert ledger.count_at(TOWN.id, None) == {"killed": 1}
    ledger.reindex()
    assert ledger.count_at(TOWN.id, None) == {"killed": 1}


@pytest.mark.parametrize("few", [0, 9])
def test_claims_are_counted_alike_where_they_are_few_and_many(
    ledger: Ledger, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(siting, "FEW", few)
    for hour, url in enumerate(("1", "1", "2")):
        report = told(int(url), DAY + timedelta(days=hour), url=f"https://news.example/{url}")
        of_day = {"period": days(3 + hour, 3 + hour), "places": (a_place(NORTHTOWN),)}
        ledger.add(report, [a_claim(report, **of_day)], **WAY, at=AT + hour * HOUR)
    spoken = [date(2020, 2, 3), date(2020, 2, 4), date(2020, 2, 5)]
    assert sorted(ledger.count_by_day(None)) == [("killed", day, 1) for day in spoken[1:]]
    assert list(ledger.count_by_day(DAY)) == [("killed", spoken[0], 1)]
    assert list(ledger.count_by_day(None, spoken[1], spoken[1])) == [("killed", spoken[1], 1)]


def test_another_reading_is_counted_instead_of_the_first(ledger: Ledger) -> None:
    report = told(1)
    ledger.add(report, [a_claim(report, places=(a_place(NORTHTOWN),))], **WAY, at=AT)
    before = ledger.grown()
    better = {**WAY, "version": "2"}
    ledger.add(report, [a_claim(report, kind="injured", places=(a_place(LAND, "Syria"),))], **better, at=AT + HOUR)
    assert counted(ledger) == {("Syria", "injured"): 1}
    assert ledger.grown() != before
    ledger.reindex()
    assert counted(ledger) == {("Syria", "injured"): 1}


def test_the_claims_of_a_place_come_with_the_last_day_first_and_no_more_than_asked(ledger: Ledger) -> None:
    found = []
    for day in (3, 9, 6):
        report = told(day)
        found.append(a_claim(report, places=(a_place(NORTHTOWN),), period=days(day, day), figure=Figure(value=day)))
        ledger.add(report, [found[-1]], **WAY, at=AT)
    third, ninth, sixth = found
    assert list(ledger.claims_at(TOWN.id, ["killed"], most=2)) == [ninth, sixth]
    assert list(ledger.claims_at(None, ["killed"], most=2, last=date(2020, 2, 8))) == [sixth, third]
    assert list(ledger.claims_at(None, ["killed"], most=2, first=date(2020, 2, 9))) == [ninth]
    assert list(ledger.claims_at(TOWN.id, ["injured"], most=2)) == []


def test_claims_of_many_kinds_come_kind_by_kind_as_they_are_asked_for(ledger: Ledger) -> None:
    found = {}
    for day, kind in ((3, "killed"), (9, "killed"), (6, "injured")):
        report = told(day)
        claim = a_claim(report, kind=kind, places=(a_place(NORTHTOWN),), period=days(day, day))
        ledger.add(report, [claim], **WAY, at=AT)
        found[day] = claim
    unknown = [f"unknown_{number}" for number in range(2 * siting.TOGETHER)]
    for place in (TOWN.id, None):
        asked = ["killed", *unknown, "injured", "killed"]
        assert list(ledger.claims_at(place, asked, most=2)) == [found[9], found[3], found[6]]
        assert list(ledger.claims_at(place, asked[1:], most=1)) == [found[6], found[9]]


def test_findings_and_incidents_are_found_by_their_claims(ledger: Ledger) -> None:
    other = replace(NORTHTOWN, id="geonames:18", name="Farton", latitude=34.0)
    for number, spot in enumerate((NORTHTOWN, other)):
        report = told(number)
        claim = a_claim(report, places=(a_place(spot, spot.name),), period=days(9, 9), figure=Figure(value=10 + number))
        ledger.add(report, [claim], **WAY, at=AT)
    fold(ledger)
    for found in ledger.claims():
        [naming] = ledger.findings_of([found.id], date.max)
        finding = from_json(naming.record, Finding)
        assert (naming.id, naming.superseded) == (finding.id, False)
        [incident] = ledger.incidents_of([found.id], most=9)
        assert found.id in finding.claims
        assert incident.claims == (found.id,)
        assert [known.finding for known in ledger.course(finding.id, most=9)] == [finding]
    assert list(ledger.course("nothing", most=9)) == []
    assert list(ledger.findings_of([], date.max)) == list(ledger.incidents_of([], most=9)) == []


def test_the_last_incidents_of_claims_come_in_line(ledger: Ledger) -> None:
    claims = []
    for day in (3, 12, 8):
        report = told(day, date(2020, 2, 13))
        claim = a_claim(report, places=(a_place(NORTHTOWN),), period=days(day, day), figure=Figure(value=10 + day))
        ledger.add(report, [claim], **WAY, at=AT)
        claims.append(claim.id)
    fold(ledger)
    third, twelfth, eighth = claims
    told_by = [one.claims for one in ledger.incidents_of(claims, most=9)]
    assert told_by == [(third,), (eighth,), (twelfth,)]
    assert [one.claims for one in ledger.incidents_of(claims, most=2)] == [(eighth,), (twelfth,)]
    assert [one.claims for one in ledger.incidents_of(claims[:1], most=2)] == [(third,)]


def test_a_stock_goes_from_day_to_day_as_one_series(ledger: Ledger) -> None:
    for day, number in ((3, 100), (6, 120), (9, 90)):
        report = told(day, date(2020, 2, day))
        claim = a_claim(
            report, kind="displaced", places=(a_place(NORTHTOWN),), period=days(day, day), figure=Figure(value=number)
        )
        ledger.add(report, [replace(claim, id="")], **WAY, at=AT)
    fold(ledger)
    [often] = ledger.told_often(date.max, most=5)
    course = list(ledger.course(often.id, most=2))
    assert [known.since for known in course] == sorted(known.since for known in course)
    assert len(course) == 2


@pytest.mark.parametrize("name", list(LEDGERS))
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(papers=PAPERS)
def test_what_is_counted_is_what_the_claims_say(
    name: str, tmp_path_factory: pytest.TempPathFactory, papers: list[tuple[list[Said], date | None, str | None]]
) -> None:
    with LEDGERS[name](tmp_path_factory.mktemp("ledger")) as ledger:
        for number, (said, published, url) in enumerate(papers):
            ledger.add(*paper(number, said, published, url), **WAY, at=AT + number * HOUR)
        for as_of in (date(2020, 2, 18), date(2020, 3, 1), None):
            claims = list(ledger.claims(Query(as_of=as_of)))
            days = {report.id: report.published for report in ledger.reports(as_of=as_of)}
            grown = growth(ledger)
            places = Counter((spot.id, claim.kind) for claim in claims for spot in spots_of(claim))
            found = {(one.spot.id, kind): n for one in grown.sites(as_of) for kind, n in one.kinds.items()}
            assert found == places
            for name in {place for place, _ in places}:
                assert ledger.count_at(name, as_of) == {kind: n for (one, kind), n in places.items() if one == name}
            by_kind = Counter(claim.kind for claim in claims)
            spoken = Counter(
                (claim.kind, claim.period.last if claim.period else days[claim.report]) for claim in claims
            )
            assert {(kind, day): n for kind, day, n in ledger.count_by_day(as_of)} == spoken
            months: Counter[tuple[str, date | None]] = Counter()
            for (kind, day), n in spoken.items():
                months[kind, day.replace(day=1) if day else None] += n
            assert {(one.kind, one.day): one.claims for one in grown.months_on(as_of)} == months
            for kind in by_kind:
                listed = [claim.id for claim in ledger.claims_at(None, [kind], most=99, as_of=as_of)]
                assert sorted(listed) == sorted(claim.id for claim in claims if claim.kind == kind)
