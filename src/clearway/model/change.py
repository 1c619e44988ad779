"""What became of a finding between two days."""

from dataclasses import dataclass
from enum import StrEnum

from clearway.model.finding import Finding


class Turn(StrEnum):
    """How a finding changed; `confirmed` means that further claims joined it and changed none of its numbers."""

    NEW = "new"
    REVISED = "revised"
    CONTRADICTED = "contradicted"
    WITHDRAWN = "withdrawn"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A finding before and after, and the claims that brought the change about (for `withdrawn`: that fell away)."""

    turn: Turn
    before: Finding | None
    after: Finding | None
    claims: tuple[str, ...]
