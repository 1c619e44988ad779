"""Links between records of lists, by splink on DuckDB: Fellegi and Sunter's model, learnt without any truth."""

import logging
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from clearway.errors import UsageError
from clearway.lists.comparing import LEARNT_ON, Comparison, blocks, comparisons
from clearway.lists.entries import Entry
from clearway.lists.extra import require
from clearway.lists.learning import FAR, Pairs, prior, weights

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from clearway.lists.poisson import Array

PAIRS_DRAWN = 500_000
"""Pairs drawn at random to learn how often strangers agree."""
SEED = 1
MOST_PAIRS = 20_000_000
"""More pairs than this are not compared by one rule: it is left out, and said."""
OF_NAMES = frozenset("words bones roman given family first last original".split())
NAMES = ("roman", "given", "family")
Rows = Mapping[str, Sequence[Mapping[str, Any]]]
"""By list, its records as the database has them."""


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
    """All pairs that were compared, the likeliest first, and notes on how."""

    pairs: tuple[Pair, ...]
    notes: tuple[str, ...]


def compare(lists: Mapping[str, Sequence[Entry]]) -> Compared:
    """The pairs between these lists, or within the one, that share enough to be compared.

    The order of lists and rows makes no difference. Raises `UsageError` where splink is missing or nothing is shared.
    """
    require("splink", "duckdb", "pyarrow")
    entries = {name: sorted(lists[name], key=lambda entry: entry.id) for name in sorted(lists)}
    levels = comparisons(entries)
    rows = {name: [_row(entry) for entry in of] for name, of in entries.items()}
    rules, notes = _rules(rows)
    if not levels or not rules:
        rule = "the lists share no column that could be compared"
        raise UsageError(
            " ".join(entries), rule=rule, remedy="name their columns: --name, --date-of-birth, --place ..."
        )
    found = _predicted(rows, levels, rules)
    evidence = weights(found.pairs, levels, found.strangers, _groups(rows, levels, found.ids))
    evidence = evidence + prior(evidence, _possible(entries))
    by_id = {f"{name}:{i}": entry for name, of in entries.items() for i, entry in enumerate(of)}
    pairs = [
        Pair(
            one=by_id[a],
            other=by_id[b],
            weight=round(weight, 2),
            reason=_reason(levels, at),
            strangers=_strangers_by_name(levels, at),
        )
        for (a, b), weight, at in zip(found.ids, evidence.tolist(), found.pairs.levels.tolist(), strict=True)
    ]
    ordered = sorted(pairs, key=lambda pair: (-pair.weight, pair.one.list, pair.one.id, pair.other.list, pair.other.id))
    told = ", ".join(one.name for one in levels)
    return Compared(pairs=tuple(ordered), notes=(f"compared by {told}", *notes))


def _row(entry: Entry) -> dict[str, Any]:
    """A record as the database has it, with the columns that rules block on."""
    words = (entry.roman or "").split()
    row: dict[str, Any] = {
        name: getattr(entry, name)
        for name in "original roman given family bones age sex place area address postcode number".split()
    }
    row["words"] = " ".join(sorted(words)) or None
    row["first"] = (entry.given or "").split(" ")[0] or (words[0] if words else None)
    row["last"] = (entry.family or "").split(" ")[-1] or (words[-1] if words else None)
    for name in ("born", "date"):
        day = getattr(entry, name)
        year, month, of_month = day or (None, None, None)
        row |= {f"{name}_year": year, f"{name}_month": month, f"{name}_day": of_month}
        row[name] = None if day is None else f"{year:04}{month or 0:02}{of_month or 0:02}"
    return row


def _rules(rows: Rows) -> tuple[list[tuple[str, ...]], list[str]]:
    """The blocking rules for these lists, without those that would compare far too many pairs, and notes on them."""
    columns = {column for of in rows.values() for row in of for column, value in row.items() if value is not None}
    used, notes = [], []
    for rule in blocks(columns):
        if _pairs(rows, rule) > MOST_PAIRS:
            notes.append(f"too many records share {' and '.join(rule)} to be compared for that alone")
        else:
            used.append(rule)
    return used, notes


