"""What every ledger does with incidents, run over each there is."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.contracts.test_ledger import LEDGERS
from tests.ledger.making import AT, NORTHTOWN, WAY, a_claim, a_place, a_report, by, days

from clearway.crisis.happened import happened
from clearway.crisis.joining import Joiner
from clearway.crisis.judging import Way
from clearway.crisis.superseding import superseded_in
from clearway.ledger import Ledger
from clearway.model import (
    Candidate,
    Certainty,
    Claim,
    Figure,
    Incident,
    IncidentQuery,
    Judgement,
    Level,
    Number,
    Report,
    Told,
    Trace,
    Verdict,
)

HOUR = timedelta(hours=1)
SLOW_FIXTURE = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
PROVINCE = Candidate(id="geonames:7", name="Idlib", level=Level.ADM1, country="SY", adm1_code="SY07")
LAND = Candidate(id="geonames:1", name="Syria", level=Level.COUNTRY, country="SY")
FAR = replace(NORTHTOWN, id="geonames:18", name="Farton", adm1="Homs", adm1_code="SY04", latitude=34.0)
SPOTS = (NORTHTOWN, PROVINCE, FAR, LAND, None)
KINDS = ("killed", "injured", "attack", "facility_attack")
PUBLISHED = (date(2020, 2, 18), date(2020, 2, 19), date(2020, 3, 5), None)
WORDS = (
    "{number} people died when shells fell on the market of the town at noon",
    "an officer of the army in the capital said that nobody was hurt there, or {number}",
)


@dataclass(frozen=True)
class Said:
    """What one sentence of a report says."""

    kind: str
    number: int | None
    spot: Candidate | None
    day: int | None
    words: str
    denied: bool
    negated: bool
    facility: str | None


SAID = st.builds(
    Said,
    kind=st.sampled_from(KINDS),
    number=st.sampled_from([None, 3, 5]),
    spot=st.sampled_from(SPOTS),
    day=st.sampled_from([None, 15, 16, 17]),
    words=st.sampled_from(WORDS),
    denied=st.sampled_from([False, False, False, True]),
    negated=st.sampled_from([False, False, False, True]),
    facility=st.sampled_from([None, "hospital"]),
)
PAPERS = st.lists(
    st.tuples(st.lists(SAID, min_size=1, max_size=3), st.sampled_from(PUBLISHED), st.sampled_from([None, None, "u1"])),
    min_size=1,
    max_size=6,
)


def paper(number: int, said: Sequence[Said], published: date | None, url: str | None) -> tuple[Report, list[Claim]]:
    """A report of some sentences, each by an office of its own."""
    lines = [f"{one.words.format(number=one.number or 'some')}." for one in said]
    particulars = {"title": f"No {number}", "publisher": f"Paper {number}", "sha256": str(number)}
    address = {"url": f"https://news.example/{url}"} if url else {}
    report = a_report(" ".join(lines), published=published, **particulars, **address)
    claims = []
    start = 0
    for at, (one, line) in enumerate(zip(said, lines, strict=True)):
        claim = a_claim(
            report,
            line,
            kind=one.kind,
            figure=Figure(value=one.number) if one.number else None,
            places=(a_place(one.spot, one.spot.name),) if one.spot else (),
            period=days(one.day, one.day) if one.day else None,
            attribution=by(f"Office {number + at}"),
            certainty=Certainty.DENIED if one.denied else Certainty.ASSERTED,
            negated=one.negated,
            facility=one.facility,
        )
        passage = replace(claim.passage, start=start, end=start + len(line))
        claims.append(replace(claim, id="", passage=passage, sentence=passage))
        start += len(line) + 1
    return report, list({claim.id: claim for claim in claims}.values())


def town(number: int, killed: int, **slots: object) -> tuple[Report, list[Claim]]:
    """A report of how many died in one town on one day."""
    text = f"In paper {number}: {killed} people died in Northtown, an office said."
    report = a_report(text, title=f"No {number}")
    given = {"places": (a_place(NORTHTOWN),), "period": days(17, 17), "attribution": by(f"Office {number}")}
    return report, [a_claim(report, f"{killed} people died", figure=Figure(value=killed), **{**given, **slots})]


def fold(ledger: Ledger) -> None:
    way = Way(ledger)
    ledger.fold_in(way.cells, way.fold, superseded_in, version="1", sketching=way.sketch, joining=Joiner(way))


def kept(ledger: Ledger, query: IncidentQuery | None = None) -> list[Incident]:
    fold(ledger)
    return list(ledger.incidents(query or IncidentQuery()))


def best(ledger: Ledger) -> list[Number | None]:
    """The best number of each incident's first harm."""
    return [bound.value if (bound := one.harms[0].best) else None for one in kept(ledger)]


