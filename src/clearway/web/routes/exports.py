"""Exports: made for the team, for partners or for anybody, looked at first, and let out by one who answers for it."""

import csv
import json
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Form, Path, Query
from starlette.responses import FileResponse, Response

from clearway.crisis import policies, title_of
from clearway.crisis.writing import FORMS, INSIDE, OF_LISTS, Order, What
from clearway.display.catalogue import say
from clearway.errors import UsageError
from clearway.model import Profile, from_plain
from clearway.web.desk import Desk, TheDesk
from clearway.web.exports import TAKES_RECORDS, Export, Stage, may_order
from clearway.web.fields import AskedDay, AskedLine, GivenDay, GivenLine
from clearway.web.pages import Done, Pages, Stop
from clearway.web.refused import Refused
from clearway.web.rights import Needs, Person, Role, Who
from clearway.web.routes.claims import Filters

pages = Pages(stop=Stop(path="/exports", name="exports", key="g x", needs=Role.READER))

MOST = 30
SHOWN = 4000
"""Characters of the file that are shown before it is taken."""
SHOWN_OF_LISTS = 60_000
TYPES = {"csv": "text/csv", "jsonl": "application/x-ndjson", "html": "text/html", "db": "application/vnd.sqlite3"}

Name = Annotated[str, Path(max_length=64)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """Something that can be exported by whoever asks: in which forms, for whom, and what a form of it asks for."""

    what: What
    forms: tuple[str, ...]
    profiles: tuple[Profile, ...]
    fields: tuple[str, ...]


FIELDS: dict[What, tuple[str, ...]] = {
    What.CLAIMS: ("text", "kind", "place", "source", "first", "last", "box", "report"),
    What.FIGURES: ("as_of", "policy"),
    What.INCIDENTS: ("kind", "place", "first", "last", "as_of"),
    What.CHANGES: ("first", "last"),
    What.PAGE: ("as_of", "policy", "title", "records"),
    What.JUDGEMENTS: (),
    What.LEDGER: (),
    What.COPY: (),
}
"""What the form for each asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportList:
    """What may be asked for, and what was, newest first; `after` is where the next page begins."""

    kinds: tuple[Kind, ...]
    exports: tuple[Export, ...]
    policies: tuple[str, ...]
    what: What | None
    filters: Filters
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """What a method of estimating says, or `why` it was not run."""

    method: str
    low: int | None = None
    best: int | None = None
    high: int | None = None
    how: str = ""
    bound: bool = False
    rhat: float | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimated:
    """What every method says, and the one number or why there is none."""

    methods: tuple[Method, ...]
    headline: Method | None
    refusals: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportPage:
    """An export with what a person may do about it, and how its file begins; `goes_on` until it is made."""

    export: Export
    asked: dict[str, str]
    file: str
    begins: str
    table: tuple[tuple[str, ...], ...]
    estimate: Estimated | None
    whole: bool
    may_take: bool
    may_let_out: bool
    may_throw_away: bool
    goes_on: bool


@pages.page("/exports", needs=Role.READER, template="exports")
def exports(
    desk: TheDesk,
    who: Who,
    what: Annotated[What | None, Query(description="What the form is opened for.")] = None,
    text: AskedLine = None,
    kind: AskedLine = None,
    place: AskedLine = None,
    box: AskedLine = None,
    first: AskedDay = None,
    last: AskedDay = None,
    source: AskedLine = None,
    report: AskedLine = None,
    before: Annotated[str | None, Query(max_length=64, description="Where the page before this one ended.")] = None,
) -> ExportList:
    """What was exported, and what may be; a reader sees what was let out."""
    found = desk.exports.listed(before=before, most=MOST + 1)
    return ExportList(
        kinds=tuple(_kinds(who)),
        exports=tuple(one for one in found[:MOST] if one.may_see(who)),
        policies=tuple(policies()),
        what=what,
        filters=Filters(
            text=text, kind=kind, place=place, box=box, first=first, last=last, source=source, report=report
        ),
        after=found[MOST - 1].id if len(found) > MOST else None,
    )


@pages.act("/exports", needs=(Role.ANALYST, Role.OFFICER))
def export(
    desk: TheDesk,
    who: Who,
    what: Annotated[What, Form()],
    form: Annotated[str, Form(max_length=10)],
    profile: Annotated[Profile, Form()],
    text: GivenLine = None,
    kind: GivenLine = None,
    place: GivenLine = None,
    box: GivenLine = None,
    first: GivenDay = None,
    last: GivenDay = None,
    source: GivenLine = None,
    report: GivenLine = None,
    as_of: GivenDay = None,
    policy: GivenLine = None,
    title: GivenLine = None,
    records: Annotated[bool, Form(description="Whether a page shows the corridors' records, too.")] = False,
) -> Done:
    """Have an export made; it is looked at on its own page before anybody takes it."""
    if what is What.CHANGES:
        filters = Filters()
    else:
        filters = Filters(
            text=text, kind=kind, place=place, box=box, first=first, last=last, source=source, report=report
        )
    if records and not who.may(*TAKES_RECORDS):
        rule = say("wrong.records_leave")
        raise Refused(403, rule, say("wrong.leave_out"), document=what)
    # what a ledger is called is the team's own
    named = title_of(desk.settings.ledger) if profile is Profile.RESTRICTED else "Clearway"
    kept = desk.records.all()[0] if records else {}
    names = tuple(name for name, one in kept.items() if one.withdrawn is None)
    order = Order(
        what=what, form=form, profile=profile, query=filters.asked, as_of=as_of, first=first, last=last,
        policy=policy, title=title or named,
        records=names,
    )  # fmt: skip
    if not may_order(who, order):
        raise Refused(403, say("wrong.whole_crisis"), say("wrong.ask_lead"), document=what)
    made = desk.exports.ask(order, who=who.name)
    with_records = f" with {len(names)} record{'' if len(names) == 1 else 's'} of corridors" if names else ""
    desk.note(who.name, "export", f"{what} {form} {profile}{with_records} ({made})")
    return Done(to=f"/exports/{made}", said="export_asked")


@pages.page("/exports/{export}", needs=Role.READER, template="export")
def one_export(export: Name, desk: TheDesk, who: Who) -> ExportPage:
    """One export: for whom it is, what the gate held back and why, how it begins, and its hash."""
    found = _found(desk, export, who)
    begins, whole = _begins(desk, found)
    made = found.state is Stage.MADE
    return ExportPage(
        export=found,
        asked=_asked(found.order),
        file=found.file_name,
        begins=begins,
        table=_table(found, begins),
        estimate=_estimated(found, begins) if whole else None,
        whole=whole,
        may_take=made and found.may_take(who),
        may_let_out=made and found.is_for_others and found.out_by is None and who.may(Role.OFFICER),
        may_throw_away=found.state is not Stage.GONE and _may_throw_away(found, who),
        goes_on=found.state in (Stage.WAITING, Stage.MAKING),
    )


@pages.act("/exports/{export}/let-out", needs=Role.OFFICER)
def let_out(export: Name, desk: TheDesk, who: Who) -> Done:
    """Let an export out of the team: from now on everybody at this desk may take it."""
    found = _found(desk, export, who)
    if found.state is not Stage.MADE or not found.is_for_others or found.told.written is None:
        rule = say("wrong.only_made")
        raise Refused(409, rule, say("wrong.make_for_others"), document=found.file_name)
    desk.exports.let_out(found.id, who=who.name)
    about = f"{found.order.what} {found.order.form} {found.order.profile} ({found.id})"
    desk.note(who.name, "let out", f"{about} sha256 {found.told.written.sha256}")
    return Done(to=f"/exports/{found.id}", said="let_out")


@pages.act("/exports/{export}/throw-away", needs=(Role.ANALYST, Role.OFFICER))
def throw_away(export: Name, desk: TheDesk, who: Who) -> Done:
    """Throw the file of an export away; who took it before has it still."""
    found = _found(desk, export, who)
    if not _may_throw_away(found, who):
        rule = say("wrong.somebody_elses")
        raise Refused(403, rule, say("wrong.ask_maker", who=found.who), document=found.file_name)
    desk.exports.throw_away(found.id)
    desk.note(who.name, "throw away", f"{found.order.what} ({found.id})")
    return Done(to="/exports", said="thrown_away")


@pages.get("/exports/{export}/file", dependencies=[Depends(Needs(Role.READER))], include_in_schema=False)
def file(export: Name, desk: TheDesk, who: Who) -> Response:
    """The file of an export, a block at a time."""
    found = _found(desk, export, who)
    if not found.may_take(who):
        rule = say("wrong.not_let_out")
        raise Refused(403, rule, say("wrong.ask_officer"), document=found.file_name)
    kept = desk.exports.file(found.id)
    if found.state is not Stage.MADE or found.told.written is None or not kept.is_file():
        raise Refused(404, say("wrong.file_gone"), say("wrong.make_again"), document=found.file_name)
    desk.note(who.name, "take", f"{found.order.what} ({found.id}) sha256 {found.told.written.sha256}")
    return FileResponse(kept, media_type=TYPES[found.order.form], filename=found.file_name)


def _found(desk: Desk, name: str, who: Person) -> Export:
    found = desk.exports.export(name)
    if found is None or not found.may_see(who):  # who may not know of it is told what is told of those that are not
        raise Refused(404, say("wrong.no_export"), say("wrong.back_to_list"), document="export")
    return found


def _kinds(who: Person) -> list[Kind]:
    found = []
    for what in FIELDS:
        profiles = tuple(Profile)[::-1] if what not in INSIDE else (Profile.RESTRICTED,)
        if may_order(who, Order(what=what, form=FORMS[what][0], profile=profiles[0])):
            fields = tuple(one for one in FIELDS[what] if one != "records" or who.may(*TAKES_RECORDS))
            found.append(Kind(what=what, forms=FORMS[what], profiles=profiles, fields=fields))
    return found


def _may_throw_away(found: Export, who: Person) -> bool:
    return who.name == found.who or who.may(Role.LEAD, Role.OFFICER)


def _begins(desk: Desk, found: Export) -> tuple[str, bool]:
    """How a made text begins, and whether that is all of it."""
    shown = SHOWN_OF_LISTS if found.order.what in OF_LISTS else SHOWN
    if found.state is not Stage.MADE or found.order.form not in ("csv", "jsonl"):
        return "", False
    try:
        with desk.exports.file(found.id).open(encoding="utf-8") as kept:
            begins = kept.read(shown + 1)
    except OSError as error:
        raise UsageError(found.file_name, rule=say("wrong.file_gone"), remedy=say("wrong.make_again")) from error
    return begins[:shown], len(begins) <= shown


def _asked(order: Order) -> dict[str, str]:
    """What was asked for, condition by condition."""
    query = order.query
    given = {
        "text": query.text, "kind": query.kind, "place": query.place, "source": query.source, "report": query.report,
        "first": order.first or query.first, "last": order.last or query.last, "as_of": order.as_of,
        "policy": order.policy, "title": order.title if order.what is What.PAGE else None,
        "records": len(order.records) or None,
        "files": ", ".join(order.lists.files) if order.lists else None,
        "box": ",".join(f"{side:g}" for side in (query.box.west, query.box.south, query.box.east, query.box.north))
        if query.box else None,
    }  # fmt: skip
    return {name: str(value) for name, value in given.items() if value is not None}


def _table(found: Export, begins: str) -> tuple[tuple[str, ...], ...]:
    """What was made of lists as rows; the last line may be cut and is left out then."""
    if found.order.what not in (What.LINKS, What.LIST_CHANGES):
        return ()
    return tuple(tuple(row) for row in csv.reader(begins[: begins.rfind("\n") + 1].splitlines()))


def _estimated(found: Export, begins: str) -> Estimated | None:
    if found.order.what is not What.ESTIMATE or not begins:
        return None
    *methods, last = map(json.loads, begins.splitlines())
    return Estimated(
        methods=tuple(from_plain(one, Method) for one in methods),
        headline=from_plain(last, Method) if last["headline"] else None,
        refusals=tuple(last.get("refusals", ())),
    )
