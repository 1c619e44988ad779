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
    """Who decided what about which claims, when, why, and after which judgements; never deleted, only undone.

    `after` names the judgements on the same claims that its maker had seen; two that neither saw are concurrent.
    For `part of` the claims are the part and its whole. For `correct`, `slot` is what was wrong and `value` what it
    is. For `undo`, `undoes` is the judgement taken back and the claims are that one's. `lead`: its maker judged as the
    lead, who decides where two contradict one another.
    """

    id: str = ""
    verdict: Verdict
    claims: tuple[str, ...]
    by: str
    at: datetime
    why: str = ""
    after: tuple[str, ...] = ()
    slot: str | None = None
    value: str | None = None
    undoes: str | None = None
    lead: bool = False

    def __post_init__(self) -> None:
        if not self.id:
            object.__setattr__(self, "id", identify("judgement", *self.said()))

    def said(self) -> tuple[object, ...]:
        """What it says, which is all that its id depends on."""
        more = (self.slot, self.value, self.undoes, self.lead)
        return (self.verdict, self.claims, self.by, self.at, self.why, self.after, *more)
