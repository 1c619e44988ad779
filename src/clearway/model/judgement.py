"""A decision of a person or a rule about claims."""

from collections import defaultdict
from collections.abc import Iterable
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
    ADD = "add"
    SPLIT = "split"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Who decided what about which claims, when, why, and after which judgements; never deleted, only undone.

    `after` names the judgements on the same claims that its maker had seen; two that neither saw are concurrent.
    For `part of` the claims are the part and its whole. For `correct`, `slot` is what was wrong and `value` what it
    is. For `add` they are claims that a person found and no reading did, for `split` one claim and those that a person
    put in its place. For `undo`, `undoes` is the judgement taken back and the claims are that one's. `lead`: its maker
    judged as the lead, who decides where two contradict one another.
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


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that no undoing takes back, by time; an undoing that is itself undone takes nothing back."""
    kept = sorted({one.id: one for one in judgements}.values(), key=lambda one: (one.at, one.id))
    undoing: dict[str, list[str]] = defaultdict(list)
    for one in kept:
        if one.verdict is Verdict.UNDO and one.undoes:
            undoing[one.undoes].append(one.id)
    off: dict[str, bool] = {}

    def is_off(name: str) -> bool:
        # an id is a hash of all that a judgement says, so that none can undo, over others, itself
        if name not in off:
            off[name] = any(not is_off(other) for other in undoing[name])
        return off[name]

    return [one for one in kept if one.verdict is not Verdict.UNDO and not is_off(one.id)]
