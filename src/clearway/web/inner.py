"""A request that the desk makes to its own pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.types import ASGIApp, Message

OK = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What came of it; the status is 0 where nothing did."""

    status: int
    headers: Sequence[tuple[bytes, bytes]]
    body: bytes

    @property
    def kind(self) -> str:
        """The type of the body."""
        return dict(self.headers).get(b"content-type", b"").decode()


async def answered(app: ASGIApp, *, path: str, query: bytes, **scope: Any) -> Answered:
    """What an app answers to GET of an address, and raises; `scope` is what else it is told of the request."""
    begun: Mapping[str, Any] = {"status": 0, "headers": ()}
    parts: list[bytes] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        nonlocal begun
        if message["type"] == "http.response.start":
            begun = message
        parts.append(message.get("body", b""))

    asked = {"method": "GET", "path": path, "raw_path": path.encode(), "query_string": query}
    await app({**scope, **asked}, receive, send)
    return Answered(status=int(begun["status"]), headers=tuple(begun["headers"]), body=b"".join(parts))
