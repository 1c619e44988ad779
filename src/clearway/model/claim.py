"""One thing that a report says happened, is so, or is wanted."""

from dataclasses import dataclass
from enum import StrEnum

from clearway.model.attribution import Attribution
from clearway.model.figure import Figure
from clearway.model.identity import identify
from clearway.model.passage import Passage
from clearway.model.period import Period
from clearway.model.place import Place


class Certainty(StrEnum):
    """How sure the words are of themselves."""

    ASSERTED = "asserted"
    POSSIBLE = "possible"
    INTENDED = "intended"
    DENIED = "denied"


class Act(StrEnum):
    """What a statement does (PLOVER's REQUEST, REJECT, THREATEN, ACCUSE, and four more)."""

    REQUEST = "request"
    REJECT = "reject"
    THREATEN = "threaten"
    ACCUSE = "accuse"
    PLEDGE = "pledge"
    DENY = "deny"
    CONDEMN = "condemn"
    DECLARE = "declare"


class Status(StrEnum):
    """How control, a road, access, a corridor or a facility stands."""

    GAINED = "gained"
    LOST = "lost"
    HELD = "held"
    CONTESTED = "contested"
    BESIEGED = "besieged"
    OPEN = "open"
    LIMITED = "limited"
    CLOSED = "closed"
    CALLED_FOR = "called for"
    ANNOUNCED = "announced"
    DENIED = "denied"
    FUNCTIONING = "functioning"
    PARTLY = "partly"
    NOT_FUNCTIONING = "not functioning"


class Sensitivity(StrEnum):
    """OCHA's and HDX's information-sharing classes."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"
    SEVERE = "severe"


BY_HAND = "person"
"""The extractor of a claim that a person found in a report; its version is who that was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One claim, with the words that say it, who says so, and every slot.

    `passage` cuts the claim's words out of the report's text, `sentence` the sentence around them. `group`,
    `actor`, `cause` and `facility` hold several values joined by "; ". `doubts` says where the readings of the
    sentence disagree. `names` are persons' names inside the sentence, which never leave in `public`. The id
    leaves out extractor, version, doubts and how places were resolved: a better reading that says the same
    thing confirms the claim.
    """

    id: str = ""
    kind: str
    passage: Passage
    sentence: Passage
    attribution: Attribution = Attribution()
    figure: Figure | None = None
    group: str | None = None
    actor: str | None = None
    cause: str | None = None
    facility: str | None = None
    status: Status | None = None
    act: Act | None = None
    places: tuple[Place, ...] = ()
    period: Period | None = None
    certainty: Certainty = Certainty.ASSERTED
    negated: bool = False
    sensitivity: Sensitivity = Sensitivity.LOW
    names: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    extractor: str = ""
    version: str = ""

    def __post_init__(self) -> None:
        if not self.id:
            object.__setattr__(self, "id", identify("claim", *self.said()))

    @property
    def report(self) -> str:
        """The id of the report that holds the claim."""
        return self.passage.report

    @property
    def by_hand(self) -> bool:
        """Whether a person found the claim, and no reading did."""
        return self.extractor == BY_HAND

    def said(self) -> tuple[object, ...]:
        """What the claim says, which is all that its id depends on."""
        sources = [source.name for source in self.attribution.chain]
        places = [(place.name, place.start, place.end) for place in self.places]
        slots = (self.group, self.actor, self.cause, self.facility, self.status, self.act)
        passage = (self.passage.report, self.passage.start, self.passage.end)
        return (self.kind, passage, sources, self.figure, *slots, places, self.period, self.certainty, self.negated)
