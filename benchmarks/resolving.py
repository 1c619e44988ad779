"""How many articles a second have their names of places resolved; prints JSON.

The names are given, as in LGL and TR-News. Beside it, over the same articles and in the same rounds: what finding the
names takes too, and the method that anybody would try first, the most populous place of each name. Each part of a round
begins with a new gazetteer, so that nothing is remembered.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

from benchmarks.texts import TOPONYMS
from benchmarks.toponyms import Article, articles, most_populous
from clearway.model import Candidate, Place
from clearway.places import Gazetteer, find, mention_at, resolve

FILES = (TOPONYMS, "trnews.xml")


def main(arguments: Sequence[str]) -> None:
    """Time each part, in turn, as many rounds as are asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--rounds", type=int, required=True)
    asked = options.parse_args(arguments)
    read = [article for name in FILES for article in articles(asked.data / name)]
    seconds: dict[str, list[float]] = {part: [] for part in PARTS}
    for _ in range(asked.rounds):
        for part, work in PARTS.items():
            with Gazetteer.open() as gazetteer:
                seconds[part].append(_seconds(read, gazetteer, work))
    json.dump({"documents": len(read), **seconds}, sys.stdout)


def _seconds(read: Sequence[Article], gazetteer: Gazetteer, work: Callable[[Article, Gazetteer], object]) -> float:
    start = perf_counter()
    for article in read:
        work(article, gazetteer)
    return perf_counter() - start


def _spans(article: Article) -> list[tuple[int, int]]:
    return sorted({toponym.span for toponym in article.toponyms})


def given(article: Article, gazetteer: Gazetteer) -> Sequence[Place]:
    """Resolve the names that are given."""
    mentions = [mention_at(article.text, *span, gazetteer) for span in _spans(article)]
    return resolve(mentions, text=article.text, gazetteer=gazetteer)


def found(article: Article, gazetteer: Gazetteer) -> Sequence[Place]:
    """Find names and resolve them."""
    return resolve(find(article.text, gazetteer), text=article.text, gazetteer=gazetteer)


def trivial(article: Article, gazetteer: Gazetteer) -> Sequence[Candidate | None]:
    """Take the most populous place of each name that is given."""
    return [most_populous(article.text[start:end], gazetteer) for start, end in _spans(article)]


PARTS = {"given": given, "found": found, "trivial": trivial}


if __name__ == "__main__":
    main(sys.argv[1:])
