"""The one API: a crisis is a ledger, a gazetteer, and what one asks of them.

>>> from clearway import Crisis
>>> with Crisis.open(tmp / "idlib.db") as crisis:  # doctest: +SKIP
...     crisis.read(["reports/"])
...     crisis.picture()
"""

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self

from clearway.crisis.asking import add_places, places_beside
from clearway.crisis.deciding import Deciding
from clearway.crisis.drawing import Drawing
from clearway.crisis.looking import Looking
from clearway.crisis.outcomes import Outcome, ReadSummary, Resolved
from clearway.crisis.reading import ClaimReader, Intake, some_of
from clearway.crisis.showing import Showing
from clearway.errors import RefusedDocument, UsageError
from clearway.model import (
    Change,
    Claim,
    Document,
    Finding,
    Hints,
    Incident,
    Profile,
    Query,
    Relation,
    Release,
    Report,
    Story,
)

if TYPE_CHECKING:
    from clearway.crisis.apart import Apart
    from clearway.crisis.merging import Merged
    from clearway.ledger import Ledger
    from clearway.places import Added, Gazetteer


NO_HINTS = Hints()
_TRIES = 3
"""How often it is folded again where somebody wrote just between folding and looking."""
_TURNS = 1_000
"""How often folding goes on by what was read or judged while it went on; what it has folded stays."""


def utc_now() -> datetime:
    """The clock that holds unless another is passed in."""
    return datetime.now(UTC)


def make_reader(gazetteer: "Gazetteer") -> "ClaimReader":
    """What reads claims out of reports; loads the language model."""
    from clearway.claims import Reader

    return Reader(gazetteer)


def reader_apart(places: Path, gazetteer: Callable[[], str]) -> "Apart":
    """What reads in processes of its own."""
    from clearway.crisis.apart import Apart

    return Apart(places=places, gazetteer=gazetteer)


