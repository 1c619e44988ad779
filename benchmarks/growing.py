"""A made ledger of some size, written as reading writes it, with what that costs; prints JSON, in seconds and bytes.

A ledger that is there already is carried on with: what it lacks is written, and what was not folded yet is folded.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from statistics import median

from benchmarks.making import EXTRACTOR, Told, later_reports, made_reports
from benchmarks.memory import peak
from clearway.crisis import Crisis
from clearway.crisis.reading import MOST_TOGETHER
from clearway.ledger import Outcome

AT = datetime(2026, 1, 1, tzinfo=UTC)
LATER = 5
"""Reports that come after all others were folded."""


class Growing:
    """A ledger that grows, with how many reports are in it, how many of them are new, and their claims."""

    def __init__(self, crisis: Crisis) -> None:
        self.crisis = crisis
        self.reports = self.new = self.claims = 0

    def add(self, some: Iterable[Told]) -> None:
        """Add reports that are read together, in one transaction."""
        with self.crisis.ledger.together():
            for report, said in some:
                at = AT + timedelta(seconds=self.reports)
                added = self.crisis.ledger.add(report, said, gazetteer="made", extractor=EXTRACTOR, version="1", at=at)
                self.reports += 1
                self.new += added.status is not Outcome.KNOWN
                self.claims += len(said)

    def add_all(self, told: Iterable[Told]) -> float:
        """Add reports as reading does, some together; seconds a report."""
        told, took = iter(told), 0.0
        while some := list(islice(told, MOST_TOGETHER)):
            took += seconds(self.add, some)
        return took / self.reports


def main(arguments: Sequence[str]) -> None:
    """Write a ledger, fold it, then let some more reports come one by one."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--ledger", type=Path, required=True)
    options.add_argument("--claims", type=int, required=True)
    asked = options.parse_args(arguments)
    with Crisis.open(asked.ledger) as crisis:
        growing = Growing(crisis)
        adding = growing.add_all(made_reports(asked.claims))
        fresh = growing.new == growing.reports
        took = {"adding": adding if fresh else None}
        folding = seconds(crisis.fold_in)
        took |= {"folding": folding if fresh else None}
        after = growing.reports + crisis.ledger.counts(None).reports
        later = later_reports(asked.claims, LATER, after=after)
        more = [(seconds(growing.add, [one]), *computing(crisis.fold_in)) for one in later]
    added, folded, computed = (median(some) for some in zip(*more, strict=True))
    took |= {"one_added": added, "one_folded": folded, "one_computed": computed, "peak": peak()}
    size = asked.ledger.stat().st_size
    json.dump({"reports": growing.reports, "claims": growing.claims, **took, "size": size}, sys.stdout)


def seconds(act: Callable[..., object], *given: object) -> float:
    """How long something takes."""
    start = time.perf_counter()
    act(*given)
    return time.perf_counter() - start


def computing(act: Callable[..., object]) -> tuple[float, float]:
    """How long something takes, and how much of that this process computes."""
    start = time.process_time()
    waited = seconds(act)
    return waited, time.process_time() - start


if __name__ == "__main__":
    main(sys.argv[1:])
