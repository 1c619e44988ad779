"""A crisis to test on: the samples read once, with one language model for all tests."""

import atexit
import shutil
import tempfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from clearway.claims import Reader
from clearway.claims.parsing import SpacyParser
from clearway.crisis import Crisis, ReadSummary
from clearway.places import Gazetteer

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
NOW = datetime(2020, 4, 1, 12, tzinfo=UTC)


@cache
def parser() -> SpacyParser:
    """The language model, loaded once."""
    return SpacyParser()


def quick_reader(gazetteer: Gazetteer) -> Reader:
    """What `clearway.crisis.api.make_reader` makes, without loading the language model again."""
    return Reader(gazetteer, parser=parser())


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
