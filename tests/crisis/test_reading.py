"""Reports that are read together."""

import errno
import sqlite3
from collections.abc import Iterable, Iterator

import pytest

from clearway.crisis.reading import claims_of_each
from clearway.errors import ModelError
from clearway.model import Claim, Report, fingerprint


class Failing:
    """A reader that fails over every report in one way, and counts."""

    extractor, version = "failing", "1"

    def __init__(self, error: Exception) -> None:
        self.error = error
        self.asked = 0

    def read_each(self, reports: Iterable[Report]) -> Iterator[tuple[Claim, ...]]:
        """Fail."""
        del reports
        self.asked += 1
        yield from ()
        raise self.error

    def names(self, sentence: str) -> tuple[str, ...]:
        """None."""
        del sentence
        return ()


def report(name: str) -> Report:
    return Report(text="One.", document=name, sha256=fingerprint(name.encode()), language="en")


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.EMFILE, "Too many open files"),
        sqlite3.OperationalError("unable to open database file"),
        sqlite3.DatabaseError("database disk image is malformed"),
    ],
)
def test_a_machine_that_fails_is_not_told_as_a_fault_of_the_report(error: Exception) -> None:
    with pytest.raises(ModelError, match="this machine failed while reports were read"):
        claims_of_each(Failing(error), [report("a.txt"), report("b.txt")])


def test_where_nothing_can_be_read_the_reports_are_not_tried_one_by_one() -> None:
    reader = Failing(ModelError("reading", rule="it is just being stopped", remedy="start it again"))
    with pytest.raises(ModelError, match="it is just being stopped"):
        claims_of_each(reader, [report("a.txt"), report("b.txt")])
    assert reader.asked == 1
