"""One desk on one file."""

import errno
import logging
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tests.web.making import Clock, settings_in

from clearway.errors import DeskError, LedgerError
from clearway.web import held
from clearway.web.app import make_desk
from clearway.web.held import Held
from clearway.web.store import Store

HOLDS = """
import sys, time
from pathlib import Path
from clearway.web.held import Held
Held.hold(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(600)
"""


def test_a_second_desk_on_one_file_is_refused_until_the_first_is_closed(tmp_path: Path, clock: Clock) -> None:
    settings = settings_in(tmp_path, tmp_path / "one.db")
    desk = make_desk(settings, now=clock)
    with pytest.raises(DeskError) as refused:
        make_desk(settings_in(tmp_path, tmp_path / "two.db"), now=clock)
    assert str(refused.value) == (
        f"{tmp_path / 'desk.db'}: another desk is open on it (process {os.getpid()}); "
        "use that one or end it, or give this one a file of its own with --desk"
    )
    assert not (tmp_path / "two.db").exists()
    desk.close()
    make_desk(settings, now=clock).close()


def test_a_desk_that_a_link_leads_to_is_the_same_desk(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "linked").mkdir()
    link = tmp_path / "linked" / "other.db"
    link.symlink_to(tmp_path / "desk.db")
    settings = settings_in(tmp_path, tmp_path / "one.db")
    desk = make_desk(settings, now=clock)
    with pytest.raises(DeskError, match="another desk is open on it"):
        make_desk(replace(settings, desk=link), now=clock)
    desk.close()
    linked = make_desk(replace(settings, desk=link), now=clock)
    assert linked.inbox.folder == tmp_path / "desk-inbox"
    linked.close()
    assert [path.name for path in link.parent.iterdir()] == ["other.db"]


def test_who_holds_a_file_and_is_killed_holds_it_no_longer(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    process = subprocess.Popen([sys.executable, "-c", HOLDS, path], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    with pytest.raises(DeskError, match=rf"another desk is open on it \(process {process.pid}\)"):
        Held.hold(path)
    process.kill()
    process.communicate()
    with Held.hold(path):
        assert path.with_name("desk.db-lock").stat().st_mode & 0o777 == 0o600


def test_commands_about_a_desk_need_not_wait_for_it(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    with Held.hold(path), Store.open(path), Store.open(path, create=False) as beside:
        assert beside.rows("SELECT * FROM person") == []


def test_a_desk_that_cannot_be_opened_holds_nothing(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "other.db").write_bytes(b"no ledger at all" * 100)
    with pytest.raises(LedgerError):
        make_desk(settings_in(tmp_path, tmp_path / "other.db"), now=clock)
    make_desk(settings_in(tmp_path, tmp_path / "one.db"), now=clock).close()


def test_a_file_system_without_locks_is_told_of_and_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def none(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(held.fcntl, "flock", none)
    with caplog.at_level(logging.WARNING), Held.hold(tmp_path / "desk.db"):
        assert "this file system has no locks; open one desk on it at a time" in caplog.text


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match=r"it cannot be held \(No such file or directory\); check the path"):
        Held.hold(tmp_path / "none" / "desk.db")
