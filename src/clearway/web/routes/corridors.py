"""Corridors: ways between two places, side by side, each leg with the claims that make it dangerous or unknown."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from fastapi import Depends, Form, Query
from pydantic import Field
from starlette.responses import Response

from clearway.crisis.corridors import Planned, planned, sheet, written
from clearway.crisis.roads import roads_drawn
from clearway.display.catalogue import say
from clearway.display.ways import answer
from clearway.errors import ClearwayError, RoadError, UsageError
from clearway.model import Plan, Sketch
from clearway.model.sketch import Bounds
from clearway.web.desk import Desk, TheDesk
from clearway.web.pages import Done, Pages, Stop
from clearway.web.questions import Question, question
from clearway.web.refused import Refused, in_form
from clearway.web.rights import Needs, Person, Role, Who
from clearway.web.works import Work

SEES = (Role.ANALYST, Role.OFFICER)
"""Who sees a plan: those who see everything that is kept, as a planned way is targeting data."""
TAKES = (Role.LEAD, Role.OFFICER)
"""Who takes one away in a file."""

pages = Pages(stop=Stop(path="/corridors", name="corridors", key="g w", needs=SEES))

VEHICLES = ("car", "walk", "bus", "truck", "ambulance")
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".pdf": "application/pdf",
    ".geojson": "application/geo+json",
    ".gpx": "application/gpx+xml",
    ".kml": "application/vnd.google-earth.kml+xml",
    ".csv": "text/csv; charset=utf-8",
    ".svg": "image/svg+xml",
}

Asked = Annotated[Question, Depends(question)]
Sent = Annotated[str, Form(max_length=20_000, description="The question, as in the address of its page.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadsHere:
    """The roads that ways are looked for on: whom to name for them, what they are not for, and places on them."""

    attribution: str
    cautions: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """What is wrong, and what helps."""

    rule: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stoppable:
    """What is being worked out, or waits for that; `mine` is whether this person may stop it."""

    work: Work
    mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CorridorPage:
    """A question and what came of it: a plan, or nothing where nothing is asked yet.

    `answer` says in a sentence what can be recommended, `newest` is the day of the newest report. Without roads
    `lacking` says what helps. `works` are what is being worked out or waits, which may be stopped.
    """

    question: Question
    query: str
    draft: str
    vehicles: tuple[str, ...]
    endings: tuple[str, ...]
    newest: date | None
    roads: RoadsHere | None
    lacking: Lacking | None
    answer: str
    plan: Plan | None
    banner: str
    works: tuple[Stoppable, ...]
    found: Annotated[Planned | None, Field(exclude=True)]


def shown(page: CorridorPage) -> Mapping[str, Any]:
    """The plan of a page in words, and what its script draws."""
    return {"sheet": sheet(page.found) if page.found else None}


@pages.page("/corridors", needs=SEES, template="corridors", view=shown)
def corridors(
    desk: TheDesk,
    who: Who,
    asked: Asked,
    draft: Annotated[bool, Query(description="Show the question, and work out nothing.")] = False,
) -> CorridorPage:
    """The ways between two places, the least dangerous first, each leg with the claims that bear on it."""
    if draft or not asked.is_asked:
        return page_of(desk, who, asked)
    try:
        return page_of(desk, who, asked, plan_of(desk, who, asked))
    except (ClearwayError, Refused) as error:
        raise in_form(error, "corridors", "/corridors", page=page_of(desk, who, asked), sheet=None) from error


@pages.act("/corridors/stop", needs=SEES)
def stop_plan(
    desk: TheDesk,
    who: Who,
    work: Annotated[str, Form(max_length=64)],
    to: Annotated[str, Form(max_length=20_000)] = "",
) -> Done:
    """Stop what is being worked out or waits for that, so that the next begins; leads also stop what others asked."""
    desk.works.stop(work, who.name, lead=who.may(Role.LEAD))
    return Done(to=to if to.startswith("/corridors") and to.isprintable() else "/corridors", said="stopped_plan")


@pages.get("/corridors/roads.json", dependencies=[Depends(Needs(*SEES))])
def corridor_roads(
    desk: TheDesk,
    bounds: Annotated[str, Query(max_length=120, description="west,south,east,north in degrees; all, if none.")] = "",
) -> Sketch:
    """The roads as a map shows them: the greatest first, thinned to what can be told apart."""
    return drawn(desk, _bounds(bounds))


@pages.post("/corridors/file", dependencies=[Depends(Needs(*TAKES))], include_in_schema=False, response_class=Response)
def corridor_file(desk: TheDesk, who: Who, asked: Sent, ending: Annotated[str, Form(max_length=20)]) -> Response:
    """A plan as a file; who took it is written down."""
    if ending not in TYPES:
        raise UsageError(
            ending or say("wrong.no_ending"),
            rule=say("wrong.no_format"),
            remedy=say("wrong.use_one", ones=", ".join(TYPES)),
        )
    wanted = Question.of(asked)
    found = plan_of(desk, who, wanted)
    data = written(found, ending)
    desk.note(who.name, "take a corridor plan", f"{ending} {wanted.query}")
    name = re.sub(r"[^A-Za-z0-9]+", "-", f"{found.plan.origin}-{found.plan.destination}").strip("-").lower()[:60]
    head = {"Content-Disposition": f'attachment; filename="{name or "way"}-{found.plan.as_of}{ending}"'}
    return Response(data, media_type=TYPES[ending], headers=head)


def plan_of(desk: Desk, who: Person, asked: Question) -> Planned:
    """The ways for a question, worked out in turn; raises what tells a person why there is none."""
    crisis, roads = desk.crisis, desk.roads
    ask = asked.ask(crisis.today)
    found = desk.works.do(
        ("plan", asked.query, ask.as_of),
        say("wrong.plan"),
        lambda: planned(crisis, roads, ask, on_step=desk.works.step),
        who=who.name,
    )
    if not found.joined:
        rule = say("wrong.not_joined", start=found.plan.origin, end=found.plan.destination)
        remedy = say("wrong.not_joined_how")
        raise RoadError(say("wrong.way"), rule=rule, remedy=remedy)
    return found


def drawn(desk: Desk, bounds: Bounds | None = None) -> Sketch:
    """The roads for a map, drawn in turn, as large ones take memory."""
    roads = desk.roads
    return desk.works.do(("roads", bounds), say("wrong.roads_map"), lambda: roads_drawn(roads, bounds))


def stoppable(desk: Desk, who: Person) -> tuple[Stoppable, ...]:
    """What people asked for that is being worked out or waits, and which of it this person may stop."""
    lead, own = who.may(Role.LEAD), {"", who.name}
    works = [one for one in desk.works.listed() if any(one.who)]
    return tuple(Stoppable(work=one, mine=lead or own.issuperset(one.who)) for one in works)


def ground_of(desk: Desk) -> tuple[RoadsHere | None, Lacking | None]:
    """The roads that ways are looked for on, or why there are none; without places while others are worked out."""
    try:
        stamp = desk.roads.stat().st_mtime_ns if desk.roads.is_file() else 0
        if not (desk.sketch and desk.sketch[0] == stamp):
            desk.sketch = (stamp, drawn(desk))
        whole = desk.sketch[1]
    except RoadError as error:
        return None, Lacking(rule=error.rule, remedy=error.remedy)
    except Refused:
        return RoadsHere(attribution="", cautions=(), places=()), None
    names = tuple(dict.fromkeys(place.name for place in whole.places))
    return RoadsHere(attribution=whole.attribution, cautions=whole.cautions, places=names), None


def page_of(desk: Desk, who: Person, asked: Question, found: Planned | None = None) -> CorridorPage:
    """A question, what there is to ask it of, and what came of it."""
    newest = desk.crisis.reports(most=1).release
    here, lacking = ground_of(desk)
    return CorridorPage(
        question=asked,
        query=asked.query,
        draft=f"/corridors?{asked.query}&draft=1" if asked.query else "/corridors",
        vehicles=VEHICLES,
        endings=tuple(TYPES),
        newest=max((one.published for one in newest.reports if one.published), default=None),
        roads=here,
        lacking=lacking,
        answer=answer(found.plan) if found else "",
        plan=found.plan if found else None,
        banner=found.release.banner if found else newest.banner,
        works=stoppable(desk, who),
        found=found,
    )


def _bounds(text: str) -> Bounds | None:
    if not text:
        return None
    try:
        west, south, east, north = (round(float(part), 3) for part in text.split(","))
    except ValueError as error:
        remedy = say("wrong.box_how")
        raise UsageError("bounds", rule=say("wrong.no_numbers"), remedy=remedy) from error
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
        raise UsageError("bounds", rule=say("wrong.no_area"), remedy=say("wrong.box_how"))
    return west, south, east, north
