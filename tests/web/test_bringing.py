"""What the process that adds roads or a crisis says of odd files, and what it may take."""

import multiprocessing
import resource
import sqlite3
from pathlib import Path

import pytest
from tests.desk import sample_ledger

from clearway.crisis import Crisis, bound_process
from clearway.sources.bounds import UNTOUCHED
from clearway.web.bringing import MOST, Said, Sort, Task, bring
from clearway.web.inbox import Reason


@pytest.mark.parametrize("record", ["{", "\ud7ff", '{"text": 1}'])
def test_rows_that_hold_what_no_ledger_writes_are_damage(tmp_path: Path, record: str) -> None:
    file = sample_ledger(tmp_path)
    with sqlite3.connect(file) as connection:
        (guard,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'report_no_update'").fetchone()
        connection.execute("DROP TRIGGER report_no_update")
        connection.execute("UPDATE report SET record = ?", (record,))
        connection.execute(guard)
    connection.close()
    ours = tmp_path / "ours.db"
    Crisis.open(ours).close()
    said = bring(Task(sort=Sort.CRISIS, file=str(file), ledger=str(ours), gazetteer=None, roads=""))
    remedy = "ask who made it for a new copy: `clearway ledger copy`"
    assert said == Said(refused=Reason(document="the file", rule="it is damaged", remedy=remedy))


def limits_of(sort: Sort) -> tuple[int, ...]:
    """The limits that a process has after it confined itself."""
    bound_process(*MOST[sort])
    return tuple(
        resource.getrlimit(which)[0] for which in (resource.RLIMIT_DATA, resource.RLIMIT_AS, resource.RLIMIT_CPU)
    )


@pytest.mark.parametrize("sort", list(Sort))
def test_its_memory_and_its_processor_time_are_limited(sort: Sort) -> None:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        found = pool.apply(limits_of, (sort,))
    memory_bytes, seconds = MOST[sort]
    assert found == (memory_bytes, memory_bytes + UNTOUCHED, seconds)
