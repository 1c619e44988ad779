"""Passwords, kept as argon2id and checked in the same time whether or not there is such a person."""

import threading
from functools import cache
from secrets import token_urlsafe
from typing import TYPE_CHECKING

from clearway.display.catalogue import say
from clearway.errors import UsageError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST = 12
"""Letters of a password at least; NIST SP 800-63B asks for length, and for no special signs."""
LONGEST = 1024
AT_ONCE = threading.Semaphore(2)
"""Each check takes 64 MiB; more than these wait for their turn."""


def hashed(password: str) -> str:
    """What is kept of a password; raises `UsageError` for one that is too short to be kept."""
    if not SHORTEST <= len(password) <= LONGEST:
        rule = say("wrong.password", least=SHORTEST, most=f"{LONGEST:,}")
        raise UsageError("password", rule=rule, remedy=say("wrong.password_how"))
    with AT_ONCE:
        return _hasher().hash(password)


def is_right(password: str, kept: str | None) -> bool:
    """Whether the password is the one kept; where none is kept, no, after the same work."""
    from argon2.exceptions import InvalidHashError, VerificationError

    with AT_ONCE:
        try:
            return _hasher().verify(kept or _nobody(), password[: LONGEST + 1]) and kept is not None
        except (VerificationError, InvalidHashError):
            return False


@cache
def _hasher() -> "PasswordHasher":
    """Argon2id with the parameters that RFC 9106 gives for machines with little memory."""
    from argon2 import PasswordHasher
    from argon2.profiles import RFC_9106_LOW_MEMORY

    return PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)


@cache
def _nobody() -> str:
    """A password that nobody has."""
    return _hasher().hash(token_urlsafe())
