"""What splink does on DuckDB: the pairs that share a blocking rule, their levels, and how often strangers agree."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from clearway.lists.comparing import Comparison
from clearway.lists.poisson import Array
from clearway.lists.records import Integers, Records

PAIRS_DRAWN = 500_000
"""Pairs drawn at random to learn how often strangers agree."""
SEED = 1
NUMBERS = frozenset("age killed born_year born_month born_day date_year date_month date_day".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """Pairs by the positions of their records, the level of each comparison, and the share of strangers on each."""

    one: Integers = field(repr=False)
    other: Integers = field(repr=False)
    levels: Integers = field(repr=False)
    strangers: list[Array] = field(repr=False)


def draw(records: Records, compared: Sequence[Comparison], rules: Sequence[tuple[str, ...]]) -> Drawn:
    """The pairs that the rules bring together; the same for the same records."""
    import duckdb
    from splink import Linker, SettingsCreator, block_on
    from splink.backends.duckdb import DuckDBAPI

    logging.getLogger("splink").setLevel(logging.CRITICAL)
    # One thread: with more, draws depend on which is first.
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.execute("set enable_progress_bar = false")
        database = DuckDBAPI(connection)
        tables = [
            database.register(table, dataset_display_name=f"list_{i}") for i, table in enumerate(_tables(records))
        ]
        settings = SettingsCreator(
            link_type="dedupe_only" if len(tables) == 1 else "link_only",
            comparisons=[_comparison(one) for one in compared],
            blocking_rules_to_generate_predictions=[block_on(*rule) for rule in rules],
            retain_intermediate_calculation_columns=True,
        )
        linker = Linker(tables, settings, log_level=None)
        linker.training.estimate_u_using_random_sampling(max_pairs=PAIRS_DRAWN, seed=SEED)
        learnt = linker.misc.save_model_to_json()["comparisons"]
        # duckdb names the type of a table only in its own stubs
        found: Any = linker.inference.predict().as_pyarrow_table()  # type: ignore[no-untyped-call]

    def column(name: str) -> Integers:
        return np.asarray(found[name].to_numpy(), dtype=np.int64)

    one, other = column("unique_id_l"), column("unique_id_r")
    order = np.lexsort((other, one))
    levels = [column(f"gamma_{each.name}") for each in compared]
    return Drawn(
        one=one[order],
        other=other[order],
        levels=np.column_stack(levels)[order],
        strangers=[_strangers(each, told) for each, told in zip(compared, learnt, strict=True)],
    )


def _strangers(one: Comparison, told: Mapping[str, Any]) -> Array:
    """The share of strangers on each level, by splink's number; a level that no draw had counts for half a pair."""
    shares = [level.get("u_probability") for level in told["comparison_levels"] if not level.get("is_null_level")]
    numbers = [float(share) if isinstance(share, int | float) else 0.0 for share in reversed(shares)]
    if len(numbers) != len(one.levels):
        raise ValueError(f"splink has {len(numbers)} levels of {one.name}, and {len(one.levels)} were given")
    bounded = np.maximum(np.array(numbers), 0.5 / PAIRS_DRAWN)
    return np.asarray(bounded / bounded.sum(), dtype=np.float64)


def _tables(records: Records) -> list[Any]:
    """A table for each list, the position of a record being its id."""
    import pyarrow

    columns = {"unique_id": pyarrow.array(range(len(records.entries)), type=pyarrow.int64())}
    for name, values in records.columns.items():
        kind = pyarrow.int64() if name in NUMBERS else pyarrow.string()
        columns[name] = pyarrow.array(values, type=kind)
    whole = pyarrow.table(columns)
    tables, start = [], 0
    for size in records.sizes.values():
        tables.append(whole.slice(start, size))
        start += size
    return tables


def _comparison(one: Comparison) -> Any:
    import splink.comparison_level_library as level
    from splink.comparison_library import CustomComparison

    made: list[Any] = [level.NullLevel(one.columns[0])]
    made += [level.CustomLevel(each.sql, each.words) for each in one.levels[:-1]]
    made.append(level.ElseLevel())
    return CustomComparison(output_column_name=one.name, comparison_levels=made)
