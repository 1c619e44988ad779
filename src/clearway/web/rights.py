"""Who may do what: roles, and the one door that every route declares and that every request passes."""

from dataclasses import dataclass, field
from enum import StrEnum
from secrets import compare_digest
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.routing import APIRoute

from clearway.display.catalogue import say
from clearway.model import Profile
from clearway.web.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

SAFE = ("GET", "HEAD", "OPTIONS")
TOKEN = "token"  # noqa: S105 - the name of a field, and no secret
HEADER = "x-csrf-token"


class Role(StrEnum):
    """What a person does in the team; a lead may do all that an analyst may, who may do all that a reader may."""

    READER = "reader"
    ANALYST = "analyst"
    LEAD = "lead"
    OFFICER = "officer"


HOLDS = {
    Role.READER: frozenset({Role.READER}),
    Role.ANALYST: frozenset({Role.READER, Role.ANALYST}),
    Role.LEAD: frozenset({Role.READER, Role.ANALYST, Role.LEAD}),
    Role.OFFICER: frozenset({Role.READER, Role.OFFICER}),
}
"""What each role may do; the data-responsibility officer sees all that is kept but judges no claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody at the desk; `token` proves that a request was made from a page of theirs."""

    name: str
    roles: frozenset[Role]
    token: str = field(repr=False)
    signed_in: bool = True

    def may(self, *roles: Role) -> bool:
        """Whether any of these roles is theirs or within one of theirs."""
        return any(role in HOLDS[own] for own in self.roles for role in roles)

    @property
    def profile(self) -> Profile:
        """What they see of a crisis: who only reads sees what partners may see."""
        return Profile.RESTRICTED if self.may(Role.ANALYST, Role.OFFICER) else Profile.PARTNERS


class Needs:
    """The roles of which a route needs one; without any, it is open to all who reach the desk.

    Checks who asks and, where something may change, that the request comes from a page of theirs.
    """

    def __init__(self, *roles: Role) -> None:
        self.roles = roles

    async def __call__(self, request: Request) -> Person:
        """Let the request through, or raise `Refused`."""
        person: Person = request.app.state.desk.who(request)
        request.state.person = person
        if self.roles and not person.roles:
            raise Refused(401, say("wrong.not_signed_in"), say("wrong.sign_in_first"), document=request.url.path)
        if self.roles and not person.may(*self.roles):
            needed = say("words.either").join(self.roles)
            rule = say("wrong.needs_role", needed=needed, roles=", ".join(sorted(person.roles)))
            raise Refused(403, rule, say("wrong.ask_lead"), document=request.url.path)
        if request.method not in SAFE:
            await _check_token(request, person)
        return person

    def __repr__(self) -> str:
        return f"Needs({', '.join(self.roles)})"


async def _check_token(request: Request, person: Person) -> None:
    told = request.headers.get(HEADER)
    if told is None:
        form = await request.form(max_files=1000, max_fields=1000)
        field_ = form.get(TOKEN)
        told = field_ if isinstance(field_, str) else ""
    if not person.token or not compare_digest(told.encode(), person.token.encode()):
        rule = say("wrong.not_yours")
        raise Refused(403, rule, say("wrong.load_again"), document=request.url.path)


def person_of(request: Request) -> Person:
    """Who asks; the route's `Needs` found out."""
    person: Person = request.state.person
    return person


Who = Annotated[Person, Depends(person_of)]
"""The person who asks, as a parameter of a page's data function."""


def needs_of(route: APIRoute) -> Needs | None:
    """What a route declares that it needs."""
    found = (part.call for part in route.dependant.dependencies)
    return next((call for call in found if isinstance(call, Needs)), None)


def declared(app: FastAPI) -> "Iterator[tuple[str, str, Needs]]":
    """Method, path and needs of every route; raises `TypeError` for one that declares none, so no desk starts so."""
    for route in routes_of(app):
        needs = needs_of(route) if isinstance(route, APIRoute) else None
        if needs is None or not isinstance(route, APIRoute):
            raise TypeError(f"{getattr(route, 'path', route)} does not say whom it is for: declare what it needs")
        for method in sorted(route.methods or ()):
            yield method, route.path, needs


def routes_of(app: FastAPI | APIRouter) -> "Iterator[object]":
    """Every route of the desk; newer versions of FastAPI keep a router that was included as one route."""
    for route in app.routes:
        inner = getattr(route, "original_router", None)
        if isinstance(inner, APIRouter):
            yield from routes_of(inner)
        else:
            yield route
