"""A decision of a person or a rule about claims."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from clearway.model.identity import identify


class Verdict(StrEnum):
    """What was decided."""

    SAME = "same"
    DIFFERENT = "different"
    PART_OF = "part of"
    ACCEPT = "accept"
    REJECT = "reject"
    PREFER = "prefer"
    CORRECT = "correct"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Who decided what about which claims, when, why, and after which judgements; never deleted, only undone."""

    id: str = ""
    verdict: Verdict
    claims: tuple[str, ...]
    by: str
    at: datetime
    why: str = ""
    after: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.id:
            said = (self.verdict, self.claims, self.by, self.at, self.why, self.after)
            object.__setattr__(self, "id", identify("judgement", *said))
