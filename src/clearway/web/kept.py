"""Pages that were made once and are the same for all who see the same of the crisis, until somebody reads or judges."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from html import escape
from secrets import token_hex
from typing import Any

from starlette.responses import Response

from clearway.web.inner import OK
from clearway.web.rights import Person

MOST_BYTES = 48_000_000
"""Bytes of pages that are kept at most; those go first that nobody asked for the longest."""
LARGEST = 4_000_000
"""A page of more bytes is made each time."""
NAME, TOKEN = f"name{token_hex(16)}", token_hex(32)
"""What stands in a kept page for the name and the token of whoever looks at it; no page can hold them by itself."""

Key = tuple[Any, ...]
"""What a page shows, behind what was known when it was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A page as it was made, with the type of its text."""

    content: bytes
    kind: str

    def for_(self, person: Person) -> Response:
        """The page as this person gets it."""
        content = self.content.replace(TOKEN.encode(), person.token.encode())
        return Response(content.replace(NAME.encode(), escape(person.name).encode()), media_type=self.kind)


class Kept:
    """Pages by what they show and by what was known; used by the one thread that answers requests."""

    def __init__(self, *, most: int = MOST_BYTES) -> None:
        self._most = most
        self._bodies: OrderedDict[Key, Body] = OrderedDict()
        self._bytes = 0
        self._known: Any = None
        self._making: dict[Key, asyncio.Future[Body | None]] = {}

    async def answer(
        self,
        person: Person,
        key: Callable[[], Awaitable[Key]],
        make: Callable[[], Awaitable[Response]],
    ) -> Response:
        """The page of a key: as kept, as another is just making it, or made now and kept if nothing changed since."""
        before = await key()
        body = self._found(before)
        if body is None and before in self._making:
            # what is begun since then is no older than what was asked for, though it is perhaps not kept
            body = await asyncio.shield(self._making[before])
        if body is not None:
            return body.for_(person)
        making: asyncio.Future[Body | None] = asyncio.get_running_loop().create_future()
        self._making[before] = making
        try:
            made = await make()
            if made.status_code != OK:
                return made
            body = Body(content=bytes(made.body), kind=made.headers.get("content-type", ""))
            if before == await key():
                self._keep(before, body)
            return body.for_(person)
        finally:
            if self._making.get(before) is making:
                del self._making[before]
            making.set_result(body)

    def _found(self, key: Key) -> Body | None:
        body = self._bodies.get(key)
        if body is not None:
            self._bodies.move_to_end(key)
        return body

    def _keep(self, key: Key, body: Body) -> None:
        if len(body.content) > LARGEST or key in self._bodies:  # several may have made it at once
            return
        if key[0] != self._known:  # nobody will ask again for what was known before: facts only grow
            self._bodies.clear()
            self._bytes, self._known = 0, key[0]
        self._bytes += len(body.content)
        self._bodies[key] = body
        while self._bytes > self._most:
            _, gone = self._bodies.popitem(last=False)
            self._bytes -= len(gone.content)


def anybody(person: Person) -> Person:
    """The person in whose place everybody can be put who may see the same."""
    return replace(person, name=NAME, token=TOKEN)
