"""How often somebody may try."""

import pytest

from clearway.web.accounts.limits import BY_ACCOUNT, BY_ADDRESS, MOST_KEPT, WITHIN_S, Limits
from clearway.web.refused import Refused


class Clock:
    time = 0.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_an_account_is_tried_so_often_from_anywhere(clock: Clock) -> None:
    limits = Limits(clock=clock)
    for number in range(BY_ACCOUNT):
        limits.check(account="Ada", address=f"192.0.2.{number}")
        limits.failed(account="Ada", address=f"192.0.2.{number}")
    with pytest.raises(Refused) as told:
        limits.check(account="ada", address="198.51.100.1")
    assert told.value.status_code == 429
    limits.check(account="Ben", address="198.51.100.1")
    clock.time += WITHIN_S
    limits.check(account="Ada", address="198.51.100.1")


def test_an_address_tries_so_many_accounts(clock: Clock) -> None:
    limits = Limits(clock=clock)
    for number in range(BY_ADDRESS):
        limits.failed(account=f"person {number}", address="192.0.2.1")
    with pytest.raises(Refused):
        limits.check(account="Ada", address="192.0.2.1")
    limits.check(account="Ada", address="192.0.2.2")


def test_who_comes_in_starts_anew(clock: Clock) -> None:
    limits = Limits(clock=clock)
    for _ in range(BY_ACCOUNT):
        limits.failed(account="Ada", address="192.0.2.1")
    limits.passed(account="ADA")
    limits.check(account="Ada", address="192.0.2.1")


def test_tries_of_many_names_do_not_fill_the_memory(clock: Clock) -> None:
    limits = Limits(clock=clock)
    for number in range(MOST_KEPT + 100):
        limits.failed(account=f"{number}", address=f"{number}")
    assert len(limits._tries) <= MOST_KEPT
