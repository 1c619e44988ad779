"""Which claims somebody asks for."""

from dataclasses import dataclass
from datetime import date

from clearway.model.box import Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Every condition that is given must hold; an empty query asks for all current claims.

    `place` is part of a name (accents and case aside) or a whole P-code or gazetteer id; `first` and `last` ask for
    claims whose period touches these days, both inclusive, where a claim without a period stands for the day on
    which it was published; `source` is part of the name of a speaker or of the publisher; `text` are words of the
    sentence or the report's title, with "quoted phrases"; `report` is a report's id or the start of one; `as_of`
    asks for what was published on or before that day; `box` for claims one of whose places may reach into it.
    `current` leaves out superseded reports and readings. `after` is the whole id of a claim: what comes behind it is
    asked for, so that a long list is read page by page.
    Raises `ValueError` when `last` comes before `first`, or `limit` is negative.
    """

    kind: str | None = None
    place: str | None = None
    first: date | None = None
    last: date | None = None
    source: str | None = None
    text: str | None = None
    report: str | None = None
    as_of: date | None = None
    limit: int | None = None
    after: str | None = None
    current: bool = True
    box: Box | None = None

    def __post_init__(self) -> None:
        if self.first and self.last and self.last < self.first:
            raise ValueError(f"a query asks for days up to {self.last}, before they start on {self.first}")
        if self.limit is not None and self.limit < 0:
            raise ValueError(f"a query cannot ask for {self.limit} claims")