def _pairs(rows: Rows, rule: Sequence[str]) -> int:
    """How many pairs of records share these columns."""
    sizes = [Counter(key for row in of if None not in (key := tuple(row[c] for c in rule))) for of in rows.values()]
    if len(sizes) == 1:
        return sum(n * (n - 1) // 2 for n in sizes[0].values())
    everything = sum(sizes, Counter[tuple[Any, ...]]())
    return sum((n * n - sum(of[key] ** 2 for of in sizes)) // 2 for key, n in everything.items())


def _possible(entries: Mapping[str, Sequence[Entry]]) -> int:
    """How many pairs there are at all."""
    sizes = [len(of) for of in entries.values()]
    if len(sizes) == 1:
        return sizes[0] * (sizes[0] - 1) // 2
    return (sum(sizes) ** 2 - sum(size**2 for size in sizes)) // 2


def _strangers_by_name(levels: Sequence[Comparison], gammas: Sequence[int]) -> bool:
    """Whether both records have names, all of these are another, and their numbers are not the same."""
    at = [(one, gamma) for one, gamma in zip(levels, gammas, strict=True) if gamma >= 0]
    names = [gamma for one, gamma in at if one.name in NAMES]
    same_number = any(one.name == "number" and gamma == len(one.levels) - 1 for one, gamma in at)
    return bool(names) and not any(names) and not same_number


def _reason(levels: Sequence[Comparison], gammas: Sequence[int]) -> str:
    """The levels of a pair in words; what one of the two does not say is left out."""
    words = [
        one.levels[len(one.levels) - 1 - gamma].words for one, gamma in zip(levels, gammas, strict=True) if gamma >= 0
    ]
    return "; ".join(words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The pairs that the rules bring together, their ids, and the share of strangers on each level."""

    ids: list[tuple[str, str]]
    pairs: Pairs
    strangers: "list[Array]"


def _predicted(rows: Rows, levels: Sequence[Comparison], rules: Sequence[tuple[str, ...]]) -> Found:
    """What splink finds: pairs that share a rule, their levels, and how often strangers agree."""
    import duckdb
    import numpy as np
    from splink import Linker, SettingsCreator, block_on
    from splink.backends.duckdb import DuckDBAPI

    logging.getLogger("splink").setLevel(logging.CRITICAL)
    # One thread: with more, draws and sums depend on which is first.
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.execute("set enable_progress_bar = false")
        database = DuckDBAPI(connection)
        tables = [
            database.register(_table(name, rows[name]), dataset_display_name=f"list_{i}") for i, name in enumerate(rows)
        ]
        settings = SettingsCreator(
            link_type="dedupe_only" if len(rows) == 1 else "link_only",
            comparisons=[_comparison(one) for one in levels],
            blocking_rules_to_generate_predictions=[block_on(*rule) for rule in rules],
            retain_intermediate_calculation_columns=True,
        )
        linker = Linker(tables, settings, log_level=None)
        linker.training.estimate_u_using_random_sampling(max_pairs=PAIRS_DRAWN, seed=SEED)
        learnt = linker.misc.save_model_to_json()["comparisons"]
        found = sorted(
            linker.inference.predict().as_record_list(), key=lambda row: (row["unique_id_l"], row["unique_id_r"])
        )
    at = [[row[f"gamma_{one.name}"] for one in levels] for row in found]
    strangers = [_strangers(one, told) for one, told in zip(levels, learnt, strict=True)]
    ids = [(row["unique_id_l"], row["unique_id_r"]) for row in found]
    return Found(
        ids=ids,
        pairs=Pairs(
            levels=np.array(at, dtype=np.int64).reshape(len(found), len(levels)),
            rarity=np.array(_rarity(rows, levels, strangers, ids, at), dtype=np.float64),
        ),
        strangers=strangers,
    )


def _rarity(
    rows: Rows,
    levels: Sequence[Comparison],
    strangers: "Sequence[Array]",
    ids: Sequence[tuple[str, str]],
    at: Sequence[Sequence[int]],
) -> list[float]:
    """What each pair's agreeing values add, in bits, for being rarer than others (less, for being commoner)."""
    by_id = {f"{name}:{i}": row for name, of in rows.items() for i, row in enumerate(of)}
    columns = {level.rarity for one in levels for level in one.levels if level.rarity}
    counts = {column: Counter(row[column] for row in by_id.values() if row[column] is not None) for column in columns}
    totals = {column: sum(of.values()) for column, of in counts.items()}
    added = [0.0] * len(ids)
    for i, one in enumerate(levels):
        for number, level in enumerate(reversed(one.levels)):
            if level.rarity is None:
                continue
            column, usual = level.rarity, float(strangers[i][number])
            for pair, (a, b) in enumerate(ids):
                if at[pair][i] == number:
                    commoner = max(counts[column][by_id[a][column]], counts[column][by_id[b][column]])
                    added[pair] += math.log2(usual * totals[column] / commoner)
    return added


def _strangers(one: Comparison, told: Mapping[str, Any]) -> "Array":
    """The share of strangers on each level, by splink's number; a level that no draw had counts for half a pair."""
    import numpy as np

    shares = [level.get("u_probability") for level in told["comparison_levels"] if not level.get("is_null_level")]
    numbers = [float(share) if isinstance(share, int | float) else 0.0 for share in reversed(shares)]
    if len(numbers) != len(one.levels):
        raise ValueError(f"splink has {len(numbers)} levels of {one.name}, and {len(one.levels)} were given")
    bounded = np.maximum(np.array(numbers), 0.5 / PAIRS_DRAWN)
    return np.asarray(bounded / bounded.sum(), dtype=np.float64)


def _groups(
    rows: Rows, levels: Sequence[Comparison], ids: Sequence[tuple[str, str]]
) -> "list[tuple[NDArray[np.int64], set[str]]]":
    """The pairs that share each rule to learn on, by position, and the comparisons that the rule is about."""
    import numpy as np

    by_id = {f"{name}:{i}": row for name, of in rows.items() for i, row in enumerate(of)}
    groups = []
    for rule in LEARNT_ON:
        keys = {key: tuple(row[column] for column in rule) for key, row in by_id.items()}
        shared = [i for i, (a, b) in enumerate(ids) if keys[a] == keys[b] and None not in keys[a]]
        about = {one.name for one in levels if _shares(one, rule)}
        groups.append((np.array(shared, dtype=np.int64), about))
    return groups


def _shares(one: Comparison, rule: Sequence[str]) -> bool:
    """Whether a comparison is about what the rule blocks on."""
    return one.name in rule or (one.name in OF_NAMES and bool(OF_NAMES & set(rule)))


def _table(name: str, rows: Sequence[Mapping[str, Any]]) -> Any:
    import pyarrow

    numbers = frozenset("age born_year born_month born_day date_year date_month date_day".split())
    columns = {"unique_id": pyarrow.array([f"{name}:{i}" for i in range(len(rows))])}
    for column in rows[0]:
        kind = pyarrow.int64() if column in numbers else pyarrow.string()
        columns[column] = pyarrow.array([row[column] for row in rows], type=kind)
    return pyarrow.table(columns)


def _comparison(one: Comparison) -> Any:
    import splink.comparison_level_library as level
    from splink.comparison_library import CustomComparison

    made: list[Any] = [level.NullLevel(one.columns[0])]
    for each in one.levels[:-1]:
        made.append(level.CustomLevel(each.sql, each.words))
    made.append(level.ElseLevel())
    return CustomComparison(output_column_name=one.name, comparison_levels=made)
