"""Runs the benchmarks: `python -m benchmarks [--only NAME] [--data FOLDER] [--full] [--ledgers FOLDER]`."""

import argparse
import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from benchmarks.fresh import REPOSITORY, UnmeasuredError
from benchmarks.options import Options
from benchmarks.table import Section, keep, show

BENCHMARKS = (
    "reading",
    "claims",
    "humset_quantities",
    "newsquant",
    "tempeval3",
    "trnews",
    "lgl",
    "humset_places",
    "idetect",
    "polnear",
    "incident_counts",
    "case2021",
    "scale",
    "stores",
    "desk",
    "gaza_daily",
    "wikipedia_population",
    "linkage",
    "mse",
    "roads",
    "corridors",
    "corridor_answers",
    "hierarchy",
    "large",
)
"""In this order: whatever is measured in fresh processes comes while this one is still small."""
DOCS = REPOSITORY / "docs" / "benchmarks.md"
FAILED, UNMEASURED = 1, 2


def main(arguments: Sequence[str]) -> int:
    """Measure, print, keep the tables in the docs; 1 where a floor is not met, 2 where nothing could be measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Clearway measured.")
    parser.add_argument("--only", choices=BENCHMARKS, action="append", help="this benchmark; may be given again")
    parser.add_argument(
        "--data",
        type=Path,
        default=Options().data,
        help="the folder of texts (default: ../shared/benchmarks beside the repository)",
    )
    parser.add_argument("--full", action="store_true", help="read all texts, not a sample")
    parser.add_argument(
        "--rounds", type=int, default=Options().rounds, help="rounds of each side (default: %(default)s)"
    )
    parser.add_argument(
        "--ledgers", type=Path, help="a folder where made ledgers stay; one that is there is not made anew"
    )
    parser.add_argument("--no-docs", action="store_true", help=f"leave docs/{DOCS.name} as it is")
    asked = parser.parse_args(arguments)
    options = Options(data=asked.data.resolve(), rounds=asked.rounds, full=asked.full, ledgers=asked.ledgers)
    console, told = Console(), Console(stderr=True)
    sections: list[Section] = []
    for name in asked.only or BENCHMARKS:
        try:
            section = importlib.import_module(f"benchmarks.{name}").measure(options, told.print)
        except UnmeasuredError as reason:
            told.print(f"{name} was not measured: {reason}", soft_wrap=True, markup=False, highlight=False)
            continue
        show(section, console)
        if not asked.no_docs:
            keep(section, DOCS)
        sections.append(section)
    if not sections:
        return UNMEASURED
    return 0 if all(section.passed for section in sections) else FAILED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
