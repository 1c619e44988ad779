"""Databases of the server that tests start; they are given back when a test ends."""

from collections.abc import Iterator

import pytest
from tests.ledger.server import Server, give_back, server


@pytest.fixture
def postgres() -> Iterator[Server]:
    """A running server; the test is skipped where there is none."""
    yield server()
    give_back()


@pytest.fixture
def url(postgres: Server) -> str:
    """The url of an empty ledger."""
    return postgres.fresh()