def keep(ledger: Ledger, *told: tuple[Report, list[Claim]]) -> None:
    for hour, (report, claims) in enumerate(told):
        ledger.add(report, claims, **WAY, at=AT + hour * HOUR)


@pytest.fixture(params=list(LEDGERS))
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    with LEDGERS[request.param](tmp_path) as opened:
        yield opened


def test_a_new_report_is_joined_to_the_incident_of_its_place_and_day(ledger: Ledger) -> None:
    keep(ledger, town(1, 5))
    (before,) = kept(ledger)
    keep(ledger, town(2, 6))
    (after,) = kept(ledger)
    assert (len(before.claims), len(after.claims), before.id == after.id) == (1, 2, True)


def test_of_two_incidents_of_one_place_and_day_that_with_most_claims_keeps_the_plain_id(ledger: Ledger) -> None:
    one, other, more = town(1, 5, cause="shelling"), town(2, 90, cause="arson"), town(3, 90, cause="arson")
    keep(ledger, one)
    (first,) = kept(ledger)
    keep(ledger, other, more)
    found = {incident.causes: incident.id for incident in kept(ledger)}
    assert found[("arson",)] == first.id
    assert found[("shelling",)] != first.id
    assert kept(ledger) == list(happened(ledger, None)[0])


def test_a_reading_that_says_less_takes_its_claims_out_again(ledger: Ledger) -> None:
    told = [town(1, 5), town(2, 5)]
    keep(ledger, *told)
    kept(ledger)
    ledger.add(told[1][0], [], **{**WAY, "version": "2"}, at=AT + 9 * HOUR)
    assert [incident.claims for incident in kept(ledger)] == [(told[0][1][0].id,)]


def test_a_judgement_parts_an_incident_and_its_undoing_joins_it(ledger: Ledger) -> None:
    told = [town(1, 5), town(2, 5)]
    keep(ledger, *told)
    before = kept(ledger)
    names = tuple(sorted(claims[0].id for _, claims in told))
    judged = Judgement(verdict=Verdict.DIFFERENT, claims=names, by="amal", at=AT)
    ledger.judge(judged)
    assert len(kept(ledger)) == 2
    ledger.judge(
        Judgement(verdict=Verdict.UNDO, claims=names, by="amal", at=AT + HOUR, undoes=judged.id, after=(judged.id,))
    )
    assert kept(ledger) == before


def test_a_preferred_claim_gives_its_incident_its_number_until_it_is_undone(ledger: Ledger) -> None:
    told = [town(1, 3), town(2, 4)]
    keep(ledger, *told)
    assert best(ledger) == [None]
    prefers = Judgement(verdict=Verdict.PREFER, claims=(told[0][1][0].id,), by="amal", at=AT)
    ledger.judge(prefers)
    assert best(ledger) == [3]
    undoes = {"undoes": prefers.id, "after": (prefers.id,), "at": AT + HOUR}
    ledger.judge(replace(prefers, id="", verdict=Verdict.UNDO, **undoes))
    assert best(ledger) == [None]


