"""Signing in and out, and taking up an invitation."""

from secrets import token_urlsafe
from typing import Annotated, Any

from fastapi import Depends, Form, Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from clearway.display.catalogue import say
from clearway.web.accounts import people, sessions
from clearway.web.accounts.audit import note
from clearway.web.desk import Desk, TheDesk
from clearway.web.faults import wants_json
from clearway.web.pages import Done, Pages, goes, show
from clearway.web.refused import Refused
from clearway.web.rights import Needs, Role, Who

pages = Pages()

ANYBODY = [Depends(Needs())]
Word = Annotated[str, Form(max_length=4096)]
VISIT_S = 3600


@pages.get("/sign-in", dependencies=ANYBODY, include_in_schema=False, response_class=HTMLResponse)
def form(request: Request, desk: TheDesk, who: Who, to: str = "/") -> Response:
    """The form to sign in."""
    if who.roles:
        return goes(Done(to=inside(to)))
    return with_visit(desk, request, "sign-in", to=inside(to))


@pages.answer("/sign-in")
def sign_in(
    request: Request,
    desk: TheDesk,
    name: Word,
    password: Word,
    to: Annotated[str, Form(max_length=2000)] = "/",
) -> Response:
    """Begin a session for whoever knows the password."""
    address = desk.address_of(request)
    desk.limits.check(account=name, address=address)
    found = people.signed_in(desk.store, name, password)
    if found is None:
        desk.limits.failed(account=name, address=address)
        note(desk.store, who=name[:64], act="sign in failed", about=address, at=desk.now())
        raise Refused(403, say("wrong.wrong_password"), say("wrong.try_again"), document=say("wrong.sign_in"))
    desk.limits.passed(account=name)
    note(desk.store, who=found.name, act="sign in", about=address, at=desk.now())
    return begun(desk, request, found.name, Done(to=inside(to)))


@pages.answer("/sign-out")
def sign_out(request: Request, desk: TheDesk, who: Who) -> Response:
    """End the session."""
    sessions.end(desk.store, request.cookies.get(desk.cookie, ""))
    if who.signed_in:
        desk.note(who.name, "sign out")
    answer = told(request, Done(to="/sign-in" if desk.settings.has_accounts else "/"))
    answer.delete_cookie(desk.cookie, path="/", secure=desk.settings.is_secure, httponly=True, samesite="strict")
    return answer


@pages.get("/join/{key}", dependencies=ANYBODY, include_in_schema=False, response_class=HTMLResponse)
def invitation(key: str, request: Request, desk: TheDesk) -> Response:
    """The form to choose a password."""
    name, roles = _invited(desk, key)
    return with_visit(desk, request, "join", key=key, name=name, roles=roles)


@pages.answer("/join/{key}")
def join(
    key: str,
    request: Request,
    desk: TheDesk,
    password: Word,
    again: Word,
    name: Annotated[str, Form(max_length=64)] = "",
) -> Response:
    """Choose a password, and begin a session."""
    _invited(desk, key)
    if password != again:
        raise Refused(422, say("wrong.passwords_differ"), say("wrong.write_twice"), document="password")
    joined = people.join(desk.store, key, name=name, password=password, now=desk.now())
    return begun(desk, request, joined.name, Done(to="/", said="joined"))


def inside(to: str) -> str:
    """A path of this desk; an address elsewhere leads to the first page."""
    return to if to.startswith("/") and not to.startswith(("//", "/\\")) and to.isprintable() else "/"


def begun(desk: Desk, request: Request, person: str, done: Done) -> Response:
    """A new session for a person; what session there was is ended, so that nobody can have prepared it."""
    sessions.end(desk.store, request.cookies.get(desk.cookie, ""))
    secret = sessions.begin(desk.store, person, desk.now())
    answer = told(request, done)
    _set(desk, answer, desk.cookie, secret, int(desk.settings.longest.total_seconds()))
    answer.delete_cookie(desk.visit, path="/", secure=desk.settings.is_secure, httponly=True, samesite="strict")
    return answer


def told(request: Request, done: Done) -> Response:
    """Where it went, for a person or a program."""
    if wants_json(request):
        return JSONResponse({"to": done.to, "said": done.said})
    return goes(done)


def with_visit(desk: Desk, request: Request, template: str, **values: Any) -> Response:
    """A form for somebody without a session: a cookie of theirs stands in for it."""
    visit = request.cookies.get(desk.visit) or token_urlsafe(24)
    insecure = desk.settings.is_secure and request.url.scheme != "https" and not desk.settings.address
    page = show(request, template, token=desk.visitor_token(visit), insecure=insecure, **values)
    _set(desk, page, desk.visit, visit, VISIT_S)
    return page


def _invited(desk: Desk, key: str) -> tuple[str | None, tuple[Role, ...]]:
    found = people.invited(desk.store, key, desk.now()) if desk.settings.has_accounts else None
    if found is None:
        raise Refused(404, say("wrong.link_gone"), say("wrong.link_anew"), document=say("wrong.link"))
    return found


def _set(desk: Desk, answer: Response, name: str, value: str, seconds: int) -> None:
    answer.set_cookie(
        name, value, max_age=seconds, path="/", secure=desk.settings.is_secure, httponly=True, samesite="strict"
    )
