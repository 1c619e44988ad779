"""Reading in processes of its own: whatever a text does to its reader, whoever asks goes on, and others are read.

A desk reads so. A child has a limit on time and memory, is started when something is to be read, replaced when it is
lost, and ended when nothing was for a while. There are two at most, so that a sentence need not wait for a report.
"""

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from clearway.crisis.apart_child import Ask, Told
from clearway.errors import ClearwayError, ModelError, ReaderLost, RefusedDocument, SkipError
from clearway.model import Claim, Document, Report, to_json
from clearway.sources.confined import Confined
from clearway.sources.limits import LIMITS, Limits
from clearway.sources.reading import Reading
from clearway.sources.wire import Task, refuse_unread

CHILD = "clearway.crisis.apart_child"
CHILDREN = 2
MEMORY = 1_500_000_000
"""Bytes that a child may take. The longest report, full of claims, takes half of it."""
LONGEST_ANSWER = 400_000_000
START_S, LEAST_S, PER_CHARACTER_S = 30.0, 30.0, 1 / 5_000
"""Seconds that a new child may take to begin, any reading, and more for each character: ten times what is usual."""
IDLE_S = 180.0
HARMLESS = "It rains."
BRIEF_S, SOON_S = 1.0, 10.0
"""What may take no more than that beyond what any may is brief, such as a sentence.

It waits so long for another that is, since a second child takes memory and seconds to begin.
"""
PATIENCE_S = 30.0
"""So long is waited for a child, where all read for others."""


