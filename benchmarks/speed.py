"""Words a second of reading beside spaCy's own full pipeline; run in a process of its own, prints JSON."""

import argparse
import gc
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.annotated import Tally, rows, scorer, tally
from benchmarks.texts import Row, crisis_reports, mixed_news
from clearway.claims import Reader
from clearway.claims.parsing import MODEL, Parser, SpacyParser
from clearway.model import Claim, Report
from clearway.places import Gazetteer

WARM = 5
BATCH = 32
"""Articles given to spaCy at a time; from 8 to 1,000 its speed differed by less than that of two equal rounds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How long a round took: seconds by the clock, and seconds of the processor."""

    clock: float
    processor: float


@dataclass(slots=True)
class Reading:
    """What the last round of reading found, and what it took."""

    claims: Sequence[Sequence[Claim]] = ()
    words: int = 0
    parsed: int = 0


def timed(work: Callable[[], object]) -> Pace:
    """The time that some work takes, garbage of the work before it not counted."""
    gc.collect()
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return Pace(clock=time.perf_counter() - clock, processor=time.process_time() - processor)


def reading(reports: Sequence[Report], parser: Parser, found: Reading) -> Pace:
    """One round of reading, from a gazetteer that has looked nothing up yet."""
    with Gazetteer.open() as gazetteer:
        reader = Reader(gazetteer, parser=parser)

        def work() -> None:
            found.claims = list(reader.read_each(reports))

        pace = timed(work)
    found.words, found.parsed = reader.effort.words, reader.effort.parsed
    return pace


def pipeline() -> Callable[[Sequence[Report]], Pace]:
    """The pinned model with all that it comes with, as a function from reports to the time it takes."""
    import importlib

    language = importlib.import_module(MODEL).load()

    def run(reports: Sequence[Report]) -> Pace:
        texts = [report.text for report in reports]
        return timed(lambda: [len(document) for document in language.pipe(texts, batch_size=BATCH)])

    return run


def rounds(row: Row, count: int) -> dict[str, Any]:
    """Both, `count` times over the same texts, in turn and each first by turns."""
    parser, theirs, found = SpacyParser(), pipeline(), Reading()
    reading(row.reports[:WARM], parser, found)
    theirs(row.reports[:WARM])
    ours, peers = [], []
    for turn in range(count):
        for side in ("ours", "peer") if turn % 2 == 0 else ("peer", "ours"):
            if side == "ours":
                ours.append(reading(row.reports, parser, found))
            else:
                peers.append(theirs(row.reports))
    return {
        "reading": [asdict(pace) for pace in ours],
        "spacy": [asdict(pace) for pace in peers],
        "parsed": found.parsed / found.words,
        "claims": sum(map(len, found.claims)),
        "found": found.claims,
    }


def scores(row: Row, claims: Sequence[Sequence[Claim]], shared: Path) -> dict[str, Any]:
    """How good the claims of the last timed round are, where they are known: the article's, and the others'."""
    if not row.annotated:
        return {}
    scoring = scorer(shared)
    first, *others = (
        tally(known.claims, rows(known.report, said), scoring)
        for known, said in zip(row.annotated, claims, strict=False)
    )
    return {"article": asdict(first), "annotated": asdict(sum(others, Tally()))}


def main(arguments: Sequence[str]) -> None:
    """Measure one row."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("row", choices=("news", "crisis"))
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--shared", type=Path, required=True)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--full", action="store_true")
    asked = options.parse_args(arguments)
    if asked.row == "news":
        row = mixed_news(asked.data, full=asked.full)
    else:
        row = crisis_reports(asked.data, asked.shared, full=asked.full)
    result = rounds(row, asked.rounds)
    result |= {"title": row.title, "drawn": row.drawn, "words": row.words, "reports": len(row.reports)}
    result["scores"] = scores(row, result.pop("found"), asked.shared)
    json.dump(result, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
