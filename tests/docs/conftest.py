"""The commands of the docs run as those of the command line's own tests do, and each has to end."""

import signal
from collections.abc import Iterator

import pytest
from tests.cli.conftest import elsewhere, run

__all__ = ["elsewhere", "run"]

LONGEST = 300
"""Seconds that the commands of a page may take on a busy machine; one that serves would go on for ever."""


@pytest.fixture(autouse=True)
def ends() -> Iterator[None]:
    """Fails a page that shows a command which does not end."""

    def over(*_: object) -> None:
        pytest.fail(f"a command of this page had not ended after {LONGEST} seconds: show one that serves as text")

    before = signal.signal(signal.SIGALRM, over)
    signal.alarm(LONGEST)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)
