"""A crisis to test on: the samples read once, with one language model for all tests."""

import atexit
import shutil
import tempfile
import threading
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from clearway.claims import Reader
from clearway.claims.parsing import SpacyParser
from clearway.crisis import Crisis, ReadSummary
from clearway.model import Claim, Report
from clearway.places import Gazetteer

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
NOW = datetime(2020, 4, 1, 12, tzinfo=UTC)


@cache
def parser() -> SpacyParser:
    """The language model, loaded once."""
    return SpacyParser()


class OneAtATime(Reader):
    """A reader in this process that many threads may ask."""

    _lock = threading.Lock()

    def read_each(self, reports: Iterable[Report]) -> Iterator[tuple[Claim, ...]]:
        """What `Reader.read_each` says, while nobody else uses the language model."""
        with self._lock:
            read = [*super().read_each(reports)]
        yield from read

    def names(self, sentence: str) -> tuple[str, ...]:
        """What `Reader.names` says, likewise."""
        with self._lock:
            return super().names(sentence)


def quick_reader(gazetteer: Gazetteer) -> Reader:
    """What `clearway.crisis.api.make_reader` makes, without loading the language model again."""
    return OneAtATime(gazetteer, parser=parser())


@cache
def read_samples() -> tuple[Path, ReadSummary]:
    """A ledger with all samples in it, read once, and what reading came to; copy the ledger before changing it."""
    folder = Path(tempfile.mkdtemp(prefix="clearway-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / "samples.db"
    with Crisis.open(path, now=lambda: NOW) as crisis:
        crisis.__dict__["reader"] = quick_reader(crisis.gazetteer)
        summary = crisis.read([SAMPLES], keep=True)
    return path, summary


def sample_ledger(folder: Path) -> Path:
    """A copy of the samples' ledger in this folder."""
    return Path(shutil.copy(read_samples()[0], folder / "samples.db"))
