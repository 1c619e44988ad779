"""Several people and programs at one ledger at once."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from threading import Event, Thread
from typing import Any

from tests.ledger.making import AT, WAY, numbered
from tests.ledger.server import Server
from tests.ledger.test_killed import everything
from tests.ledger.writer import start, told_by, write

from clearway.crisis import Crisis
from clearway.crisis.judging import Way
from clearway.crisis.superseding import superseded_in
from clearway.ledger import Ledger, open_ledger
from clearway.model import Judgement, Verdict
from clearway.picture import version

MANY = 12


def all_of(*acts: Callable[[], Any]) -> None:
    """Do all of it at once; fails where any fails."""
    failed: list[BaseException] = []

    def done(act: Callable[[], Any]) -> None:
        try:
            act()
        except Exception as error:  # noqa: BLE001 - told to the test below
            failed.append(error)

    threads = [Thread(target=done, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


def add(ledger: Ledger, numbers: range) -> None:
    for number in numbers:
        ledger.add(*numbered(number), **WAY, at=AT)


def test_programs_that_make_a_ledger_and_write_at_once_lose_nothing(postgres: Server) -> None:
    url = postgres.url(postgres.database())  # whose tables all three of them make
    parts = [start(write, url, first, first + MANY) for first in (0, MANY // 2, MANY)]
    assert [len(told_by(pipe)) for _, pipe in parts] == [MANY] * 3
    for process, _ in parts:
        process.join()
        assert process.exitcode == 0
    with open_ledger(url) as ledger:
        reports, claims = everything(range(2 * MANY))
        assert sorted(report.id for report in ledger.reports()) == reports
        assert sorted(claim.id for claim in ledger.claims()) == claims


def test_judgements_of_several_at_once_are_all_kept(url: str) -> None:
    with open_ledger(url) as ledger:
        add(ledger, range(MANY))

        def judge(by: str) -> None:
            for number in range(MANY):
                claim = numbered(number)[1][0].id
                ledger.judge(Judgement(verdict=Verdict.ACCEPT, claims=(claim,), by=by, at=AT))

        all_of(lambda: judge("ana"), lambda: judge("ben"), lambda: judge("eva"))
        assert len([*ledger.judgements()]) == 3 * MANY


def test_a_reader_never_sees_half_of_what_is_kept_together(url: str) -> None:
    done = Event()
    with open_ledger(url) as ledger, open_ledger(url) as other:

        def write_pairs() -> None:
            for number in range(0, 2 * MANY, 2):
                with ledger.together():
                    add(ledger, range(number, number + 2))
            done.set()

        def look() -> None:
            while not done.is_set():
                with other.moment():
                    reports = len([*other.reports()])
                    claims = len([*other.claims()])
                    again = other.counts(None)
                assert reports % 2 == 0
                assert (claims, again.reports, again.claims) == (3 * reports, reports, 3 * reports)

        all_of(write_pairs, look, look)


def test_pictures_drawn_while_others_write_are_whole_and_end_as_one_drawn_alone(url: str, tmp_path: Path) -> None:
    done = Event()
    with Crisis.open(url) as crisis, open_ledger(url) as ledger, open_ledger(url) as other:

        def write_all() -> None:
            all_of(lambda: add(ledger, range(MANY)), lambda: add(other, range(MANY, 2 * MANY)))
            done.set()

        def draw() -> None:
            while not done.is_set():
                drawn = crisis.picture()
                known = {claim.id for claim in drawn.release.claims}
                assert {name for one in drawn.picture.findings for name in one.claims} <= known

        all_of(write_all, draw, draw)
        found = crisis.picture().picture
    with Crisis.open(tmp_path / "alone.db") as alone:
        add(alone.ledger, range(2 * MANY))
        assert alone.picture().picture == found


def test_folding_by_several_at_once_comes_to_what_one_folds(url: str, tmp_path: Path) -> None:
    def fold(ledger: Ledger) -> None:
        way = Way(ledger)
        ledger.fold_in(way.cells, way.fold, superseded_in, version=version(), sketching=way.sketch)

    def told(ledger: Ledger) -> object:
        days = (date(2020, 1, 1) + timedelta(days=day) for day in range(0, 60, 7))
        return [[*ledger.findings(day)] for day in days]

    with open_ledger(url) as one, open_ledger(url) as other, open_ledger(tmp_path / "alone.db") as alone:
        for ledger in (one, alone):
            add(ledger, range(2 * MANY))
        all_of(lambda: fold(one), lambda: fold(other), lambda: fold(one))
        fold(alone)
        assert told(one) == told(alone)
