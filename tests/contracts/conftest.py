"""Databases that a test was lent are given back when it ends."""

from collections.abc import Iterator

import pytest
from tests.ledger.server import give_back


@pytest.fixture(autouse=True)
def databases() -> Iterator[None]:
    yield
    give_back()
