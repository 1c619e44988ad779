"""Which articles tell of one incident, without being told: rare names and numbers that they share, and their days."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from itertools import combinations
from typing import Any

Pair = tuple[int, int]

WORD = re.compile(r"\b[A-Z][\w’']+|\b\d+\b")
"""Names of persons, places and streets, ages and other numbers."""

POSSESSIVE = re.compile(r"[’']s$")
CHROME_DAYS = 3
"""A line that stands in articles of so many days is the site's and not the article's."""

MOST_SHARED = 0.03
"""The share of all articles above which a word is told too often to tell incidents apart."""

LEAST = 1.0
"""The likeness under which two articles are not looked at again."""

ENOUGH = 2.5
"""The likeness from which two groups of articles are of one incident, on the average of all their pairs.

From 1.5 to 2.75 the F1 of pairs hardly changes; towards the upper end fewer tolls of two incidents are mixed.
"""


def grouped(rows: Sequence[Mapping[str, Any]]) -> list[list[int]]:
    """The articles, by their position, in groups of one incident each; what the archive says of them unseen."""
    likeness = likenesses(rows)
    groups = {place: [place] for place in range(len(rows))}
    at = dict(groups)
    ranked = sorted(likeness, key=lambda pair: (-likeness[pair], pair))
    for one, other in ranked:
        first, second = at[one], at[other]
        if first is second or likeness[one, other] < ENOUGH:
            continue
        total = sum(likeness.get((min(a, b), max(a, b)), 0.0) for a in first for b in second)
        if total >= ENOUGH * len(first) * len(second):
            first += second
            for place in second:
                at[place] = first
    return [sorted(group) for group in {id(group): group for group in at.values()}.values()]


def likenesses(rows: Sequence[Mapping[str, Any]]) -> dict[Pair, float]:
    """How much two articles share of their rare words, less for each day between them; of pairs that share some."""
    days = [_day(row) for row in rows]
    index: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, weights in enumerate(_weights(rows)):
        for word, weight in weights.items():
            index[word].append((place, weight))
    found: Counter[Pair] = Counter()
    for known in index.values():
        for (one, weight), (other, weight_too) in combinations(known, 2):
            found[one, other] += weight * weight_too  # type: ignore[assignment]  # a counter of weights
    return {
        (one, other): nearer
        for (one, other), shared in found.items()
        if (nearer := shared / (1 + math.log1p(_apart(days[one], days[other])))) >= LEAST
    }


def pairs(groups: Iterable[Iterable[Hashable]]) -> set[tuple[Hashable, Hashable]]:
    """Every two that are in one group."""
    return {pair for group in groups for pair in combinations(sorted(group, key=repr), 2)}


def _weights(rows: Sequence[Mapping[str, Any]]) -> list[Mapping[str, float]]:
    """Each article's rare words with their weight (TF-IDF), divided by the square root of the article's length."""
    chrome: dict[str, set[object]] = defaultdict(set)
    for row in rows:
        for line in {line.strip() for line in row["text"].splitlines()}:
            chrome[line].add(row["published"])
    told = [_words(row, chrome) for row in rows]
    articles = Counter(word for words in told for word in words)
    most = MOST_SHARED * len(rows)
    found = []
    for words in told:
        weights = {
            word: (1 + math.log(times)) * math.log(len(rows) / articles[word])
            for word, times in words.items()
            if 1 < articles[word] <= max(most, 2)
        }
        length = math.sqrt(math.sqrt(sum(weight * weight for weight in weights.values()))) or 1.0
        found.append({word: weight / length for word, weight in weights.items()})
    return found


def _words(row: Mapping[str, Any], chrome: Mapping[str, set[object]]) -> Counter[str]:
    lines = [line for line in row["text"].splitlines() if len(chrome[line.strip()]) < CHROME_DAYS]
    text = "\n".join((row["title"] or "", *lines))
    return Counter(POSSESSIVE.sub("", word.lower()) for word in WORD.findall(text))


def _day(row: Mapping[str, Any]) -> date | None:
    with suppress(TypeError, ValueError):
        return date.fromisoformat(row["published"])
    return None


def _apart(one: date | None, other: date | None) -> int:
    return abs((one - other).days) if one and other else 999
