"""Files of roads and of other crises that leads send: one added after another behind the pages, each in a process.

What was sent and what became of it are files in a folder, so that a stop of the desk loses nothing: what was not added
is added after the next start, and to add it twice is to add it once.
"""

import logging
import os
import re
import shutil
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

import msgspec

from clearway.display.catalogue import say
from clearway.errors import DeskError
from clearway.model import from_json, to_json
from clearway.web.behind import Behind
from clearway.web.bringing import Said, Sort, Task
from clearway.web.inbox import Reason, shown_name
from clearway.web.processes import Own
from clearway.web.refused import Refused
from clearway.web.settings import Settings

LOG = logging.getLogger("clearway.web")

MOST_TRIES = 3
"""What ended its process or the desk so often is not tried again."""
MOST_KEPT = 30
REST_S = 30.0
BLOCK = 1 << 20
UNSAFE = re.compile(r"[^\w.-]+")


class Stage(StrEnum):
    """How far an import is."""

    WAITING = "waiting"
    ADDING = "adding"
    ADDED = "added"
    REFUSED = "refused"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """What was sent, by whom, and what became of it; `what` is being done, and `share` of it."""

    id: str
    sort: Sort
    name: str
    who: str
    at: datetime
    stage: Stage = Stage.WAITING
    tries: int = 0
    what: str = ""
    share: float = 0.0
    told: tuple[str, ...] = ()
    refused: Reason | None = None

    @property
    def goes_on(self) -> bool:
        """Whether it waits or is being added."""
        return self.stage in (Stage.WAITING, Stage.ADDING)


