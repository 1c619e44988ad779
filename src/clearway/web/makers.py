"""Pages that are made aside: in processes of their own, so that a large one does not hold up who asks for a small one.

Where a desk has such processes, they are asked for the large pages that the crisis tells; the desk itself finds out
who asks, keeps what was made, and does all that changes anything. What they cannot make, or not now, the desk makes.
"""

import asyncio
import logging
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import msgspec

from clearway.model import to_json
from clearway.web.page_wire import Asked, Made, Place, message, received
from clearway.web.settings import Settings

LOG = logging.getLogger("clearway.web")

MODULE = "clearway.web.page_maker"
AGAIN_S = 10.0
"""A process that is lost sooner than this after its start is not started again at once."""
LONGEST_S = 180.0
"""A process that makes one page for longer is stuck, and is ended: the first map of a million claims takes 20 s."""
Answer = tuple[Made, bytes] | None


class Makers:
    """The processes that make pages; `page` asks the one that has the least to do."""

    def __init__(
        self, settings: Settings, *, clock: Callable[[], float] = time.monotonic, module: str = MODULE
    ) -> None:
        self._here = 0
        self.all = tuple(Maker(settings, clock=clock, module=module) for _ in range(settings.number_of_makers))

    def start(self) -> None:
        """Start them."""
        for one in self.all:
            one.start()

    @property
    def able(self) -> "list[Maker]":
        """Those that can be asked just now."""
        return [one for one in self.all if one.is_able]

    @property
    def are_busy(self) -> bool:
        """Whether each is at a page, and the desk itself makes none of theirs just now."""
        return self._here == 0 and all(one.busy for one in self.able)

    @contextmanager
    def here(self) -> Iterator[None]:
        """Within it, the desk makes a page of theirs."""
        self._here += 1
        try:
            yield
        finally:
            self._here -= 1

    async def page(self, asked: Asked) -> Answer:
        """The page with its text, or `None` where it must be made here."""
        able = self.able
        return await min(able, key=lambda one: one.busy).page(asked) if able else None

    def close(self) -> None:
        """End them for good."""
        for one in self.all:
            one.close()


class Maker:
    """One process that makes pages; for the one thread that answers requests."""

    def __init__(self, settings: Settings, *, clock: Callable[[], float], module: str) -> None:
        self._place = message(to_json(Place.of(settings)))
        self._clock = clock
        self._module = module
        self.process: subprocess.Popen[bytes] | None = None
        self.started = float("-inf")
        self._socket: socket.socket | None = None
        self._writer: asyncio.StreamWriter | None = None
        self._listening: asyncio.Task[None] | None = None
        self._connecting = asyncio.Lock()
        self._waiting: dict[int, asyncio.Future[Answer]] = {}
        self._number = 0
        self._closed = False
        self.made = 0
        """Pages that it has made."""

    @property
    def busy(self) -> int:
        """How many pages it is making."""
        return len(self._waiting)

    @property
    def is_able(self) -> bool:
        """Whether it runs, or was lost so long ago that it may be started again."""
        return not self._closed and (self.process is not None or self._clock() - self.started >= AGAIN_S)

    def start(self) -> None:
        """Start the process; where the machine has no room for one, it is tried again later."""
        self.started = self._clock()
        try:
            ours, its = socket.socketpair()
        except OSError as error:
            return self._not_started(error)
        # -P: a file named csv.py in the folder where somebody works must not be taken for a library
        command = [sys.executable, "-P", "-m", self._module, str(its.fileno())]
        try:
            # in a group of its own: Ctrl-C is for the desk, which ends it
            self.process = subprocess.Popen(command, pass_fds=(its.fileno(),), process_group=0)  # noqa: S603  # ours
            self._socket = ours
            ours.sendall(self._place)
        except OSError as error:
            ours.close()
            self._lose()
            return self._not_started(error)
        finally:
            its.close()
        return None

    async def page(self, asked: Asked) -> Answer:
        """What it makes; `None` where it is lost, does not run or takes longer than anything may."""
        self._number += 1
        number = self._number
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting[number] = answer
        try:
            writer = await self._connected()
            if writer is None:
                return None
            writer.write(message(to_json(replace(asked, number=number))))
            await writer.drain()
            found = await asyncio.wait_for(answer, LONGEST_S)
        except OSError as error:  # it went just now, or is stuck: a TimeoutError is one, too
            LOG.warning("a process that makes pages was lost over %s (%r)", asked.path, error)
            self._lose()
            return None
        finally:
            self._waiting.pop(number, None)
        self.made += found is not None
        return found

    def close(self) -> None:
        """End the process for good: it does nothing that must come to an end."""
        self._closed = True
        self._lose()

    async def _connected(self) -> asyncio.StreamWriter | None:
        """The way to the process, started anew where it was lost a while ago."""
        async with self._connecting:
            if self._writer is not None:
                return self._writer
            if self._socket is None and self.is_able:
                self.start()
            if self._socket is None:
                return None
            reader, self._writer = await asyncio.open_connection(sock=self._socket)
            self._listening = asyncio.create_task(self._listen(reader))
            return self._writer

    async def _listen(self, reader: asyncio.StreamReader) -> None:
        """Hand on what comes until the process is gone."""
        try:
            while True:
                made, text = await received(reader, Made)
                answer = self._waiting.get(made.number)
                if answer is not None and not answer.done():
                    answer.set_result((made, text))
        except (OSError, asyncio.IncompleteReadError, msgspec.MsgspecError) as error:
            LOG.warning("a process that makes pages was lost; the desk makes them until another is there (%r)", error)
        self._listening = None
        self._lose()

    def _lose(self) -> None:
        """Let go of the process; whoever waits for a page of its is told that there is none."""
        if self._listening is not None:
            self._listening.cancel()
        if self.process is not None:
            self.process.kill()
            self.process.wait()
        if self._writer is not None:
            self._writer.transport.abort()
        elif self._socket is not None:
            self._socket.close()
        self.process = self._socket = self._writer = self._listening = None
        for answer in self._waiting.values():
            if not answer.done():
                answer.set_result(None)

    @staticmethod
    def _not_started(error: OSError) -> None:
        LOG.warning("the desk makes its pages itself for now: no process can be started (%s)", error)
