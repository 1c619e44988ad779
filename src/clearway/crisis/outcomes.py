"""What reading, resolving and drawing come to."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from clearway.errors import ClearwayError
from clearway.model import Claim, Picture, Release, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one report, or of a document that was refused.

    `known` is true where the ledger already held this report, read in just this way; its claims are then the
    ledger's. `supersedes` names the reports of which this one is a later version.
    """

    document: str
    report: Report | None = None
    claims: tuple[Claim, ...] = ()
    known: bool = False
    supersedes: tuple[str, ...] = ()
    refused: ClearwayError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSummary:
    """What a reading came to: how many reports were read and already known, what was refused, claims by kind.

    `reports` and `claims` are there only where `keep` asked for them: a reading may be of more than memory holds.
    """

    read: int
    known: int
    refused: tuple[ClearwayError, ...]
    by_kind: Mapping[str, int]
    reports: tuple[Report, ...] = field(default=(), repr=False)
    claims: tuple[Claim, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, outcomes: Iterable[Outcome], *, keep: bool = False) -> Self:
        """The sum of outcomes as they come; claims of reports that were already known are not counted again."""
        read = known = 0
        refused: list[ClearwayError] = []
        by_kind: Counter[str] = Counter()
        reports: list[Report] = []
        claims: list[Claim] = []
        for outcome in outcomes:
            if outcome.refused:
                refused.append(outcome.refused)
            if outcome.report:
                known += outcome.known
                read += not outcome.known
                by_kind.update(claim.kind for claim in outcome.claims if not outcome.known)
                if keep:
                    reports.append(outcome.report)
                    claims += outcome.claims
        return cls(
            read=read,
            known=known,
            refused=tuple(refused),
            by_kind=dict(by_kind.most_common()),
            reports=tuple(reports),
            claims=tuple(claims),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What resolving again came to: reports looked at, and claims whose places now stand for something else."""

    reports: int
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A picture whose findings have passed the gate, the release behind it, and the day from which ages are counted.

    `left` tells of each topic how many findings a glance left out, `ends` the line behind which these are where there
    are any; `None` where the picture is whole.
    """

    picture: Picture
    release: Release
    today: date
    left: Mapping[str, int] | None = None
    ends: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as HTML, and the release that it shows."""

    html: str = field(repr=False)
    release: Release
