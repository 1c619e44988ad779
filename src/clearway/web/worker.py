"""What goes on behind the pages: documents are read one after another, and folders are looked through.

They are read in a process of its own (`clearway.crisis.apart`), which knows no ledger: what it found is kept from here.
"""

from collections.abc import Iterator
from dataclasses import replace

from clearway.crisis import Crisis, Outcome
from clearway.display.catalogue import say
from clearway.errors import ClearwayError, DeskError, GazetteerError, LedgerError, ModelError
from clearway.web.behind import Behind
from clearway.web.inbox import Came, Inbox, Item, Reason, Told
from clearway.web.watching import Watching

MOST_TRIES = 3
"""A document whose reading failed, or ended the desk, so often is not tried again."""
UNABLE = (LedgerError, DeskError, GazetteerError, ModelError)
"""What keeps any document from being read, and passes: the document waits."""
REST_S = 2.0
"""So long it sleeps when nothing waits; what comes in wakes it."""


class Worker:
    """Has read what the inbox holds, in a thread of its own, until it is told to stop."""

    def __init__(self, inbox: Inbox, watching: Watching, crisis: Crisis) -> None:
        self._inbox = inbox
        self._watching = watching
        self._crisis = crisis
        self._behind = Behind(
            "clearway reads", self._turn, rest_s=REST_S, troubled=self._troubled, fault="reading failed"
        )
        self.trouble: ClearwayError | None = None

    def start(self) -> None:
        """Begin."""
        self._inbox.recover()
        self._behind.start()

    def wake(self) -> None:
        """Something has come in."""
        self._behind.wake()

    def stop(self) -> None:
        """Stop; what is being read just now, and the rest of a document, is read at the next start."""
        self._behind.end()
        if self._crisis.apart:
            self._crisis.apart.close()
        self._behind.join()

    def _turn(self) -> bool:
        self._watching.look()
        if self.step():
            return True
        # what was judged and how much there is, so that whoever looks next need not wait for it
        self._crisis.fold_in(events=True)
        self._crisis.counts()
        self.trouble = None
        if self._crisis.apart:
            self._crisis.apart.rest()
        return False

    def _troubled(self, error: ClearwayError) -> None:
        self.trouble = error

    def step(self) -> bool:
        """Read one document; false where none waits. Raises one of `UNABLE` where it must wait."""
        item = self._inbox.next()
        if item is None:
            return False
        if item.told.tries > MOST_TRIES:
            rule = say("wrong.read_failed", n=MOST_TRIES)
            self._inbox.done(item, _refusal(item.name, rule, say("wrong.save_plain")))
            return True
        told = item.told
        try:
            for outcome in self._outcomes(item):
                told = _with(told, outcome, item.name)
                self._inbox.progress(item, told)
                if self._behind.is_ending:
                    self._inbox.wait(item, replace(told, tries=told.tries - 1))
                    return True
        except UNABLE:  # no fault of the document's
            self._inbox.wait(item, replace(told, tries=told.tries - 1))
            raise
        except (OSError, MemoryError) as error:  # nor this
            self._inbox.wait(item, replace(told, tries=told.tries - 1))
            rule = say("wrong.machine_failed", sort=type(error).__name__, why=error)
            raise DeskError("desk", rule=rule, remedy=say("wrong.free_memory")) from error
        except ClearwayError as error:
            told = replace(told, refused=(*told.refused, _reason(error)))
        self._inbox.done(item, told)
        self._crisis.fold_in(events=True)
        return True

    def _outcomes(self, item: Item) -> Iterator[Outcome]:
        """What comes of a document."""
        yield from self._crisis.receive([self._inbox.document(item)])


def _with(told: Told, outcome: Outcome, name: str) -> Told:
    if outcome.refused:
        return replace(told, refused=(*told.refused, _reason(outcome.refused)))
    if outcome.report is None:
        return told
    report = outcome.report
    came = Came(
        report=report.id,
        title=report.title or name,
        claims=len(outcome.claims),
        known=outcome.known,
    )
    return replace(told, reports=(*told.reports, came))


def _reason(error: ClearwayError) -> Reason:
    return Reason(document=error.subject, rule=error.rule, remedy=error.remedy)


def _refusal(document: str, rule: str, remedy: str) -> Told:
    return Told(refused=(Reason(document=document, rule=rule, remedy=remedy),))
