"""A made ledger of some size, written as reading writes it, with what that costs; prints JSON, in seconds and bytes."""

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from statistics import median

from benchmarks.making import CLAIMS_A_REPORT, EXTRACTOR, Told, made_reports
from benchmarks.memory import peak
from clearway.crisis import Crisis

AT = datetime(2026, 1, 1, tzinfo=UTC)
LATER = 5
"""Reports that come after all others were folded."""


def main(arguments: Sequence[str]) -> None:
    """Write a ledger, fold it, then let some more reports come one by one."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--ledger", type=Path, required=True)
    options.add_argument("--claims", type=int, required=True)
    asked = options.parse_args(arguments)
    told = made_reports(asked.claims)
    first = max(1, asked.claims // CLAIMS_A_REPORT - LATER)
    reports = claims = 0
    with Crisis.open(asked.ledger) as crisis:

        def add(one: Told) -> None:
            nonlocal reports, claims
            report, said = one
            at = AT + timedelta(seconds=reports)
            crisis.ledger.add(report, said, gazetteer="made", extractor=EXTRACTOR, version="1", at=at)
            reports, claims = reports + 1, claims + len(said)

        start = time.perf_counter()
        for one in islice(told, first):
            add(one)
        wrote = time.perf_counter()
        crisis.fold_in()
        folded = time.perf_counter()
        later = [(seconds(add, one), seconds(crisis.fold_in)) for one in told]
    took = {"adding": (wrote - start) / first, "folding": folded - wrote, "peak": peak()}
    took |= {"one_added": median(a for a, _ in later), "one_folded": median(b for _, b in later)}
    json.dump({"reports": reports, "claims": claims, **took, "size": asked.ledger.stat().st_size}, sys.stdout)


def seconds(act: Callable[..., object], *given: object) -> float:
    """How long something takes."""
    start = time.perf_counter()
    act(*given)
    return time.perf_counter() - start


if __name__ == "__main__":
    main(sys.argv[1:])
