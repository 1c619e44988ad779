"""What makes exports, one after another, each in a process of its own."""

import logging
import signal
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from clearway.crisis.roads import roads_beside
from clearway.display.catalogue import say
from clearway.model import from_json, to_json
from clearway.web.behind import Behind
from clearway.web.exports import Export, Exports
from clearway.web.inbox import Reason
from clearway.web.maker import Answer, Task
from clearway.web.processes import Own
from clearway.web.records import records_beside
from clearway.web.settings import Settings

LOG = logging.getLogger("clearway.web")

MOST_TRIES = 3
"""What ended its process or the desk so often is not tried again."""
REST_S = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a process ended: its code, and what it answered."""

    code: int
    answer: Answer | None


class Exporter:
    """Makes what was asked for, in a thread of its own, until it is told to stop."""

    def __init__(
        self,
        exports: Exports,
        settings: Settings,
        *,
        now: Callable[[], datetime],
        note: Callable[[str, str, str], None],
    ) -> None:
        self._exports = exports
        self._settings = settings
        self._now = now
        self._note = note
        self._maker = Own("clearway.web.maker")
        self._behind = Behind(
            "clearway exports",
            self._turn,
            rest_s=REST_S,
            troubled=lambda error: LOG.warning("exports wait: %s", error),
            fault="an export failed",
            come=exports.come,
        )

    def start(self) -> None:
        """Begin."""
        self._exports.recover()
        self._behind.start()

    def stop(self) -> None:
        """Stop; what is being made is made at the next start."""
        self._behind.end()
        self._maker.end()
        self._behind.join()

    def _turn(self) -> bool:
        self._exports.tidy()
        return self.step()

    def step(self) -> bool:
        """Make one export; false where none waits."""
        export = self._exports.next()
        if export is None:
            return False
        part = self._exports.folder / f"{export.id}.part"
        if export.told.tries > MOST_TRIES:
            reason = Reason(document="export", rule=say("wrong.ended_desk"), remedy=say("wrong.ask_less"))
            self._exports.done(export, written=None, refused=reason, part=part)
            return True
        try:
            self._exports.folder.mkdir(mode=0o700, exist_ok=True)
            _clear(part)
            ended = self._answered(self._task(export, part))
        except OSError as error:
            rule, remedy = say("wrong.not_made", why=error.strerror or error), say("wrong.see_disk")
            ended = Ended(code=0, answer=Answer(refused=Reason(document="export", rule=rule, remedy=remedy)))
        finally:
            self._exports.forget_lists(export.id)
        if self._behind.is_ending and export.order.lists is None:
            _clear(part)
            self._exports.again(export)
            return True
        answer = ended.answer or Answer(refused=_lost(ended.code))
        if self._exports.done(export, written=answer.written, refused=answer.refused, part=part):
            _clear(part)
            self._note(export.who, "exported", _about(export, answer))
        return True

    def _task(self, export: Export, part: Path) -> Task:
        return Task(
            ledger=str(self._settings.ledger),
            gazetteer=str(self._settings.gazetteer) if self._settings.gazetteer else None,
            at=self._now(),
            order=export.order,
            to=str(part),
            lists=str(self._exports.lists(export.id)),
            records=str(records_beside(self._settings.desk)),
            roads=str(self._settings.roads or roads_beside(self._settings.ledger)),
        )

    def _answered(self, task: Task) -> Ended:
        """What a process of its own makes of a task."""
        with self._maker.running() as child:
            said, _ = child.communicate(to_json(task))
        code = child.returncode
        try:
            return Ended(code=code, answer=from_json(said, Answer) if code == 0 else None)
        except msgspec.MsgspecError:
            return Ended(code=code, answer=None)


def _about(export: Export, answer: Answer) -> str:
    order = export.order
    told = f"{order.what} {order.form} {order.profile} ({export.id})"
    if answer.written is None:
        return f"{told} refused: {answer.refused.rule if answer.refused else 'no answer'}"
    held = sum(one.count for one in answer.written.withheld)
    return f"{told} sha256 {answer.written.sha256} {answer.written.bytes} bytes, held back {held}"


def _lost(code: int) -> Reason:
    killed = code < 0
    rule = say("wrong.killed", signal=signal.Signals(-code).name) if killed else say("wrong.exit_code", code=code)
    return Reason(document="export", rule=rule, remedy=say("wrong.fewer_days"))


def _clear(part: Path) -> None:
    """A half-made file, and what a database keeps beside it."""
    for path in part.parent.glob(f"{part.name}*"):
        path.unlink(missing_ok=True)
