"""Lists: sent, and linked, compared or counted; nothing of them is kept but ids, lines and reasons."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile

from clearway.crisis.lists import ListWork
from clearway.crisis.writing import FORMS, OF_LISTS, Order, What
from clearway.display.catalogue import say
from clearway.errors import UsageError
from clearway.model import Profile
from clearway.web.desk import Desk, TheDesk
from clearway.web.exports import Export, Stage
from clearway.web.pages import Done, Pages, Stop
from clearway.web.rights import Person, Role, Who

pages = Pages(stop=Stop(path="/lists", name="lists", key="g l", needs=Role.ANALYST))

LINK = "/lists/link"
COMPARE = "/lists/compare"
ESTIMATE = "/lists/estimate"
"""Where lists are sent, and more than a form may be."""
ROLES = (
    "id", "name", "original_name", "given_name", "family_name", "date_of_birth", "age", "sex", "date", "place", "area",
    "number",
)  # fmt: skip
"""What a column may be of."""
MOST_FILES = 20
MOST = 30
LONGEST = 80
UNSAFE = re.compile(r"[^\w.-]+")


def described(*names: str, many: bool = False) -> dict[str, Any]:
    """The body of a request that sends lists, for the description of the interface."""
    file = {"type": "string", "format": "binary"}
    known = {name: {"type": "array", "items": file} if many else file for name in names}
    schema = {"type": "object", "properties": known}
    return {"requestBody": {"content": {"multipart/form-data": {"schema": schema}}}}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListsPage:
    """What was made of lists, newest first, the roles that a column may have, and links that can be counted."""

    made: tuple[Export, ...]
    links: tuple[Export, ...]
    roles: tuple[str, ...] = ROLES


@pages.page("/lists", needs=Role.ANALYST, template="lists")
def lists(desk: TheDesk, who: Who) -> ListsPage:
    """What can be made of lists, and what was."""
    of_lists = [one for one in desk.exports.listed(most=500) if one.order.what in OF_LISTS and one.may_see(who)]
    links = [one for one in of_lists if one.order.what is What.LINKS and one.state is Stage.MADE]
    return ListsPage(made=tuple(of_lists[:MOST]), links=tuple(links[:MOST]))


@pages.act(LINK, needs=Role.ANALYST, described=described("files", many=True))
async def link(request: Request, desk: TheDesk, who: Who) -> Done:
    """Find the records of lists that are one person or incident; with one list, those that are in it twice."""
    form = await request.form(max_files=MOST_FILES, max_fields=50)
    try:
        named = {role: told for role in ROLES if (told := _line(form, role))}
        work = ListWork(
            files=(),
            named=named,
            one_to_one=bool(_line(form, "one_to_one")),
            link_at=_number(form, "link_at", 0),
            doubt_at=_number(form, "doubt_at", -4),
        )
        return await run_in_threadpool(_ask, desk, who, What.LINKS, work, _files(form, "files"))
    finally:
        await form.close()


@pages.act(COMPARE, needs=Role.ANALYST, described=described("old", "new"))
async def compare(request: Request, desk: TheDesk, who: Who) -> Done:
    """List what was withdrawn from a list, changed in it and added to it between two versions."""
    form = await request.form(max_files=MOST_FILES, max_fields=50)
    try:
        told = _line(form, "id")
        work = ListWork(files=(), named={"id": told} if told else {})
        sent = [*_files(form, "old"), *_files(form, "new")]
        if len(sent) != 2:
            raise UsageError("lists", rule=say("wrong.two_versions"), remedy=say("wrong.give_versions"))
        return await run_in_threadpool(_ask, desk, who, What.LIST_CHANGES, work, sent)
    finally:
        await form.close()


@pages.act(ESTIMATE, needs=Role.ANALYST, described=described("counts"))
async def estimate(request: Request, desk: TheDesk, who: Who) -> Done:
    """Estimate how many there are in all, of counts by pattern, or of links that were made here."""
    form = await request.form(max_files=MOST_FILES, max_fields=50)
    try:
        work = ListWork(files=(), seed=int(_number(form, "seed", 1)), chains=int(_number(form, "chains", 16)))
        if not (4 <= work.chains <= 64 and 0 <= work.seed < 2**31):
            raise UsageError("chains", rule=say("wrong.chains"), remedy=say("wrong.give_16"))
        sent = [one for one in form.getlist("counts") if isinstance(one, UploadFile) and (one.filename or one.size)]
        links = _line(form, "links")
        if sent or not links:
            return await run_in_threadpool(_ask, desk, who, What.ESTIMATE, work, _files(form, "counts"))
        return await run_in_threadpool(_of_links, desk, who, work, links)
    finally:
        await form.close()


def _of_links(desk: Desk, who: Person, work: ListWork, name: str) -> Done:
    found = desk.exports.export(name)
    if found is None or found.order.what is not What.LINKS or found.state is not Stage.MADE:
        raise UsageError("links", rule=say("wrong.no_links"), remedy=say("wrong.link_first"))
    with desk.exports.file(found.id).open("rb") as kept:
        return _ask(desk, who, What.ESTIMATE, work, [("links.csv", kept)])


def _ask(desk: Desk, who: Person, what: What, work: ListWork, sent: Iterable[tuple[str, Any]]) -> Done:
    named = list(sent)
    files = tuple(_safe(name, place) for place, name in enumerate(_different([name for name, _ in named])))
    lists = ListWork(
        files=files, named=work.named, one_to_one=work.one_to_one, link_at=work.link_at, doubt_at=work.doubt_at,
        seed=work.seed, chains=work.chains,
    )  # fmt: skip
    order = Order(what=what, form=FORMS[what][0], profile=Profile.RESTRICTED, lists=lists)
    made = desk.exports.ask(order, who=who.name, lists=[file for _, file in named])
    desk.note(who.name, "export", f"{what} of {len(files)} files ({made})")
    return Done(to=f"/exports/{made}", said="export_asked")


def _files(form: FormData, name: str) -> list[tuple[str, Any]]:
    sent = [one for one in form.getlist(name) if isinstance(one, UploadFile) and (one.filename or one.size)]
    if not sent:
        raise UsageError(name, rule=say("wrong.no_list"), remedy=say("wrong.choose_list"))
    return [(one.filename or "list.csv", one.file) for one in sent]


def _different(names: list[str]) -> list[str]:
    """The names, those that come again with a number before them."""
    seen: set[str] = set()
    told = []
    for place, name in enumerate(names, 1):
        told.append(f"{place}-{name}" if name.casefold() in seen else name)
        seen.add(name.casefold())
    return told


def _safe(name: str, place: int) -> str:
    """A name for the file of a list in which nothing leads anywhere, and by which people know it again."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = UNSAFE.sub("_", last).lstrip("._-")[-LONGEST:]
    return kept or f"list-{place + 1}.csv"


def _line(form: FormData, name: str) -> str:
    told = form.get(name)
    return told.strip()[:200] if isinstance(told, str) else ""


def _number(form: FormData, name: str, usual: float) -> float:
    told = _line(form, name)
    try:
        number = float(told) if told else usual
    except ValueError as error:
        raise UsageError(told, rule=say("wrong.no_number"), remedy=say("wrong.give_number", name=name)) from error
    if not -1e6 < number < 2**31:
        raise UsageError(told, rule=say("wrong.no_bounds"), remedy=say("wrong.leave_empty", name=name))
    return number
