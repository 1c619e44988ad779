"""Passwords."""

import pytest

from clearway.errors import UsageError
from clearway.web.accounts import passwords
from clearway.web.accounts.passwords import hashed, is_right


def test_a_password_is_kept_as_argon2id() -> None:
    kept = hashed("four words apart here")
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert is_right("four words apart here", kept)
    assert not is_right("four words apart there", kept)


def test_the_same_password_is_never_kept_as_the_same() -> None:
    assert hashed("four words apart here") != hashed("four words apart here")


@pytest.mark.parametrize("password", ["", "short", "x" * 1025])
def test_a_password_that_is_too_short_or_too_long_is_refused(password: str) -> None:
    with pytest.raises(UsageError):
        hashed(password)


def test_an_unknown_person_costs_as_much_as_a_known_one(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    real = passwords._hasher()

    class Counting:
        def hash(self, password: str) -> str:
            return real.hash(password)

        def verify(self, kept: str, password: str) -> bool:
            seen.append(kept)
            return real.verify(kept, password)

    monkeypatch.setattr(passwords, "_hasher", Counting)
    assert not is_right("anything", None)
    assert not is_right("anything", "no hash at all")
    assert len(seen) == 2
    assert seen[0].startswith("$argon2id$")
