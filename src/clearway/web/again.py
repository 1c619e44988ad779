"""The page of a form that was refused, once more: nobody writes twice what they wrote."""

from urllib.parse import urlsplit

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse

from clearway.display.catalogue import LANGUAGE
from clearway.display.desk import desk_html
from clearway.display.refilling import Typed, Wrong, refilled
from clearway.web.inner import OK, answered
from clearway.web.refused import Refused

PAGE = "page"
"""The field in which a form says on which page it stands."""
OURS = ("token", PAGE, "to", "seen", "password", "again")
"""Fields in which nobody wrote, or whose words no page may show."""
UNPROCESSABLE = 422
REFRESH = "Refresh"
"""A browser would ask for the address of an act, which is no page."""


async def form_again(request: Request, error: Refused) -> HTMLResponse | None:
    """The page on which the form stands, filled with what was sent; `None` where nothing of it is known.

    Where that page cannot be shown (nobody is signed in any more), a page holds what was written, to be copied.
    """
    if request.method == "GET":
        return await _question_again(request, error)
    form: FormData | None = getattr(request, "_form", None)  # what the route has read; to read it now might take long
    if request.method != "POST" or error.done or form is None:
        return None
    typed = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
    files = any(not isinstance(value, str) for _, value in form.multi_items())
    page = form.get(PAGE)
    html, cookies = await _page(request, page) if isinstance(page, str) else ("", ())
    told = refilled(html, request.url.path, typed, wrong_of(error, files=files)) if html else None
    if told is None:
        from clearway.web.pages import show

        written = [value for name, value in typed if name not in OURS and value.strip()]
        return show(request, "fault", status=error.status_code, page=error.plain(), done=False, written=written)
    found = HTMLResponse(told, status_code=error.status_code)
    # who is not signed in has a cookie made with the page, without which its form is refused
    found.raw_headers.extend((b"set-cookie", cookie) for cookie in cookies)
    return found


async def _question_again(request: Request, error: Refused) -> HTMLResponse | None:
    """The page of a search whose conditions make no sense, with these in its form; `None` where there is none."""
    if error.status_code != UNPROCESSABLE or error.form or not request.query_params:
        return None
    html, _ = await _page(request, request.url.path)
    typed = request.query_params.multi_items()
    told = refilled(html, request.url.path, typed, wrong_of(error)) if html else None
    return HTMLResponse(told, status_code=error.status_code) if told else None


def with_wrong(html: str, action: str, typed: Typed, error: Refused) -> str:
    """The page of a question that makes no sense, with what is wrong beside its field."""
    return refilled(html, action, typed, wrong_of(error)) or html


def wrong_of(error: Refused, *, files: bool = False) -> Wrong:
    """What is told of an error in the form."""
    waits = REFRESH in (error.headers or {})
    told = desk_html("wrong", language=LANGUAGE, problem=error.plain(), files=files, waits=waits).strip()
    return Wrong(told=told, fields=error.fields, about=error.document, waits=waits)


async def _page(request: Request, address: str) -> tuple[str, tuple[bytes, ...]]:
    """A page of this desk as whoever asks sees it, with the cookies that come with it; nothing where there is none."""
    asked = urlsplit(address)
    if asked.scheme or asked.netloc or not asked.path.startswith("/"):
        return "", ()
    headers = [(b"accept", b"text/html")]
    headers += [one for one in request.scope["headers"] if one[0] in (b"host", b"cookie", b"x-forwarded-for")]
    same = {name: value for name, value in request.scope.items() if name in SAME}
    query = asked.query.encode()
    found = await answered(request.app, path=asked.path, query=query, headers=headers, state={}, **same)
    if found.status != OK or not found.kind.startswith("text/html"):
        return "", ()
    return found.body.decode(), tuple(value for name, value in found.headers if name == b"set-cookie")


SAME = ("type", "asgi", "http_version", "server", "client", "scheme", "root_path", "extensions")
"""What another request to the same desk has in common with this one."""
