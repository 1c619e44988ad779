"""The roads that ways are looked for on, and another crisis: what there is, and files that a lead adds to it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from fastapi import Path as Part
from fastapi import Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile

from clearway.crisis import places_beside
from clearway.crisis.roads import place_on_roads, roads_held
from clearway.display.catalogue import say
from clearway.errors import ClearwayError, UsageError
from clearway.web.bringing import Sort
from clearway.web.desk import Desk, TheDesk
from clearway.web.imports import Import
from clearway.web.pages import Done, Pages
from clearway.web.refused import Refused, in_field
from clearway.web.rights import Person, Role, Who
from clearway.web.routes.corridors import SEES, Lacking

pages = Pages()

ROADS = "/roads/add"
CRISIS = "/merge/add"
"""Where files are sent, and more than a form may be."""
MOST_FILES = 5
ENDINGS = (".osm.pbf", ".osm", ".osm.gz", ".osm.bz2", ".o5m", ".geojson", ".json", ".csv")
SENT: dict[str, Any] = {
    "requestBody": {
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {"files": {"type": "array", "items": {"type": "string", "format": "binary"}}},
                    "required": ["files"],
                }
            }
        }
    }
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What the roads hold; `km` is by class, `islands` counts parts that nothing joins."""

    file: str
    nodes: int
    legs: int
    km: tuple[tuple[str, float], ...]
    islands: int
    sources: tuple[str, ...]
    attribution: str
    cautions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Where a place is on the roads: its node there, and how far off (`metres`) a place is that lies beside a road."""

    name: str
    latitude: float
    longitude: float
    how: str
    called: str
    road: str
    metres: int | None
    apart: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadsPage:
    """The roads, a place on them if asked for, and what was sent; `may_add` is whether this person sends files."""

    held: Held | None
    lacking: Lacking | None
    place: str
    near: Near | None
    imports: tuple[Import, ...]
    goes_on: bool
    may_add: bool
    most: int
    endings: tuple[str, ...] = ENDINGS


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePage:
    """What was sent of other crises, and what became of it; `most` is how many bytes may be sent at once."""

    imports: tuple[Import, ...]
    goes_on: bool
    may_add: bool
    most: int


@pages.page("/roads", needs=SEES, template="roads")
def roads(
    desk: TheDesk,
    who: Who,
    place: Annotated[str, Query(max_length=200, description="A town, a crossing, or latitude,longitude.")] = "",
) -> RoadsPage:
    """What the roads hold, where a place is on them, and files that were added."""
    held, lacking = _held(desk, who)
    sent = desk.imports.listed(Sort.ROADS)
    return RoadsPage(
        held=held,
        lacking=lacking,
        place=place,
        near=_near(desk, who, place.strip()) if place.strip() and held else None,
        imports=sent,
        goes_on=any(one.goes_on for one in sent),
        may_add=who.may(Role.LEAD),
        most=desk.settings.most_upload,
    )


@pages.page("/merge", needs=Role.LEAD, template="merge")
def merge(desk: TheDesk, who: Who) -> MergePage:
    """Other crises that were put into this one."""
    sent = desk.imports.listed(Sort.CRISIS)
    return MergePage(
        imports=sent,
        goes_on=any(one.goes_on for one in sent),
        may_add=who.may(Role.LEAD),
        most=desk.settings.most_upload,
    )


@pages.act(ROADS, needs=Role.LEAD, described=SENT)
async def add_to_roads(request: Request, desk: TheDesk, who: Who) -> Done:
    """Send a file of roads, or the tables of towns and links together; they are added behind the pages."""
    await _take(request, desk, who, Sort.ROADS)
    return Done(to="/roads", said="import_taken")


@pages.act(CRISIS, needs=Role.LEAD, described=SENT)
async def add_crisis(request: Request, desk: TheDesk, who: Who) -> Done:
    """Send another crisis's file; what is sound of it is added behind the pages, and what is not is told."""
    await _take(request, desk, who, Sort.CRISIS)
    return Done(to="/merge", said="import_taken")


@pages.act("/imports/{import_}/stop", needs=Role.LEAD)
def stop_import(import_: Annotated[str, Part(max_length=64)], desk: TheDesk, who: Who) -> Done:
    """Stop what waits or is being added; of another crisis, what was added until then stays."""
    stopped = desk.imports.stop(import_, who.name)
    desk.note(who.name, f"stop adding {stopped.sort}", f"{stopped.name} ({stopped.id})")
    return Done(to="/roads" if stopped.sort is Sort.ROADS else "/merge", said="import_stopped")


async def _take(request: Request, desk: Desk, who: Person, sort: Sort) -> None:
    form = await request.form(max_files=MOST_FILES, max_fields=10)
    try:
        sent = [one for one in form.getlist("files") if isinstance(one, UploadFile) and (one.filename or one.size)]
        with in_field("files"):
            if not sent or (sort is Sort.CRISIS and len(sent) > 1):
                raise UsageError("files", rule=say("wrong.no_file_or_several"), remedy=say("wrong.choose_one"))
            for file in sent if sort is Sort.ROADS else ():
                if not (file.filename or "").casefold().endswith(ENDINGS):
                    rule = say("wrong.no_roads_file")
                    raise UsageError(
                        file.filename or "", rule=rule, remedy=say("wrong.send_one", ones=", ".join(ENDINGS))
                    )
        files = [(file.filename or "file", file.file) for file in sent]
        taken = await run_in_threadpool(desk.imports.put, sort, files, who=who.name)
        await run_in_threadpool(desk.note, who.name, f"send {sort}", f"{taken.name} ({taken.id})")
    finally:
        await form.close()


def _held(desk: Desk, who: Person) -> tuple[Held | None, Lacking | None]:
    file = desk.roads
    try:
        found = desk.works.do(("held", file), say("wrong.roads_hold"), lambda: roads_held(file), who=who.name)
    except (ClearwayError, Refused) as error:
        return None, Lacking(rule=error.rule, remedy=error.remedy)
    return Held(
        file=Path(found.file).name,
        nodes=found.nodes,
        legs=found.legs,
        km=tuple(found.km.items()),
        islands=found.islands,
        sources=tuple(_source(one.name, one.format, one.as_of) for one in found.sources),
        attribution=found.attribution,
        cautions=tuple(found.cautions),
    ), None


def _source(name: str, sort: str, day: str) -> str:
    """What roads come from, of which format and as of when."""
    if day:
        return say("bringing.source_of", name=name, format=sort, day=day)
    return say("bringing.source", name=name, format=sort)


def _near(desk: Desk, who: Person, place: str) -> Near:
    file, own = desk.roads, desk.settings.gazetteer or places_beside(desk.settings.ledger)
    with in_field("place"):
        found = desk.works.do(
            ("near", place),
            say("wrong.place_on_roads"),
            lambda: place_on_roads(place, file, places=own, within_km=5),
            who=who.name,
        )
    return Near(
        name=found.name,
        latitude=found.latitude,
        longitude=found.longitude,
        how=found.how,
        called=found.called,
        road=found.road,
        metres=round(found.snap.distance_m) if found.snap else None,
        apart=found.apart,
    )
