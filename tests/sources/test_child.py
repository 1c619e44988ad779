import errno
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

import clearway
from clearway.model import Hints
from clearway.sources import child
from clearway.sources.confined import _environment
from clearway.sources.limits import LIMITS
from clearway.sources.wire import Task

SOURCE = Path(clearway.__file__).parents[1]


@pytest.mark.parametrize(
    "attempt",
    [
        "open({path!r}, 'w').write('x')",
        "__import__('os').mkdir({path!r})",
        "__import__('os').open({path!r}, __import__('os').O_CREAT | __import__('os').O_WRONLY)",
        "__import__('subprocess').run(['touch', {path!r}])",
        "__import__('os').system('touch ' + {path!r})",
        "__import__('socket').create_connection(('127.0.0.1', 9))",
    ],
)
def test_the_child_can_neither_write_nor_start_nor_call_anything(attempt: str, tmp_path: Path) -> None:
    path = tmp_path / "written"
    code = f"from clearway.sources.child import confine; confine(10**9); {attempt.format(path=str(path))}"
    ended = subprocess.run(
        [sys.executable, "-P", "-c", code], env=_environment(), capture_output=True, text=True, check=False
    )
    assert "PermissionError: the reading child may not" in ended.stderr
    assert not path.exists()


def test_the_child_ends_when_its_pipe_closes() -> None:
    command = [sys.executable, "-P", "-m", "clearway.sources.child", "1000000000", str(os.getpid())]
    ended = subprocess.run(command, env=_environment(), input=b"", capture_output=True, check=False, timeout=30)
    assert (ended.returncode, ended.stdout) == (0, b"")


def test_the_child_knows_little_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_SECRET", "x")
    assert "SOME_SECRET" not in _environment()
    assert _environment()["PYTHONPATH"].startswith(str(SOURCE))


def test_a_machine_without_open_files_ends_the_child_and_refuses_no_document(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr(child, "read_here", fails)
    monkeypatch.setattr(child, "allow_seconds", lambda _: None)
    with pytest.raises(OSError, match="Too many open files"):
        child.answer_to(Task(name="a.txt", hints=Hints(), retrieved=None, limits=LIMITS, size=4), io.BytesIO(b"One."))
