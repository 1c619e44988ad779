"""The chain of sources behind a claim."""

from dataclasses import dataclass
from enum import StrEnum

from clearway.model.source import Source


class Manner(StrEnum):
    """How the words of the source are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says it, nearest first, and the words that tell so ("said", "according to").

    An empty chain means that only the report itself says it.
    """

    chain: tuple[Source, ...] = ()
    cue: str | None = None
    manner: Manner | None = None

    @property
    def nearest(self) -> Source | None:
        """The nearest speaker, or nobody when only the report says it."""
        return self.chain[0] if self.chain else None
