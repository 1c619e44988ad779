"""What all tests share: where things lie, how Hypothesis searches, and no network."""

import gc
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from tests.ledger.server import Server, give_back, server

REPOSITORY = Path(__file__).resolve().parents[1]
LOCAL = ("127.", "::1", "localhost")

# The language model is a large heap that never goes; to look through it for cycles time and again slows every test.
gc.set_threshold(200_000, 50, 50)

# The same examples on every run and no deadline, so that a run tells of the code and not of the machine or of luck.
settings.register_profile(
    "steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
# For looking further by hand: make test ARGS="--hypothesis-profile=search"
settings.register_profile("search", settings.get_profile("steady"), derandomize=False, max_examples=1000)
settings.load_profile("steady")


def refuse_network(event: str, arguments: tuple[Any, ...]) -> None:
    """Stop a test that reaches for another machine: nothing is fetched at run time, so neither is it in tests."""
    if event == "socket.connect":
        address = arguments[1]
        if isinstance(address, tuple) and not str(address[0]).startswith(LOCAL):
            raise AssertionError(f"a test reached for {address[0]}: nothing is fetched at run time")


def pytest_configure() -> None:
    """Watch this process from the start; an audit hook sees connections that C code makes, too."""
    sys.addaudithook(refuse_network)


@pytest.fixture
def postgres() -> Iterator[Server]:
    """A PostgreSQL server of the tests' own; what it lends is taken back. Where there is none the test is skipped."""
    yield server()
    give_back()


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder of the repository."""
    return REPOSITORY


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of the sample reports."""
    return REPOSITORY / "samples"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of annotated reports that lies beside the repository where Clearway is developed."""
    folder = REPOSITORY.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no folder `shared` beside the repository: its annotated reports are not published with it")
    return folder
