"""Scripts, styles, and the description of the interface."""

from typing import Any

from fastapi import Depends, Request
from starlette.responses import Response

from clearway.display.catalogue import say
from clearway.display.desk import static
from clearway.web.pages import Pages
from clearway.web.refused import Refused
from clearway.web.rights import Needs, Role

pages = Pages()


@pages.get("/static/{name:path}", dependencies=[Depends(Needs())], include_in_schema=False)
def file(name: str) -> Response:
    """A script or style, by its name in the list of them: no path is ever made of what is asked for."""
    found = static(name)
    if found is None:
        raise Refused(404, say("wrong.no_part"), say("wrong.load_page"), document=name)
    data, kind = found
    # the address of a file changes when the file does
    return Response(data, media_type=kind, headers={"Cache-Control": "public, max-age=31536000, immutable"})


@pages.get("/openapi.json", dependencies=[Depends(Needs(Role.READER))], include_in_schema=False)
def description(request: Request) -> dict[str, Any]:
    """The OpenAPI description of every JSON twin."""
    described: dict[str, Any] = request.app.openapi()
    return described
