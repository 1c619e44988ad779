"""Moving many: how long all take who have to leave several places, over which roads, and what holds them up."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Query
from pydantic import Field
from starlette.responses import Response

from clearway.crisis.moving import Moved, moved, movement_file
from clearway.display.catalogue import say
from clearway.display.crowds import move_view, number_of
from clearway.errors import ClearwayError
from clearway.model import Move
from clearway.web.desk import Desk, TheDesk
from clearway.web.movements import Movement, movement
from clearway.web.pages import Pages
from clearway.web.refused import Refused, in_form
from clearway.web.rights import Needs, Person, Who
from clearway.web.routes.corridors import (
    SEES,
    TAKES,
    TYPES,
    VEHICLES,
    Lacking,
    RoadsHere,
    Sent,
    Stoppable,
    ground_of,
    stoppable,
)

pages = Pages()

ADDRESS = "/corridors/move"
Asked = Annotated[Movement, Depends(movement)]


@dataclass(frozen=True, slots=True, kw_only=True)
class MovePage:
    """A question for a movement and what came of it; `works` are what is being worked out or waits."""

    question: Movement
    query: str
    draft: str
    vehicles: tuple[str, ...]
    roads: RoadsHere | None
    lacking: Lacking | None
    move: Move | None
    banner: str
    works: tuple[Stoppable, ...]
    found: Annotated[Moved | None, Field(exclude=True)]


def shown(page: MovePage) -> Mapping[str, Any]:
    """The movement of a page in words."""
    if page.found is None:
        return {"sheet": None}
    move, claims = page.found.move, {claim.id: claim for claim in page.found.release.claims}
    who = [(one, number_of(one), [claims[name] for name in one.claims if name in claims]) for one in move.crowds]
    return {"sheet": move_view(move), "who": who}


@pages.page(ADDRESS, needs=SEES, template="move", view=shown)
def move_many(
    desk: TheDesk,
    who: Who,
    asked: Asked,
    draft: Annotated[bool, Query(description="Show the question, and work out nothing.")] = False,
) -> MovePage:
    """How long all take who have to leave, by which ways they go, and what holds them up."""
    if draft or not asked.is_asked:
        return page_of(desk, who, asked)
    try:
        return page_of(desk, who, asked, move_of(desk, who, asked))
    except (ClearwayError, Refused) as error:
        raise in_form(error, "move", ADDRESS, page=page_of(desk, who, asked), sheet=None) from error


@pages.post(f"{ADDRESS}/file", dependencies=[Depends(Needs(*TAKES))], include_in_schema=False, response_class=Response)
def move_table(desk: TheDesk, who: Who, asked: Sent) -> Response:
    """Who goes which way, as a table; who took it is written down."""
    wanted = Movement.of(asked)
    found = move_of(desk, who, wanted)
    data = movement_file(found, ".csv")
    desk.note(who.name, "take a movement plan", wanted.query)
    head = {"Content-Disposition": f'attachment; filename="movement-{found.move.as_of}.csv"'}
    return Response(data, media_type=TYPES[".csv"], headers=head)


def move_of(desk: Desk, who: Person, asked: Movement) -> Moved:
    """The movement of a question, worked out in turn; raises what tells a person why there is none."""
    crisis, roads = desk.crisis, desk.roads
    ask = asked.ask(crisis.today)
    return desk.works.do(
        ("move", asked.query, ask.as_of),
        say("wrong.movement"),
        lambda: moved(crisis, roads, ask, on_step=desk.works.step),
        who=who.name,
    )


def page_of(desk: Desk, who: Person, asked: Movement, found: Moved | None = None) -> MovePage:
    """A question, what there is to ask it of, and what came of it."""
    here, lacking = ground_of(desk)
    banner = found.release.banner if found else desk.crisis.reports(most=1).release.banner
    return MovePage(
        question=asked,
        query=asked.query,
        draft=f"{ADDRESS}?{asked.query}&draft=1" if asked.query else ADDRESS,
        vehicles=VEHICLES,
        roads=here,
        lacking=lacking,
        move=found.move if found else None,
        banner=banner,
        works=stoppable(desk, who),
        found=found,
    )
