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
    """What a reading came to: how many reports were read and already known, what was refused, claims by kind."""

    read: int
    known: int
    refused: tuple[ClearwayError, ...]
    by_kind: Mapping[str, int]
    reports: tuple[Report, ...] = field(repr=False)
    claims: tuple[Claim, ...] = field(repr=False)

    @classmethod
    def of(cls, outcomes: Iterable[Outcome]) -> Self:
        """The sum of outcomes; claims of reports that were already known are not counted again."""
        kept = tuple(outcomes)
        good = [outcome for outcome in kept if outcome.report]
        new = [outcome for outcome in good if not outcome.known]
        return cls(
            read=len(new),
            known=len(good) - len(new),
            refused=tuple(outcome.refused for outcome in kept if outcome.refused),
            by_kind=dict(Counter(claim.kind for outcome in new for claim in outcome.claims).most_common()),
            reports=tuple(outcome.report for outcome in good if outcome.report),
            claims=tuple(claim for outcome in good for claim in outcome.claims),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What resolving again came to: reports looked at, and claims whose places now stand for something else."""

    reports: int
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A picture whose findings have passed the gate, the release behind it, and the day from which ages are counted."""

    picture: Picture
    release: Release
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as HTML, and the release that it shows."""

    html: str = field(repr=False)
    release: Release
