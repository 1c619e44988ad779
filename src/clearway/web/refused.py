"""A request that is not done, and what the person is told."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from starlette.exceptions import HTTPException

from clearway import errors
from clearway.display.catalogue import say

STATUS: tuple[tuple[type[errors.ClearwayError], int], ...] = (
    (errors.SkipError, 422),
    (errors.StaleError, 409),
    (errors.UsageError, 422),
    (errors.RoadError, 422),
    (errors.LedgerError, 503),
    (errors.ModelError, 503),
    (errors.DeskError, 503),
)
"""The status of each error's answer, the first that fits; 500 for what is left."""


class Refused(HTTPException):
    """What `document` (what it is about), `rule` and `remedy` say, with the status of the answer.

    `form` is the template, the address of the form in it, and what it shows: there the person finds what they sent and
    may mend it. `done` is whether it was done all the same, and only something beside it failed. `fields` are those of
    the form that are wrong.
    """

    form: tuple[str, str, Mapping[str, Any]] | None = None
    fields: tuple[str, ...] = ()

    def __init__(
        self,
        status: int,
        rule: str,
        remedy: str,
        *,
        document: str = "",
        headers: Mapping[str, str] | None = None,
        done: bool = False,
    ) -> None:
        super().__init__(status, detail=rule, headers=headers)
        self.document = document
        self.rule = rule
        self.remedy = remedy
        self.done = done

    def plain(self) -> dict[str, str]:
        """The same as JSON."""
        return {"document": self.document, "rule": self.rule, "remedy": self.remedy}


def refused(error: errors.ClearwayError) -> Refused:
    """An error of Clearway as an answer."""
    status = next((status for kind, status in STATUS if isinstance(error, kind)), 500)
    return Refused(status, error.rule, error.remedy, document=error.subject)


def in_form(error: errors.ClearwayError | Refused, template: str, action: str, **values: Any) -> Refused:
    """The answer to a form that makes no sense: the form again, with what is wrong with it."""
    found = error if isinstance(error, Refused) else refused(error)
    found.form = (template, action, values)
    return found


def missing(error: errors.UsageError) -> Refused:
    """The answer where nothing has the id that was asked for."""
    return Refused(404, error.rule, say("wrong.back_to_list"), document=error.subject)


@contextmanager
def in_field(name: str) -> Iterator[None]:
    """What goes wrong within the block is told beside this field of the form."""
    try:
        yield
    except (errors.ClearwayError, Refused) as error:
        found = error if isinstance(error, Refused) else refused(error)
        found.fields = (name,)
        raise found from error
