"""Links between records of lists: Fellegi and Sunter's model by splink, learnt without any truth."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from clearway.errors import UsageError
from clearway.lists.comparing import LEARNT_ON, Comparison, blocks, comparisons
from clearway.lists.drawing import Drawn, draw
from clearway.lists.entries import Entry
from clearway.lists.extra import require
from clearway.lists.learning import FAR, Pairs, prior, weights
from clearway.lists.poisson import Array
from clearway.lists.records import MISSING, Integers, Records, make_records

LEAST = -10.0
"""Pairs of less weight, under one in a thousand, are not given."""
MOST_PAIRS = 5_000_000
"""More pairs than this are not compared by one rule: it is left out, and said."""
OF_NAMES = frozenset("words bones roman given family first last original".split())
NAMES = ("roman", "given", "family")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two records, the weight of the evidence in bits that they are one (0: as likely as not), and the words for it.

    `strangers` is true where both have a name, and every name is another: those killed together share all else.
    """

    one: Entry
    other: Entry
    weight: float
    reason: str
    strangers: bool = False

    @property
    def probability(self) -> float:
        """The same as a probability."""
        odds: float = 2.0 ** max(-FAR, min(FAR, self.weight))
        return odds / (1 + odds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """All pairs of some weight, the likeliest first, and notes on how they were compared."""

    pairs: tuple[Pair, ...]
    notes: tuple[str, ...]


def compare(lists: Mapping[str, Sequence[Entry]], *, least: float = LEAST) -> Compared:
    """The pairs between these lists, or within the one, that weigh at least `least`.

    The order of lists and rows makes no difference. Raises `UsageError` where splink is missing or nothing is shared.
    """
    require("splink", "duckdb", "pyarrow")
    records = make_records(lists)
    compared = comparisons(lists)
    rules, notes = _rules(records)
    if not compared or not rules:
        rule = "the lists share no column that could be compared"
        remedy = "name their columns: --name, --date-of-birth, --place ..."
        raise UsageError(" ".join(records.sizes), rule=rule, remedy=remedy)
    found = draw(records, compared, rules)
    pairs = Pairs(levels=found.levels, rarity=_rarity(records, compared, found))
    groups = _groups(records, compared, found)
    evidence = weights(pairs, compared, found.strangers, groups)
    evidence = np.round(evidence + prior(evidence, records.possible), 2)
    kept = np.flatnonzero(evidence >= least)
    kept = kept[np.argsort(-evidence[kept], kind="stable")]
    made = (
        _pair(records, compared, *numbers)
        for numbers in zip(
            found.one[kept].tolist(),
            found.other[kept].tolist(),
            evidence[kept].tolist(),
            found.levels[kept].tolist(),
            strict=True,
        )
    )
    told = ", ".join(one.name for one in compared)
    return Compared(pairs=tuple(made), notes=(f"compared by {told}", *notes))


def _pair(
    records: Records, compared: Sequence[Comparison], one: int, other: int, weight: float, levels: Sequence[int]
) -> Pair:
    """The pair at these positions, with its reason; what one of the two does not say is left out."""
    said = [(each, level) for each, level in zip(compared, levels, strict=True) if level >= 0]
    names = [level for each, level in said if each.name in NAMES]
    same_number = any(each.name == "number" and level == len(each.levels) - 1 for each, level in said)
    return Pair(
        one=records.entries[one],
        other=records.entries[other],
        weight=weight,
        reason="; ".join(each.levels[len(each.levels) - 1 - level].words for each, level in said),
        strangers=bool(names) and not any(names) and not same_number,
    )


def _rules(records: Records) -> tuple[list[tuple[str, ...]], list[str]]:
    """The blocking rules for these lists, without those that would compare far too many pairs, and notes on them."""
    used, notes = [], []
    for rule in blocks(records.said):
        if records.sharing(rule) > MOST_PAIRS:
            notes.append(f"too many records share {' and '.join(rule)} to be compared for that alone")
        else:
            used.append(rule)
    return used, notes


def _rarity(records: Records, compared: Sequence[Comparison], found: Drawn) -> Array:
    """What each pair's agreeing values add, in bits, for being rarer than others (less, for being commoner)."""
    added = np.zeros(len(found.one))
    for i, each in enumerate(compared):
        for number, level in enumerate(reversed(each.levels)):
            if level.rarity is None:
                continue
            shares = records.commonness(level.rarity)
            agreeing = found.levels[:, i] == number
            commoner = np.maximum(shares[found.one[agreeing]], shares[found.other[agreeing]])
            added[agreeing] += np.log2(found.strangers[i][number] / commoner)
    return added


def _groups(records: Records, compared: Sequence[Comparison], found: Drawn) -> list[tuple[Integers, set[str]]]:
    """The pairs that share each rule to learn on, by position, and the comparisons that the rule is about."""
    groups = []
    for rule in LEARNT_ON:
        codes = records.codes(rule)
        shared = np.flatnonzero((codes[found.one] == codes[found.other]) & (codes[found.one] != MISSING))
        groups.append((shared, {each.name for each in compared if _is_about(rule, each)}))
    return groups


def _is_about(rule: Sequence[str], one: Comparison) -> bool:
    """Whether a rule blocks on what is compared."""
    return one.name in rule or (one.name in OF_NAMES and bool(OF_NAMES & set(rule)))
