"""The one API: a crisis is a ledger, a gazetteer, and what one asks of them.

>>> from clearway import Crisis
>>> with Crisis.open(tmp / "idlib.db") as crisis:  # doctest: +SKIP
...     crisis.read(["reports/"])
...     crisis.picture()
"""

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self

from clearway.crisis.asking import add_places, kinds, places_beside
from clearway.crisis.deciding import Deciding
from clearway.crisis.looking import Looking
from clearway.crisis.outcomes import Drawn, Outcome, Page, ReadSummary, Resolved
from clearway.crisis.reading import ClaimReader, Intake, claims_of_each, some_of
from clearway.errors import RefusedDocument, SkipError, UsageError
from clearway.model import (
    Change,
    Claim,
    Corridor,
    Document,
    Finding,
    Hints,
    Incident,
    IncidentQuery,
    Picture,
    Profile,
    Query,
    Relation,
    Release,
    Report,
    Story,
    Watched,
)

if TYPE_CHECKING:
    from clearway.crisis.apart import Apart
    from clearway.crisis.checking import Checked
    from clearway.crisis.listing import Listed
    from clearway.crisis.merging import Merged
    from clearway.ledger import Ledger
    from clearway.ledger.protocol import Counts
    from clearway.places import Added, Gazetteer


NO_HINTS = Hints()
EVERYTHING = Query()
EVERY_INCIDENT = IncidentQuery()
_TRIES = 3
"""How often it is folded again where somebody wrote just between folding and looking."""
_TURNS = 1_000
"""How often folding goes on by what was read or judged while it went on; what it has folded stays."""
MOST_WHOLE = 5_000
"""Findings up to which a picture is drawn whole even where only the first of each topic are looked at."""


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


