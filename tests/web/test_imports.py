"""What becomes of an import where the disk is full, or it is stopped or ended half-way."""

import errno
import io

import pytest
from tests.web.making import Visit

from clearway.web.bringing import Said, Sort
from clearway.web.imports import Import, Imports, Stage


class Child:
    """A process that adds."""

    def __init__(self) -> None:
        self.killed = False

    def kill(self) -> None:
        """End it."""
        self.killed = True


def full(*_: object) -> None:
    """Keep nothing, as there is no room."""
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def added() -> list[Sort]:
    """What was added to, in turn."""
    return []


@pytest.fixture
def imports(team: Visit, added: list[Sort]) -> Imports:
    """Imports that take their steps when the test says so, one of them waiting."""
    desk = team.desk
    folder = desk.imports.folder.with_name("imports-here")
    made = Imports(folder, desk.settings, lambda: desk.roads, now=desk.now, note=desk.note, added=added.append)
    made.put(Sort.CRISIS, [("theirs.db", io.BytesIO(b"x"))], who="lea")
    return made


def only(imports: Imports) -> Import:
    """The one that is there."""
    (one,) = imports.listed(Sort.CRISIS)
    return one


def test_stop_ends_the_process_though_the_disk_is_full(imports: Imports, monkeypatch: pytest.MonkeyPatch) -> None:
    child = Child()

    def answered(one: Import) -> Said | None:
        monkeypatch.setattr(imports._adder, "_child", child)
        monkeypatch.setattr(imports, "_keep", full)
        with pytest.raises(OSError, match="No space left"):
            imports.stop(one.id, "lea")
        return None

    monkeypatch.setattr(imports, "_answered", answered)
    assert imports.step()
    assert (child.killed, only(imports).stage) == (True, Stage.STOPPED)


def test_what_was_added_and_cannot_be_written_down_waits_and_is_added_again(
    imports: Imports, added: list[Sort], monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = imports._keep

    def answered(_: Import) -> Said | None:
        monkeypatch.setattr(imports, "_keep", full)
        return Said(told=("3 reports",))

    monkeypatch.setattr(imports, "_answered", answered)
    with pytest.raises(OSError, match="No space left"):
        imports.step()
    assert (only(imports).stage, only(imports).tries, added) == (Stage.WAITING, 0, [Sort.CRISIS])
    monkeypatch.setattr(imports, "_answered", lambda _: Said(told=("nothing new",)))
    monkeypatch.setattr(imports, "_keep", keep)
    assert imports.step()
    assert (only(imports).stage, only(imports).told) == (Stage.ADDED, ("nothing new",))


def test_what_came_in_before_the_process_ended_is_seen(
    imports: Imports, added: list[Sort], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imports, "_answered", lambda _: None)
    assert imports.step()
    assert (only(imports).stage, added) == (Stage.REFUSED, [Sort.CRISIS])
