"""What fields of forms and addresses hold."""

from datetime import date
from typing import Annotated

from fastapi import Form, Query
from pydantic import BeforeValidator, StringConstraints

OptionalDay = Annotated[date | None, BeforeValidator(lambda value: value or None)]
"""A day, or nothing: a browser sends a field that nobody filled in as an empty text."""


def _told(value: object) -> object:
    """A line of blanks alone asks for nothing."""
    return value if not isinstance(value, str) or value.strip() else None


OptionalLine = Annotated[Annotated[str, StringConstraints(max_length=500)] | None, BeforeValidator(_told)]
"""A line, or nothing."""

AskedDay = Annotated[OptionalDay, Query()]
AskedLine = Annotated[OptionalLine, Query()]
GivenDay = Annotated[OptionalDay, Form()]
GivenLine = Annotated[OptionalLine, Form()]