class Crisis(Deciding, Looking):
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

    def claims(self, query: Query = EVERYTHING, *, profile: Profile = Profile.RESTRICTED) -> Release:
        """The claims asked for, and the reports that hold them; raises `UsageError` for a kind that nobody lists."""
        if query.kind:
            kinds().named(query.kind)
        with self.ledger.moment():
            claims = tuple(self.ledger.claims(query))
            return self.release(self._reports_of(claims), claims, profile=profile)

    def reports(self, *, most: int = 50, before: str | None = None, profile: Profile = Profile.RESTRICTED) -> "Listed":
        """The first `most` reports, newest first, with how many claims each holds; `before` is where a list went on.

        Raises `UsageError` for a `before` that no list gave.
        """
        from clearway.crisis.listing import listed

        return listed(self.ledger, most, before, lambda reports: self.release(reports, (), profile=profile))

    def counts(self, *, as_of: date | None = None) -> "Counts":
        """How many reports, claims and (as far as they are folded) findings of each topic were known on a day."""
        return self.ledger.counts(as_of)

    def report(self, report: str, *, profile: Profile = Profile.RESTRICTED) -> Release:
        """One report, by its id or the start of it, with all its current claims; `UsageError` for none or several."""
        found = self.ledger.report(report)
        return self.release((found,), tuple(self.ledger.claims(Query(report=found.id))), profile=profile)

    def show(self, claim: str, *, profile: Profile = Profile.RESTRICTED, beside: bool = True) -> Release:
        """One claim, by its id or the start of it, or the whole id it has outside; `UsageError` for none or several.

        Behind it come the claims that it has to do with, and what it is to them, where these are wanted `beside` it;
        without them it is told as on the page of its report.
        """
        from clearway.crisis.picturing import once, related

        reports_of = once(self._reports_of)

        try:
            found = self.ledger.claim(claim)
        except UsageError:
            outside = self._released_as(claim)
            if outside is None:
                raise
            found = outside
        if not beside:
            return self.release(reports_of([found]), (found,), profile=profile)
        with self._seeing():
            ties, others = related(self.ledger, found, reports_of)  # first, so that its report is read with theirs
            alone = self.release(reports_of([found]), (found,), profile=profile)
            if not ties or not alone.claims:
                return alone
            claims = (found, *others)
            return self.release(reports_of(claims), claims, relations=ties, profile=profile)

    def _released_as(self, outside: str) -> Claim | None:
        """The claim that has this id outside."""
        from clearway.exports import released_as, report_of

        begins = report_of(outside)
        reports = self.ledger.reports_beginning(begins) if begins else ()
        found = (released_as(outside, self.ledger.claims(Query(report=report))) for report in reports)
        return next((claim for claim in found if claim), None)

    def picture(
        self, *, as_of: date | None = None, policy: str | None = None, profile: Profile = Profile.RESTRICTED
    ) -> Drawn:
        """What the claims published up to `as_of` (all, where no day is given) come to.

        Raises `UsageError` for a policy that is not there.
        """
        from clearway.crisis.picturing import picture_of
        from clearway.picture import equations, totals

        with self._seeing() as folded:
            picture, reports, claims = picture_of(self.ledger, as_of, policy, folded=folded)
            release = self.release(reports, claims, picture.findings, profile=profile)
        today = as_of or self.today
        told = (release.findings, release.claims)
        added = totals(*told, lambda area: self.gazetteer.siblings(area))  # opened only where areas are added
        drawn = replace(picture, findings=release.findings, equations=equations(*told), totals=added)
        return Drawn(picture=drawn, release=release, today=today)

    def glance(
        self,
        most: int,
        *,
        as_of: date | None = None,
        policy: str | None = None,
        profile: Profile = Profile.RESTRICTED,
        larger_than: int = MOST_WHOLE,
        topic: str | None = None,
        after: str | None = None,
    ) -> Drawn:
        """The picture, of a large ledger only the first `most` findings of every topic, or of one behind a line.

        These are the first of the whole picture that no newer ones replaced; sums are then checked among them alone,
        and what `profile` lets out is told by them and all claims of their reports. Raises `UsageError` for a policy
        that is not there.
        """
        from clearway.crisis.choosing import chosen_by
        from clearway.crisis.glancing import glance
        from clearway.picture import POLICIES, check_policy, equations

        policy = policy or next(iter(POLICIES))
        check_policy(policy)
        asked = {"larger_than": larger_than, "topic": topic, "after": after}
        with self._seeing() as folded:
            seen = glance(self.ledger, as_of, most, **asked) if folded else None  # type: ignore[arg-type]
            if seen is not None:
                claims = tuple(self.ledger.claims_named(name for one in seen.findings for name in one.claims))
                reports = self._reports_of(claims)
                findings = chosen_by(self.ledger, policy, seen.findings, claims, reports)
                release = self.release(reports, claims, findings, profile=profile)
        if seen is None:
            return self.picture(as_of=as_of, policy=policy, profile=profile)
        picture = Picture(
            as_of=as_of,
            policy=policy,
            findings=release.findings,
            reports=seen.reports,
            claims=seen.claims,
            equations=equations(release.findings, release.claims),
        )
        return Drawn(picture=picture, release=release, today=as_of or self.today, left=seen.left, ends=seen.ends)

    def diff(self, first: date, last: date, *, profile: Profile = Profile.RESTRICTED) -> Release:
        """What changed in the picture from the end of one day to the end of another, with the claims behind it.

        Raises `UsageError` where the second day is not the later one, `LedgerError` where the ledger may not be
        written and holds what was not folded yet.
        """
        from clearway.crisis.outlines import whole
        from clearway.crisis.picturing import changed, named_by

        with self._seeing():
            found = [whole(one) for one in changed(self.ledger, first, last)]
            claims = named_by(self.ledger, found)
            return self.release(self._reports_of(claims), claims, changes=found, profile=profile)

    def check(self, sentence: str, *, as_of: date | None = None, profile: Profile = Profile.RESTRICTED) -> "Checked":
        """What is known of a sentence: which claims support it, contradict it or stand beside it. Nothing is kept.

        Days in it are counted from `as_of`, else from today. Raises `UsageError` for an empty sentence.
        """
        from functools import partial

        from clearway.crisis.checking import checked, known_of, sentence_report
        from clearway.crisis.judging import Way

        own = sentence_report(sentence, as_of or self.today)
        (claims,) = claims_of_each(self.reader, [own])
        if isinstance(claims, SkipError):
            raise claims
        known = known_of(self.ledger, claims, as_of)
        gate = partial(self.release, beside=known, profile=profile)
        rulings = Way(self.ledger).rulings
        return checked((own, claims), known, self._reports_of(known), rulings, self.ledger.sketches, gate)

    def incidents(
        self,
        query: IncidentQuery = EVERY_INCIDENT,
        *,
        as_of: date | None = None,
        profile: Profile = Profile.RESTRICTED,
    ) -> Release:
        """The events asked for, of all that the claims published up to `as_of` tell of, and the claims that tell them.

        Where no day is given they are kept in the ledger, so that a page of them is looked up; as of a day they are
        made from its claims, those around the days asked for alone. A profile other than `restricted` looks at all
        events first, lest a page tells what another hides.
        """
        from clearway.crisis.happened import chosen, incidents_of

        restricted = profile is Profile.RESTRICTED
        with self._seeing(events=True) as folded:
            found, claims = incidents_of(self.ledger, as_of, query if restricted else EVERY_INCIDENT, folded=folded)
            release = self.release(self._reports_of(claims), claims, incidents=found, profile=profile)
        if restricted:
            return release
        named = {claim.id: claim for claim in release.claims}
        return replace(release, incidents=chosen(release.incidents, named, query))

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

    def page(
        self,
        *,
        as_of: date | None = None,
        policy: str | None = None,
        title: str = "Clearway",
        profile: Profile = Profile.RESTRICTED,
        corridors: Sequence[tuple[Corridor, Watched]] = (),
    ) -> "Page":
        """One self-contained page of the crisis, as HTML, with its pictures of all days up to `as_of`.

        `corridors` are records with how they stand (`crisis.corridors.watch`); a page with one is restricted.
        """
        from clearway.crisis.days import days_of, drawn_of
        from clearway.exports import page
        from clearway.picture import totals

        with self._seeing() as folded:
            known = days_of(self.ledger, as_of, policy, profile, folded=folded)
            release = self.release(known.reports, known.claims, story=known.story, beside=known.claims, profile=profile)
        drawn = drawn_of(release, as_of, policy, today=as_of or self.today)
        added = totals(release.findings, release.claims, lambda area: self.gazetteer.siblings(area))
        whole = replace(drawn.picture, totals=added)
        html = page(drawn.release, whole, title=title, judged_at=drawn.today, corridors=corridors)
        return Page(html=html, release=drawn.release)

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
