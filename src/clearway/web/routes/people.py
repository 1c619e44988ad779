"""People: who is there, who may do what, and what they did."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Form, Query, Request
from starlette.responses import JSONResponse, Response

from clearway.display.catalogue import say
from clearway.web.accounts import audit
from clearway.web.accounts import people as accounts
from clearway.web.accounts.people import Account
from clearway.web.desk import TheDesk
from clearway.web.faults import wants_json
from clearway.web.fields import OptionalLine
from clearway.web.pages import Done, Pages, Stop, show
from clearway.web.refused import Refused
from clearway.web.rights import Role, Who

pages = Pages(stop=Stop(path="/people", name="people", key="g p", needs=Role.LEAD))

Roles = Annotated[list[Role], Form(min_length=1)]
Name = Annotated[str, Form(max_length=64)]


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Everybody, and whether this desk asks people to sign in at all."""

    people: tuple[Account, ...]
    accounts: bool
    roles: tuple[Role, ...] = tuple(Role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """Entries of the audit log, newest first; `before` is where the next page begins."""

    entries: tuple[audit.Entry, ...]
    before: int | None
    checked: audit.Verified | None
    known: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A one-time link."""

    link: str


@pages.page("/people", needs=Role.LEAD, template="people")
def people(desk: TheDesk) -> People:
    """Who works at this desk."""
    return People(people=tuple(accounts.accounts(desk.store)), accounts=desk.settings.has_accounts)


@pages.answer("/people/invite", needs=Role.LEAD, model=Invitation)
def invite(request: Request, desk: TheDesk, who: Who, name: Name, roles: Roles) -> Response:
    """A one-time link by which a person chooses a password; it is shown once."""
    _with_accounts(desk)
    key = accounts.invite(desk.store, name=name, roles=roles, by=who.name, now=desk.now())
    made = Invitation(link=f"{desk.settings.url}/join/{key}")
    if wants_json(request):
        return JSONResponse({"link": made.link})
    return show(request, "invited", page=made, name=name)


@pages.act("/people/{name}/change", needs=Role.LEAD)
def change_person(name: str, desk: TheDesk, who: Who, roles: Roles, active: Annotated[bool, Form()] = False) -> Done:
    """Give a person other roles, or shut them out."""
    _with_accounts(desk)
    accounts.change(desk.store, name, roles=roles, active=active, by=who.name, now=desk.now())
    return Done(to="/people", said="changed")


@pages.page("/audit", needs=(Role.LEAD, Role.OFFICER), template="audit")
def log(
    desk: TheDesk,
    before: Annotated[int | None, Query(ge=1, le=2**62)] = None,
    check: Annotated[bool, Query(description="Whether the whole chain is checked.")] = False,
    known: Annotated[OptionalLine, Query(description="A hash that was noted elsewhere.")] = None,
) -> Log:
    """What people did, newest first, and whether nobody has tampered with it."""
    found = audit.entries(desk.store, before=before)
    last = known.strip().lower() if known else None
    return Log(
        entries=tuple(found),
        before=found[-1].number if found and found[-1].number > 1 else None,
        checked=audit.verify(desk.store, known=last) if check or last else None,
        known=last,
    )


def _with_accounts(desk: TheDesk) -> None:
    if not desk.settings.has_accounts:
        rule = say("wrong.alone")
        raise Refused(409, rule, say("wrong.start_accounts"), document="people")
