"""A sum that the figures of a picture should come to, and do not."""

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """What should hold between figures."""

    PART = "a part is at most its whole"
    PARTS = "parts that exclude one another come to at most their whole"
    FALL = "a running total does not fall"
    INCREMENT = "a running total rises by what is new"
    SHARES = "shares of one whole come to at most 100 percent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Equation:
    """A rule that figures break: the sum in words, the claims and findings in it, and the likeliest reason.

    The reason is a suggestion and nothing is mended by it.
    """

    rule: Rule
    words: str
    reason: str
    claims: tuple[str, ...]
    findings: tuple[str, ...] = ()
