"""Pages and their JSON twins: both are made of what one data function returns.

pages = Pages(stop=Stop(path="/reports", name="reports", key="g r", needs=Role.READER))

@pages.page("/reports", needs=Role.READER, template="reports")
def reports(desk: TheDesk, who: Who, after: str | None = None) -> ReportList: ...

@pages.act("/reports/{report}/forget", needs=Role.LEAD)
def forget(report: str, desk: TheDesk, who: Who) -> Done: ...
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request
from fastapi.routing import APIRoute
from starlette.responses import HTMLResponse, RedirectResponse, Response

from clearway.display.catalogue import LANGUAGE, said
from clearway.display.desk import desk_html
from clearway.web.kept import anybody
from clearway.web.page_route import Aside, Opened, route_of
from clearway.web.refused import Refused
from clearway.web.rights import Needs, Person, Role

Function = TypeVar("Function", bound=Callable[..., Any])

FAULTS: dict[int | str, dict[str, Any]] = {
    status: {
        "description": name,
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["document", "rule", "remedy"],
                    "properties": {part: {"type": "string"} for part in ("document", "rule", "remedy")},
                }
            }
        },
    }
    for status, name in (
        (400, "Cannot be understood"),
        (401, "Not signed in"),
        (403, "Not for this person, or not from a page of theirs"),
        (404, "There is none"),
        (409, "It has changed since"),
        (413, "Too large"),
        (422, "Makes no sense as given"),
        (429, "Too many tries"),
        (503, "The ledger or the desk cannot be used just now"),
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A page in the navigation: its path, the name of its phrase (`nav.NAME`), its key, and for whom it is."""

    path: str
    name: str
    key: str
    needs: Role | tuple[Role, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What an act came to: where the person goes next, and the name of the phrase that tells them (`said.NAME`)."""

    to: str
    said: str = ""


class Pages(APIRouter):
    """The pages of one part of the desk."""

    def __init__(self, *, stop: Stop | None = None) -> None:
        super().__init__(responses=FAULTS)
        self.stop = stop

    def page(
        self,
        path: str,
        *,
        needs: Role | tuple[Role, ...],
        template: str,
        view: Callable[[Any], Mapping[str, Any]] | None = None,
        kept: bool = False,
        aside: Aside = Aside.NONE,
        opened: Opened | None = None,
    ) -> Callable[[Function], Function]:
        """Serve what a data function returns at `path` in `desk/TEMPLATE.html` (as `page`), and at `path`.json.

        `view` makes of it what else the template shows. With `kept` the page is made once for all who may see the same,
        until something is read or judged: it must be told by the crisis, the day and the address alone. What is made
        `aside` must be told by the crisis, the time, the address and who asks. `opened` is done each time that somebody
        asks for the page, before it is looked for; nobody may have to wait for it.
        """

        def serve(data: Function) -> Function:
            def shown(request: Request, page: Any = Depends(data)) -> Response:
                return show(request, template, page=page, **(view(page) if view else {}))

            def twin(page: Any = Depends(data)) -> Any:
                return page

            door = [Depends(Needs(*_roles(needs)))]
            sort = route_of(kept=kept, aside=aside, opened=opened)
            self._twin(path, twin, data, door=door, method="GET", model=data.__annotations__["return"], sort=sort)
            self.add_api_route(
                path,
                shown,
                methods=["GET"],
                dependencies=door,
                include_in_schema=False,
                response_class=HTMLResponse,
                route_class_override=sort,
            )
            return data

        return serve

    def act(
        self, path: str, *, needs: Role | tuple[Role, ...] = (), described: dict[str, Any] | None = None
    ) -> Callable[[Function], Function]:
        """Do what a function does on POST to `path`, then go where its `Done` says; POST to `path`.json tells it.

        `described` is what the description of the interface says more of it.
        """

        def serve(act: Function) -> Function:
            def done(request: Request, result: Any = Depends(act)) -> Response:
                request.app.state.desk.worker.wake()
                return goes(result)

            def twin(request: Request, result: Any = Depends(act)) -> Any:
                request.app.state.desk.worker.wake()
                return result

            door = [Depends(Needs(*_roles(needs)))]
            self._twin(path, twin, act, door=door, method="POST", model=Done, more=described)
            self.add_api_route(path, done, methods=["POST"], dependencies=door, include_in_schema=False)
            return act

        return serve

    def answer(
        self, path: str, *, needs: Role | tuple[Role, ...] = (), model: type = Done
    ) -> Callable[[Function], Function]:
        """Let a function answer POST by itself, at `path` and, for a program (as `model`), at `path`.json."""

        def serve(answers: Function) -> Function:
            door = [Depends(Needs(*_roles(needs)))]
            self._twin(path, answers, answers, door=door, method="POST", model=model)
            self.add_api_route(path, answers, methods=["POST"], dependencies=door, include_in_schema=False)
            return answers

        return serve

    def _twin(
        self,
        path: str,
        endpoint: Function,
        told: Function,
        *,
        door: list[Any],
        method: str,
        model: Any,
        more: dict[str, Any] | None = None,
        sort: type[APIRoute] | None = None,
    ) -> None:
        """The JSON twin; it comes first, since a page at `/reports/{report}` would take `x.json` for an id."""
        self.add_api_route(
            "/home.json" if path == "/" else f"{path}.json",
            endpoint,
            methods=[method],
            dependencies=door,
            response_model=model,
            summary=(told.__doc__ or told.__name__).strip().partition("\n")[0],
            operation_id=told.__name__,
            openapi_extra=more,
            route_class_override=sort,
        )


def show(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A template of the desk with what every page has around it."""
    person: Person | None = getattr(request.state, "person", None)
    if person and status == 200 and getattr(request.state, "kept", False):
        person = anybody(person)
    frame = {
        "person": person,
        "path": request.url.path,
        "address": _address(request),
        "stops": [stop for stop in request.app.state.stops if person and person.may(*_roles(stop.needs))],
        "token": person.token if person else "",
        "told": said(request.query_params.get("said", "")),
    }
    return HTMLResponse(desk_html(template, language=LANGUAGE, **(frame | values)), status_code=status)


def goes(done: Done) -> RedirectResponse:
    """The page to which an act leads."""
    joined = "&" if "?" in done.to else "?"
    return RedirectResponse(done.to + (joined + urlencode({"said": done.said}) if done.said else ""), status_code=303)


def fault_page(request: Request, error: Refused, *, headers: Mapping[str, str]) -> HTMLResponse:
    """The page that tells of an error."""
    page = show(request, "fault", status=error.status_code, page=error.plain(), done=error.done, written=())
    page.headers.update(headers)
    return page


def _address(request: Request) -> str:
    """Where this page is, without what was told on it once."""
    asked = urlencode([one for one in request.query_params.multi_items() if one[0] != "said"])
    return request.url.path + (f"?{asked}" if asked else "")


def _roles(needs: Role | tuple[Role, ...]) -> tuple[Role, ...]:
    return (needs,) if isinstance(needs, Role) else needs
