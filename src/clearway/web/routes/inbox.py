"""The inbox: files, pasted text and watched folders, how far their reading is, and what was refused and why."""

import io
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from fastapi import Form, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile

from clearway.display.catalogue import say
from clearway.errors import DeskError, UsageError
from clearway.model import Hints, MayRedistribute
from clearway.web.desk import Desk, TheDesk
from clearway.web.fields import OptionalDay
from clearway.web.inbox import Item, Reason, State, shown_name
from clearway.web.pages import Done, Pages, Stop
from clearway.web.refused import in_field
from clearway.web.rights import Role, Who
from clearway.web.watching import Watched

pages = Pages(stop=Stop(path="/inbox", name="inbox", key="g i", needs=Role.ANALYST))

FILES = "/inbox/files"
"""Where files are sent, and more than a form may be."""
FORM = 100_000
"""Bytes of what is sent that are no file, about."""
MOST = 50
SENT = {
    "requestBody": {
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "files": {"type": "array", "items": {"type": "string", "format": "binary"}},
                        "publisher": {"type": "string"},
                        "published": {"type": "string"},
                        "rights": {"type": "string"},
                    },
                    "required": ["files"],
                }
            }
        }
    }
}

Line = Annotated[str, Form(max_length=500)]
Day = Annotated[OptionalDay, Form()]
Before = Annotated[str | None, Query(max_length=64, description="The last document of the page before this one.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """Documents that came in, newest first; `goes_on` while some wait, `trouble` if reading is held up."""

    items: tuple[Item, ...]
    waiting: int
    read: int
    refused: int
    goes_on: bool
    trouble: Reason | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxPage:
    """The inbox; `watch` is whether a lead may name folders, `most` how many bytes may be sent at once."""

    list: Items
    folders: tuple[Watched, ...]
    watch: bool
    most: int
    rights: tuple[str, ...] = tuple(MayRedistribute)


@pages.page("/inbox/items", needs=Role.ANALYST, template="inbox-items")
def items(desk: TheDesk, before: Before = None) -> Items:
    """What came in, newest first, and how far its reading is."""
    return _items(desk, before)


@pages.page("/inbox", needs=Role.ANALYST, template="inbox")
def inbox(desk: TheDesk, who: Who, before: Before = None) -> InboxPage:
    """What came in, and what is watched."""
    return InboxPage(
        list=_items(desk, before),
        folders=desk.watching.folders(),
        watch=desk.watching.root is not None and who.may(Role.LEAD),
        most=desk.settings.most_upload - FORM,
    )


@pages.act(FILES, needs=Role.ANALYST, described=SENT)
async def send(request: Request, desk: TheDesk, who: Who) -> Done:
    """Send files to be read."""
    form = await request.form(max_files=1000, max_fields=20)
    try:
        sent = [one for one in form.getlist("files") if isinstance(one, UploadFile) and (one.filename or one.size)]
        if not sent:
            raise UsageError("files", rule=say("wrong.no_file"), remedy=say("wrong.choose_or_drop"))
        hints = _hints_of(form)
        for taken, file in enumerate(sent):
            name = file.filename or "unnamed"
            try:
                await run_in_threadpool(_put, desk, name, file.file, who.name, hints)
            except DeskError as error:
                rule = say("wrong.taken_before", why=error.rule, taken=taken, sent=len(sent))
                raise DeskError(shown_name(name), rule=rule if taken else error.rule, remedy=error.remedy) from error
    finally:
        await form.close()
    return Done(to="/inbox", said="taken")


@pages.act("/inbox/text", needs=Role.ANALYST)
def paste(
    desk: TheDesk,
    who: Who,
    text: Annotated[str, Form(min_length=1)],
    title: Line = "",
    publisher: Line = "",
    published: Day = None,
    url: Line = "",
    rights: Line = "",
) -> Done:
    """Paste a text to be read."""
    if not text.strip():
        raise UsageError("text", rule=say("wrong.empty"), remedy=say("wrong.paste_text"))
    hints = Hints(
        title=title.strip() or None, publisher=publisher.strip() or None, published=published, url=url.strip() or None,
        may_redistribute=_rights(rights.strip() or None),
    )  # fmt: skip
    source = io.BytesIO(text.replace("\r\n", "\n").encode())
    _put(desk, f"{title.strip()[:80] or 'pasted'}.txt", source, who.name, hints)
    return Done(to="/inbox", said="taken")


@pages.act("/inbox/watch", needs=Role.LEAD)
def watch(desk: TheDesk, who: Who, folder: Line) -> Done:
    """Have a folder watched, below the one that the desk was started with."""
    kept = desk.watching.add(folder, who.name)
    desk.note(who.name, "watch", kept)
    desk.worker.wake()
    return Done(to="/inbox", said="watched")


@pages.act("/inbox/unwatch", needs=Role.LEAD)
def unwatch(desk: TheDesk, who: Who, folder: Line) -> Done:
    """Have a folder watched no longer."""
    desk.watching.remove(folder)
    desk.note(who.name, "unwatch", folder)
    return Done(to="/inbox", said="unwatched")


def _put(desk: Desk, name: str, source: Any, who: str, hints: Hints) -> None:
    made = desk.inbox.put(name, source, who=who, hints=hints)
    desk.note(who, "send", f"{name[:200]} ({made})")
    desk.worker.wake()


def _hints_of(form: FormData) -> Hints:
    told = {name: str(form.get(name, "")).strip()[:500] or None for name in ("publisher", "published", "rights")}
    try:
        published = date.fromisoformat(told["published"]) if told["published"] else None
    except ValueError as error:
        with in_field("published"):
            raise UsageError(
                str(told["published"]), rule=say("wrong.no_day"), remedy=say("wrong.write_a_day")
            ) from error
    return Hints(publisher=told["publisher"], published=published, may_redistribute=_rights(told["rights"]))


def _rights(name: str | None) -> MayRedistribute | None:
    """What the publisher lets others do; what its report says where nobody says so."""
    try:
        return MayRedistribute(name) if name else None
    except ValueError as error:
        remedy = say("wrong.choose_one_of", ones=", ".join(MayRedistribute))
        raise UsageError(name or "", rule=say("wrong.no_right"), remedy=remedy) from error


def _items(desk: Desk, before: str | None) -> Items:
    found = desk.inbox.items(before=before, most=MOST + 1)
    counts = desk.inbox.counts()
    waiting = counts.get(State.WAITING, 0) + counts.get(State.READING, 0)
    error = desk.worker.trouble
    return Items(
        items=found[:MOST],
        waiting=waiting,
        read=counts.get(State.READ, 0),
        refused=counts.get(State.REFUSED, 0),
        goes_on=waiting > 0,
        trouble=Reason(document=error.subject, rule=error.rule, remedy=error.remedy) if error else None,
        after=found[MOST - 1].id if len(found) > MOST else None,
    )
