"""A ledger on the server that tests start."""

import pytest
from tests.ledger.server import Server


@pytest.fixture
def url(postgres: Server) -> str:
    """The url of an empty ledger."""
    return postgres.fresh()