class Judging(Joiner):
    """What joins as the judgements ask for, while somebody judges just after they were read."""

    def __init__(self, way: Way, judge: Callable[[], object]) -> None:
        super().__init__(way)
        self._judge = judge

    @property
    def ruled(self) -> Mapping[str, str]:  # type: ignore[override]
        found = super().ruled
        self._judge()
        return found


@pytest.mark.parametrize("verdict", [Verdict.ACCEPT, Verdict.REJECT, Verdict.PREFER])
def test_what_is_judged_while_it_is_folded_is_folded_the_next_time(ledger: Ledger, verdict: Verdict) -> None:
    told = [town(1, 3, period=days(1, 1)), town(2, 4, period=days(9, 9))]
    keep(ledger, *told)
    fold(ledger)
    first, second = (
        Judgement(verdict=verdict, claims=(claims[0].id,), by="amal", at=AT + at * HOUR)
        for at, (_, claims) in enumerate(told)
    )
    ledger.judge(first)
    way = Way(ledger)
    joining = Judging(way, lambda: ledger.judge(second))
    ledger.fold_in(way.cells, way.fold, superseded_in, version="1", sketching=way.sketch, joining=joining)
    assert not ledger.is_folded("1")
    stood = kept(ledger), list(ledger.findings(date.max))
    way = Way(ledger)
    ledger.fold_in(way.cells, way.fold, superseded_in, version="2", sketching=way.sketch, joining=Joiner(way))
    assert (list(ledger.incidents(IncidentQuery())), list(ledger.findings(date.max))) == stood


def test_what_a_judgement_says_of_a_claim_that_a_new_reading_lost_holds_no_more(ledger: Ledger) -> None:
    here, there = town(1, 5), town(2, 90, period=days(3, 3))
    keep(ledger, here, there)
    names = tuple(sorted((here[1][0].id, there[1][0].id)))
    ledger.judge(Judgement(verdict=Verdict.SAME, claims=names, by="amal", at=AT))
    assert len(kept(ledger)) == 1
    other = a_claim(here[0], "an office said", kind="attack", places=(a_place(NORTHTOWN),), period=days(17, 17))
    ledger.add(here[0], [other], **{**WAY, "version": "2"}, at=AT + 9 * HOUR)
    assert kept(ledger) == list(happened(ledger, None)[0])


def test_incidents_come_in_pages_by_kind_place_area_and_days(ledger: Ledger) -> None:
    told = [town(day, 5, period=days(day, day), kind="killed" if day % 2 else "injured") for day in range(1, 29, 4)]
    keep(ledger, *told, town(30, 5, places=(a_place(FAR, "Farton"),)))
    everything = kept(ledger)
    assert [len(everything), ledger.count_incidents()] == [8, 8]
    pages: list[Incident] = []
    while some := kept(ledger, IncidentQuery(limit=3, after=pages[-1].line if pages else None)):
        pages += some
    assert pages == everything
    assert list(ledger.incidents(IncidentQuery(limit=3), skip=6)) == everything[6:]
    assert list(ledger.incidents(skip=2)) == everything[2:]
    assert kept(ledger, IncidentQuery(kind="injured")) == [one for one in everything if "injured" in one.kinds]
    assert kept(ledger, IncidentQuery(place="FART")) == [one for one in everything if one.place == "Farton"]
    assert len(kept(ledger, IncidentQuery(area="SY/SY04"))) == 1
    assert ledger.count_incidents(IncidentQuery(area="SY", limit=2, after=everything[3].line)) == 8
    assert len(kept(ledger, IncidentQuery(first=date(2020, 2, 5), last=date(2020, 2, 9)))) == 2


