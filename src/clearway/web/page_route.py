"""How a page that the crisis tells comes about: kept from the last time, made aside, or made here."""

from collections.abc import Awaitable, Callable
from enum import Enum, auto
from functools import cache

from fastapi import Request
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from clearway.errors import LedgerAway
from clearway.model import Profile
from clearway.web.desk import Desk
from clearway.web.inner import OK
from clearway.web.kept import Key, anybody
from clearway.web.page_wire import Asked
from clearway.web.rights import Person, needs_of

Make = Callable[[Request], Awaitable[Response]]
Opened = Callable[[Desk], None]


class Aside(Enum):
    """Which pages of a route are made by other processes, where the desk has some.

    What is looked up in a moment is not, unless it must pass the gate, which looks at whole texts. What is `SHARED` and
    need not pass it the desk makes itself, one page at a time, while they are busy; `ALL` is for what must be counted
    first, which one process remembers.
    """

    NONE = auto()
    GATED = auto()
    SHARED = auto()
    ALL = auto()


class PageRoute(APIRoute):
    """The route of a page that may be kept, made aside, or both; `opened` is told whenever somebody asks for it."""

    kept = False
    aside = Aside.NONE
    opened: Opened | None = None

    def get_route_handler(self) -> Make:  # type: ignore[override]
        """What answers a request: whoever may not see the page is refused before anything is looked up."""
        make = super().get_route_handler()

        async def answers(request: Request) -> Response:
            desk: Desk = request.app.state.desk
            if desk.kept is None:
                return await make(request)
            person = await self._let_in(request)
            if self.opened is not None:
                self.opened(desk)
            if not self.kept:
                return await self._made(desk, request, person, make)
            request.state.kept = True

            async def key() -> Key:
                known = await run_in_threadpool(desk.crisis.ledger.grown)
                sees = (tuple(sorted(person.roles)), person.profile, person.signed_in)
                return (known, desk.now().date(), *sees, request.scope["path"], request.scope["query_string"])

            return await desk.kept.answer(person, key, lambda: self._made(desk, request, anybody(person), make))

        return answers

    async def _let_in(self, request: Request) -> Person:
        needs = needs_of(self)
        if needs is None:
            raise TypeError(f"{self.path} does not say whom it is for: declare what it needs")
        return await needs(request)

    async def _made(self, desk: Desk, request: Request, person: Person, make: Make) -> Response:
        """The page, made here where it cannot be made aside, such as one that tells what is wrong."""
        gated = person.profile is not Profile.RESTRICTED
        if self.aside is not Aside.NONE and (gated or self.aside is not Aside.GATED) and desk.makers.able:
            # what was judged just now is folded in here, once, and not by each process that is asked for a page
            await run_in_threadpool(desk.crisis.fold_in)
            if self.aside is Aside.SHARED and not gated and desk.makers.are_busy:
                with desk.makers.here():
                    return await make(request)
            query = request.scope["query_string"].decode("latin-1")
            asked = Asked(path=request.scope["path"], query=query, who=person, at=desk.now())
            found = await desk.makers.page(asked)
            if found is not None and (away := found[0].away) is not None:
                raise LedgerAway(away.document, rule=away.rule, remedy=away.remedy)
            if found is not None and found[0].status == OK:
                return Response(found[1], media_type=found[0].kind)
        return await make(request)


@cache
def route_of(*, kept: bool, aside: Aside, opened: Opened | None = None) -> type[APIRoute]:
    """The route of pages that are kept or not, and made aside or not."""
    if not kept and aside is Aside.NONE and opened is None:
        return APIRoute
    told = {"opened": staticmethod(opened)} if opened else {}
    return type("PageRoute", (PageRoute,), {"kept": kept, "aside": aside, **told})
