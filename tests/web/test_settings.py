"""How a desk is set up."""

from pathlib import Path
from typing import Any

import pytest

from clearway.web import Settings


def made(**given: Any) -> Settings:
    return Settings(ledger=Path("a.db"), desk=Path("a-desk.db"), **given)


@pytest.mark.parametrize(
    ("given", "accounts", "secure"),
    [
        ({}, False, False),
        ({"host": "localhost"}, False, False),
        ({"host": "::1"}, False, False),
        ({"accounts": True}, True, False),
        ({"host": "0.0.0.0"}, True, True),  # noqa: S104 - nothing listens
        ({"host": "192.0.2.1"}, True, True),
        ({"address": "https://desk.example.org"}, True, True),
        ({"address": "http://desk.example.org"}, True, False),
    ],
)
def test_who_reaches_a_desk_decides_whether_people_sign_in(given: dict[str, Any], accounts: bool, secure: bool) -> None:
    assert (made(**given).has_accounts, made(**given).is_secure) == (accounts, secure)


def test_a_desk_is_reached_by_the_names_of_its_machine_and_by_its_address() -> None:
    assert made().hosts == {"127.0.0.1:8765", "localhost:8765", "[::1]:8765"}
    assert "desk.example.org" in made(address="https://desk.example.org").hosts
    assert "192.0.2.1:8765" in made(host="192.0.2.1").hosts
    assert {"localhost", "localhost:80"} <= made(port=80).hosts


def test_a_desk_tells_where_it_is() -> None:
    assert made(host="::1").url == "http://[::1]:8765"
    assert made(address="https://desk.example.org").url == "https://desk.example.org"
