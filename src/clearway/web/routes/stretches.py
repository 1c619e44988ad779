"""What somebody saw of a stretch of road, and the records of corridors that are kept, each with how it stands now."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated

from fastapi import Form, Path

from clearway.crisis.corridors import Keep, recorded, watch_all
from clearway.crisis.reporting import Seen, reported
from clearway.display.catalogue import say
from clearway.display.corridors import CorridorView, corridor_views
from clearway.errors import ClearwayError, UsageError
from clearway.model import Answer, Corridor, Details, Purpose, Says, SourceKind, to_json
from clearway.web.desk import Desk, TheDesk
from clearway.web.pages import Done, Pages
from clearway.web.questions import Question
from clearway.web.refused import Refused, in_field
from clearway.web.rights import Role, Who
from clearway.web.routes.corridors import SEES, Lacking, Sent

pages = Pages()

Text = Annotated[str, Form(max_length=2_000)]
Short = Annotated[str, Form(max_length=200)]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordList:
    """The records that are kept, with how each stands; `lacking` says why that cannot be told.

    `others` are files of the folder that hold no record.
    """

    records: tuple[CorridorView, ...]
    others: tuple[Lacking, ...]
    lacking: Lacking | None
    banner: str


@pages.page("/corridors/records", needs=SEES, template="records")
def corridor_records(desk: TheDesk, who: Who) -> RecordList:
    """The records of corridors, each valid, stale (and why) or expired."""
    del who
    kept, others = desk.records.all()
    banner = desk.crisis.reports(most=1).release.banner
    told = tuple(Lacking(rule=str(error), remedy=error.remedy) for error in others)
    if not kept:
        return RecordList(records=(), others=told, lacking=None, banner=banner)
    crisis, roads = desk.crisis, desk.roads
    # with what the files hold: one that was withdrawn has the name that it had
    key = ("records", tuple((name, to_json(one)) for name, one in kept.items()), crisis.today)
    try:
        found, release = desk.works.do(
            key, say("wrong.records"), lambda: watch_all(crisis, roads, tuple(kept.values()))
        )
    except (ClearwayError, Refused) as error:
        lacking = Lacking(rule=error.rule, remedy=error.remedy)
        return RecordList(records=(), others=told, lacking=lacking, banner=banner)
    known = list(zip(kept.values(), found, strict=True))
    keys = [name.removesuffix(".json") for name in kept]
    views = corridor_views(known, {claim.id: claim for claim in release.claims}, keys)
    return RecordList(records=views, others=told, lacking=None, banner=banner)


@pages.act("/corridors/records", needs=Role.LEAD)
def keep_corridor(
    desk: TheDesk,
    who: Who,
    asked: Sent,
    name: Short,
    until: Short,
    way: Short = "A",
    purpose: Annotated[Purpose, Form()] = Purpose.OUT,
    parties: Text = "",
    reached_from: Short = "",
    window: Short = "",
    recurrence: Short = "",
    beneficiaries: Short = "",
    voluntary: Annotated[Answer, Form()] = Answer.UNKNOWN,
    choice: Annotated[Answer, Form()] = Answer.UNKNOWN,
    staying: Short = "",
    monitors: Short = "",
    medical: Short = "",
    mines: Short = "",
) -> Done:
    """Keep a way of a plan as a record; `parties` has a line a party, `until` is an hour in UTC."""
    details = Details(
        purpose=purpose,
        window=window or None,
        recurrence=recurrence or None,
        beneficiaries=beneficiaries or None,
        voluntary=voluntary,
        choice=choice,
        staying=staying or None,
        monitors=monitors or None,
        medical=medical or None,
        mines=mines or None,
    )
    keep = Keep(
        name=_named(name),
        way=way.upper(),
        details=details,
        parties=tuple(line.strip() for line in parties.splitlines() if line.strip())[:20],
        until=_hour(until),
        reached_from=reached_from or None,
    )
    record = _recorded(desk, Question.of(asked), keep)
    desk.records.keep(record)
    desk.note(who.name, "keep a corridor", f"{record.name} until {record.valid_until:%Y-%m-%dT%H:%M}")
    return Done(to="/corridors/records", said="kept_corridor")


@pages.act("/corridors/records/{record}/withdraw", needs=Role.LEAD)
def withdraw_corridor(record: Annotated[str, Path(max_length=64)], desk: TheDesk, who: Who, why: Text = "") -> Done:
    """Say that nobody goes by a record any more: it stays in the list as withdrawn, with who, when and why."""
    try:
        made = desk.records.withdraw(record, by=who.name, at=desk.now().replace(microsecond=0), why=why)
    except UsageError as error:
        raise Refused(409, error.rule, error.remedy, document=error.subject) from error
    told = f"{made.name} ({record})"
    desk.note(who.name, "withdraw a corridor", f"{told}: {made.withdrawn.why}" if made.withdrawn else told)
    return Done(to="/corridors/records", said="withdrawn_corridor")


@pages.act("/corridors/reports", needs=Role.ANALYST)
def report_stretch(
    desk: TheDesk,
    who: Who,
    place: Short,
    says: Annotated[Says, Form()],
    by: Short,
    when: Annotated[date, Form()],
    words: Text,
    other: Short = "",
    kind: Annotated[SourceKind, Form()] = SourceKind.WITNESS,
    around_km: Annotated[float, Form(ge=0, le=50)] = 1.0,
) -> Done:
    """Keep what somebody says of the road between two places, or around one; plans know of it from then on."""
    for name, value in (("by", by), ("words", words)):
        with in_field(name):
            if not value.strip():
                raise UsageError(say("wrong.report"), rule=say("wrong.no_words"), remedy=say("wrong.give_both"))
    places = tuple(one.strip() for one in (place, other) if one.strip())
    seen = Seen(places=places, says=says, by=by, kind=kind, day=when, words=words, around_km=around_km)
    crisis, roads = desk.crisis, desk.roads
    key = ("report", who.name, seen.places, says, by, when, words)
    kept = desk.works.do(key, say("wrong.report"), lambda: reported(crisis, roads, seen))
    desk.works.forget()
    desk.note(who.name, "report a road", kept.claim.id)
    return Done(to=f"/claims/{kept.claim.id}", said="reported_road")


def _recorded(desk: Desk, asked: Question, keep: Keep) -> Corridor:
    crisis, roads = desk.crisis, desk.roads
    ask = asked.ask(crisis.today)
    key = ("record", asked.query, ask.as_of, keep)
    return desk.works.do(key, say("wrong.record"), lambda: recorded(crisis, roads, ask, keep))[0]


def _named(name: str) -> str:
    told = " ".join(name.split())
    if not told:
        with in_field("name"):
            raise UsageError(say("wrong.record"), rule=say("wrong.no_name"), remedy=say("wrong.give_name"))
    return told


def _hour(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=UTC)
    except ValueError as error:
        remedy = say("wrong.write_utc")
        with in_field("until"):
            raise UsageError(
                say("wrong.valid_until"), rule=say("wrong.no_hour", text=f"{text!r}"), remedy=remedy
            ) from error
