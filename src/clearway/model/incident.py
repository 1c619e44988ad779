"""One event as several claims tell it."""

from dataclasses import dataclass, replace
from datetime import date

from clearway.model.claim import Sensitivity
from clearway.model.finding import Bound, State
from clearway.model.grade import Grade
from clearway.model.identity import identify
from clearway.model.period import Period

LINE = "\x1f"
"""Between the parts of a place in line: sorts before whatever is written in them."""

NAMED = 200
"""Characters of its place's name by which an incident is put in line."""


SHOWN = 500
"""Characters of its place's name in which a part is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """What one event did to one group, or to things of one unit: low, best and high, each naming its claims.

    `group` is `None` for people as such. Harms of one incident may count the same people twice and are never added.
    `part_of` is the number of which the words say that it is a part.
    """

    kind: str
    group: str | None
    unit: str
    low: Bound | None
    best: Bound | None
    high: Bound | None
    state: State
    claims: tuple[str, ...]
    part_of: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alleged:
    """Whom somebody says did it, and who says so; `own` where the party says it of itself."""

    actor: str
    by: tuple[str, ...]
    claims: tuple[str, ...]
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Claims of one event, joined: where, when, what it was, whom it harmed, who is said to have done it.

    The id is the hash of place and days; of several that have these in common it is that of the one with most claims,
    and the others have the first of their claims in it too. `radius_km` is how far from the place its claims reach.
    `reason` says in words why the grade. `origins` counts sources, with copies of one wire as one. `joined` says in
    words how its claims were joined. `claims` holds the denials too.
    """

    id: str
    kinds: tuple[str, ...]
    place: str | None
    place_id: str | None
    radius_km: float | None
    period: Period | None
    harms: tuple[Harm, ...]
    alleged: tuple[Alleged, ...]
    causes: tuple[str, ...]
    facilities: tuple[str, ...]
    grade: Grade
    reason: str
    sources: tuple[str, ...]
    origins: int
    claims: tuple[str, ...]
    denials: tuple[str, ...]
    joined: tuple[str, ...]
    latest: date | None
    sensitivity: Sensitivity = Sensitivity.LOW

    @property
    def lead(self) -> str:
        """The first of its claims that is no denial: of no other incident."""
        return min(set(self.claims) - set(self.denials))

    @property
    def day(self) -> date | None:
        """Its first day, or the one on which it was last told."""
        return self.period.first if self.period else self.latest

    @property
    def line(self) -> str:
        """Its place in line, as text that sorts: by day, place and id."""
        return LINE.join(((self.day or date.max).isoformat(), (self.place or "")[:NAMED], self.id))

    def aside(self) -> "Incident":
        """The same under the id that it has beside one with more claims of its place and days."""
        return replace(self, id=identify("incident", self.id, self.lead))


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """An incident and the areas that its claims name, as in keys ("SY", and "SY/SY07")."""

    incident: Incident
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentQuery:
    """Every condition that is given must hold; an empty query asks for all incidents.

    `kind` is that of one of its claims, `place` part of its place's name, whatever the case, `area` a country's code
    ("SY") or a first-level area's behind it ("SY/SY07"); its days touch those from `first` to `last`, both inclusive,
    where an incident without days stands for the one on which it was last told. `after` is the line behind which the
    listing goes on. Raises `ValueError` when `last` comes before `first`, or `limit` is negative.
    """

    kind: str | None = None
    place: str | None = None
    area: str | None = None
    first: date | None = None
    last: date | None = None
    after: str | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        if self.first and self.last and self.last < self.first:
            raise ValueError(f"a query asks for days up to {self.last}, before they start on {self.first}")
        if self.limit is not None and self.limit < 0:
            raise ValueError(f"a query cannot ask for {self.limit} incidents")

    def asks_for(self, incident: Incident) -> bool:
        """Whether the incident is asked for, whatever its area and the limit."""
        told = incident.latest or date.max
        first, last = (incident.period.first, incident.period.last) if incident.period else (told, told)
        return (
            (self.after is None or incident.line > self.after)
            and (self.kind is None or self.kind in incident.kinds)
            and (self.place is None or self.place.casefold() in (incident.place or "").casefold()[:SHOWN])
            and (self.first is None or last >= self.first)
            and (self.last is None or first <= self.last)
        )
