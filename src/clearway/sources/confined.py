"""A child process that does one task after another, can do no harm, and can be lost."""

import errno
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import msgspec
import psutil

from clearway.errors import ModelError, ReaderLost, RefusedDocument
from clearway.model import from_json
from clearway.sources.limits import megabytes
from clearway.sources.wire import Answering

_TICK = 0.05
_CHUNK = 1 << 18
_PASSED_ON = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "VIRTUAL_ENV", "SYSTEMROOT")


Answered = TypeVar("Answered", bound=Answering)


class Confined:
    """The child that runs a module of ours over `clearway.sources.child`, started when needed and replaced when lost.

    It is for one thread at a time, but for `end`. Where children are asked from threads that come and go, `starter`
    is one that stays: on Linux a child ends with the thread that started it.
    """

    def __init__(
        self, module: str, *, memory_bytes: int, most_bytes: int, starter: ThreadPoolExecutor | None = None
    ) -> None:
        self._module = module
        self._memory_bytes = memory_bytes
        self._most_bytes = most_bytes
        self._starter = starter
        self._child: subprocess.Popen[bytes] | None = None
        self._ended = False

    @property
    def pid(self) -> int | None:
        """The child's id, where there is one."""
        return self._child.pid if self._child else None

    def ask(self, name: str, parts: Sequence[bytes], kind: type[Answered], *, seconds: float) -> Answered:
        """The child's answer to a task about a document; raises `RefusedDocument` where it takes too much of anything.

        `ReaderLost` where the child has gone. Either way it is replaced before the next. `ModelError` where this
        machine has no memory, files or processes left for a child: that is no fault of the document's.
        """
        try:
            return self._answer(self._started(name), name, parts, kind, seconds)
        except (OSError, MemoryError) as error:
            rule = f"this machine cannot run what reads just now ({_said(error)})"
            remedy = "end other programs to free memory, processes and open files, and try again"
            raise ModelError("reading", rule=rule, remedy=remedy) from error

    def _answer(
        self, child: "subprocess.Popen[bytes]", name: str, parts: Sequence[bytes], kind: type[Answered], seconds: float
    ) -> Answered:
        """What the child says to a task; it is ended where it must not go on."""
        try:
            answer = from_json(self._exchange(child, name, parts, seconds), kind)
            spent = answer.last or _resident(child) > self._memory_bytes // 2
        except msgspec.MsgspecError as error:
            self.close()
            rule = "its reader answered nonsense"
            raise RefusedDocument(name, rule=rule, remedy="save it again, or as plain text") from error
        except BaseException:
            self.close()  # half a conversation cannot be gone on with, not even after Ctrl-C
            raise
        if spent:
            self.close()
        return answer

    def end(self) -> None:
        """End the child for good, from any thread: the one that waits for its answer is told that it is lost."""
        self._ended = True
        child = self._child
        if child is not None:
            child.kill()

    def close(self) -> None:
        """End the child, if there is one."""
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                pipe.close()
        child.wait()

    def _started(self, name: str) -> "subprocess.Popen[bytes]":
        """The child, started anew where there is none or it has gone; raises `ReaderLost` after the end."""
        if self._child is not None and self._child.poll() is not None:
            self.close()
        if self._child is None:
            try:
                self._child = self._starter.submit(self._start).result() if self._starter else self._start()
            except RuntimeError as error:  # no thread can be started
                raise OSError(errno.EAGAIN, str(error)) from error
        if self._ended:  # perhaps just while it was started
            self.close()
            raise ReaderLost(name, rule="its reader was stopped", remedy="read it again")
        return self._child

    def _start(self) -> "subprocess.Popen[bytes]":
        # -P: a file named docx.py in the folder where somebody works must not be taken for a library
        command = [sys.executable, "-P", "-m", self._module, str(self._memory_bytes), str(os.getpid())]
        return subprocess.Popen(  # noqa: S603 our own module under our own interpreter
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            bufsize=0,
        )

    def _exchange(self, child: "subprocess.Popen[bytes]", name: str, parts: Sequence[bytes], seconds: float) -> bytes:
        """Send the parts and take one line back, watching time and memory; raises `RefusedDocument` past a limit."""
        if child.stdin is None or child.stdout is None:
            raise RefusedDocument(name, rule="its reader has no pipes", remedy="read it again")
        waiting = [memoryview(part) for part in parts]
        received: list[bytes] = []
        deadline = time.monotonic() + seconds
        with selectors.DefaultSelector() as selector:
            for pipe, event in ((child.stdin, selectors.EVENT_WRITE), (child.stdout, selectors.EVENT_READ)):
                os.set_blocking(pipe.fileno(), False)
                selector.register(pipe, event)
            while not (received and received[-1].endswith(b"\n")):
                for key, _ in selector.select(_TICK):
                    if key.fileobj is child.stdin:
                        _send(child, waiting, selector)
                    else:
                        received.append(_take(child, name))
                if time.monotonic() > deadline:
                    rule = f"reading it takes longer than {seconds:.0f} s"
                    raise RefusedDocument(name, rule=rule, remedy="cut it into parts, or save it as plain text")
                self._watch(child, name, sum(map(len, received)) if len(received) % 64 == 0 else 0)
        return b"".join(received)

    def _watch(self, child: "subprocess.Popen[bytes]", name: str, size: int) -> None:
        """Raise `RefusedDocument` for a child that grows too large or says too much."""
        if _resident(child) > self._memory_bytes:
            rule = f"reading it takes more than {megabytes(self._memory_bytes)} of memory"
        elif size > self._most_bytes:
            rule = "it grows beyond all measure when read"
        else:
            return
        raise RefusedDocument(name, rule=rule, remedy="cut it into parts, or save it as plain text")


def _send(child: "subprocess.Popen[bytes]", waiting: list[memoryview], selector: selectors.BaseSelector) -> None:
    """Write as much of the first waiting part as the pipe takes; a child that has gone shows when it is read."""
    if child.stdin is None:
        return
    try:
        sent = os.write(child.stdin.fileno(), waiting[0][:_CHUNK])
    except BlockingIOError:
        return
    except BrokenPipeError:
        waiting.clear()
        sent = 0
    if waiting:
        waiting[0] = waiting[0][sent:]
    while waiting and not waiting[0]:
        waiting.pop(0)
    if not waiting:
        selector.unregister(child.stdin)


def _take(child: "subprocess.Popen[bytes]", name: str) -> bytes:
    """The next bytes of the answer; raises `ReaderLost` where the child has gone without one."""
    if child.stdout is not None and (received := os.read(child.stdout.fileno(), _CHUNK)):
        return received
    code = child.wait()
    ended = f"was ended by {signal.Signals(-code).name}" if code < 0 else f"ended with code {code}"
    rule = f"its reader {ended}, as over damaged or hostile documents"
    raise ReaderLost(name, rule=rule, remedy="save it again, or as plain text")


def _resident(child: "subprocess.Popen[bytes]") -> int:
    """The child's resident memory in bytes, 0 where it has gone."""
    try:
        return int(psutil.Process(child.pid).memory_info().rss)
    except psutil.Error:
        return 0


def _said(error: OSError | MemoryError) -> str:
    return getattr(error, "strerror", None) or str(error) or "out of memory"


def _environment() -> dict[str, str]:
    """What the child may know of this process's environment, and where it finds this very package."""
    package = str(Path(__file__).resolve().parents[2])
    paths = [package, *(path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path)]
    return {
        **{name: os.environ[name] for name in _PASSED_ON if name in os.environ},
        "PYTHONPATH": os.pathsep.join(paths),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
