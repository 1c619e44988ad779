"""The process in which documents from strangers are parsed: it reads a pipe, answers on a pipe, and can do no more.

Run as `python -m clearway.sources.child BYTES PARENT`: the memory it may take, and the process for which it works.
"""

import errno
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any, BinaryIO

from clearway.errors import ClearwayError
from clearway.model import Document, from_json, to_json
from clearway.sources.bounds import UNTOUCHED, bound
from clearway.sources.complete import Teller
from clearway.sources.language import language_at_sight
from clearway.sources.limits import megabytes
from clearway.sources.reading import read_here
from clearway.sources.wire import Answer, Answering, Refusal, Task

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_FORBIDDEN = (
    *("socket.", "subprocess.", "os.exec", "os.fork", "os.kill", "os.posix_spawn", "os.system", "os.spawn", "pty."),
    *("os.chmod", "os.chown", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink", "os.truncate"),
    *("shutil.", "tempfile.", "ftplib.", "smtplib.", "http.", "urllib.", "sqlite3."),
)
_MACHINES = (errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EIO)
"""Of what no document is to blame for: no files or memory are left, or the disk fails."""
_READ_ONLY = "mode=ro"
"""How SQLite is told that a file is only read (sqlite.org/uri.html); the gazetteer is such a file."""
_PR_SET_PDEATHSIG = 1
_BACKSTOP = 250_000_000
"""How far beyond the limit the system stops what outruns the sandbox's watch; parsers report that in odd words."""


def main(arguments: Sequence[str]) -> None:
    """Answer one task after another until the pipe closes."""
    answer_all(arguments, lambda line, tasks: answer_to(from_json(line, Task), tasks))


def answer_all(arguments: Sequence[str], answer: Callable[[bytes, BinaryIO], Answering]) -> None:
    """Answer each line of standard input, behind which `answer` finds what belongs to it, until that closes."""
    answers = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)  # whatever a library prints must not get among the answers
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    memory_bytes, parent = map(int, arguments)
    end_with(parent)
    confine(memory_bytes)
    tasks = sys.stdin.buffer
    while line := tasks.readline():
        answered = answer(line, tasks)
        answers.write(to_json(answered) + b"\n")
        answers.flush()
        if answered.last:
            return


def end_with(parent: int) -> None:
    """Have the system end this process with the thread that started it, whatever it is doing then (Linux, prctl(2)).

    Elsewhere it ends when it next looks at its pipe, or by the limit on its processor time.
    """
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL))
        if os.getppid() != parent:  # it ended just before
            sys.exit()


def allow_seconds(seconds: float) -> None:
    """Have the system end this process after so many more seconds of processor time."""
    bound(resource.RLIMIT_CPU, int(time.process_time() + seconds) + 2)


def answer_to(task: Task, tasks: BinaryIO, tell: Teller = language_at_sight) -> Answer:
    """The answer to a task, whatever its document does to the parsers."""
    document = Document(name=task.name, data=tasks.read(task.size), hints=task.hints)
    allow_seconds(task.limits.seconds)
    last = False
    try:
        reading = read_here(document, retrieved=task.retrieved, limits=task.limits, tell=tell)
        return Answer(reports=reading.reports, refused=tuple(map(Refusal.of, reading.refused)))
    except ClearwayError as error:
        refusal = Refusal.of(error)
    except MemoryError:
        rule = f"reading it takes more than {megabytes(task.limits.memory_bytes)} of memory"
        refusal, last = Refusal(subject=task.name, rule=rule, remedy="cut it into parts"), True
    except RecursionError:
        rule = "it is nested deeper than any reader follows"
        refusal = Refusal(subject=task.name, rule=rule, remedy="save it as plain text")
    except Exception as error:  # a parser may raise anything on hostile bytes, and only this document falls
        if getattr(error, "errno", None) in _MACHINES:
            raise  # nor does that: whoever asked sees this process end, and finds out whether others can be started
        rule = f"its parser failed ({type(error).__name__}: {error})"[:200]
        refusal = Refusal(subject=task.name, rule=rule, remedy="save it again, or as plain text")
    return Answer(refused=(refusal,), last=last)


def confine(memory_bytes: int) -> None:
    """Take from this process what it does not need: files to write, the network, other processes, unbounded memory."""
    bound(resource.RLIMIT_CORE, 0)
    bound(resource.RLIMIT_FSIZE, 0)
    bound(resource.RLIMIT_DATA, memory_bytes + _BACKSTOP)
    bound(resource.RLIMIT_AS, memory_bytes + UNTOUCHED)
    sys.addaudithook(_forbid)


def _forbid(event: str, arguments: tuple[Any, ...]) -> None:
    """Raise `PermissionError` for what no reader of documents has to do."""
    if event == "open":
        path, _, flags = arguments
        if isinstance(flags, int) and flags & _WRITING and path != os.devnull:
            raise PermissionError(f"the reading child may not write {path!r}")
    elif event.startswith("sqlite3.connect"):
        if event == "sqlite3.connect" and _READ_ONLY not in str(arguments[0]):
            raise PermissionError(f"the reading child may not open the database {arguments[0]!r} for writing")
    elif event.startswith(_FORBIDDEN):
        raise PermissionError(f"the reading child may not use {event}")


if __name__ == "__main__":
    main(sys.argv[1:])