class Imports:
    """What was sent to be added; each is added in a process of its own, one after another."""

    def __init__(
        self,
        folder: Path,
        settings: Settings,
        roads: Callable[[], Path],
        *,
        now: Callable[[], datetime],
        note: Callable[[str, str, str], None],
        added: Callable[[Sort], None],
    ) -> None:
        self.folder = folder
        self._settings = settings
        self._roads = roads
        self._now = now
        self._note = note
        self._added = added
        self._lock = threading.Lock()
        self._known: dict[str, Import] = {}
        self._adder = Own("clearway.web.bringing")
        self._behind = Behind(
            "clearway imports",
            self.step,
            rest_s=REST_S,
            troubled=lambda error: LOG.warning("imports wait: %s", error),
            fault="an import failed",
        )

    def start(self) -> None:
        """Begin; what was being added when the desk stopped waits again."""
        found = []
        for path in self.folder.glob("*.json") if self.folder.is_dir() else ():
            with suppress(OSError, msgspec.MsgspecError):
                found.append(from_json(path.read_bytes(), Import))
        for one in sorted(found, key=lambda one: (one.at, one.id)):
            self._known[one.id] = replace(one, stage=Stage.WAITING) if one.goes_on else one
        self._behind.start()

    def end(self) -> None:
        """Stop; what is being added is added at the next start."""
        self._behind.end()
        self._adder.end()
        self._behind.join()

    def listed(self, sort: Sort) -> tuple[Import, ...]:
        """What was sent of a sort, the newest first."""
        with self._lock:
            found = [one for one in self._known.values() if one.sort is sort]
        return tuple(found[: -MOST_KEPT - 1 : -1])

    def put(self, sort: Sort, files: Sequence[tuple[str, BinaryIO]], *, who: str) -> Import:
        """Take files in; when this returns they are on the disk. Their names lead nowhere."""
        made = token_hex(16)
        names = tuple(shown_name(name) for name, _ in files)
        one = Import(id=made, sort=sort, name=", ".join(names)[:200], who=who, at=self._now())
        try:
            (self.folder / made).mkdir(mode=0o700, parents=True)
            for name, source in files:
                safe = UNSAFE.sub("_", shown_name(name)).lstrip(".")[-80:] or "file"
                with (self.folder / made / safe).open("wb") as kept:
                    shutil.copyfileobj(source, kept, BLOCK)
                    kept.flush()
                    os.fsync(kept.fileno())
            self._keep(one)
        except OSError as error:
            shutil.rmtree(self.folder / made, ignore_errors=True)
            rule = say("wrong.not_kept", why=error.strerror or error)
            raise DeskError("imports", rule=rule, remedy=say("wrong.make_room")) from error
        self._behind.wake()
        return one

    def stop(self, name: str, who: str) -> Import:
        """Stop an import that waits or is being added; raises `Refused` where there is none."""
        with self._lock:
            one = self._known.get(name)
            if one is None or not one.goes_on:
                raise Refused(409, say("wrong.import_over"), say("wrong.go_back"), document=say("wrong.import"))
            begun, stopped = (
                one.stage is Stage.ADDING,
                replace(one, stage=Stage.STOPPED, told=(say("wrong.stopped", who=who),)),
            )
            self._known[name] = stopped
            if begun:  # first of all: where the disk is full, the rest may fail
                self._adder.end()
        shutil.rmtree(self.folder / name, ignore_errors=True)
        self._keep(stopped)
        return stopped

    def step(self) -> bool:
        """Add one; false where none waits."""
        with self._lock:
            one = next((one for one in self._known.values() if one.stage is Stage.WAITING), None)
        if one is None:
            return False
        if one.tries >= MOST_TRIES:
            self._done(one, Said(refused=_lost(one, say("wrong.import_ended"))))
            return True
        one = self._change(replace(one, stage=Stage.ADDING, tries=one.tries + 1))
        said = self._answered(one)
        if self._known[one.id].stage is not Stage.ADDING:
            self._added(one.sort)  # it was stopped meanwhile, and part of it may be in
            return True
        if self._behind.is_ending and said is None:
            self._change(replace(one, stage=Stage.WAITING, tries=one.tries - 1))
            return True
        self._done(one, said or Said(refused=_lost(one, say("wrong.import_lost"))))
        return True

    def _done(self, one: Import, said: Said) -> None:
        stage = Stage.ADDED if said.told is not None else Stage.REFUSED
        try:
            done = self._change(replace(one, stage=stage, told=said.told or (), refused=said.refused, share=1.0))
        except OSError:  # it is added once more, which adds nothing twice, when there is room to write that it was
            with self._lock:
                if self._known[one.id].stage is not Stage.STOPPED:
                    self._known[one.id] = replace(one, stage=Stage.WAITING, tries=max(0, one.tries - 1))
            raise
        finally:
            self._added(one.sort)  # part of what was refused in the end may be in
        shutil.rmtree(self.folder / one.id, ignore_errors=True)
        told = "; ".join(done.told) or (said.refused.rule if said.refused else "")
        self._note(one.who, f"{stage} {one.sort}", f"{one.name} ({one.id}): {told}"[:500])

    def _answered(self, one: Import) -> Said | None:
        """What a process of its own makes of it; `None` where it ended without a word."""
        sent = sorted((self.folder / one.id).glob("*"))
        settings = self._settings
        task = Task(
            sort=one.sort,
            file=str(sent[0] if len(sent) == 1 else self.folder / one.id),
            ledger=str(settings.ledger),
            gazetteer=str(settings.gazetteer) if settings.gazetteer else None,
            roads=str(self._roads()),
        )
        last = None
        with self._adder.running() as child:
            if child.stdin is None or child.stdout is None:
                return None
            try:
                child.stdin.write(to_json(task))
                child.stdin.close()
                for line in child.stdout:
                    last = from_json(line, Said)
                    if last.told is None and last.refused is None:
                        self._progress(one.id, last)
            except (OSError, msgspec.MsgspecError):
                return None
        return last if last and (last.told is not None or last.refused) else None

    def _progress(self, name: str, said: Said) -> None:
        with self._lock:
            one = self._known[name]
            if one.stage is Stage.ADDING:
                self._known[name] = replace(one, what=said.what, share=said.share)

    def _change(self, one: Import) -> Import:
        with self._lock:
            if self._known[one.id].stage is Stage.STOPPED:
                return self._known[one.id]
        self._keep(one)
        return one

    def _keep(self, one: Import) -> None:
        """Write what is known of an import to the disk, whole or not at all."""
        part = self.folder / f"{one.id}.part"
        with part.open("wb") as file:
            file.write(to_json(one))
            file.flush()
            os.fsync(file.fileno())
        part.replace(self.folder / f"{one.id}.json")
        with self._lock:
            self._known[one.id] = one


def _lost(one: Import, rule: str) -> Reason:
    remedy = say("wrong.import_server")
    return Reason(document=one.name, rule=rule, remedy=remedy)
