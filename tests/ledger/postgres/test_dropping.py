"""A connection that breaks, and a server that goes away, at any moment."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import count
from threading import Event, Thread
from typing import Any

import pytest
from sqlalchemy import Engine, event
from tests.ledger.making import AT, WAY, numbered
from tests.ledger.server import Server, database_of

from clearway.crisis.judging import Way
from clearway.crisis.superseding import superseded_in
from clearway.errors import LedgerAway, LedgerError, LedgerLost
from clearway.ledger import Ledger, open_ledger
from clearway.model import Judgement, Verdict

Breaking = Callable[[int], AbstractContextManager[None]]


@pytest.fixture
def breaking(postgres: Server, url: str) -> Iterator[Breaking]:
    """Ends all connections to the ledger just before the so-many-eth statement of what is done within it."""
    left: list[int] = []

    def before(*_: Any) -> None:
        if left:
            left[0] -= 1
            if left[0] <= 0:
                left.clear()
                others = f"datname = '{database_of(url)}' AND pid <> pg_backend_pid()"
                postgres.ask(f"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE {others}")  # noqa: S608

    event.listen(Engine, "before_cursor_execute", before)
    event.listen(Engine, "commit", before)

    @contextmanager
    def broken(statement: int) -> Iterator[None]:
        left.append(statement)
        try:
            yield
        finally:
            left.clear()

    yield broken
    event.remove(Engine, "before_cursor_execute", before)
    event.remove(Engine, "commit", before)


def wholly(ledger: Ledger) -> list[int]:
    """How many claims each report has that is kept."""
    held = [len(made) for kept in ledger.kept() for _, made in kept.readings]
    assert len([*ledger.claims()]) == sum(held)
    return held


@pytest.mark.parametrize("statement", range(1, 40, 3))
def test_a_report_is_added_though_the_connection_broke(url: str, breaking: Breaking, statement: int) -> None:
    report, claims = numbered(1)
    with open_ledger(url) as ledger:
        with breaking(statement):
            ledger.add(report, claims, **WAY, at=AT)
        assert wholly(ledger) == [3]


@pytest.mark.parametrize("statement", range(1, 60, 5))
def test_what_is_kept_together_is_lost_as_one_and_said_so(url: str, breaking: Breaking, statement: int) -> None:
    with open_ledger(url) as ledger:
        ledger.add(*numbered(0), **WAY, at=AT)

        def add_two() -> None:
            with ledger.together(), breaking(statement):
                for number in (1, 2):
                    ledger.add(*numbered(number), **WAY, at=AT)

        with pytest.raises(LedgerLost, match="nothing is kept by half; run the same again"):
            add_two()
        assert wholly(ledger) == [3]
        with ledger.together():
            ledger.add(*numbered(1), **WAY, at=AT)
        assert wholly(ledger) == [3, 3]


@pytest.mark.parametrize("statement", range(1, 12))
def test_a_judgement_is_kept_once_though_the_connection_broke(url: str, breaking: Breaking, statement: int) -> None:
    report, claims = numbered(1)
    verdict = Judgement(verdict=Verdict.REJECT, claims=(claims[0].id,), by="ana", at=AT)
    with open_ledger(url) as ledger:
        ledger.add(report, claims, **WAY, at=AT)
        with breaking(statement):
            ledger.judge(verdict)
        assert list(ledger.judgements()) == [verdict]


@pytest.mark.parametrize("statement", range(1, 60, 7))
def test_folding_goes_on_though_the_connection_broke(url: str, breaking: Breaking, statement: int) -> None:
    with open_ledger(url) as ledger:
        for number in range(3):
            ledger.add(*numbered(number), **WAY, at=AT)
        way = Way(ledger)
        with breaking(statement):
            ledger.fold_in(way.cells, way.fold, superseded_in, version="1")
        assert ledger.is_folded("1")


def test_a_server_that_was_started_again_in_between_is_not_noticed(postgres: Server, url: str) -> None:
    with open_ledger(url) as ledger:
        ledger.add(*numbered(1), **WAY, at=AT)
        postgres.stop()
        postgres.start()
        assert wholly(ledger) == [3]
        ledger.add(*numbered(2), **WAY, at=AT)
        assert wholly(ledger) == [3, 3]


def test_a_server_that_stays_away_is_told(postgres: Server, url: str) -> None:
    with open_ledger(url, patience=0.1) as ledger:
        ledger.add(*numbered(1), **WAY, at=AT)
        postgres.stop()
        try:
            with pytest.raises(LedgerAway, match="the server cannot be reached; check that it runs"):
                ledger.add(*numbered(2), **WAY, at=AT)
            with pytest.raises(LedgerAway, match="the server cannot be reached"):
                [*ledger.claims()]
        finally:
            postgres.start()
        ledger.add(*numbered(2), **WAY, at=AT)
        assert wholly(ledger) == [3, 3]


@pytest.mark.parametrize("how", ["fast", "immediate"])
def test_a_server_started_again_under_load_loses_nothing_that_was_confirmed(
    postgres: Server, url: str, how: str
) -> None:
    confirmed: list[str] = []
    said: list[str] = []
    stopped = Event()

    def write(ledger: Ledger, first: int) -> None:
        with ledger:
            for number in count(first, 3):
                if stopped.is_set():
                    return
                report, claims = numbered(number)
                try:
                    ledger.add(report, claims, **WAY, at=AT)
                    if number % 4 == 0:
                        ledger.judge(Judgement(verdict=Verdict.ACCEPT, claims=(claims[0].id,), by="ana", at=AT))
                except LedgerError as error:
                    said.append(str(error))
                else:
                    confirmed.append(report.id)

    writers = [Thread(target=write, args=(open_ledger(url), first)) for first in range(3)]
    for writer in writers:
        writer.start()
    for _ in range(2):
        before = len(confirmed)
        postgres.stop(how)
        postgres.start()
        while len(confirmed) < before + 6:
            assert any(writer.is_alive() for writer in writers)
            stopped.wait(0.02)
    stopped.set()
    for writer in writers:
        writer.join()
    assert [line for line in said if "run the same again" not in line] == []
    with open_ledger(url) as ledger:
        assert set(confirmed) <= {kept.report.id for kept in ledger.kept()}
        assert set(wholly(ledger)) == {3}
