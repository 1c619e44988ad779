"""Documents from strangers, parsed in a child process that can be lost."""

import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec
import psutil

from clearway.errors import RefusedDocument
from clearway.model import Document, Report, from_json, to_json
from clearway.sources.complete import refuse_size
from clearway.sources.formats import format_of
from clearway.sources.language import UNTOLD, language_of
from clearway.sources.limits import LIMITS, Limits, megabytes
from clearway.sources.reading import Reading, read_here
from clearway.sources.wire import Answer, Task

_TICK = 0.05
_CHUNK = 1 << 18
_LONGEST_ANSWER = 4
_PASSED_ON = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "VIRTUAL_ENV", "SYSTEMROOT")


def read(document: Document, *, retrieved: date | None = None, limits: Limits = LIMITS) -> tuple[Report, ...]:
    """The reports in one document; raises `RefusedDocument`. For many documents, keep one `Sandbox` open."""
    with Sandbox(limits) as sandbox:
        return sandbox.read(document, retrieved=retrieved)


class Sandbox:
    """Reads documents one after another, in one child process that is started when needed and replaced when lost.

    Formats that call no foreign parser are read in this process. Use as a context manager, from one thread.
    """

    def __init__(self, limits: Limits = LIMITS) -> None:
        self.limits = limits
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(self, document: Document, *, retrieved: date | None = None) -> tuple[Report, ...]:
        """The reports in a document, parts left out as warnings on the first; raises `RefusedDocument` for none."""
        return self.reading(document, retrieved=retrieved).or_refuse(document.name)

    def reading(self, document: Document, *, retrieved: date | None = None) -> Reading:
        """The reports in a document and the parts that were refused; raises `RefusedDocument` for the whole."""
        refuse_size(document.name, len(document.data), self.limits.file_bytes)
        if not document.data.strip():
            raise RefusedDocument(document.name, rule="it is empty", remedy="give the file that has the report")
        if format_of(document).in_process:
            return read_here(document, retrieved=retrieved, limits=self.limits)
        answer = self._ask(document, retrieved)
        if not answer.reports and len(answer.refused) == 1:
            raise answer.refused[0].error()
        reading = answer.reading()
        return replace(reading, reports=tuple(map(_told, reading.reports)))

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

    def _ask(self, document: Document, retrieved: date | None) -> Answer:
        """The child's answer about a document; a child that is lost over it is replaced before the next."""
        task = Task(
            name=document.name,
            hints=document.hints,
            retrieved=retrieved,
            limits=self.limits,
            size=len(document.data),
        )
        child = self._started()
        try:
            line = self._exchange(child, document.name, [to_json(task) + b"\n", document.data])
            answer = from_json(line, Answer)
        except msgspec.MsgspecError as error:
            self.close()
            rule = "its reader answered nonsense"
            raise RefusedDocument(document.name, rule=rule, remedy="save it again, or as plain text") from error
        except BaseException:
            self.close()  # half a conversation cannot be gone on with, not even after Ctrl-C
            raise
        if answer.last or _resident(child) > self.limits.memory_bytes // 2:
            self.close()
        return answer

    def _started(self) -> subprocess.Popen[bytes]:
        """The child, started anew where there is none or it has gone."""
        if self._child is not None and self._child.poll() is not None:
            self.close()
        if self._child is None:
            # -P: a file named docx.py in the folder where somebody works must not be taken for a library
            command = [sys.executable, "-P", "-m", "clearway.sources.child", str(self.limits.memory_bytes)]
            self._child = subprocess.Popen(  # noqa: S603 our own module under our own interpreter
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
                bufsize=0,
            )
        return self._child

    def _exchange(self, child: subprocess.Popen[bytes], name: str, parts: Sequence[bytes]) -> bytes:
        """Send the parts and take one line back, watching time and memory; raises `RefusedDocument` past a limit."""
        if child.stdin is None or child.stdout is None:
            raise RefusedDocument(name, rule="its reader has no pipes", remedy="read it again")
        waiting = [memoryview(part) for part in parts]
        received: list[bytes] = []
        deadline = time.monotonic() + self.limits.seconds
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
                self._watch(child, name, deadline, sum(map(len, received)) if len(received) % 64 == 0 else 0)
        return b"".join(received)

    def _watch(self, child: subprocess.Popen[bytes], name: str, deadline: float, size: int) -> None:
        """Raise `RefusedDocument` for a child that takes too long, grows too large or says too much."""
        if time.monotonic() > deadline:
            rule = f"reading it takes longer than {self.limits.seconds:g} s"
        elif _resident(child) > self.limits.memory_bytes:
            rule = f"reading it takes more than {megabytes(self.limits.memory_bytes)} of memory"
        elif size > _LONGEST_ANSWER * self.limits.file_bytes:
            rule = "it grows beyond all measure when read"
        else:
            return
        raise RefusedDocument(name, rule=rule, remedy="cut it into parts, or save it as plain text")


def _told(report: Report) -> Report:
    """The report with the language of its text, where the child could not tell it."""
    return replace(report, language=language_of(report.text)) if report.language == UNTOLD else report


def _send(child: subprocess.Popen[bytes], waiting: list[memoryview], selector: selectors.BaseSelector) -> None:
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


def _take(child: subprocess.Popen[bytes], name: str) -> bytes:
    """The next bytes of the answer; raises `RefusedDocument` where the child has gone without one."""
    if child.stdout is not None and (received := os.read(child.stdout.fileno(), _CHUNK)):
        return received
    code = child.wait()
    ended = f"was ended by {signal.Signals(-code).name}" if code < 0 else f"ended with code {code}"
    rule = f"its reader {ended}, as over damaged or hostile documents"
    raise RefusedDocument(name, rule=rule, remedy="save it again, or as plain text")


def _resident(child: subprocess.Popen[bytes]) -> int:
    """The child's resident memory in bytes, 0 where it has gone."""
    try:
        return int(psutil.Process(child.pid).memory_info().rss)
    except psutil.Error:
        return 0


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
