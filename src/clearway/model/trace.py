"""Under what a claim is kept so that the claims it has to do with are found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """Numbers under which a claim is found: claims of one event share one of `near`, or a report, or a judgement.

    Those that copy one another's words share one of `words`. A denial is kept under numbers that the claims which it
    may mean seek, and seeks those under which they are kept.
    """

    near: tuple[int, ...] = ()
    words: tuple[int, ...] = ()
    kept: tuple[int, ...] = ()
    sought: tuple[int, ...] = ()
    denies: bool = False
