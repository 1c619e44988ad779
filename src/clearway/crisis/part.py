"""What every part of a crisis has from the whole: its ledger, the clock, the gazetteer, the reader, and the gate."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import TYPE_CHECKING

from clearway.model import Change, Claim, Finding, Incident, Profile, Relation, Release, Report, Story

if TYPE_CHECKING:
    from clearway.crisis.reading import ClaimReader
    from clearway.ledger import Ledger
    from clearway.places import Gazetteer


class Part:
    """A part of a crisis, which the whole is put together of."""

    ledger: "Ledger"

    @property
    def now(self) -> datetime:
        """The time by the clock."""
        raise NotImplementedError

    @property
    def today(self) -> date:
        """The day by the clock."""
        raise NotImplementedError

    @property
    def gazetteer(self) -> "Gazetteer":
        """The places that are known."""
        raise NotImplementedError

    @property
    def reader(self) -> "ClaimReader":
        """What reads claims."""
        raise NotImplementedError

    def _seeing(self, *, events: bool = False) -> AbstractContextManager[bool]:
        raise NotImplementedError

    def _reports_of(self, claims: Iterable[Claim]) -> tuple[Report, ...]:
        raise NotImplementedError

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
        """What of these records may leave."""
        raise NotImplementedError
