"""What a ledger does, whatever database is under it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import TracebackType
from typing import NamedTuple, Protocol, Self, TypeAlias

from clearway.model import (
    Cell,
    Claim,
    Finding,
    Incident,
    IncidentQuery,
    Judgement,
    Key,
    Known,
    Occurrence,
    Query,
    Report,
    Spot,
    Told,
    Trace,
)

Keying = Callable[[Sequence[Claim], date | None], Mapping[str, Cell]]
"""The key and home of each claim of one report, by its id, given the day of publication."""

Folding = Callable[[Key, Sequence[Told], Sequence[Known], date | None], Iterable[Known]]
"""What the claims of one key, or of one home in it, have come to, with the days on which it stood so.

From a day on, where one is given: the claims are then those that count on it or later, and with them come the findings
that stood on the day before.
"""

Span: TypeAlias = tuple[date, date | None]
"""From a day until another, itself exclusive; `None` until now."""

Superseding = Callable[[Sequence[Known]], Sequence[Sequence[Span]]]
"""For each finding of one series the spans of days in which a newer one had its place."""

Sketching = Callable[[str], bytes]
"""What is kept of a report's text so that copies of it are found."""


class Joining(Protocol):
    """How claims of events are joined; what holds of them by judgements stays the same as long as it lives."""

    @property
    def kinds(self) -> Collection[str]:
        """The kinds of the claims that can be of an event or deny one."""
        ...

    @property
    def ruled(self) -> Mapping[str, str]:
        """For each judged claim a word that is another one where something else holds of it."""
        ...

    @property
    def ties(self) -> Mapping[str, Collection[str]]:
        """For claims that are judged to hang together, all that do."""
        ...

    def begin(self) -> None:
        """Let go of the claims that were told before."""
        ...

    def traces(self, told: Sequence[Told]) -> Mapping[str, Trace]:
        """The trace of each claim that can be of an event or deny one, by its id."""
        ...

    def heaps(self, told: Sequence[Told]) -> Iterable[Iterable[str]]:
        """The ids of the claims of each heap that claims make; their traces were asked for before."""
        ...

    def meant(self, denials: Sequence[Told], told: Sequence[Told]) -> Iterable[str]:
        """The ids of the claims that any of the denials means."""
        ...

    def incidents(self, heaps: Iterable[Sequence[Told]], denials: Sequence[Told]) -> Iterable[Occurrence]:
        """The incidents that heaps make with those of the denials that mean them."""
        ...


class Outcome(StrEnum):
    """What adding a report came to.

    `new`: the ledger had nothing of it. `known`: it had this report under this very reading, and nothing was
    written. `confirmed`: it had the report, and another reading of it was written. `version`: it had the same
    document with other particulars, or nearly the same text from the same url; both stay, one supersedes.
    """

    NEW = "new"
    KNOWN = "known"
    CONFIRMED = "confirmed"
    VERSION = "version"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One run of an extractor and a gazetteer over a report; `gazetteer` is the gazetteer's hash, `at` in UTC.

    The newest reading of a report is its current one. `turn` tells readings of the same moment apart.
    """

    id: str
    report: str
    extractor: str
    version: str
    gazetteer: str
    at: datetime
    turn: int = 0
    claims: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What was written, and what it changed.

    `new` claims were said for the first time, `confirmed` ones the ledger already held, `dropped` ones were in the
    report's current reading before and are not in this one. `supersedes` names the reports that this one replaces;
    `superseded_by` the one that replaces it, where a later version was there first.
    """

    status: Outcome
    report: str
    reading: str
    new: int = 0
    confirmed: int = 0
    dropped: int = 0
    supersedes: tuple[str, ...] = ()
    superseded_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A report with all its readings, oldest first, each with the claims that it made, by their ids."""

    report: Report
    readings: tuple[tuple[Reading, tuple[Claim, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much was known on a day: reports, claims, and findings by topic."""

    reports: int
    claims: int
    findings: Mapping[str, int]


class Stood(NamedTuple):
    """A finding, by its record, as it stood from one day until another, and its place in the picture."""

    record: str
    since: date
    until: date | None
    line: str