@pytest.mark.parametrize(
    ("part", "named"), [("5/8_%", 1), ("/", 1), ("_", 1), ("%", 1), ("5x8", 0), ("farton", 0), ("", 2)]
)
def test_a_part_of_a_place_is_looked_for_as_it_is_written(ledger: Ledger, part: str, named: int) -> None:
    odd = replace(FAR, id="geonames:99", name="Camp 5/8_%")
    keep(ledger, town(1, 5), town(2, 5, places=(a_place(odd, odd.name),)))
    assert len(kept(ledger, IncidentQuery(place=part))) == ledger.count_incidents(IncidentQuery(place=part)) == named


def test_incidents_of_several_days_are_told_of_each_of_them(ledger: Ledger) -> None:
    spans = [(1, 1), (2, 9), (4, 5), (5, 5), (6, 6), (6, 20), (8, 8), (9, 12)]
    told = [town(at, 5, period=days(*span), kind=KINDS[at % 4]) for at, span in enumerate(spans)]
    keep(ledger, *(one for one in told), town(40, 5, period=None))
    everything = kept(ledger)
    for first in (None, 1, 5, 6, 8, 30):
        for last in (None, 5, 8, 28):
            if first is not None and last is not None and last < first:
                continue
            ends = {name: date(2020, 2, day) for name, day in (("first", first), ("last", last)) if day and day < 30}
            query = IncidentQuery(**ends)
            mine = [one for one in everything if query.asks_for(one)]
            assert list(ledger.incidents(query)) == mine
            assert ledger.count_incidents(replace(query, limit=2)) == len(mine)
            assert list(ledger.incidents(replace(query, limit=2), skip=1)) == mine[1:3]
            if len(mine) > 1:
                assert list(ledger.incidents(replace(query, limit=2, after=mine[0].line))) == mine[1:3]


def test_one_more_report_looks_only_at_the_claims_near_it(ledger: Ledger) -> None:
    keep(ledger, *(town(day, 5, period=days(day, day)) for day in (1, 10, 19, 28)))
    kept(ledger)
    looked: list[str] = []

    class Noted(Joiner):
        def traces(self, told: Sequence[Told]) -> Mapping[str, Trace]:
            looked.extend(one.claim.id for one in told)
            return super().traces(told)

    keep(ledger, town(50, 5, period=days(10, 10)))
    way = Way(ledger)
    ledger.fold_in(way.cells, way.fold, superseded_in, version="1", sketching=way.sketch, joining=Noted(way))
    assert len(looked) == 2


@settings(max_examples=40, deadline=None, suppress_health_check=SLOW_FIXTURE)
@given(PAPERS, st.data())
def test_joining_in_any_order_is_joining_all_at_once(
    tmp_path_factory: pytest.TempPathFactory,
    said: list[tuple[list[Said], date | None, str | None]],
    data: st.DataObject,
) -> None:
    told = [paper(number, *one) for number, one in enumerate(said)]
    claims = sorted(claim.id for _, some in told for claim in some)
    with LEDGERS["sqlite"](tmp_path_factory.mktemp("ledger")) as ledger:
        hours = 0
        for report, some in data.draw(st.permutations(told)):
            ledger.add(report, some, **WAY, at=AT + hours * HOUR)
            hours += 1
            if data.draw(st.booleans()):
                fold(ledger)
        assert kept(ledger) == list(happened(ledger, None)[0])
        if len(claims) > 1:
            verdict = data.draw(st.sampled_from([Verdict.SAME, Verdict.DIFFERENT, Verdict.PART_OF, Verdict.REJECT]))
            names = tuple(data.draw(st.permutations(claims))[: 1 if verdict is Verdict.REJECT else 2])
            ledger.judge(Judgement(verdict=verdict, claims=names, by="amal", at=AT + hours * HOUR))
            assert kept(ledger) == list(happened(ledger, None)[0])
        report, some = data.draw(st.sampled_from(told))
        ledger.add(report, some[:1], **{**WAY, "version": "2"}, at=AT + 99 * HOUR)
        found = kept(ledger)
        assert found == list(happened(ledger, None)[0])
        ledger.reindex()
        assert kept(ledger) == found
