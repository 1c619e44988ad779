"""Small factories of reports and claims for the picture's tests."""

from datetime import date

from clearway.model import (
    Attribution,
    Candidate,
    Certainty,
    Claim,
    Figure,
    Finding,
    Level,
    Measure,
    Passage,
    Period,
    Picture,
    Place,
    Quantifier,
    Report,
    Source,
    SourceKind,
    Status,
    Whole,
)
from clearway.picture import fold

PROVINCE = Candidate(id="g:1", name="Northshire", level=Level.ADM1, country="XX", adm1_code="01")
TOWN = Candidate(id="g:2", name="Oakton", level=Level.SETTLEMENT, country="XX", adm1_code="01", adm2_code="011")
OTHER_TOWN = Candidate(id="g:3", name="Elmton", level=Level.SETTLEMENT, country="XX", adm1_code="02")
COUNTRY = Candidate(id="g:4", name="Exland", level=Level.COUNTRY, country="XX")

MONDAY = date(2020, 2, 17)
TUESDAY = date(2020, 2, 18)
FRIDAY = date(2020, 2, 21)


def report(name: str = "r1", *, published: date | None = TUESDAY, publisher: str | None = None) -> Report:
    return Report(
        id=name,
        text=name,
        document=f"{name}.txt",
        sha256="0",
        publisher=publisher or f"Paper {name}",
        published=published,
    )


def days(first: date, last: date | None = None) -> Period:
    return Period(first=first, last=last or first)


def about(value: int) -> Figure:
    return Figure(value=value, quantifier=Quantifier.APPROXIMATELY)


def percent(value: int, whole: int | None = None, words: str = "the people counted") -> Figure:
    return Figure(value=value, unit="percent", measure=Measure.SHARE, whole=Whole(words=words, value=whole))


def claim(
    kind: str = "killed",
    figure: Figure | int | None = None,
    *,
    by: str | None = None,
    sort: SourceKind = SourceKind.UNKNOWN,
    at: tuple[Candidate | str, ...] | Candidate | str = (),
    when: Period | None = None,
    within: str = "r1",
    start: int = 0,
    words: str | None = None,
    group: str | None = None,
    actor: str | None = None,
    cause: str | None = None,
    facility: str | None = None,
    status: Status | None = None,
    certainty: Certainty = Certainty.ASSERTED,
    negated: bool = False,
) -> Claim:
    said = words or f"{within} {start} {kind} {figure} {by} {at}"
    places = at if isinstance(at, tuple) else (at,)
    return Claim(
        kind=kind,
        passage=Passage(report=within, start=start, end=start + 9, words=said),
        sentence=Passage(report=within, start=start, end=start + 9, words=said),
        attribution=Attribution(chain=(Source(name=by, kind=sort),)) if by else Attribution(),
        figure=Figure(value=figure) if isinstance(figure, int) else figure,
        group=group,
        actor=actor,
        cause=cause,
        facility=facility,
        status=status,
        places=tuple(_place(place) for place in places),
        period=when,
        certainty=certainty,
        negated=negated,
    )


def _place(place: Candidate | str) -> Place:
    if isinstance(place, str):
        return Place(name=place, start=0, end=1)
    return Place(name=place.name, start=0, end=1, level=place.level, resolved=place)


def picture(*claims: Claim, **published: date | None) -> Picture:
    """The picture of claims, each report published on Tuesday unless said (`r2=FRIDAY`)."""
    names = {one.report for one in claims} | set(published)
    return fold(claims, [report(name, published=published.get(name, TUESDAY)) for name in sorted(names)])


def only(found: Picture) -> Finding:
    """The one finding of a picture."""
    assert len(found.findings) == 1, [finding.statement for finding in found.findings]
    return found.findings[0]


def bounds(finding: Finding) -> tuple[object, object, object]:
    """Low, best and high as numbers."""
    return tuple(bound and bound.value for bound in (finding.low, finding.best, finding.high))  # type: ignore[return-value]
