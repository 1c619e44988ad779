"""What a person says of a stretch of road, as a report with one claim, so that it goes the way of all other claims."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from clearway.corridors.roads.placing import OnRoads
from clearway.errors import UsageError
from clearway.model import (
    Attribution,
    Candidate,
    Claim,
    Level,
    Manner,
    MayRedistribute,
    Passage,
    Period,
    Place,
    Report,
    Says,
    Sensitivity,
    Source,
    SourceKind,
    Status,
)
from clearway.model.place import ON_ROADS

EXTRACTOR = "a person"
VERSION = "1"
FORMAT = "spoken"
TITLE = "A person's report of a road"
MEANS: dict[Says, tuple[str, Status | None, str | None]] = {
    Says.OPEN: ("road_status", Status.OPEN, None),
    Says.LIMITED: ("road_status", Status.LIMITED, None),
    Says.CHECKPOINT: ("road_status", Status.LIMITED, None),
    Says.BLOCKED: ("road_status", Status.CLOSED, None),
    Says.ATTACKED: ("attack", None, None),
    Says.MINED: ("attack", None, "mine"),
}
"""The kind of claim that each word makes, with its status and cause."""
LEAST_KM = 0.5
"""No point is said more exactly: roads are held against a circle at points a kilometre apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """Who says it, what sort of source that is, on which day, and in which words."""

    name: str
    kind: SourceKind
    day: date
    words: str


def road_report(
    says: Says, witness: Witness, ends: Sequence[OnRoads], areas: Sequence[Candidate | None], *, km: float
) -> tuple[Report, Claim]:
    """The report and its claim: of the road between two places, or within `km` of one.

    `areas` are what the gazetteer has for the places, for their country and province. Both are restricted: the claim
    has the highest class of sensitivity, and the report may not be passed on. Raises `UsageError` where who says it,
    or in which words, is missing, or the distance is too small.
    """
    name, words = (" ".join(text.split()) for text in (witness.name, witness.words))
    _check(name, words, ends, km)
    line, marks = _line(says, ends, km)
    text = f"{words}\n{line}\nSaid by {name}, {witness.day.isoformat()}."
    marks = [(start + len(words) + 1, end + len(words) + 1) for start, end in marks]
    report = Report(
        text=text,
        document=f"report of {name}, {witness.day.isoformat()}",
        sha256=sha256(text.encode()).hexdigest(),
        title=TITLE,
        published=witness.day,
        language="en",
        format=FORMAT,
        may_redistribute=MayRedistribute.NONE,
    )
    kind, status, cause = MEANS[says]
    reach = 0.0 if len(ends) > 1 else km
    claim = Claim(
        kind=kind,
        passage=Passage(report=report.id, start=0, end=len(words), words=words),
        sentence=Passage(report=report.id, start=0, end=len(words), words=words),
        attribution=Attribution(chain=(Source(name=name, kind=witness.kind),), manner=Manner.DIRECT),
        status=status,
        cause=cause,
        places=tuple(
            _place(end, mark, area, reach) for end, mark, area in zip(ends, marks, areas, strict=True)
        ),
        period=Period(first=witness.day, last=witness.day),
        sensitivity=Sensitivity.SEVERE,
        extractor=EXTRACTOR,
        version=VERSION,
    )  # fmt: skip
    return report, claim


def _line(says: Says, ends: Sequence[OnRoads], km: float) -> tuple[str, list[tuple[int, int]]]:
    """The line that says where and what, and where the places' names stand in it."""
    line, marks = "", []
    for lead, end in zip(("On the road from ", " to ") if len(ends) > 1 else ("On the road at ",), ends, strict=True):
        line += lead
        marks.append((len(line), len(line) + len(end.name)))
        line += f"{end.name} ({end.latitude:.6f}, {end.longitude:.6f})"
    around = "" if len(ends) > 1 else f", {km:g} km around"
    return f"{line}{around}: {says}.", marks


def _place(end: OnRoads, mark: tuple[int, int], area: Candidate | None, km: float) -> Place:
    around = f",{km:g}" if km else ""
    spot = Candidate(
        id=f"{ON_ROADS}{end.latitude:.6f},{end.longitude:.6f}{around}",
        name=end.name,
        level=Level.ROAD,
        country=area.country if area else None,
        adm1=area.adm1 if area else None,
        adm1_code=area.adm1_code if area else None,
        latitude=end.latitude,
        longitude=end.longitude,
        radius_km=km,
    )
    return Place(name=end.name, start=mark[0], end=mark[1], level=Level.ROAD, resolved=spot, reason="as a person said")


def _check(name: str, words: str, ends: Sequence[OnRoads], km: float) -> None:
    for text, option in ((name, "--by"), (words, "--words")):
        if not text:
            raise UsageError(option, rule="a report says who tells it, and in which words", remedy="give both")
    if len(ends) > 1 and ends[0].node == ends[1].node:
        rule = f"{ends[0].name} and {ends[1].name} are at one place on these roads"
        raise UsageError("the stretch", rule=rule, remedy="name its two ends, or one place with --around-km")
    if len(ends) == 1 and km < LEAST_KM:
        rule, remedy = f"a report of one place reaches at least {LEAST_KM:g} km", "give that or more"
        raise UsageError(f"{km:g} km", rule=rule, remedy=remedy)
