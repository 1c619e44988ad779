"""Ledgers put together and written as lines."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ledger.making import AT, WAY, a_report, numbered
from tests.ledger.records import claims_of, texts
from tests.ledger.server import Server

from clearway.crisis.merging import Merged, copy, exported, merge
from clearway.errors import LedgerError
from clearway.ledger import Ledger, open_ledger
from clearway.model import Figure, Judgement, Verdict

HOUR = timedelta(hours=1)
SLOW_FIXTURE = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Ledger, Ledger]]:
    with ExitStack() as closing:
        yield (
            closing.enter_context(open_ledger(tmp_path / "a.db")),
            closing.enter_context(open_ledger(tmp_path / "b.db")),
        )


def rejection(claim: str, *after: Judgement, hour: int = 0) -> Judgement:
    names = tuple(one.id for one in after)
    return Judgement(verdict=Verdict.REJECT, claims=(claim,), by="amal", at=AT + hour * HOUR, after=names)


def test_a_merged_ledger_holds_what_both_held(two: tuple[Ledger, Ledger]) -> None:
    a, b = two
    (one, ones), (other, others) = numbered(1), numbered(2)
    a.add(one, ones, **WAY, at=AT)
    b.add(other, others, **WAY, at=AT)
    b.judge(rejection(others[0].id))
    assert merge(a, b) == Merged(reports=1, judgements=1)
    assert {report.id for report in a.reports()} == {one.id, other.id}
    assert {claim.id for claim in a.claims()} == {claim.id for claim in (*ones, *others)}
    assert a.readings(other.id) == b.readings(other.id)


def test_merging_twice_adds_nothing(two: tuple[Ledger, Ledger]) -> None:
    a, b = two
    report, claims = numbered(1)
    b.add(report, claims, **WAY, at=AT)
    merge(a, b)
    before = list(exported(a))
    assert merge(a, b) == Merged(reports=0, judgements=0)
    assert list(exported(a)) == before == list(exported(b))


def test_another_reading_of_a_known_report_is_added(two: tuple[Ledger, Ledger]) -> None:
    a, b = two
    report, claims = numbered(1)
    better = replace(claims[0], id="", figure=Figure(value=99))
    a.add(report, claims, **WAY, at=AT)
    b.add(report, [better], **{**WAY, "version": "2"}, at=AT + HOUR)
    assert merge(a, b) == Merged(reports=1, judgements=0)
    assert [one.version for one in a.readings(report.id)] == ["1", "2"]
    assert list(a.claims()) == [better]


def test_judgements_come_behind_those_that_they_follow_whatever_the_clocks_said(two: tuple[Ledger, Ledger]) -> None:
    a, b = two
    report, claims = numbered(1)
    b.add(report, claims, **WAY, at=AT)
    first = rejection(claims[0].id, hour=9)
    second = rejection(claims[0].id, first, hour=1)
    b.judge(first)
    b.judge(second)
    assert merge(a, b) == Merged(reports=1, judgements=2)


def test_a_reading_that_was_tampered_with_is_refused(two: tuple[Ledger, Ledger]) -> None:
    a, b = two
    report, claims = numbered(1)
    b.add(report, claims, **WAY, at=AT)
    (kept,) = b.kept()
    reading, made = kept.readings[0]
    forged = replace(kept, readings=((replace(reading, version="9"), made),))
    with pytest.raises(LedgerError, match="a reading's id is the hash of what it says"):
        a.absorb(forged)
    wrong = replace(made[0], passage=replace(made[0].passage, words="nobody died"))
    with pytest.raises(LedgerError, match="do not cut its words out"):
        a.absorb(replace(kept, readings=((reading, (wrong,)),)))
    assert list(a.reports()) == []


def lines(name: Path | str) -> list[str]:
    with open_ledger(name) as ledger:
        return list(exported(ledger))


@settings(max_examples=5, deadline=None, suppress_health_check=SLOW_FIXTURE)
@given(st.data())
def test_a_copy_to_a_server_and_back_changes_no_byte_of_the_export(
    tmp_path_factory: pytest.TempPathFactory, postgres: Server, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("ledgers")
    there = postgres.fresh()
    with open_ledger(folder / "a.db") as ledger:
        for number in range(data.draw(st.integers(0, 3))):
            report = a_report(data.draw(texts), title=data.draw(st.none() | texts), publisher=f"No {number}")
            claims = {claim.id: claim for claim in data.draw(st.lists(claims_of(report), max_size=3))}
            for version in data.draw(st.sampled_from(("1", "12"))):
                ledger.add(report, list(claims.values()), **{**WAY, "version": version}, at=AT + number * HOUR)
            for hour, claim in enumerate(claims):
                ledger.judge(rejection(claim, hour=-hour))
    first = copy(folder / "a.db", there)
    back = copy(there, folder / "b.db")
    assert (first.sha256, first.reports) == (back.sha256, back.reports)
    assert lines(folder / "a.db") == lines(there) == lines(folder / "b.db")


def test_a_copy_that_was_stopped_is_finished_by_the_same_command(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "a.db") as a, open_ledger(tmp_path / "b.db") as b:
        for number in range(40):
            a.add(*numbered(number), **WAY, at=AT)
        a.judge(rejection(numbered(1)[1][0].id))
        merge(b, a)
        a.add(*numbered(40), **WAY, at=AT)
    done = copy(tmp_path / "a.db", tmp_path / "b.db")
    assert (done.reports, done.judgements) == (1, 0)
    assert lines(tmp_path / "a.db") == lines(tmp_path / "b.db")


def test_a_ledger_that_holds_something_else_is_not_copied_to(tmp_path: Path) -> None:
    for name, number in (("a.db", 1), ("b.db", 2)):
        with open_ledger(tmp_path / name) as ledger:
            ledger.add(*numbered(number), **WAY, at=AT)
    before = lines(tmp_path / "b.db")
    with pytest.raises(LedgerError, match=r"b\.db: it holds reports or judgements that .*a\.db does not; copy to"):
        copy(tmp_path / "a.db", tmp_path / "b.db")
    assert lines(tmp_path / "b.db") == before


@settings(max_examples=10, deadline=None, suppress_health_check=SLOW_FIXTURE)
@given(st.lists(st.tuples(st.integers(0, 4), st.booleans(), st.sampled_from("12")), max_size=8))
def test_the_order_of_merging_changes_no_byte_of_the_export(
    tmp_path_factory: pytest.TempPathFactory, told: list[tuple[int, bool, str]]
) -> None:
    folder = tmp_path_factory.mktemp("ledgers")
    with ExitStack() as closing:
        a, b, ab, ba = (closing.enter_context(open_ledger(folder / f"{name}.db")) for name in ("a", "b", "ab", "ba"))
        for hour, (number, is_a, version) in enumerate(told):
            report, claims = numbered(number)
            some = [claim for claim in claims if version == "1" or claim.figure != Figure(value=2)]
            (a if is_a else b).add(report, some, **{**WAY, "version": version}, at=AT + hour * HOUR)
        for into, others in ((ab, (a, b)), (ba, (b, a))):
            for other in others:
                merge(into, other)
        assert list(exported(ab)) == list(exported(ba))
        assert list(ab.claims()) == list(ba.claims())
