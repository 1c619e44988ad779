"""A page of a made-up plan with everything on it that such a page can have, hostile words among it."""

from dataclasses import replace
from datetime import date

from tests.browser.made_moves import many
from tests.exports.making import claim, report, said_by
from tests.exports.ways.test_written import LEG, PLAN, ROUTE

from clearway.exports.ways import written
from clearway.model import (
    Bearing,
    Best,
    Danger,
    Plan,
    Profile,
    Reason,
    Release,
    SourceKind,
    Standing,
    Stop,
    Turning,
)

RED = "</script><script>document.title='ran'</script><img src=x onerror=\"document.title='ran'\">"
WIRE = report(f"Shells fell on the road to Berg, the monitor said. {RED} The army promises to keep it open.", title=RED)
ARABIC = report(
    "\u0633\u0642\u0637\u062a \u0642\u0630\u0627\u0626\u0641 \u0639\u0644\u0649 \u0627\u0644\u0637\u0631\u064a\u0642.",
    publisher="\u0648\u0643\u0627\u0644\u0629",
    language="ar",
    url="javascript:alert(1)",
)
SHELLS = claim(
    WIRE,
    "attack",
    "Shells fell on the road to Berg",
    attribution=said_by("the monitor", "a driver", kind=SourceKind.MONITOR),
)
HOSTILE = claim(WIRE, "attack", RED, sentence=RED, attribution=said_by(RED))
PROMISE = claim(
    WIRE, "road_status", "The army promises to keep it open", attribution=said_by("the army", kind=SourceKind.PARTY)
)
SHELLED = claim(ARABIC, "attack", ARABIC.text, sentence=ARABIC.text)
DAY = date(2021, 5, 9)


def reason(bearing: Bearing, statement: str, weight: float, *claims: str) -> Reason:
    """Something reported of a leg."""
    return replace(
        LEG.reasons[0],
        evidence=statement,
        bearing=bearing,
        statement=statement,
        weight=weight,
        claims=claims,
        how="2.8 for it",
    )


def plan() -> Plan:
    """Two ways over four places: the one severe and known, the other moderate and then unknown."""
    severe = replace(
        LEG,
        id="severe",
        start="Alba",
        end="Berg",
        danger=Danger.SEVERE,
        index=3.2,
        reasons=(
            reason(Bearing.HAZARD, "shelling", 2.4, SHELLS.id, SHELLED.id),
            reason(Bearing.HAZARD, RED, 0.8, HOSTILE.id),
            reason(Bearing.PROMISE, "M9 open", 0.0, PROMISE.id),
        ),
        holders=(RED,),
        points=((36.0, 37.0), (36.1, 37.2)),
    )
    low = replace(
        LEG,
        id="low",
        start="Berg",
        end="Dorn",
        danger=Danger.LOW,
        index=0.1,
        reasons=(),
        points=((36.1, 37.2), (36.0, 37.5)),
    )
    moderate = replace(
        LEG, id="moderate", start="Alba", end=RED, danger=Danger.MODERATE, points=((36.0, 37.0), (35.8, 37.2))
    )
    unknown = replace(
        LEG,
        id="unknown",
        start=RED,
        end="Dorn",
        danger=Danger.UNKNOWN,
        index=0.0,
        status=None,
        verified=False,
        holders=(),
        latest=None,
        reasons=(),
        doubts=("nothing is reported of it",),
        points=((35.8, 37.2), (36.0, 37.5)),
    )
    first = replace(
        ROUTE,
        legs=(severe, low),
        danger=Danger.SEVERE,
        worst="severe",
        unknown_km=0.0,
        because=("severe danger on Alba to Berg",),
    )
    second = replace(ROUTE, name="B", legs=(moderate, unknown), minutes=(50, 70), risk=35.0)
    return replace(
        PLAN,
        origin="Alba",
        routes=(first, second),
        because=("no corridor can be recommended", "severe danger on Alba to Berg"),
        turning=(Turning(claim=SHELLS.id, statement="shelling", then="way A could be recommended"),),
        standing=Standing(
            scenarios=300,
            seed=1,
            moved=2.0,
            first=(("A", 280), ("B", 20)),
            recommended=(("A", 12), ("B", 0)),
            none=288,
            decides="Alba to Berg",
        ),
        front=(
            Best(minutes=61.5, risk=20.0, known=True, way="A"),
            Best(minutes=55.0, risk=37.0, known=False),
            Best(minutes=60.0, risk=35.0, known=False, way="B"),
        ),
        many=many(RED),
        stops=(Stop(name="Berg gate", kind="checkpoint", hours="", status="", point=(36.1, 37.2)),),
    )


def page_of_a_plan(made: Plan | None = None) -> bytes:
    """The page."""
    claims = (SHELLS, HOSTILE, PROMISE, SHELLED)
    release = Release(
        profile=Profile.RESTRICTED, banner="RESTRICTED: not to be passed on.", reports=(WIRE, ARABIC), claims=claims
    )
    return written(made or plan(), release, ".html")
