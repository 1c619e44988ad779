"""What every request passes before anything looks at it, and what every answer carries."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from clearway.display.catalogue import say
from clearway.display.numbers import rounded
from clearway.web.faults import answer
from clearway.web.neighbours import is_somebody_elses
from clearway.web.refused import Refused
from clearway.web.rights import SAFE
from clearway.web.settings import LOOPBACK, MEGABYTE, Settings

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # "no-referrer" would have browsers send forms with "Origin: null", which tells nothing of where they come from
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Frame-Options": "DENY",
}
NO_STORE = "no-store"
"""What a shared machine keeps of a page of data: nothing."""

FORWARDED = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip")
"""What a reverse proxy adds (RFC 7239, RFC 9110 7.6.3, and what was there before them)."""


REMEDIES = {
    "/inbox/files": "wrong.split_file",
    "/roads/add": "wrong.cut_roads",
    "/merge/add": "wrong.merge_there",
}
"""What to do with more than is taken, by where it was sent."""


class Door:
    """Refuses requests for another host, from another site, or too large; adds the headers of `HEADERS`.

    `larger` are the paths to which more than a form may be sent, with how many bytes.
    """

    def __init__(self, app: ASGIApp, settings: Settings, larger: Mapping[str, int]) -> None:
        self.app = app
        self.settings = settings
        self.hosts = settings.hosts  # once: to find the names of this machine may ask a server of names
        self.larger = larger

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it."""
        if scope["type"] != "http":
            if scope["type"] == "websocket":
                return  # there are none
            await self.app(scope, receive, send)
            return
        send = _with_headers(send, secure=self.settings.is_secure)
        most = self.larger.get(scope["path"], self.settings.most_form)
        try:
            self._check(scope, most)
        except Refused as refused:
            await answer(Request(scope), refused)(scope, receive, send)
            return
        body = _Body(receive, most, scope["path"])
        await self.app(scope, body.next, body.before(send))

    def _check(self, scope: Scope, most: int) -> None:
        headers = Headers(scope=scope)
        host = headers.get("host", "").lower()
        if host not in self.hosts:
            raise _refused(421, say("wrong.host", host=f"{host!r}"), say("wrong.open_desk", url=self.settings.url))
        if not self.settings.has_accounts:
            self._check_alone(scope, headers)
        if scope["method"] not in SAFE:
            self._check_origin(headers, host)
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > most:
            raise too_large(most, scope["path"])

    def _check_alone(self, scope: Scope, headers: Headers) -> None:
        """A desk without accounts is for the person at this machine, and for nobody whom a proxy brings."""
        if any(name in headers for name in FORWARDED):
            rule = say("wrong.proxy")
            raise _refused(403, rule, say("wrong.start_address"))
        peer = scope.get("client") or ("", 0)
        if peer[0] not in LOOPBACK or is_somebody_elses(peer, scope.get("server") or ("", 0)):
            rule = say("wrong.not_alone")
            raise _refused(403, rule, say("wrong.start_accounts"))

    def _check_origin(self, headers: Headers, host: str) -> None:
        """What changes something is asked by the desk's own pages, or by a program that is no browser."""
        origin = headers.get("origin")
        site = headers.get("sec-fetch-site", "same-origin")
        if (origin is not None and urlsplit(origin).netloc.lower() != host) or site not in ("same-origin", "none"):
            raise _refused(403, say("wrong.other_site"), say("wrong.open_there", url=self.settings.url))


def too_large(most: int, path: str) -> Refused:
    """The answer to a body of more bytes than are taken."""
    is_large = most >= MEGABYTE
    size = say("wrong.megabytes", size=rounded(most / MEGABYTE)) if is_large else say("wrong.bytes", n=most)
    remedy = say(REMEDIES.get(path.removesuffix(".json"), "wrong.send_less"))
    return Refused(413, say("wrong.too_large", size=size), remedy, document=path, headers={"Connection": "close"})


def _refused(status: int, rule: str, remedy: str) -> Refused:
    return Refused(status, rule, remedy, document=say("wrong.request"))


class _Body:
    """The body as it comes, up to `most` bytes; a body may be sent without telling its length."""

    def __init__(self, receive: Receive, most: int, path: str) -> None:
        self._receive = receive
        self._most = most
        self._path = path
        self._taken = 0
        self._ended = False

    async def next(self) -> Message:
        """The next part; raises `Refused` where there is more than is taken."""
        message = await self._receive()
        self._taken += len(message.get("body", b""))
        self._ended = not message.get("more_body", False)
        if self._taken > self._most:
            raise too_large(self._most, self._path)
        return message

    def before(self, send: Send) -> Send:
        """Answer once the body is there: a browser that is cut off while it sends shows no answer."""

        async def sends(message: Message) -> None:
            while not self._ended and 0 < self._taken <= self._most:
                rest = await self._receive()
                self._taken += len(rest.get("body", b""))
                self._ended = not rest.get("more_body", False)
            await send(message)

        return sends


def _with_headers(send: Send, *, secure: bool) -> Send:
    async def sends(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("Cache-Control", NO_STORE)
            if secure:
                headers["Strict-Transport-Security"] = "max-age=31536000"
        await send(message)

    return sends
