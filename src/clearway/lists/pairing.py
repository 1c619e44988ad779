"""From weighed pairs to links, doubtful pairs and single records."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from clearway.errors import UsageError
from clearway.lists.entries import Entry
from clearway.lists.linking import Pair, compare

LINK_AT = 0.0
"""From this weight on (bits) two records are likelier one person than two."""
DOUBT_AT = -4.0
"""From this weight on (one in 17) a person should look at the pair."""
BETTER = "but one of the two is linked with another"
TIED = "but another pair fits as well"


@dataclass(frozen=True, slots=True, kw_only=True)
class Linkage:
    """What linking came to: pairs that are one person, pairs to look at, records without any pair, and notes."""

    lists: tuple[str, ...]
    links: tuple[Pair, ...] = field(repr=False)
    doubtful: tuple[Pair, ...] = field(repr=False)
    singles: tuple[Entry, ...] = field(repr=False)
    notes: tuple[str, ...]


def link(
    lists: Mapping[str, Sequence[Entry]],
    *,
    one_to_one: bool = False,
    link_at: float = LINK_AT,
    doubt_at: float = DOUBT_AT,
) -> Linkage:
    """Link the records of these lists, or find those that are twice in the one.

    Where all names are another a pair is doubtful at most: those killed together share place, day and often age. With
    `one_to_one` a record is linked with at most one record of each other list, the likeliest; where two are
    equally likely, with none. Raises `UsageError` for thresholds that make no sense.
    """
    if doubt_at > link_at:
        rule = f"a pair would be doubtful from {doubt_at:g} and linked from {link_at:g} on"
        raise UsageError("--doubt-at", rule=rule, remedy="give a lower weight than that of --link-at")
    order = {name: position for position, name in enumerate(lists)}
    compared = compare(lists, least=doubt_at)
    pairs = [_turned(pair, order) for pair in compared.pairs]
    likely = [pair for pair in pairs if pair.weight >= link_at and not pair.strangers]
    links, passed_over = _one_to_one(likely) if one_to_one else (likely, [])
    doubtful = [*passed_over, *(pair for pair in pairs if pair.weight < link_at or pair.strangers)]
    told = {_key(entry) for pair in (*links, *doubtful) for entry in (pair.one, pair.other)}
    return Linkage(
        lists=tuple(lists),
        links=tuple(sorted(links, key=lambda pair: _place(pair, order))),
        doubtful=tuple(sorted(doubtful, key=lambda pair: _place(pair, order))),
        singles=tuple(entry for entries in lists.values() for entry in entries if _key(entry) not in told),
        notes=compared.notes,
    )


def link_rows(linkage: Linkage) -> Iterator[tuple[str | int | float, ...]]:
    """A row a pair or single record, under `LINK_COLUMNS`: ids and lines, no name, date or place."""
    for state, pairs in (("link", linkage.links), ("doubtful", linkage.doubtful)):
        for pair in pairs:
            one, other = pair.one, pair.other
            sides = (one.list, one.id, one.line, other.list, other.id, other.line)
            yield (state, pair.weight, round(pair.probability, 4), *sides, pair.reason)
    for entry in linkage.singles:
        yield ("single", "", "", entry.list, entry.id, entry.line, "", "", "", "")


def _one_to_one(pairs: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """The likeliest pairs first, each record once for each other list; and those passed over, with why."""
    taken: set[tuple[tuple[str, str], str]] = set()
    links: list[Pair] = []
    passed_over: list[Pair] = []
    for _, alike in groupby(sorted(pairs, key=lambda pair: -pair.weight), key=lambda pair: pair.weight):
        level = list(alike)
        free = [pair for pair in level if not taken & set(_sides(pair))]
        sides = Counter(side for pair in free for side in _sides(pair))
        for pair in level:
            if taken & set(_sides(pair)):
                passed_over.append(replace(pair, reason=f"{pair.reason}; {BETTER}"))
            elif any(sides[side] > 1 for side in _sides(pair)):
                passed_over.append(replace(pair, reason=f"{pair.reason}; {TIED}"))
            else:
                links.append(pair)
        taken |= sides.keys()
    return links, passed_over


def _sides(pair: Pair) -> tuple[tuple[tuple[str, str], str], ...]:
    """Each record with the list in which its one counterpart is sought."""
    return (_key(pair.one), pair.other.list), (_key(pair.other), pair.one.list)


def _key(entry: Entry) -> tuple[str, str]:
    return entry.list, entry.id


def _place(pair: Pair, order: Mapping[str, int]) -> tuple[int, int, int, int]:
    return order[pair.one.list], pair.one.line, order[pair.other.list], pair.other.line


def _turned(pair: Pair, order: Mapping[str, int]) -> Pair:
    """The pair with the record of the earlier list, or the earlier line, first."""
    one_list, one_line, other_list, other_line = _place(pair, order)
    if (one_list, one_line) > (other_list, other_line):
        return replace(pair, one=pair.other, other=pair.one)
    return pair
