"""Exports behind the pages: a process of their own, stopped, lost, and thrown away after a while."""

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.desk import sample_ledger
from tests.web.making import Clock

from clearway.crisis.writing import Order, What
from clearway.errors import UsageError
from clearway.model import Profile
from clearway.web import exports as kept
from clearway.web.exporter import MOST_TRIES, Ended, Exporter
from clearway.web.exports import Exports, Stage
from clearway.web.settings import Settings
from clearway.web.store import Store

ORDER = Order(what=What.CLAIMS, form="csv", profile=Profile.RESTRICTED)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "desk.db") as opened:
        yield opened


@pytest.fixture
def exports(store: Store, tmp_path: Path, clock: Clock) -> Exports:
    return Exports(store, tmp_path / "exports", now=clock)


@pytest.fixture
def noted() -> list[tuple[str, str, str]]:
    return []


@pytest.fixture
def makes(
    exports: Exports, tmp_path: Path, clock: Clock, noted: list[tuple[str, str, str]]
) -> Callable[[Path], Exporter]:
    def exporter(ledger: Path) -> Exporter:
        settings = Settings(ledger=ledger, desk=tmp_path / "desk.db")
        return Exporter(exports, settings, now=clock, note=lambda *said: noted.append(said))

    return exporter


def test_a_process_of_its_own_makes_it(
    exports: Exports, makes: Callable[[Path], Exporter], tmp_path: Path, noted: list[tuple[str, str, str]]
) -> None:
    name = exports.ask(ORDER, who="Ada")
    assert makes(sample_ledger(tmp_path)).step()
    done = exports.export(name)
    assert done is not None
    assert done.told.refused is None
    assert done.told.written is not None
    assert exports.file(name).stat().st_size == done.told.written.bytes > 1000
    assert noted[0][:2] == ("Ada", "exported")
    assert done.told.written.sha256 in noted[0][2]


def test_a_ledger_that_is_not_there_is_told_of(
    exports: Exports, makes: Callable[[Path], Exporter], tmp_path: Path
) -> None:
    name = exports.ask(ORDER, who="Ada")
    makes(tmp_path / "none.db").step()
    done = exports.export(name)
    assert done is not None
    assert done.state is Stage.REFUSED
    assert done.told.refused is not None
    assert done.told.refused.document.endswith("none.db")


def test_a_process_that_is_lost_is_told_of_with_what_helps(
    exports: Exports, makes: Callable[[Path], Exporter], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Exporter, "_answered", lambda *_: Ended(code=-9, answer=None))
    name = exports.ask(ORDER, who="Ada")
    makes(tmp_path / "one.db").step()
    done = exports.export(name)
    assert done is not None
    assert done.told.refused is not None
    assert done.told.refused.rule == "what makes it was ended by SIGKILL, as where memory runs out"


def test_what_was_being_made_when_the_desk_stopped_is_made_at_the_next_start(exports: Exports, tmp_path: Path) -> None:
    name = exports.ask(ORDER, who="Ada")
    assert exports.next() is not None
    (tmp_path / "exports").mkdir()
    (tmp_path / "exports" / f"{name}.part").write_text("half", encoding="utf-8")
    exports.recover()
    assert list((tmp_path / "exports").iterdir()) == []
    again = exports.next()
    assert again is not None
    assert (again.id, again.told.tries) == (name, 2)


def test_what_ended_the_desk_again_and_again_is_tried_no_more(
    exports: Exports, makes: Callable[[Path], Exporter], tmp_path: Path
) -> None:
    name = exports.ask(ORDER, who="Ada")
    for _ in range(MOST_TRIES):
        exports.next()
        exports.recover()
    makes(tmp_path / "one.db").step()
    done = exports.export(name)
    assert done is not None
    assert done.state is Stage.REFUSED


def test_a_file_is_kept_for_two_days_and_its_hash_for_good(
    exports: Exports, makes: Callable[[Path], Exporter], tmp_path: Path, clock: Clock
) -> None:
    name = exports.ask(ORDER, who="Ada")
    makes(sample_ledger(tmp_path)).step()
    clock.move(hours=47)
    exports.tidy()
    assert exports.file(name).exists()
    clock.time += timedelta(hours=2)
    exports.tidy()
    done = exports.export(name)
    assert done is not None
    assert (done.state, exports.file(name).exists()) == (Stage.GONE, False)
    assert done.told.written is not None


def test_no_more_wait_than_can_be_made(exports: Exports, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_WAITING", 2)
    exports.ask(ORDER, who="Ada")
    exports.ask(ORDER, who="Ada")
    with pytest.raises(UsageError, match="2 are still to be made"):
        exports.ask(ORDER, who="Ada")


def test_what_is_thrown_away_while_it_is_made_is_gone(
    exports: Exports, makes: Callable[[Path], Exporter], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()

    def answered(self: Exporter, task: object) -> Ended:
        del self, task
        exports.throw_away(name)
        begun.set()
        return Ended(code=0, answer=None)

    monkeypatch.setattr(Exporter, "_answered", answered)
    name = exports.ask(ORDER, who="Ada")
    makes(tmp_path / "one.db").step()
    done = exports.export(name)
    assert done is not None
    assert done.state is Stage.GONE