class Naming(NamedTuple):
    """A finding, by its id and record, that names a claim, and whether a newer one took its place."""

    id: str
    superseded: bool
    record: str


class Ledger(Protocol):
    """Reports, readings, claims and judgements, each kept for good.

    Every method raises `LedgerError` where the database fails, is locked for too long, or is only readable.
    """

    def add(
        self, report: Report, claims: Sequence[Claim], *, gazetteer: str, extractor: str, version: str, at: datetime
    ) -> Added:
        """Write a report and one reading of it, all or nothing; on return it is safe on the disk.

        Raises `LedgerError` when a passage does not cut its words out of the report's text or a record does not
        come back equal from its JSON, `UsageError` when `at` has no time zone. Nothing is written then.
        """
        ...

    def together(self) -> AbstractContextManager[None]:
        """Within it, what this thread writes is kept as one: safe on the disk at its end, or gone if it fails.

        One call that fails within it writes nothing, as ever; others wait meanwhile if they want to write.
        """
        ...

    def moment(self) -> AbstractContextManager[None]:
        """Within it, all that this thread reads is of one moment, whoever writes meanwhile, itself too."""
        ...

    def resolve(self, report: str, claims: Sequence[Claim], *, gazetteer: str, at: datetime) -> Added:
        """Write the current reading's claims with places resolved by another gazetteer, as a new reading.

        Raises `LedgerError` when the claims are not those of the report's current reading.
        """
        ...

    def add_by_hand(self, report: str, claims: Sequence[Claim], *, by: str, at: datetime) -> str:
        """Keep claims that a person found in a report, whatever other readings come; the id of what they were kept as.

        They are current from when a judgement `add` or `split` names them, until that is undone. Raises as `add` does.
        """
        ...

    def known(self, sha256: str, *, extractor: str, version: str, gazetteer: str) -> tuple[str, ...]:
        """The reports out of a document of these bytes that were read in just this way, in the document's order.

        A document that holds several reports may be known in part, when its reading was interrupted.
        """
        ...

    def holds(self, report: str, *, extractor: str, version: str, gazetteer: str) -> bool:
        """Whether the report of exactly this id was read in just this way."""
        ...

    def reports(self, *, current: bool = True, as_of: date | None = None) -> Iterator[Report]:
        """Reports by day of publication and id; `as_of` leaves out those published later or nobody knows when."""
        ...

    def latest(self, most: int, *, before: tuple[date, str] | None = None) -> Iterator[tuple[Report, int]]:
        """The first current reports with how many claims each holds, newest first, those of no known day before all.

        `before` is the day (the last of all days where nobody knows it) and id of the report after which they begin.
        """
        ...

    def overtaken(self) -> Mapping[str, date]:
        """The reports that later versions took the place of, each with the day from which they did."""
        ...

    def report(self, id_or_prefix: str) -> Report:
        """The report whose id begins so; raises `UsageError` when there is none or more than one."""
        ...

    def claims(self, query: Query = ...) -> Iterator[Claim]:
        """The claims asked for, by day of publication, report, place in its text, and id.

        A claim comes with the places and particulars of the newest reading that made it.
        """
        ...

    def by_priority(self, query: Query = ...) -> Iterator[str]:
        """The ids of the claims asked for, those first that want a person's eye most; not cut at `limit`."""
        ...

    def claim(self, id_or_prefix: str) -> Claim:
        """The claim whose id begins so, current or not; raises `UsageError` when there is none or more than one."""
        ...

    def claims_named(self, ids: Iterable[str]) -> Iterator[Claim]:
        """The claims of these whole ids, current or not, by their ids; what the ledger does not hold is left out."""
        ...

    def claims_in(self, reports: Iterable[str]) -> Iterator[Claim]:
        """The current claims of these reports, by the whole ids of these; of one that is not current there are none."""
        ...

    def claims_counted(self, ids: Iterable[str]) -> Iterator[tuple[Claim, date | None, date | None]]:
        """Of claims of these whole ids, those of current readings that counted on the day of their publication.

        Each with that day, and the one from which they do not count any more, where a later version took their place.
        """
        ...

    def reports_beginning(self, prefix: str) -> tuple[str, ...]:
        """The ids of all reports that begin so, in their order."""
        ...

    def reports_named(self, ids: Iterable[str]) -> Iterator[Report]:
        """The reports of these whole ids, by their ids; what the ledger does not hold is left out."""
        ...

    def count_by_kind(self) -> Mapping[str, int]:
        """How many current claims there are of each kind, by the kind's name."""
        ...

    def kinds(self) -> tuple[str, ...]:
        """The kinds of which there are current claims, by their names."""
        ...

    def readings(self, report: str) -> tuple[Reading, ...]:
        """The readings of a report: what persons found first, then oldest first; the last is the current one."""
        ...

    def judge(self, judgement: Judgement) -> bool:
        """Keep a judgement; false when it was already kept.

        Raises `UsageError` when it speaks of claims or judgements that the ledger does not hold.
        """
        ...

    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement, by when it was made and id; the very same tuple as long as nobody judges."""
        ...

    def kept(self) -> Iterator[Kept]:
        """Everything that was ever read, report by report, by the report's id."""
        ...

    def absorb(self, kept: Kept) -> bool:
        """Write what this ledger does not hold yet of another ledger's report and readings; false where it held all."""
        ...

    def replaced(self) -> tuple[str, ...]:
        """The claims that judgements speak of and that are in no current reading."""
        ...

    def fold_in(
        self,
        keying: Keying,
        folding: Folding,
        superseding: Superseding,
        *,
        version: str,
        sketching: Sketching | None = None,
        joining: Joining | None = None,
        join: bool = True,
        on_progress: Callable[[int], None] | None = None,
    ) -> int:
        """Fold the claims that have changed since they were folded; how many keys were folded again.

        `keying` gives each claim its key, `folding` what the claims of one key came to, day by day, `superseding` which
        of the findings of one series newer ones took the place of. What `sketching`
        keeps of a report's text is told with its claims, once for all claims of that text. With `joining`, claims of
        events are joined too, and the incidents kept; one version of folding has it always or never. Without `join`
        they only wait for it. `version` names this way of folding: what another way came to is thrown away first.
        Killed in between, the rest is folded the next time; so it is where somebody reads or judges meanwhile, since
        what is handed over here goes by what was kept when it was called.
        """
        ...

    def is_folded(self, version: str, *, joined: bool = True) -> bool:
        """Whether everything was folded in just this way, and joined to events, so that `fold_in` has nothing to do."""
        ...

    def findings(self, day: date, *, topic: str | None = None, series: str | None = None) -> Iterator[Finding]:
        """The findings that stood on a day (the last of all days: now), as folded, in the picture's order."""
        ...

    def sketches(self, reports: Collection[str]) -> Mapping[str, bytes]:
        """What folding kept of these reports' texts to find their copies by, by the reports' ids, where it did."""
        ...

    def first_of(self, day: date, series: Iterable[str], *, most: int) -> Mapping[str, Sequence[str]]:
        """The records of at most so many findings of each series that stood on a day, in the picture's order.

        They stand under the series; one of which there is none is left out.
        """
        ...

    def current(self, day: date, topic: str, *, most: int, after: str | None = None) -> tuple[Finding, ...]:
        """The first findings of a topic that stood on a day, in the picture's order, behind the line `after` if given.

        Those are left out that newer findings of their series superseded.
        """
        ...

    def beside(self, claim: str) -> Iterator[Claim]:
        """The current claims that are folded under the same key as a claim, itself among them."""
        ...

    def changes(self, after: date, day: date) -> Iterator[Known]:
        """Findings whose standing began or ended after the day `after` and up to `day`."""
        ...

    def turned(self, after: date, day: date) -> Sequence[Stood]:
        """Those of the `changes` that did not come and go in between, by the day since when they stood."""
        ...

    def incidents(self, query: IncidentQuery = ..., *, skip: int = 0) -> Iterator[Incident]:
        """The incidents asked for, as all current claims tell them and as last joined, in the order of their lines.

        The first `skip` of them are left out.
        """
        ...

    def count_incidents(self, query: IncidentQuery = ...) -> int:
        """How many incidents are asked for, whatever the limit, and the line behind which they begin."""
        ...

    def grown(self) -> str:
        """A word that is another one whenever something was kept since: a report, a reading, a judgement.

        As long as it is the same, every answer is, too.
        """
        ...

    def span(self) -> tuple[date | None, date | None]:
        """The first and the last day on which a report was published, where any tells it."""
        ...

    def incidents_by_day(self) -> Iterator[tuple[date, int]]:
        """How many incidents, as last joined, began on each day; the last of all where nobody knows it."""
        ...

    def turns_by_place(self, days: Collection[date] | None = None) -> Iterator[tuple[Spot, str, Mapping[date, int]]]:
        """By how many the claims of each kind that name a place become more or fewer from each day on.

        They come on the day of publication, the last of all days where nobody knows it, and go when a later version
        takes the place of their report: these are told apart, under the same place and kind. Of `days` alone where
        they are given.
        """
        ...

    def turns_by_month(
        self, days: Collection[date] | None = None
    ) -> Iterator[tuple[str, date | None, Mapping[date, int]]]:
        """The same for the claims of each kind that speak of a month, by its first day; `None` where it is unknown.

        A claim speaks of the last day of its period, else of that of its publication.
        """
        ...

    def count_readings(self) -> int:
        """How many readings there are: they never go, so as many as before are the same ones."""
        ...

    def readings_by_day(self) -> Mapping[date, int]:
        """How many readings there are of the reports of each day.

        Where there are as many as before, the day turns as before, too, unless another version of a report of it was
        read, or a claim that a person found there was judged (`days_beside`).
        """
        ...

    def days_beside(self, days: Collection[date], claims: Collection[str]) -> frozenset[date]:
        """These days with those of the reports in which persons found any of the claims, and of all their versions."""
        ...

    def count_at(self, place: str, as_of: date | None) -> Mapping[str, int]:
        """How many claims of each kind name a place, by its spot's id, of those that counted on a day."""
        ...

    def count_by_day(
        self, as_of: date | None, first: date = ..., last: date = ...
    ) -> Iterator[tuple[str, date | None, int]]:
        """How many claims of each kind speak of each of some days, both inclusive, of those that counted on a day.

        Those of which nobody knows when they speak stand under `None`, at the last of all days.
        """
        ...

    def claims_at(
        self,
        place: str | None,
        kinds: Iterable[str],
        *,
        most: int,
        as_of: date | None = None,
        first: date | None = None,
        last: date | None = None,
    ) -> Iterator[Claim]:
        """At most so many claims of each kind that name a place, by its spot's id, or anything where none is given.

        Those come first that speak of the last days: the end of their period, else the day of publication. `first`
        and `last` are the first and last of these, both inclusive.
        """
        ...

    def spot(self, place: str) -> Spot | None:
        """The spot of this id, if a claim ever named it."""
        ...

    def findings_of(self, claims: Sequence[str], day: date) -> Iterator[Naming]:
        """The findings that stood on a day and that name one of these claims, in the picture's order."""
        ...

    def incidents_of(self, claims: Sequence[str], *, most: int) -> Iterator[Incident]:
        """The last so many incidents that name one of these claims, as last joined, in the order of their lines."""
        ...

    def course(self, finding: str, *, most: int) -> Iterator[Known]:
        """How a finding stood, and all others of its series, from first to last; at most so many, the last ones."""
        ...

    def told_often(self, day: date, *, most: int) -> Iterator[Finding]:
        """Of the series of which most findings were made up to a day, the last finding of each, the longest first."""
        ...

    def counts(self, day: date | None) -> Counts:
        """How many reports and claims were known on a day, and how many findings of each topic stood."""
        ...

    @property
    def writable(self) -> bool:
        """Whether the ledger can be written."""
        ...

    def reindex(self) -> None:
        """Build the indexes again from what is kept; changes no answer."""
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...

    def __enter__(self) -> Self:
        """The ledger itself."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        ...
