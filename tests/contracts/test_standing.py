"""What every ledger does with findings, run over each there is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.contracts.test_ledger import LEDGERS
from tests.ledger.making import AT, NORTHTOWN, WAY, a_claim, a_place, a_report, by, days
from tests.picture.prose import WIRE, text

from clearway.crisis.judging import Way
from clearway.crisis.superseding import superseded_in
from clearway.ledger import Ledger
from clearway.ledger.protocol import Counts
from clearway.model import (
    Attribution,
    Basis,
    Cell,
    Claim,
    Figure,
    Finding,
    Judgement,
    Key,
    Known,
    Passage,
    Report,
    State,
    Told,
    Verdict,
    to_json,
)
from clearway.picture import assembled, cells_of, fold, history, sketched

HOUR = timedelta(hours=1)
DAYS = [date(2020, 2, day) for day in (3, 17, 28)] + [date(2020, 3, 2), None]
REST = "Nobody could say in the morning who had fired on the market or how many were still under the rubble of it."
SLOW_FIXTURE = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@pytest.fixture(params=list(LEDGERS))
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    with LEDGERS[request.param](tmp_path) as opened:
        yield opened


def toll(number: int, killed: int, published: date | None, **particulars: object) -> tuple[Report, list[Claim]]:
    """A report of one toll in one town, by an office of its own."""
    text = f"Report {number}: {killed} people died in Northtown, an office said. {REST}"
    report = a_report(text, published=published, title=f"No {particulars}", **particulars)
    words = f"{killed} people died in Northtown"
    figure = Figure(value=killed)
    claim = a_claim(report, words, figure=figure, places=(a_place(NORTHTOWN),), attribution=by(f"Office {number}"))
    return report, [claim]


def reprint(number: int, part: slice, killed: int, published: date | None) -> tuple[Report, list[Claim]]:
    """A report of one toll in the words of a wire, or of a part of it, that says of nobody that he said so."""
    words = f"{killed} people died in Northtown {number}a {number}b"
    report = a_report(text(f"{words}.", *WIRE[part]), published=published, title=f"No {number}", publisher=f"P{number}")
    slots = {"figure": Figure(value=killed), "places": (a_place(NORTHTOWN),), "period": days(1, 1)}
    sentence = Passage(report=report.id, start=0, end=len(words), words=words)
    return report, [a_claim(report, words, attribution=Attribution(), sentence=sentence, **slots)]


def running(number: int, day: date | None, office: str = "") -> tuple[Report, list[Claim]]:
    """A report of how many are displaced in the town by a day, by one office."""
    text = f"By then {500 + number} people were displaced in Northtown, an office said. {REST}"
    report = a_report(text, published=day, title=f"No {number}")
    figure = Figure(value=500 + number, basis=Basis.STOCK)
    words = f"{500 + number} people were displaced in Northtown"
    places = (a_place(NORTHTOWN),)
    slots = {"kind": "displaced", "figure": figure, "places": places, "attribution": by(office or f"Office {number}")}
    return report, [a_claim(report, words, **slots)]


def same(*told: tuple[Report, list[Claim]]) -> Judgement:
    return Judgement(verdict=Verdict.SAME, claims=tuple(claims[0].id for _, claims in told), by="amal", at=AT)


def keep(ledger: Ledger, *told: tuple[Report, list[Claim]]) -> None:
    for hour, (report, claims) in enumerate(told):
        ledger.add(report, claims, **WAY, at=AT + hour * HOUR)


def stood(ledger: Ledger, day: date | None) -> tuple[Finding, ...]:
    ledger.fold_in(cells_of, history, superseded_in, version="1", sketching=sketched)
    return assembled(ledger.findings(day or date.max))


def test_nothing_is_folded_where_nothing_was_read(ledger: Ledger) -> None:
    assert ledger.fold_in(cells_of, history, superseded_in, version="1") == 0
    assert list(ledger.findings(date.max)) == []


def test_what_was_folded_is_not_folded_again(ledger: Ledger) -> None:
    keep(ledger, toll(1, 30, DAYS[0]))
    assert ledger.fold_in(cells_of, history, superseded_in, version="1") == 1
    assert ledger.fold_in(cells_of, history, superseded_in, version="1") == 0


def test_a_new_report_folds_only_its_own_keys(ledger: Ledger) -> None:
    keep(ledger, toll(1, 30, DAYS[0]), toll(2, 40, DAYS[3]))
    stood(ledger, None)
    folded: list[Key] = []

    def noted(key: Key, told: Sequence[Told], stood: Sequence[Known], since: date | None) -> Sequence[Known]:
        folded.append(key)
        return history(key, told, stood, since)

    ledger.add(*toll(3, 41, DAYS[3]), **WAY, at=AT)
    ledger.fold_in(cells_of, noted, superseded_in, version="1")
    assert folded == [Key(kind="killed", area="SY/SY07", month="2020-03")]


def test_another_way_of_folding_folds_everything_again(ledger: Ledger) -> None:
    def one_key(claims: Sequence[Claim], _: date | None) -> Mapping[str, Cell]:
        return {claim.id: Cell(key=Key(kind="killed", area="nowhere", month="undated")) for claim in claims}

    keep(ledger, toll(1, 30, DAYS[0]), toll(2, 40, DAYS[3]))
    assert ledger.fold_in(cells_of, history, superseded_in, version="1") == 2
    assert ledger.fold_in(one_key, history, superseded_in, version="2") == 1
    assert ledger.fold_in(cells_of, history, superseded_in, version="1") == 2


def test_findings_come_by_topic_and_series(ledger: Ledger) -> None:
    keep(ledger, toll(1, 30, DAYS[0]))
    (found,) = stood(ledger, None)
    assert list(ledger.findings(date.max, topic="harm")) == [found]
    assert list(ledger.findings(date.max, topic="aid")) == []
    assert list(ledger.findings(date.max, series="0")) == []


def test_the_first_findings_of_many_series_come_together_in_line(ledger: Ledger) -> None:
    keep(ledger, running(0, DAYS[0]), running(3, DAYS[3]))
    (series,) = {one.series for one in stood(ledger, None)}
    assert series is not None
    names = [*(f"{number:016x}" for number in range(60)), series]
    whole = list(ledger.findings(date.max, series=series))
    assert len(whole) == 2
    records = [to_json(one).decode() for one in whole]
    for most in (1, 2, 3):
        assert ledger.first_of(date.max, names, most=most) == {series: records[:most]}
    first = [to_json(one).decode() for one in ledger.findings(DAYS[0], series=series)]
    assert ledger.first_of(DAYS[0], [series], most=2) == {series: first}
    assert ledger.first_of(date.max, [], most=2) == {}


def test_a_finding_is_current_until_a_newer_one_of_its_series_comes(ledger: Ledger) -> None:
    keep(ledger, running(0, DAYS[0], "Office"), running(3, DAYS[3], "Office"))
    stood(ledger, None)
    assert [one.as_of for one in ledger.current(DAYS[0], "displacement", most=5)] == [DAYS[0]]
    assert [one.as_of for one in ledger.current(DAYS[2], "displacement", most=5)] == [DAYS[0]]
    assert [one.as_of for one in ledger.current(DAYS[3], "displacement", most=5)] == [DAYS[3]]
    assert ledger.current(DAYS[3], "harm", most=5) == ()


@settings(max_examples=12, deadline=None, suppress_health_check=SLOW_FIXTURE)
@given(st.data())
def test_what_is_superseded_is_kept_up_by_what_is_read_and_judged(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    offices = st.sampled_from(["Office", "UN", "Office for Counting"])
    with LEDGERS["sqlite"](tmp_path_factory.mktemp("ledger")) as ledger:
        names: list[str] = []
        for number in range(data.draw(st.integers(2, 8))):
            if len(names) > 1 and data.draw(st.booleans()):
                verdict = data.draw(st.sampled_from([Verdict.ACCEPT, Verdict.REJECT, Verdict.PREFER]))
                claims = (data.draw(st.sampled_from(names)),)
                after = tuple(one.id for one in ledger.judgements() if set(one.claims) & set(claims))
                ledger.judge(Judgement(verdict=verdict, claims=claims, by="amal", at=AT + number * HOUR, after=after))
            else:
                report, claims_ = running(number, data.draw(st.sampled_from(DAYS[:4])), data.draw(offices))
                ledger.add(report, claims_, **WAY, at=AT + number * HOUR)
                names.append(claims_[0].id)
            way = Way(ledger)
            ledger.fold_in(way.cells, way.fold, superseded_in, version="1")
        for day in DAYS[:4]:
            whole = [one for one in assembled(ledger.findings(day or date.max)) if one.state is not State.SUPERSEDED]
            current = ledger.current(day or date.max, "displacement", most=99)
            assert [one.id for one in current] == [one.id for one in whole]


def test_claims_and_reports_are_found_by_their_ids_together(ledger: Ledger) -> None:
    told = [toll(number, 30 + number, DAYS[0]) for number in range(3)]
    keep(ledger, *told)
    wanted = [told[2], told[0]]
    claims = [claims[0] for _, claims in wanted]
    assert list(ledger.claims_named([one.id for one in claims] + ["0"])) == sorted(claims, key=lambda one: one.id)
    reports = sorted((report for report, _ in wanted), key=lambda one: one.id)
    assert list(ledger.reports_named([one.id for one in reports])) == reports


def test_reports_are_found_by_the_beginning_of_their_ids(ledger: Ledger) -> None:
    reports = [a_report(f"Report {number} of the day.") for number in range(30)]
    for report in reports:
        ledger.add(report, (), **WAY, at=AT)
    every = sorted(report.id for report in reports)
    assert ledger.reports_beginning("") == tuple(every)
    assert ledger.reports_beginning(every[3][:6]) == tuple(one for one in every if one.startswith(every[3][:6]))
    assert ledger.reports_beginning(every[3] + "0") == ()


def test_a_day_has_its_own_counts(ledger: Ledger) -> None:
    keep(ledger, toll(1, 30, DAYS[0]), toll(2, 40, DAYS[3]), toll(3, 50, None))
    stood(ledger, None)
    assert ledger.counts(DAYS[0]) == Counts(reports=1, claims=1, findings={"harm": 1})
    assert ledger.counts(None) == Counts(reports=3, claims=3, findings={"harm": 3})


def test_changes_are_what_began_or_ended_between_two_days(ledger: Ledger) -> None:
    keep(ledger, toll(1, 299, DAYS[0]), toll(2, 299, DAYS[1]))
    stood(ledger, None)
    known = list(ledger.changes(DAYS[0], DAYS[1]))
    assert [(one.since, one.until, len(one.finding.claims)) for one in known] == [
        (DAYS[0], DAYS[1], 1),
        (DAYS[1], None, 2),
    ]
    assert list(ledger.changes(DAYS[1], DAYS[2])) == []
    assert [(one.record, one.since, one.until, one.line) for one in ledger.turned(DAYS[0], DAYS[1])] == [
        (to_json(one.finding).decode(), one.since, one.until, one.line) for one in known
    ]


def test_what_came_and_went_between_two_days_turned_nothing(ledger: Ledger) -> None:
    keep(ledger, toll(1, 299, DAYS[1]), toll(2, 299, DAYS[2]))
    stood(ledger, None)
    assert [(one.since, one.until) for one in ledger.changes(DAYS[0], DAYS[3])] == [
        (DAYS[1], DAYS[2]),
        (DAYS[2], None),
    ]
    assert [(one.since, one.until) for one in ledger.turned(DAYS[0], DAYS[3])] == [(DAYS[2], None)]


def test_a_version_takes_the_place_of_the_former_on_its_day(ledger: Ledger) -> None:
    old, claims = toll(1, 30, DAYS[0], url="https://news.example/1")
    new = replace(old, id="", text=old.text.replace("30", "31"), sha256="1", published=DAYS[1])
    said = a_claim(new, "31 people died in Northtown", figure=Figure(value=31), places=(a_place(NORTHTOWN),))
    keep(ledger, (old, claims), (new, [said]))
    assert [one.claims for one in stood(ledger, DAYS[0])] == [(claims[0].id,)]
    assert [one.claims for one in stood(ledger, DAYS[1])] == [(said.id,)]


def test_what_a_better_extractor_no_longer_says_is_in_no_finding(ledger: Ledger) -> None:
    report, claims = toll(1, 30, DAYS[0])
    keep(ledger, (report, claims))
    stood(ledger, None)
    ledger.add(report, [], **{**WAY, "version": "2"}, at=AT + HOUR)
    assert stood(ledger, None) == ()


def test_a_judgement_folds_again_all_that_hangs_together_by_judgements(ledger: Ledger) -> None:
    told = [toll(number, 30 + number, DAYS[number]) for number in range(4)]
    keep(ledger, *told)
    ledger.judge(same(told[0], told[1]))
    stood(ledger, None)
    ledger.judge(same(told[1], told[2]))
    way = Way(ledger)
    assert ledger.fold_in(way.cells, way.fold, superseded_in, version="1") == 1
    names = {claims[0].id for _, claims in told[:3]}
    assert names in [set(one.claims) for one in ledger.findings(date.max)]


def test_a_judged_claim_that_a_new_reading_replaced_is_named(ledger: Ledger) -> None:
    report, claims = toll(1, 30, DAYS[0])
    other = toll(2, 31, DAYS[0])
    keep(ledger, (report, claims), other)
    ledger.judge(same((report, claims), other))
    assert ledger.replaced() == ()
    better = replace(claims[0], id="", group="civilians")
    ledger.add(report, [better], **{**WAY, "version": "2"}, at=AT + HOUR)
    assert ledger.replaced() == (claims[0].id,)
    assert Way(ledger).rulings.group == dict.fromkeys((better.id, other[1][0].id), min(better.id, other[1][0].id))


def test_what_tells_growth_is_another_word_with_each_reading_and_judgement_and_nothing_else(ledger: Ledger) -> None:
    one, other = toll(1, 30, DAYS[0]), toll(2, 31, DAYS[0])
    seen = [ledger.grown()]
    keep(ledger, one, other)
    seen.append(ledger.grown())
    ledger.judge(same(one, other))
    seen.append(ledger.grown())
    ledger.add(one[0], one[1], **{**WAY, "version": "2"}, at=AT + HOUR)
    seen.append(ledger.grown())
    assert len(set(seen)) == 4
    stood(ledger, None)
    ledger.judge(same(one, other))
    keep(ledger, one)
    assert ledger.grown() == seen[-1]


def test_judgements_that_are_not_kept_are_seen_by_nobody_later(ledger: Ledger) -> None:
    one, other = toll(1, 30, DAYS[0]), toll(2, 31, DAYS[0])
    keep(ledger, one, other)

    def judge_and_fail() -> None:
        with ledger.together():
            ledger.judge(same(one, other))
            assert len(ledger.judgements()) == 1
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        judge_and_fail()
    assert ledger.judgements() == ()
    ledger.judge(same(other, one))
    assert ledger.judgements() == (same(other, one),)
    assert ledger.judgements() is ledger.judgements()


@settings(max_examples=12, deadline=None, suppress_health_check=SLOW_FIXTURE)
@given(
    st.lists(st.tuples(st.sampled_from([30, 31, 60, 299, 300]), st.sampled_from(DAYS)), max_size=6),
    st.data(),
)
def test_folding_in_any_order_is_rebuilding_from_nothing(
    tmp_path_factory: pytest.TempPathFactory, said: list[tuple[int, date | None]], data: st.DataObject
) -> None:
    told = [toll(number % 3, killed, day, sha256=str(number)) for number, (killed, day) in enumerate(said)]
    for opener in LEDGERS.values():
        with opener(tmp_path_factory.mktemp("ledger")) as ledger:
            for report, claims in data.draw(st.permutations(told)):
                ledger.add(report, claims, **WAY, at=AT)
                if data.draw(st.booleans()):
                    stood(ledger, None)
            for day in DAYS:
                claims = [claim for _, some in told for claim in some]
                reports = [report for report, _ in told]
                assert stood(ledger, day) == fold(claims, reports, as_of=day).findings


@settings(max_examples=12, deadline=None, suppress_health_check=SLOW_FIXTURE)
@given(
    st.lists(st.tuples(st.sampled_from([30, 31, 60, 299, 300]), st.sampled_from(DAYS)), min_size=1, max_size=6),
    st.data(),
)
def test_folding_on_from_a_day_keeps_what_folding_all_days_keeps(
    tmp_path_factory: pytest.TempPathFactory, said: list[tuple[int, date | None]], data: st.DataObject
) -> None:
    told = [toll(number % 3, killed, day, sha256=str(number)) for number, (killed, day) in enumerate(said)]
    kept = []
    for step_by_step in (True, False):
        with LEDGERS["sqlite"](tmp_path_factory.mktemp("ledger")) as ledger:
            for report, claims in data.draw(st.permutations(told)):
                ledger.add(report, claims, **WAY, at=AT)
                if step_by_step:
                    stood(ledger, None)
            stood(ledger, None)
            kept.append(list(ledger.changes(date.min, date.max)))
    assert kept[0] == kept[1]


PARTS = [slice(None), slice(4), slice(4, None), slice(1)]


@settings(max_examples=12, deadline=None, suppress_health_check=SLOW_FIXTURE)
@given(
    st.lists(
        st.tuples(st.sampled_from(PARTS), st.sampled_from([30, 31]), st.sampled_from(DAYS)), min_size=2, max_size=6
    ),
    st.data(),
)
def test_copies_are_one_origin_in_whatever_order_they_are_folded(
    tmp_path_factory: pytest.TempPathFactory, said: list[tuple[slice, int, date | None]], data: st.DataObject
) -> None:
    told = [reprint(number, *one) for number, one in enumerate(said)]
    for opener in LEDGERS.values():
        with opener(tmp_path_factory.mktemp("ledger")) as ledger:
            for report, claims in data.draw(st.permutations(told)):
                ledger.add(report, claims, **WAY, at=AT)
                if data.draw(st.booleans()):
                    stood(ledger, None)
            for day in DAYS:
                expected = fold([claim for _, some in told for claim in some], [one for one, _ in told], as_of=day)
                assert stood(ledger, day) == expected.findings
            kept = list(ledger.changes(date.min, date.max))
            ledger.reindex()
            stood(ledger, None)
            assert list(ledger.changes(date.min, date.max)) == kept


def test_a_report_that_holds_two_others_changes_the_finding_that_they_speak_in(ledger: Ledger) -> None:
    keep(ledger, reprint(1, PARTS[1], 30, DAYS[0]), reprint(2, PARTS[2], 30, DAYS[0]))
    assert [(one.state, one.origins) for one in stood(ledger, None)] == [(State.AGREED, 2)]
    keep(ledger, reprint(3, PARTS[0], 30, DAYS[1]))
    assert [(one.state, one.origins) for one in stood(ledger, None)] == [(State.SINGLE_SOURCE, 1)]
    assert [(one.state, one.origins) for one in stood(ledger, DAYS[0])] == [(State.AGREED, 2)]


def test_one_sketch_is_kept_of_a_text_and_none_is_made_twice(ledger: Ledger) -> None:
    made: list[str] = []

    def noted(body: str) -> bytes:
        made.append(body)
        return sketched(body)

    first, second = (toll(1, 30, DAYS[0], publisher=name) for name in ("Daily", "Weekly"))
    keep(ledger, first)
    ledger.fold_in(cells_of, history, superseded_in, version="1", sketching=noted)
    keep(ledger, second)
    ledger.fold_in(cells_of, history, superseded_in, version="1", sketching=noted)
    assert made == [first[0].text]
