"""Errors as plain pages and as JSON: what it is about, the rule, and the remedy. Never what our code looks like."""

import errno
import logging

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from clearway.display.catalogue import say
from clearway.errors import ClearwayError, LedgerAway
from clearway.web.again import REFRESH, form_again, with_wrong
from clearway.web.refused import Refused, refused

LOG = logging.getLogger("clearway.web")

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""What the system says where there is no room: on the disk, for this user, or in this file."""

AGAIN_S = 5
"""After so many seconds a page asks again by itself."""
PLAIN = {
    400: ("wrong.not_understood", "wrong.once_more"),
    404: ("wrong.no_page", "wrong.begin"),
    405: ("wrong.method", "wrong.use_forms"),
}
"""What is said where the web framework refuses by itself."""


def answer(request: Request, error: Refused) -> Response:
    """The answer to a request that is refused: JSON for a program, else a page."""
    if request.method != "GET":
        error = _of_an_act(error)
    headers = dict(error.headers or {})
    if wants_json(request):
        return JSONResponse(error.plain(), status_code=error.status_code, headers=headers)
    if error.status_code == 401 and request.method == "GET" and "hx-request" not in request.headers:
        from urllib.parse import quote

        whence = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/sign-in?to={quote(whence)}", status_code=303)
    from clearway.web.pages import fault_page, show

    if error.form:
        template, action, values = error.form
        page = show(request, template, status=error.status_code, problem=error.plain(), **values)
        told = with_wrong(bytes(page.body).decode(), action, request.query_params.multi_items(), error)
        again = HTMLResponse(told, status_code=error.status_code)
        again.headers.update(headers)
        return again
    return fault_page(request, error, headers=headers)


async def answer_in_form(request: Request, error: Refused) -> Response:
    """The answer to a request that is refused: where a form was sent, its page with all that was typed."""
    if request.method != "GET":
        error = _of_an_act(error)
    found = None if wants_json(request) else await form_again(request, error)
    if found is None:
        return answer(request, error)
    headers = {name: value for name, value in (error.headers or {}).items() if name != REFRESH}
    found.headers.update(headers)
    return found


def _of_an_act(error: Refused) -> Refused:
    """The same without that the page asks again by itself: what is sent, a browser sends once."""
    headers = dict(error.headers or {})
    if headers.pop(REFRESH, None) is None:
        return error
    remedy = say("wrong.send_later")
    found = Refused(error.status_code, error.rule, remedy, document=error.document, headers=headers, done=error.done)
    found.form, found.fields = error.form, error.fields
    return found


def away(request: Request, error: LedgerAway) -> Refused:
    """The answer while the ledger's server is away; a page that was asked for asks again by itself."""
    again = {"Retry-After": str(AGAIN_S)}
    if request.method == "GET":
        remedy = "wrong.away_page"
        again["Refresh"] = str(AGAIN_S)
    else:
        remedy = "wrong.away_act"
    return Refused(503, error.rule, say(remedy, server=error.subject), document=say("wrong.ledger"), headers=again)


def wants_json(request: Request) -> bool:
    """Whether a program asks: by the address of a twin, or by saying so."""
    accepted = request.headers.get("accept", "")
    return request.url.path.endswith(".json") or ("application/json" in accepted and "text/html" not in accepted)


def take_faults(app: FastAPI) -> None:
    """Let an app answer every error so."""

    @app.exception_handler(ClearwayError)
    async def of_ours(request: Request, error: Exception) -> Response:
        if not isinstance(error, ClearwayError):
            raise error
        return await answer_in_form(request, away(request, error) if isinstance(error, LedgerAway) else refused(error))

    @app.exception_handler(HTTPException)
    async def of_the_framework(request: Request, error: Exception) -> Response:
        if isinstance(error, Refused):
            return await answer_in_form(request, error)
        status = error.status_code if isinstance(error, HTTPException) else 500
        rule, remedy = map(say, PLAIN.get(status, PLAIN[400]))
        headers = error.headers if isinstance(error, HTTPException) else None
        return answer(request, Refused(status, rule, remedy, document=request.url.path, headers=headers))

    @app.exception_handler(OSError)
    def of_the_disk(request: Request, error: Exception) -> Response:
        # what is sent goes through a temporary file before anything looks at it
        if not isinstance(error, OSError) or error.errno not in FULL:
            return of_nobody(request, error)
        LOG.error("no room on the disk: %s", request.url.path, exc_info=error)
        rule = say("wrong.not_kept", why=error.strerror)
        remedy = say("wrong.make_room_desk")
        return answer(request, Refused(503, rule, remedy, document=request.url.path))

    @app.exception_handler(RequestValidationError)
    async def of_values(request: Request, error: Exception) -> Response:
        told = error.errors() if isinstance(error, RequestValidationError) else []
        names = dict.fromkeys(".".join(str(part) for part in one["loc"][1:]) or say("wrong.request") for one in told)
        why = "; ".join(dict.fromkeys(str(one["msg"]).lower() for one in told))
        rule = say("wrong.value", why=why)
        found = Refused(422, rule, say("wrong.value_correct"), document=", ".join(names))
        found.fields = tuple(names)
        return await answer_in_form(request, found)

    @app.exception_handler(Exception)
    def of_nobody(request: Request, error: Exception) -> Response:
        LOG.error("a page failed: %s", request.url.path, exc_info=error)
        rule = say("wrong.failed")
        remedy = say("wrong.failed_tell")
        return answer(request, Refused(500, rule, remedy, document=request.url.path))
