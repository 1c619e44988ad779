"""How many articles a second have their names of places resolved; prints JSON.

The names are given, as in LGL and TR-News. Each round begins with a new gazetteer, so that nothing is remembered.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from benchmarks.texts import TOPONYMS
from benchmarks.toponyms import Article, articles
from clearway.places import Gazetteer, find, mention_at, resolve

FILES = (TOPONYMS, "trnews.xml")


def main(arguments: Sequence[str]) -> None:
    """Time each round: resolving the given names, and finding and resolving all."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--rounds", type=int, required=True)
    asked = options.parse_args(arguments)
    read = [article for name in FILES for article in articles(asked.data / name)]
    given, found = [], []
    for _ in range(asked.rounds):
        with Gazetteer.open() as gazetteer:
            given.append(_seconds(read, gazetteer, finding=False))
        with Gazetteer.open() as gazetteer:
            found.append(_seconds(read, gazetteer, finding=True))
    json.dump({"documents": len(read), "given": given, "found": found}, sys.stdout)


def _seconds(read: Sequence[Article], gazetteer: Gazetteer, *, finding: bool) -> float:
    start = perf_counter()
    for article in read:
        if finding:
            mentions = find(article.text, gazetteer)
        else:
            spans = sorted({toponym.span for toponym in article.toponyms})
            mentions = [mention_at(article.text, *span, gazetteer) for span in spans]
        resolve(mentions, text=article.text, gazetteer=gazetteer)
    return perf_counter() - start


if __name__ == "__main__":
    main(sys.argv[1:])