class Crisis(Showing, Drawing, Deciding, Looking):
    """A crisis: everything that was reported of it, who said it, and what that comes to.

    Whatever leaves (`claims`, `show`, `picture`, `page`) takes a `profile` and passes the gate. `now` is the clock.
    """

    def __init__(
        self,
        ledger: "Ledger",
        *,
        places: Path,
        named: bool = False,
        now: Callable[[], datetime] = utc_now,
        apart: bool = False,
    ) -> None:
        self.ledger = ledger
        self.places = places
        self._named = named
        self._now = now
        self.apart = reader_apart(places, lambda: self.gazetteer.sha256) if apart else None
        self._folding = threading.Lock()
        self._closing = ExitStack()
        self._closing.enter_context(ledger)

    @classmethod
    def open(
        cls,
        path: Path | str = "clearway.db",
        *,
        gazetteer: Path | str | None = None,
        create: bool = True,
        now: Callable[[], datetime] = utc_now,
        apart: bool = False,
        away: float | None = None,
        tell: Callable[[str], None] | None = None,
    ) -> Self:
        """The crisis in the ledger at `path`, a file or `postgresql://HOST/DATABASE`.

        It is made where there is none, unless `create` is false. `gazetteer` is the file of the user's own places;
        without it, `NAME-places.db` beside the ledger `NAME.db`, where there is one (see `places_beside`). With
        `apart`, whatever reads does so in processes of its own (`clearway.crisis.apart`). A server that cannot be
        reached is waited for `away` seconds, else for half a minute. `tell` is told of what takes a while. Raises
        `LedgerError` where it is no ledger, cannot be reached or cannot be made.
        """
        from clearway.ledger import open_ledger

        places = Path(gazetteer) if gazetteer else places_beside(path)
        ledger = open_ledger(path, create=create, away=away, tell=tell)
        return cls(ledger, places=places, named=gazetteer is not None, now=now, apart=apart)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def now(self) -> datetime:
        """The time by the clock."""
        return self._now()

    @property
    def today(self) -> date:
        """The day by the clock."""
        return self._now().date()

    def close(self) -> None:
        """Let go of the ledger and the gazetteer, and end what reads apart."""
        if self.apart:
            self.apart.close()
        self._closing.close()

    def read(
        self,
        paths: Iterable[Path | str],
        *,
        hints: Hints = NO_HINTS,
        stdin: BinaryIO | None = None,
        on_progress: Callable[[Outcome], None] | None = None,
        keep: bool = False,
    ) -> ReadSummary:
        """Read files and folders ("-" is `stdin`) into the ledger; what cannot be read is in `refused`.

        The summary holds the reports and claims themselves only with `keep`.
        """

        def told() -> Iterator[Outcome]:
            for outcome in self.reading(paths, hints=hints, stdin=stdin):
                if on_progress:
                    on_progress(outcome)
                yield outcome

        return ReadSummary.of(told(), keep=keep)

    def reading(
        self, paths: Iterable[Path | str], *, hints: Hints = NO_HINTS, stdin: BinaryIO | None = None
    ) -> Iterator[Outcome]:
        """Read as `read` does, giving each outcome once its report is safe in the ledger."""
        from clearway.sources import documents

        return self.receive(documents(tuple(str(path) for path in paths), hints=hints, stdin=stdin))

    def receive(self, documents: Iterable[Document | RefusedDocument]) -> Iterator[Outcome]:
        """Read documents whose bytes are in hand, as `reading` does with files."""
        from clearway.sources import Sandbox

        with nullcontext(self.apart) if self.apart else Sandbox() as sandbox:
            intake = self._intake
            found = (part for document in documents for part in intake.found(document, sandbox))
            while some := some_of(found):
                yield from intake.keep_each(some)

    def export(self) -> Iterator[str]:
        """Everything that the ledger keeps, as canonical JSON lines; it is `restricted`, whoever it is for."""
        from clearway.crisis.merging import exported

        return exported(self.ledger)

    def merge(self, other: Path | str) -> "Merged":
        """Put all that another ledger keeps into this one; raises `LedgerError` where it is none."""
        from clearway.crisis.merging import merge
        from clearway.ledger import open_ledger

        with open_ledger(other, create=False) as opened:
            return merge(self.ledger, opened)

    def fold_in(self, *, events: bool = False, on_progress: Callable[[int], None] | None = None) -> bool:
        """Fold what was read or judged since the last picture into the ledger; false where it may not be written.

        Only what new reports and judgements speak of is folded again. With `events`, claims are joined to incidents
        too, which a picture need not wait for.
        """
        from clearway.crisis.joining import Joiner
        from clearway.crisis.judging import Way
        from clearway.crisis.superseding import superseded_in
        from clearway.picture import version

        if not self.ledger.writable:
            return False
        if self.ledger.is_folded(version(), joined=events):
            return True
        with self._folding:  # others wait for what one of them does
            for _ in range(_TURNS):
                way = Way(self.ledger)
                self.ledger.fold_in(
                    way.cells,
                    way.fold,
                    superseded_in,
                    version=version(),
                    sketching=way.sketch,
                    joining=Joiner(way),
                    join=events,
                    on_progress=on_progress,
                )
                if self.ledger.is_folded(version(), joined=events):
                    break
        return True

    def resolve(self) -> Resolved:
        """Resolve the places of all current claims again, in reports that another gazetteer was used for."""
        from clearway.places.anew import resolved_anew

        looked = changed = 0
        for report in self.ledger.reports():
            if self.ledger.readings(report.id)[-1].gazetteer == self.gazetteer.sha256:
                continue
            claims = tuple(one for one in self.ledger.claims(Query(report=report.id)) if not one.by_hand)
            anew = resolved_anew(claims, text=report.text, gazetteer=self.gazetteer)
            self.ledger.resolve(report.id, anew, gazetteer=self.gazetteer.sha256, at=self._now())
            looked += 1
            changed += sum(old.places != new.places for old, new in zip(claims, anew, strict=True))
        return Resolved(reports=looked, claims=changed)

    def add_places(self, file: Path | str) -> "Added":
        """Add a GeoNames country dump or OCHA COD-AB file to the user's own places.

        Claims that were read before keep their places until `resolve`. Raises `RefusedDocument` for a file that
        cannot be used.
        """
        added = add_places(file, self.places)
        for stale in ("gazetteer", "reader"):
            self.__dict__.pop(stale, None)
        return added

    @cached_property
    def gazetteer(self) -> "Gazetteer":
        """The built-in places and the user's own; raises `UsageError` where a file was named and is not there."""
        from clearway.places import Gazetteer

        if self._named and not self.places.exists():
            remedy = "add places to it first (clearway gazetteer add), or name another"
            raise UsageError(str(self.places), rule="there is no such gazetteer", remedy=remedy)

        user = self.places if self.places.exists() else None
        # what reads looks up thousands of names; where it is apart, here are only a few looked up
        return self._closing.enter_context(Gazetteer.open(user=user, mapped=self.apart is None))

    @cached_property
    def reader(self) -> ClaimReader:
        """What reads claims; made when there is something to read, because its language model takes a second."""
        if self.apart:
            return self.apart
        return make_reader(self.gazetteer)

    def begin_to_read(self) -> None:
        """Make ready what reads, behind whoever asks, where it reads apart: a sentence is about to be checked."""
        if self.apart:
            self.apart.begin()

    def _let_out(self, claims: Sequence[Claim]) -> Release:
        return self.release(self._reports_of(claims), claims, profile=Profile.RESTRICTED)

    def release(
        self,
        reports: Iterable[Report],
        claims: Iterable[Claim],
        findings: Iterable[Finding] = (),
        *,
        changes: Iterable[Change] = (),
        relations: Iterable[Relation] = (),
        incidents: Iterable[Incident] = (),
        story: Story | None = None,
        beside: Iterable[Claim] | None = None,
        profile: Profile,
    ) -> Release:
        """What of these records `profile` allows to leave: the one gate.

        It looks at all that their reports claim, or at `beside`, so that what one claim hides no other tells.
        """
        from clearway.exports import release

        reports, claims = tuple(reports), tuple(claims)
        if beside is None and profile is not Profile.RESTRICTED:
            whole = len(claims) > 1 and len(claims) == self.ledger.counts(None).claims
            beside = () if whole else self.ledger.claims_in(report.id for report in reports)
        return release(
            reports,
            claims,
            findings,
            changes=changes,
            relations=relations,
            incidents=incidents,
            story=story,
            beside=beside or (),
            profile=profile,
        )

    @contextmanager
    def _seeing(self, *, events: bool = False) -> Iterator[bool]:
        """What is read within it is of one moment, in which everything is folded, where that may be; whether it may.

        With `events`, claims are joined to incidents too.
        """
        from clearway.picture import version

        with self.ledger.moment():  # most often nothing is to be folded, and that need not be asked twice
            if self.ledger.writable and self.ledger.is_folded(version(), joined=events):
                yield True
                return
        for _ in range(_TRIES):
            folded = self.fold_in(events=events)
            with self.ledger.moment():
                if not folded or self.ledger.is_folded(version(), joined=events):
                    yield folded
                    return
        with self.ledger.moment():  # others write without a pause; what they wrote last comes with the next picture
            yield folded

    @property
    def _intake(self) -> Intake:
        return Intake(ledger=self.ledger, reader=lambda: self.reader, gazetteer=self.gazetteer.sha256, now=self._now)

    def _reports_of(self, claims: Iterable[Claim]) -> tuple[Report, ...]:
        names = dict.fromkeys(claim.report for claim in claims)
        found = {report.id: report for report in self.ledger.reports_named(names)}
        return tuple(found[name] for name in names)
