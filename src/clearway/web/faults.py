"""Errors as plain pages and as JSON: what it is about, the rule, and the remedy. Never what our code looks like."""

import errno
import logging

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from clearway.errors import ClearwayError, LedgerAway
from clearway.web.again import REFRESH, form_again, with_wrong
from clearway.web.refused import Refused, refused

LOG = logging.getLogger("clearway.web")

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""What the system says where there is no room: on the disk, for this user, or in this file."""

AGAIN_S = 5
"""After so many seconds a page asks again by itself."""
PLAIN = {
    400: ("the request cannot be understood", "go back and do it once more"),
    404: ("there is no such page", "go back, or begin at the start page"),
    405: ("this address does not take that kind of request", "use the forms and links of the pages"),
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
    remedy = "send it again in a little while: what it needs goes on being worked out meanwhile"
    found = Refused(error.status_code, error.rule, remedy, document=error.document, headers=headers, done=error.done)
    found.form, found.fields = error.form, error.fields
    return found


def away(request: Request, error: LedgerAway) -> Refused:
    """The answer while the ledger's server is away; a page that was asked for asks again by itself."""
    again = {"Retry-After": str(AGAIN_S)}
    if request.method == "GET":
        remedy = "wait a little: this page asks again by itself"
        again["Refresh"] = str(AGAIN_S)
    else:
        remedy = "look in a little while whether it was kept after all, and send it again if not"
    remedy = f"{remedy}. If it stays away, tell whoever runs the server {error.subject}"
    return Refused(503, error.rule, remedy, document="the team's ledger", headers=again)


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
        rule, remedy = PLAIN.get(status, PLAIN[400])
        headers = error.headers if isinstance(error, HTTPException) else None
        return answer(request, Refused(status, rule, remedy, document=request.url.path, headers=headers))

    @app.exception_handler(OSError)
    def of_the_disk(request: Request, error: Exception) -> Response:
        # what is sent goes through a temporary file before anything looks at it
        if not isinstance(error, OSError) or error.errno not in FULL:
            return of_nobody(request, error)
        LOG.error("no room on the disk: %s", request.url.path, exc_info=error)
        rule = f"what was sent cannot be kept ({error.strerror})"
        remedy = "make room on the disk of the desk, and send it again"
        return answer(request, Refused(503, rule, remedy, document=request.url.path))

    @app.exception_handler(RequestValidationError)
    async def of_values(request: Request, error: Exception) -> Response:
        told = error.errors() if isinstance(error, RequestValidationError) else []
        names = dict.fromkeys(".".join(str(part) for part in one["loc"][1:]) or "the request" for one in told)
        why = "; ".join(dict.fromkeys(str(one["msg"]).lower() for one in told))
        rule = f"a value is missing or makes no sense ({why})"
        found = Refused(422, rule, "correct it and send it again", document=", ".join(names))
        found.fields = tuple(names)
        return await answer_in_form(request, found)

    @app.exception_handler(Exception)
    def of_nobody(request: Request, error: Exception) -> Response:
        LOG.error("a page failed: %s", request.url.path, exc_info=error)
        rule = "this page failed, which is a fault of Clearway's"
        remedy = "tell whoever runs this desk; its log says more"
        return answer(request, Refused(500, rule, remedy, document=request.url.path))