class Apart:
    """Reads as `Sandbox` and `Reader` do, in children; from as many threads as like.

    Raises `RefusedDocument` for what a child cannot read within its limits, `ReaderLost` for what it ends over twice
    though it reads other things, and `ModelError` where nothing can be read just now. `gazetteer` tells the hash of the
    places that an asker knows.
    """

    def __init__(
        self,
        *,
        places: Path | None = None,
        gazetteer: Callable[[], str] = lambda: "",
        limits: Limits = LIMITS,
        memory_bytes: int = MEMORY,
        least_s: float = LEAST_S,
        module: str = CHILD,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        from clearway.claims import Reader

        self.extractor, self.version = Reader.extractor, Reader.version
        self._places = places
        self._gazetteer = gazetteer
        self._limits = replace(limits, memory_bytes=memory_bytes)
        self._least_s = least_s
        self._clock = clock
        self._starter = ThreadPoolExecutor(1, "clearway starts readers")
        self._all = tuple(
            Confined(module, memory_bytes=memory_bytes, most_bytes=LONGEST_ANSWER, starter=self._starter)
            for _ in range(CHILDREN)
        )
        self._free = list(self._all)
        self._brief = 0  # children that are at work on something brief
        self._used = clock()
        self._change = threading.Condition()
        self._closed = False

    def reading(self, document: Document, *, retrieved: date | None = None) -> Reading:
        """The reports in a document and the parts that were refused; raises `RefusedDocument` for the whole."""
        refuse_unread(document, self._limits)
        task = Task.of(document, retrieved, self._limits)
        answer = self._ask(document.name, Ask(seconds=self._limits.seconds, document=task), document.data).document
        if answer is None:
            raise RefusedDocument(document.name, rule="its reader answered nonsense", remedy="save it as plain text")
        return answer.or_refuse()

    def read_each(self, reports: Iterable[Report]) -> Iterator[tuple[Claim, ...]]:
        """Every claim in each report, in the order of its text; raises `RefusedDocument` where one cannot be read."""
        for each in self.read_or_refused(reports):
            if isinstance(each, SkipError):
                raise each
            yield each

    def read_or_refused(self, reports: Iterable[Report]) -> list[tuple[Claim, ...] | SkipError]:
        """What is read in each report, or why nothing is; raises `RefusedDocument` where all cannot be read at once."""
        asked = tuple(reports)
        if not asked:
            return []
        seconds = self._least_s + sum(len(report.text) for report in asked) * PER_CHARACTER_S
        ask = Ask(seconds=seconds, reports=asked, places=self._own_places(), gazetteer=self._gazetteer())
        told = self._ask(asked[0].document, ask)
        return [each.claims if each.refused is None else each.refused.error() for each in told.read]

    def names(self, sentence: str) -> tuple[str, ...]:
        """Every run of words in a sentence that can be a person's name."""
        ask = Ask(seconds=self._least_s, sentence=sentence, places=self._own_places())
        return self._ask("the sentence", ask).names

    def begin(self) -> None:
        """Start a child behind whoever asks, where none runs: it takes seconds until one has what it reads by."""
        with self._change:
            if self._closed or len(self._free) < len(self._all) or self._running():
                return
        threading.Thread(target=self._begin, name="begins to read", daemon=True).start()

    def _begin(self) -> None:
        with suppress(ClearwayError):  # whoever asks next is told why nothing can be read
            self.names(HARMLESS)

    def rest(self) -> None:
        """End the children that have had nothing to do for a while."""
        with self._change:
            if self._clock() - self._used < IDLE_S:
                return
            idle, self._free = self._free, []
        for child in idle:
            child.close()
        self._give_back(idle)

    def close(self) -> None:
        """End all children, whatever they are doing; nothing more is read."""
        with self._change:
            self._closed = True
            idle, self._free = self._free, []
            self._change.notify_all()
        for child in self._all:
            child.end()
        for child in idle:
            child.close()

    def _own_places(self) -> str | None:
        return str(self._places) if self._places and self._places.exists() else None

    def _ask(self, name: str, ask: Ask, *more: bytes) -> Told:
        """What a child tells; another is asked where it is lost, for that may have been no fault of the text's."""
        parts = [to_json(replace(ask, version=self.version)) + b"\n", *more]
        with self._one(is_brief=ask.seconds <= self._least_s + BRIEF_S) as child:
            try:
                told = self._told(child, name, parts, ask.seconds)
            except ReaderLost:
                self._check_open()
                try:
                    told = self._told(child, name, parts, ask.seconds)
                except ReaderLost as error:
                    self._check_open()
                    self._check_able(child)
                    raise ReaderLost(name, rule=f"{error.rule}, twice", remedy=error.remedy) from error
        if told.unable is not None:
            raise ModelError(told.unable.subject, rule=told.unable.rule, remedy=told.unable.remedy)
        return told

    def _check_able(self, child: Confined) -> None:
        """Raise `ModelError` where not even a sentence can be read: no text is to blame for that."""
        ask = Ask(seconds=self._least_s, sentence=HARMLESS, places=self._own_places())
        try:
            self._told(child, "a sentence", [to_json(ask) + b"\n"], ask.seconds)
        except RefusedDocument as error:
            self._check_open()
            rule = f"what reads cannot run on this machine just now ({error.rule})"
            remedy = "free memory, check that Clearway is installed whole, and try again"
            raise ModelError("reading", rule=rule, remedy=remedy) from error

    def _told(self, child: Confined, name: str, parts: Sequence[bytes], seconds: float) -> Told:
        start = START_S if child.pid is None else 0.0
        return child.ask(name, parts, Told, seconds=seconds + start)

    @contextmanager
    def _one(self, *, is_brief: bool) -> Iterator[Confined]:
        """A child that nobody else asks meanwhile: one that runs, where one does."""
        with self._change:
            if is_brief and self._brief:
                self._change.wait_for(lambda: self._closed or self._running() or not self._brief, timeout=SOON_S)
            self._change.wait_for(lambda: self._closed or self._free, timeout=PATIENCE_S)
            self._check_open()
            child = self._running() or next(iter(self._free), None)
            if child is None:
                rule = "all that reads is at work for others"
                raise ModelError("reading", rule=rule, remedy="ask again in a moment")
            self._free.remove(child)
            self._brief += is_brief
        try:
            yield child
        finally:
            with self._change:
                self._brief -= is_brief
            self._give_back([child])

    def _running(self) -> Confined | None:
        """A child that runs and has nothing to do."""
        return next((one for one in self._free if one.pid is not None), None)

    def _give_back(self, children: Sequence[Confined]) -> None:
        with self._change:
            self._used = self._clock()
            if not self._closed:
                self._free.extend(children)
                self._change.notify_all()
                return
        for child in children:
            child.close()

    def _check_open(self) -> None:
        """Raise `ModelError` where it is closed: what is not read by then is read another time."""
        if self._closed:
            raise ModelError("reading", rule="it is just being stopped", remedy="start it again")
