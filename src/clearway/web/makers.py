"""Pages that are made aside: in processes of their own, so that a large one holds up nobody who asks for a small one.

Where a desk has such processes, they are asked for all pages that the crisis tells; the desk itself finds out who asks,
keeps what was made, and does all that changes anything. What they cannot make, or cannot make now, the desk makes.
"""

import asyncio
import logging
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from clearway.model import to_json
from clearway.web.page_wire import Asked, Made, Place, received, sent
from clearway.web.settings import Settings

LOG = logging.getLogger("clearway.web")

MODULE = "clearway.web.page_maker"
AGAIN_S = 10.0
"""A process that is lost sooner than this after its start is not started again at once."""


class Makers:
    """The processes that make pages; `page` asks the one that has the least to do."""

    def __init__(
        self, settings: Settings, *, clock: Callable[[], float] = time.monotonic, module: str = MODULE
    ) -> None:
        self.all = tuple(Maker(settings, clock=clock, module=module) for _ in range(settings.number_of_makers))

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.all)

    def start(self) -> None:
        """Start them: they are ready when the first page is asked for."""
        for one in self.all:
            one.start()

    async def page(self, asked: Asked) -> tuple[Made, bytes] | None:
        """The page with its text, or `None` where it must be made here."""
        if not self.all:
            return None
        return await min(self.all, key=lambda one: one.busy).page(asked)

    def close(self) -> None:
        """End them."""
        for one in self.all:
            one.close()


class Maker:
    """One process that makes pages, several at once; for the one thread that answers requests."""

    def __init__(self, settings: Settings, *, clock: Callable[[], float], module: str) -> None:
        self._place = to_json(Place.of(settings))
        self._clock = clock
        self._module = module
        self.process: subprocess.Popen[bytes] | None = None
        self._socket: socket.socket | None = None
        self.started = float("-inf")
        self._writer: asyncio.StreamWriter | None = None
        self._listening: asyncio.Task[None] | None = None
        self._connecting = asyncio.Lock()
        self._waiting: dict[int, asyncio.Future[tuple[Made, bytes] | None]] = {}
        self._number = 0
        self.made = 0
        """Pages that it has made."""

    @property
    def busy(self) -> int:
        """How many pages it is making."""
        return len(self._waiting)

    def start(self) -> None:
        """Start the process; where the machine has no room for one, it is tried again later."""
        self.started = self._clock()
        ours, its = socket.socketpair()
        # -P: a file named csv.py in the folder where somebody works must not be taken for a library
        command = [sys.executable, "-P", "-m", self._module, str(its.fileno())]
        try:
            self.process = subprocess.Popen(command, pass_fds=(its.fileno(),))  # noqa: S603  # our own module
        except OSError as error:
            LOG.warning("pages are made by the desk itself for now: no process can be started (%s)", error)
            ours.close()
        else:
            self._socket = ours
        finally:
            its.close()

    async def page(self, asked: Asked) -> tuple[Made, bytes] | None:
        """What it makes; `None` where it is lost or does not run."""
        self._number += 1
        number = self._number
        answer: asyncio.Future[tuple[Made, bytes] | None] = asyncio.get_running_loop().create_future()
        self._waiting[number] = answer
        try:
            writer = await self._connected()
            if writer is None:
                return None
            await sent(writer, to_json(replace(asked, number=number)))
            found = await answer
        except OSError:  # it went just now
            return None
        finally:
            self._waiting.pop(number, None)
        self.made += found is not None
        return found

    def close(self) -> None:
        """End the process: it does nothing that must come to an end."""
        if self._listening is not None:
            self._listening.cancel()
        if self.process is not None:
            self.process.kill()
            self.process.wait()
        if self._socket is not None:
            self._socket.close()
        self.process = self._socket = self._writer = self._listening = None

    async def _connected(self) -> asyncio.StreamWriter | None:
        """The way to the process, started anew where it was lost a while ago."""
        async with self._connecting:
            if self._writer is not None:
                return self._writer
            if self._socket is None and self._clock() - self.started >= AGAIN_S:
                self.start()
            if self._socket is None:
                return None
            reader, self._writer = await asyncio.open_connection(sock=self._socket)
            self._listening = asyncio.create_task(self._listen(reader))
            await sent(self._writer, self._place)
            return self._writer

    async def _listen(self, reader: asyncio.StreamReader) -> None:
        """Hand on what comes until the process is gone; whoever waits then is told so."""
        try:
            while True:
                made, text = await received(reader, Made)
                answer = self._waiting.get(made.number)
                if answer is not None and not answer.done():
                    answer.set_result((made, text))
        except (OSError, asyncio.IncompleteReadError):
            LOG.warning("a process that makes pages was lost; the desk makes them itself until another is there")
            self.close()
        finally:
            for answer in self._waiting.values():
                if not answer.done():
                    answer.set_result(None)
