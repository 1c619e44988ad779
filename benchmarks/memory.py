"""Peak resident memory of a process that reads one article and then many reports; prints JSON, in bytes."""

import argparse
import json
import resource
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.texts import crisis_reports
from clearway.claims import Reader
from clearway.places import Gazetteer


def peak() -> int:
    """The most memory that this process has held, in bytes; Linux counts in KiB, macOS in bytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def main(arguments: Sequence[str]) -> None:
    """Read the whole crisis row, its first report by itself."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--shared", type=Path, required=True)
    asked = options.parse_args(arguments)
    row = crisis_reports(asked.data, asked.shared, full=True)
    with Gazetteer.open() as gazetteer:
        reader = Reader(gazetteer)
        reader.read(row.reports[0])
        one = peak()
        for _ in reader.read_each(row.reports[1:]):
            pass
    json.dump({"one": one, "all": peak(), "reports": len(row.reports), "words": row.words}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
