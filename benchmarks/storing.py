"""What a made ledger costs on a store: writing, folding, pictures, commits; prints JSON, in seconds."""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import islice
from statistics import median

from benchmarks.growing import AT, LATER, Growing, computing, seconds
from benchmarks.making import later_reports, made_reports
from clearway.crisis import Crisis
from clearway.model import Judgement, Query, Verdict

COMMITS = 500
PICTURES = 3
SEARCHES = ("shelling", '"were killed"', "hospital OR clinic")


def main(arguments: Sequence[str]) -> None:
    """Write a ledger, fold it, let some more reports come, draw it, search it, and judge claim by claim."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--ledger", required=True)
    options.add_argument("--claims", type=int, required=True)
    asked = options.parse_args(arguments)
    with Crisis.open(asked.ledger) as crisis:
        growing = Growing(crisis)
        took = {"added": growing.add_all(made_reports(asked.claims)), "folding": seconds(crisis.fold_in)}
        later = later_reports(asked.claims, LATER, after=growing.reports)
        more = [(seconds(growing.add, [one]), computing(crisis.fold_in)[0]) for one in later]
        took |= dict(zip(("one_added", "one_folded"), map(median, zip(*more, strict=True)), strict=True))
        took["picture"] = median(seconds(crisis.picture) for _ in range(PICTURES))
        took["search"] = median(seconds(search, crisis, words) for words in SEARCHES)
        took["commit"] = committing(crisis) / COMMITS
    json.dump(took, sys.stdout)


def search(crisis: Crisis, words: str) -> None:
    """Look for words, and take the first hundred claims that have them."""
    list(crisis.ledger.claims(Query(text=words, limit=100)))


def committing(crisis: Crisis) -> float:
    """How long it takes to judge claims one by one, each safe on the disk before the next."""
    claims = [claim.id for claim in islice(crisis.ledger.claims(), COMMITS)]
    at = datetime(2026, 1, 2, tzinfo=UTC)
    judgements = [Judgement(verdict=Verdict.ACCEPT, claims=(claim,), by="made", at=max(at, AT)) for claim in claims]
    start = time.perf_counter()
    for judgement in judgements:
        crisis.ledger.judge(judgement)
    return time.perf_counter() - start


if __name__ == "__main__":
    main(sys.argv[1:])
