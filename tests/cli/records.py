"""Records that the tests of the command line print."""

from dataclasses import replace
from datetime import date

from clearway.model import (
    Attribution,
    Bound,
    Candidate,
    Certainty,
    Claim,
    Figure,
    Finding,
    Level,
    MayRedistribute,
    Passage,
    Period,
    Picture,
    Place,
    Profile,
    Quantifier,
    Release,
    Report,
    Source,
    SourceKind,
    State,
)

TEXT = "Aid workers say about 40 people fled Northtown on Monday. Nobody has counted them."
REPORT = Report(
    text=TEXT,
    document="wire.txt",
    sha256="0" * 64,
    publisher="Northwest Wire",
    title="Forty flee",
    published=date(2020, 2, 18),
    may_redistribute=MayRedistribute.FULL,
)
TOWN = Candidate(id="geonames:1", name="Northtown", level=Level.SETTLEMENT, country="SYR", adm1="Idlib", pcode="C1")
OTHER = Candidate(id="geonames:2", name="Northtown", level=Level.SETTLEMENT, country="TUR")


def passage(words: str) -> Passage:
    """Where these words stand in the report."""
    start = TEXT.index(words)
    return Passage(report=REPORT.id, start=start, end=start + len(words), words=words)


CLAIM = Claim(
    kind="displaced",
    passage=passage("about 40 people fled Northtown on Monday"),
    sentence=passage("Aid workers say about 40 people fled Northtown on Monday."),
    attribution=Attribution(chain=(Source(name="Aid workers", kind=SourceKind.NGO),), cue="say"),
    figure=Figure(value=40, quantifier=Quantifier.APPROXIMATELY),
    places=(Place(name="Northtown", start=37, end=46, resolved=TOWN, others=(OTHER,), reason="exact name"),),
    period=Period(first=date(2020, 2, 17), last=date(2020, 2, 17)),
    certainty=Certainty.POSSIBLE,
    extractor="test",
    version="1",
)
FINDING = Finding(
    id="f1",
    topic="displacement",
    kind="displaced",
    place="Northtown",
    place_id="geonames:1",
    period=CLAIM.period,
    group=None,
    unit="person",
    measure=None,
    status=None,
    statement="about 40 people displaced",
    low=Bound(value=36, claims=(CLAIM.id,), stated=False, how="about 40, give or take a tenth"),
    best=Bound(value=40, claims=(CLAIM.id,)),
    high=None,
    state=State.SINGLE_SOURCE,
    sources=("Aid workers",),
    claims=(CLAIM.id,),
    latest=date(2020, 2, 18),
)


def release(*claims: Claim) -> Release:
    """A release of these claims of the report."""
    return Release(profile=Profile.RESTRICTED, banner="RESTRICTED", reports=(REPORT,), claims=claims)


def picture(*findings: Finding) -> Picture:
    """A picture of these findings."""
    return Picture(as_of=date(2020, 2, 20), policy="range", findings=findings, reports=1, claims=1)


def spoken(claim: Claim, name: str) -> Claim:
    """The claim, said by somebody else."""
    return replace(claim, id="", attribution=Attribution(chain=(Source(name=name),)))
