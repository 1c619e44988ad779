"""Folding what is told of one area apart from the rest of its key, run over each ledger there is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.contracts.test_ledger import LEDGERS
from tests.ledger.making import AT, WAY, a_claim, a_place, a_report, by

from clearway.crisis.judging import Way
from clearway.crisis.superseding import superseded_in
from clearway.ledger import Ledger
from clearway.model import Basis, Candidate, Claim, Figure, Finding, Judgement, Key, Known, Level, Report, Told, Verdict
from clearway.picture import assembled, fold, history

DAYS = [date(2020, 2, day) for day in (3, 10, 28)]
SLOW_FIXTURE = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


def area(number: int) -> Candidate:
    codes = {"adm1": f"Area {number}", "adm1_code": f"XX{number}"}
    return Candidate(id=f"made:{number}", name=f"Area {number}", level=Level.ADM1, country="XX", **codes)  # type: ignore[arg-type]


EAST, WEST = area(1), area(2)
LAND = Candidate(id="made:0", name="Land", level=Level.COUNTRY, country="XX")
SPOTS = ((EAST,), (WEST,), (LAND,), (EAST, WEST))
OR_NONE = (*SPOTS, ())
URLS = (None, "https://news.example/1")


def counted(
    number: int, told: int, spots: Sequence[Candidate], day: date, **particulars: object
) -> tuple[Report, list[Claim]]:
    """A report of one stock in some places, by one of three offices."""
    text = f"In paper {number} it says that {told} people are displaced there and that nobody knows for how long."
    report = a_report(text, published=day, title=f"No {particulars}", sha256=str(number), **particulars)
    claim = a_claim(
        report,
        f"{told} people are displaced",
        kind="displaced",
        figure=Figure(value=told, basis=Basis.STOCK),
        places=tuple(a_place(spot, spot.name) for spot in spots),
        attribution=by(f"Office {number % 3}"),
    )
    return report, [claim]


def stood(ledger: Ledger, day: date) -> tuple[Finding, ...]:
    way = Way(ledger)
    ledger.fold_in(way.cells, way.fold, superseded_in, version="1")
    return assembled(ledger.findings(day))


def test_a_new_report_folds_only_what_is_told_of_its_area(tmp_path: Path) -> None:
    asked: list[tuple[str, int]] = []

    def noted(key: Key, told: Sequence[Told], stood: Sequence[Known], since: date | None) -> Sequence[Known]:
        asked.append((key.area, len(told)))
        return history(key, told, stood, since)

    with LEDGERS["sqlite"](tmp_path) as ledger:
        for number, spots in enumerate([(EAST,), (WEST,), (WEST,)]):
            ledger.add(*counted(number, 500 + number, spots, DAYS[0]), **WAY, at=AT)
        stood(ledger, DAYS[2])
        ledger.add(*counted(7, 900, (EAST,), DAYS[1]), **WAY, at=AT)
        ledger.fold_in(Way(ledger).cells, noted, superseded_in, version="1")
        assert asked == [("XX", 2)]


@pytest.mark.parametrize(
    ("verdict", "particulars", "folded"),
    [
        (Verdict.ACCEPT, {}, [("XX", 2)]),
        (Verdict.CORRECT, {"slot": "group", "value": "civilians"}, [("XX", 4)]),
    ],
)
def test_a_judgement_folds_again_what_the_claim_may_have_to_do_with(
    tmp_path: Path, verdict: Verdict, particulars: Mapping[str, str], folded: Sequence[tuple[str, int]]
) -> None:
    asked: list[tuple[str, int]] = []

    with LEDGERS["sqlite"](tmp_path) as ledger:
        told = [counted(number, 500 + number, spots, DAYS[0]) for number, spots in enumerate([(EAST,), (WEST,)] * 2)]
        for one in told:
            ledger.add(*one, **WAY, at=AT)
        stood(ledger, DAYS[2])
        ledger.judge(Judgement(verdict=verdict, claims=(told[0][1][0].id,), by="amal", at=AT, **particulars))
        way = Way(ledger)

        def noted(key: Key, told: Sequence[Told], stood: Sequence[Known], since: date | None) -> Sequence[Known]:
            asked.append((key.area, len(told)))
            return way.fold(key, told, stood, since)

        ledger.fold_in(way.cells, noted, superseded_in, version="1")
        assert asked == folded
        reports, claims = [report for report, _ in told], [claim for _, some in told for claim in some]
        whole = fold(claims, reports, judgements=ledger.judgements(), as_of=DAYS[2])
        assert stood(ledger, DAYS[2]) == whole.findings


def test_a_judgement_leaves_the_other_claims_of_its_report_as_they_are(tmp_path: Path) -> None:
    asked: list[str] = []
    with LEDGERS["sqlite"](tmp_path) as ledger:
        report, (one,) = counted(0, 500, (EAST,), DAYS[0])
        other = replace(one, id="", kind="returned")
        ledger.add(report, [one, other], **WAY, at=AT)
        stood(ledger, DAYS[2])
        ledger.judge(Judgement(verdict=Verdict.ACCEPT, claims=(other.id,), by="amal", at=AT))
        way = Way(ledger)

        def noted(key: Key, told: Sequence[Told], stood: Sequence[Known], since: date | None) -> Sequence[Known]:
            asked.append(key.kind)
            return way.fold(key, told, stood, since)

        ledger.fold_in(way.cells, noted, superseded_in, version="1")
        assert asked == ["returned"]


def test_what_is_told_of_the_country_folds_all_areas_with_it(tmp_path: Path) -> None:
    with LEDGERS["sqlite"](tmp_path) as ledger:
        told = [counted(0, 500, (EAST,), DAYS[0]), counted(1, 500, (LAND,), DAYS[1])]
        for one in told:
            ledger.add(*one, **WAY, at=AT)
            stood(ledger, DAYS[2])
        reports, claims = [report for report, _ in told], [claim for _, some in told for claim in some]
        assert stood(ledger, DAYS[2]) == fold(claims, reports, as_of=DAYS[2]).findings


Said = tuple[int, Sequence[Candidate], date, str | None]
JUDGED = st.tuples(
    st.sampled_from([500, 501, 900]), st.sampled_from(OR_NONE), st.sampled_from(DAYS), st.sampled_from(URLS)
)
TOLD = st.tuples(st.sampled_from([500, 501, 900]), st.sampled_from(SPOTS), st.sampled_from(DAYS), st.sampled_from(URLS))


@settings(max_examples=12, deadline=None, suppress_health_check=SLOW_FIXTURE)
@given(st.lists(TOLD, min_size=1, max_size=7), st.data())
def test_folding_area_by_area_is_folding_all_at_once(
    tmp_path_factory: pytest.TempPathFactory, said: list[Said], data: st.DataObject
) -> None:
    told = [counted(number, many, spots, day, url=url) for number, (many, spots, day, url) in enumerate(said)]
    kept = []
    for step_by_step in (True, False):
        with LEDGERS["sqlite"](tmp_path_factory.mktemp("ledger")) as ledger:
            for report, claims in data.draw(st.permutations(told)) if step_by_step else told:
                ledger.add(report, claims, **WAY, at=AT)
                if step_by_step and data.draw(st.booleans()):
                    stood(ledger, DAYS[2])
            stood(ledger, DAYS[2])
            kept.append(sorted(ledger.changes(date.min, date.max), key=lambda one: (one.since, one.line)))
    assert kept[0] == kept[1]


@settings(max_examples=12, deadline=None, suppress_health_check=SLOW_FIXTURE)
@given(st.lists(JUDGED, min_size=2, max_size=7), st.data())
def test_folding_area_by_area_is_rebuilding_from_nothing_whatever_is_judged(
    tmp_path_factory: pytest.TempPathFactory, said: list[Said], data: st.DataObject
) -> None:
    told = [counted(number, many, spots, day) for number, (many, spots, day, _) in enumerate(said)]
    reports, claims = [report for report, _ in told], [claim for _, some in told for claim in some]
    verdict = data.draw(st.sampled_from([Verdict.SAME, Verdict.DIFFERENT, Verdict.PART_OF]))
    judgement = Judgement(verdict=verdict, claims=(claims[0].id, claims[1].id), by="amal", at=AT)
    with LEDGERS["sqlite"](tmp_path_factory.mktemp("ledger")) as ledger:
        for report, some in told:
            ledger.add(report, some, **WAY, at=AT)
            if data.draw(st.booleans()):
                stood(ledger, DAYS[2])
        ledger.judge(judgement)
        for day in DAYS:
            assert stood(ledger, day) == fold(claims, reports, judgements=[judgement], as_of=day).findings


@settings(max_examples=12, deadline=None, suppress_health_check=SLOW_FIXTURE)
@given(st.lists(JUDGED, min_size=2, max_size=6), st.data())
def test_accepting_claims_one_by_one_is_rebuilding_from_nothing(
    tmp_path_factory: pytest.TempPathFactory, said: list[Said], data: st.DataObject
) -> None:
    told = [counted(number, many, spots, day) for number, (many, spots, day, _) in enumerate(said)]
    reports, claims = [report for report, _ in told], [claim for _, some in told for claim in some]
    verdicts = st.sampled_from([Verdict.ACCEPT, Verdict.ACCEPT, Verdict.ACCEPT, Verdict.REJECT, Verdict.PREFER])
    made: list[Judgement] = []
    with LEDGERS["sqlite"](tmp_path_factory.mktemp("ledger")) as ledger:
        for report, some in told:
            ledger.add(report, some, **WAY, at=AT)
        for number in range(4):
            stood(ledger, DAYS[2])
            claim, verdict = data.draw(st.sampled_from(claims)), data.draw(verdicts)
            seen = tuple(one.id for one in made if claim.id in one.claims)
            at = AT + timedelta(minutes=number)
            made.append(Judgement(verdict=verdict, claims=(claim.id,), by=f"person {number}", at=at, after=seen))
            ledger.judge(made[-1])
        for day in DAYS:
            assert stood(ledger, day) == fold(claims, reports, judgements=made, as_of=day).findings


def test_a_judged_claim_folds_its_own_key_alone(tmp_path: Path) -> None:
    report, [claim] = counted(0, 500, (EAST,), DAYS[0])
    other = replace(claim, id="", kind="returned")
    with LEDGERS["sqlite"](tmp_path) as ledger:
        ledger.add(report, [claim, other], **WAY, at=AT)
        stood(ledger, DAYS[2])
        for verdict in (Verdict.ACCEPT, Verdict.REJECT):
            ledger.judge(Judgement(verdict=verdict, claims=(claim.id,), by="amal", at=AT))
            way = Way(ledger)
            assert ledger.fold_in(way.cells, way.fold, superseded_in, version="1") == 1


def test_a_claim_that_was_judged_the_same_as_a_later_one_goes_by_its_own_key_before_that(tmp_path: Path) -> None:
    early = counted(0, 500, (EAST,), DAYS[0])
    late = next(one for number in range(1, 99) if (one := counted(number, 500, (), DAYS[2]))[1][0].id < early[1][0].id)
    judgement = Judgement(verdict=Verdict.SAME, claims=(early[1][0].id, late[1][0].id), by="amal", at=AT)
    with LEDGERS["sqlite"](tmp_path) as ledger:
        for report, some in (early, late):
            ledger.add(report, some, **WAY, at=AT)
        ledger.judge(judgement)
        for day in DAYS:
            rebuilt = fold([*early[1], *late[1]], [early[0], late[0]], judgements=[judgement], as_of=day)
            assert stood(ledger, day) == rebuilt.findings
