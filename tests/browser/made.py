"""A page of a made-up crisis with everything on it that a page can have."""

from collections.abc import Sequence
from datetime import date

from tests.exports.making import claim, finding, picture, place, report, said_by

from clearway.exports import page, release
from clearway.model import (
    Bound,
    Certainty,
    Claim,
    Corridor,
    Figure,
    Finding,
    Level,
    MayRedistribute,
    Measure,
    Period,
    Profile,
    Quantifier,
    Report,
    SourceKind,
    State,
    Watched,
    Whole,
)

WIRE = report(
    "Shells killed about 300 people in Qorat, the rescue service said. They hit two schools on Monday.\n\n"
    "Nearly one million people have fled since December, most of them women and children.\n\n"
    "<script>document.title = 'ran'</script></script><b>So</b> it was written.",
    title="Shells on Qorat </script><script>document.title = 'ran'</script>",
    publisher="Example Wire",
    url="https://example.org/qorat",
)
OFFICE = report(
    "At least 280 people were killed in Harbour district since 1 January. The road to Binnin is closed.",
    title="Situation report 4",
    publisher="Coordination Office",
    published=date(2020, 2, 20),
)
ARABIC = report("قتل 12 شخصا في قرات يوم الاثنين.", title="قصف على قرات", publisher="وكالة", language="ar")
MUTE = report("A convoy reached Binnin.", title="Convoy", publisher="Quiet Paper", may=MayRedistribute.DERIVED)
ABOUT = Figure(value=300, quantifier=Quantifier.APPROXIMATELY)


def claims() -> dict[str, Claim]:
    """The claims by name."""
    rescue = said_by("the rescue service", kind=SourceKind.NGO)
    qorat = place(WIRE, "Qorat")
    harbour = place(OFFICE, "Harbour", level=Level.ADM2, latitude=36.1, longitude=36.6, radius_km=22.0)
    binnin = place(OFFICE, "Binnin", latitude=35.9, longitude=36.7)
    since = Period(first=date(2020, 1, 1), last=date(2020, 2, 20))
    fled = "Nearly one million people have fled since December, most of them women and children"
    return {
        "killed": claim(
            WIRE, "killed", "Shells killed about 300 people in Qorat", figure=ABOUT, places=(qorat,), attribution=rescue
        ),
        "shelled": claim(WIRE, "attack", "Shells", places=(qorat,), attribution=rescue),
        "schools": claim(
            WIRE,
            "facility_attack",
            "They hit two schools",
            figure=Figure(value=2, unit="facility"),
            facility="school",
            places=(qorat,),
        ),
        "fled": claim(WIRE, "displaced", fled, figure=Figure(value=1_000_000, quantifier=Quantifier.ALMOST)),
        "women": claim(
            WIRE,
            "displaced",
            "most of them women and children",
            figure=Figure(value=80, unit="percent", measure=Measure.SHARE, whole=Whole(words="them")),
            certainty=Certainty.POSSIBLE,
        ),
        "dead": claim(
            OFFICE,
            "killed",
            "At least 280 people were killed",
            figure=Figure(value=280, quantifier=Quantifier.MORE_THAN),
            places=(harbour,),
            period=since,
        ),
        "road": claim(OFFICE, "road_status", "The road to Binnin is closed", places=(binnin,)),
        "arabic": claim(ARABIC, "killed", "قتل 12 شخصا في قرات", figure=Figure(value=12), sentence=ARABIC.text),
        "convoy": claim(MUTE, "aid_delivery", "A convoy reached Binnin", places=(binnin,)),
    }


def findings(made: dict[str, Claim]) -> list[Finding]:
    """Findings of every state that the page can show."""
    low = Bound(value=280, claims=(made["dead"].id,))
    best = Bound(value=300, claims=(made["killed"].id,))
    high = Bound(value=330, claims=(made["killed"].id,), stated=False, how="about 300, give or take a tenth")
    return [
        finding(
            made["killed"],
            made["dead"],
            statement="about 300 people killed",
            low=low,
            best=best,
            high=high,
            state=State.AGREED,
            sources=("the rescue service", "report: Coordination Office"),
        ),
        finding(made["arabic"], statement="12 people killed in قرات", state=State.SUPERSEDED),
        finding(made["schools"], statement="2 schools attacked"),
        finding(made["shelled"], statement="shelling", state=State.CONTESTED),
        finding(made["fled"], statement="almost 1,000,000 people displaced", low=None),
        finding(
            made["women"],
            statement="80 percent of them women and children",
            state=State.INCOMPARABLE,
            certainty=Certainty.POSSIBLE,
        ),
        finding(made["road"], statement="road closed", status="closed"),
        finding(made["convoy"], statement="aid: convoy"),
    ]


def page_of_a_crisis(
    profile: Profile = Profile.RESTRICTED, *, corridors: Sequence[tuple[Corridor, Watched]] = ()
) -> str:
    """The page, with a report that holds a script."""
    reports: list[Report] = [WIRE, OFFICE, ARABIC, MUTE]
    made = claims()
    found = findings(made)
    out = release(reports, made.values(), found, profile=profile)
    return page(
        out,
        picture(*found),
        title="A crisis </title><script>document.title='ran'</script>",
        judged_at=date(2020, 3, 1),
        corridors=corridors,
    )
