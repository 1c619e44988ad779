"""Doing something once more, where the server of a ledger went away in the middle of it."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from clearway.errors import LedgerLost


class Alone(Protocol):
    """What may be inside a transaction that somebody else began, and that is lost as a whole."""

    @property
    def alone(self) -> bool:
        """Whether a call is a transaction of its own."""
        ...


Own = TypeVar("Own", bound=Alone)
Given = ParamSpec("Given")
Answer = TypeVar("Answer")


def again(act: Callable[Concatenate[Own, Given], Answer]) -> Callable[Concatenate[Own, Given], Answer]:
    """Act once more where the server went away in the middle, and the act is a transaction of its own.

    That is safe for all that a ledger does: what was kept before the connection broke is found there, by the hash of
    what it says, and not added twice.
    """

    @wraps(act)
    def acted(ledger: Own, /, *args: Given.args, **kwargs: Given.kwargs) -> Answer:
        try:
            return act(ledger, *args, **kwargs)
        except LedgerLost:
            if not ledger.alone:
                raise
            return act(ledger, *args, **kwargs)

    return acted
