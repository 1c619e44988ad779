"""A claim in the making, while the steps of reading fill its slots."""

from dataclasses import dataclass, field

from clearway.claims.arguments import Arguments
from clearway.claims.tree import Token
from clearway.languages.frame import Frame
from clearway.languages.mentions import Quantity
from clearway.model import Act, Certainty, Measure, Quantifier, Status, Whole


@dataclass(slots=True, eq=False)
class Proposal:
    """What one reading of a sentence found: a frame at a predicate, and what it counts.

    `head` is the predicate, `counted` the noun that the figure counts. `phrase` is true where the claim is only that
    noun's phrase, beside the claim of the whole clause. `one` is true where words without a number count: `persons` are
    one of "a child", two of "a couple", three of "a triple murder". `reading` names the reading that found it.
    """

    kind: str
    head: Token
    frame: Frame | None = None
    arguments: Arguments = field(default_factory=Arguments)
    counted: Token | None = None
    quantity: Quantity | None = None
    one: bool = False
    persons: int = 1
    zero: bool = False
    negated: bool = False
    whole: Whole | None = None
    phrase: bool = False
    reading: str = "grammar"
    status: Status | None = None
    act: Act | None = None
    certainty: Certainty | None = None
    span: tuple[int, int] | None = None
    like: "Proposal | None" = None
    doubts: list[str] = field(default_factory=list)
    absorbed: list[Token] = field(default_factory=list)

    @classmethod
    def of(
        cls,
        frame: Frame,
        head: Token,
        arguments: Arguments,
        *,
        counted: Token | None = None,
        quantity: Quantity | None = None,
    ) -> "Proposal":
        """A proposal with what its frame says of status, act and certainty."""
        return cls(
            kind=frame.kind,
            head=head,
            frame=frame,
            arguments=arguments,
            counted=counted,
            quantity=quantity,
            status=frame.status,
            act=frame.act,
            certainty=frame.certainty,
        )

    @property
    def quantifier(self) -> Quantifier | None:
        """The hedge of its figure, if it has one."""
        return self.quantity.quantifier if self.quantity else (Quantifier.EXACT if self.one else None)

    @property
    def measure(self) -> Measure:
        """What its figure measures."""
        return self.quantity.measure if self.quantity else Measure.COUNT
