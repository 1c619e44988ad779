"""What fields of forms hold."""

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator

OptionalDay = Annotated[date | None, BeforeValidator(lambda value: value or None)]
"""A day, or nothing: a browser sends a field that nobody filled in as an empty text."""
