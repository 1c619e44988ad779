"""Reports and claims to keep."""

from datetime import UTC, date, datetime, timedelta

from clearway.model import (
    Attribution,
    Candidate,
    Claim,
    Figure,
    Level,
    Passage,
    Period,
    Place,
    Report,
    Source,
    fingerprint,
)

AT = datetime(2020, 3, 1, 12, tzinfo=UTC)
WAY = {"extractor": "rules", "version": "1", "gazetteer": "g1"}
"""How a report is read unless a test says otherwise."""

NORTHTOWN = Candidate(
    id="geonames:17", name="Nórthtown", level=Level.SETTLEMENT, country="SY", adm1="Idlib", adm1_code="SY07",
    geonames=17, pcode="C0017", latitude=36.0, longitude=36.5,
)  # fmt: skip


def a_report(text: str = "Ten people died in Northtown on Monday, a doctor said.", **particulars: object) -> Report:
    """A report of the text, its bytes the text's own."""
    given = {"document": "report.txt", "sha256": fingerprint(text.encode()), "published": date(2020, 2, 18)}
    return Report(text=text, **{**given, **particulars})  # type: ignore[arg-type]


def a_claim(report: Report, words: str = "Ten people died in Northtown", **slots: object) -> Claim:
    """A claim in these words of the report, whose sentence is the whole text."""
    start = report.text.index(words)
    passage = Passage(report=report.id, start=start, end=start + len(words), words=words)
    sentence = Passage(report=report.id, start=0, end=len(report.text), words=report.text)
    return Claim(**{"kind": "killed", "passage": passage, "sentence": sentence, **slots})  # type: ignore[arg-type]


def a_place(resolved: Candidate | None = None, name: str = "Northtown") -> Place:
    """A place as written, and what it was resolved to."""
    return Place(name=name, start=19, end=19 + len(name), resolved=resolved)


def numbered(number: int) -> tuple[Report, list[Claim]]:
    """One of any number of different reports, with three claims each."""
    lines = [f"On day {day} of siege {number} some {day + 2} people died in Northtown." for day in range(3)]
    report = a_report(" ".join(lines), published=date(2020, 1, 1) + timedelta(days=number % 50), title=f"No {number}")
    claims = [
        a_claim(report, line, figure=Figure(value=day + 2), places=(a_place(NORTHTOWN),))
        for day, line in enumerate(lines)
    ]
    return report, claims


def by(*names: str) -> Attribution:
    """An attribution to these speakers, nearest first."""
    return Attribution(chain=tuple(Source(name=name) for name in names))


def days(first: int, last: int) -> Period:
    """Days of February 2020."""
    return Period(first=date(2020, 2, first), last=date(2020, 2, last))
