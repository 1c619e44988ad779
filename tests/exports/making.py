"""Reports, claims and findings made for tests, with passages that cut their words."""

from datetime import date
from typing import Any

from clearway.kinds import kinds
from clearway.model import (
    Attribution,
    Bound,
    Candidate,
    Claim,
    Figure,
    Finding,
    Level,
    MayRedistribute,
    Passage,
    Picture,
    Place,
    Report,
    Source,
    SourceKind,
    State,
    fingerprint,
    identify,
)

DAY = date(2020, 2, 18)


def report(text: str, *, may: MayRedistribute = MayRedistribute.FULL, **more: Any) -> Report:
    """A report of that text; whole text may go out unless said otherwise."""
    given = {"publisher": "Example Wire", "title": None, "published": DAY, "document": "/home/her/notes.txt"}
    return Report(text=text, sha256=fingerprint(text.encode()), may_redistribute=may, **(given | more))


def passage(of: Report, words: str) -> Passage:
    """Where the report says these words."""
    start = of.text.index(words)
    return Passage(report=of.id, start=start, end=start + len(words), words=words)


def place(of: Report, name: str, *, level: Level = Level.SETTLEMENT, **more: Any) -> Place:
    """A place that the report names, resolved in district Harbour of province Aleppo."""
    given: dict[str, Any] = {
        "id": f"geonames:{name}",
        "name": name,
        "level": level,
        "country": "SY",
        "adm1": "Aleppo",
        "adm1_code": "SY02",
        "adm2": "Jebel Saman",
        "adm2_code": "SY0200",
        "latitude": 36.28,
        "longitude": 36.85,
    }
    start = of.text.find(name)
    return Place(
        name=name, start=max(start, 0), end=max(start, 0) + len(name), level=level, resolved=Candidate(**(given | more))
    )


def claim(of: Report, kind: str, words: str, *, sentence: str | None = None, **slots: Any) -> Claim:
    """A claim in these words of the report; its sentence runs to the next full stop unless given."""
    found = passage(of, words)
    if sentence is None:
        start = of.text.rfind(". ", 0, found.start)
        start = 0 if start < 0 else start + 2
        end = of.text.find(".", found.end)
        sentence = of.text[start : len(of.text) if end < 0 else end + 1]
    return Claim(kind=kind, passage=found, sentence=passage(of, sentence), **slots)


def said_by(*names: str, kind: SourceKind = SourceKind.UN) -> Attribution:
    """A chain of speakers of one sort."""
    return Attribution(chain=tuple(Source(name=name, kind=kind) for name in names))


def finding(*claims: Claim, statement: str = "people killed", **more: Any) -> Finding:
    """A finding over claims, with the first claim's figure as its numbers."""
    first, figure = claims[0], claims[0].figure
    ids = tuple(one.id for one in claims)
    bound = Bound(value=figure.value, claims=ids) if figure else None
    where = first.places[0] if first.places else None
    given: dict[str, Any] = {
        "id": identify("finding", ids, statement),
        "topic": kinds()[first.kind].topic,
        "kind": first.kind,
        "place": where.name if where else None,
        "place_id": where.resolved.id if where and where.resolved else None,
        "period": None,
        "group": first.group,
        "unit": figure.unit if figure else None,
        "measure": figure.measure if figure else None,
        "status": None,
        "statement": statement,
        "low": bound,
        "best": bound,
        "high": bound,
        "state": State.SINGLE_SOURCE,
        "sources": tuple(one.attribution.chain[0].name for one in claims if one.attribution.chain),
        "claims": ids,
        "latest": DAY,
    }
    return Finding(**(given | more))


def picture(*findings: Finding) -> Picture:
    """A picture of the findings."""
    return Picture(as_of=DAY, policy="range", findings=findings, reports=1, claims=1)


def people(value: int) -> Figure:
    """So many people."""
    return Figure(value=value)
