"""What PostgreSQL itself refuses, and what it keeps of odd texts."""

from collections.abc import Generator
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, select, text
from tests.ledger.making import AT, WAY, a_claim, a_place, a_report
from tests.ledger.server import Server, database_of

from clearway.ledger import open_ledger, tables
from clearway.ledger.naming import address_of
from clearway.ledger.postgres import POSTGRES, make_engine
from clearway.model import Judgement, Query, Report, Verdict, fingerprint

FACTS = [table.name for table in tables.facts.sorted_tables]


def test_the_migrations_make_the_tables_that_the_code_expects(url: str) -> None:
    engine = make_engine(address_of(url), patience=1, away=1)
    ours = set(tables.facts.tables)
    with POSTGRES.reads(engine) as connection:
        options = {"include_name": lambda name, kind, _: kind != "table" or name in ours}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), tables.facts) == []
    engine.dispose()


@pytest.mark.parametrize("table", FACTS)
@pytest.mark.parametrize(
    "statement", ["DELETE FROM {table}", "UPDATE {table} SET {column} = {column}", "TRUNCATE {table} CASCADE"]
)
def test_a_fact_is_neither_changed_nor_deleted(postgres: Server, url: str, table: str, statement: str) -> None:
    import psycopg

    with open_ledger(url) as ledger:
        claim = a_claim(a_report())
        ledger.add(a_report(), [claim], **WAY, at=AT)
        ledger.judge(Judgement(verdict=Verdict.ACCEPT, claims=(claim.id,), by="ana", at=AT))
    name = database_of(url)
    column = "reading_id" if table == "made" else "id"
    with pytest.raises(psycopg.errors.RaiseException, match="a ledger only grows"):
        postgres.ask(statement.format(table=table, column=column), name)
    assert postgres.ask(f"SELECT count(*) FROM {table}", name) == [(1,)]  # noqa: S608 - our own tables


def odd(text: str) -> Report:
    """A report with such a text wherever a text may be."""
    return a_report(
        f"Ten people died in Northtown, {text} said.", url=f"https://news.example/{text}", title=text, publisher=text
    )


ODD = ["a\x00b", "\x00\x01\x02", "\u200f\u202e", "\U0001f3e5\U0010ffff", "\ufffe\uffff", "é" * 9000, "x" * 5000]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_no_report_is_lost_for_its_characters_or_lengths(url: str, text: str) -> None:
    report = odd(text)
    places = (replace(a_place(name=text), level=None),)
    claim = a_claim(report, places=places)
    with open_ledger(url) as ledger:
        ledger.add(report, [claim], **WAY, at=AT)
        assert (list(ledger.reports()), list(ledger.claims())) == ([report], [claim])
        for query in (Query(text="northtown"), Query(text='"people died"')):
            assert list(ledger.claims(query)) == [claim]
        again = replace(report, id="", text=f"{report.text} Late.", sha256=fingerprint(b"late"))
        assert ledger.add(again, [], **WAY, at=AT).superseded_by or list(ledger.reports()) == [again]


def test_a_sentence_longer_than_an_index_holds_is_kept_and_found_by_its_start(url: str) -> None:
    report = a_report(" ".join(f"wordy{number:x}{'y' * 40}" for number in range(40_000)))
    claim = a_claim(report, f"wordy0{'y' * 40}")
    with open_ledger(url) as ledger:
        ledger.add(report, [claim], **WAY, at=AT)
        assert list(ledger.claims(Query(text=f"wordy1{'y' * 40}"))) == [claim]


def test_what_is_asked_in_odd_characters_finds_nothing(url: str) -> None:
    with open_ledger(url) as ledger:
        ledger.add(a_report(), [a_claim(a_report())], **WAY, at=AT)
        for query in (Query(source="a\x00b"), Query(place="a\x00b"), Query(kind="a\x00b"), Query(text="a\x00'b\\")):
            assert list(ledger.claims(query)) == []
        assert list(ledger.reports(as_of=date(2020, 1, 1))) == []


def test_a_plan_is_kept_when_somebody_has_read_enough(url: str) -> None:
    with open_ledger(url) as ledger:
        for day in (1, 2):
            report = a_report(f"On day {day}, ten people died in Northtown.", published=date(2020, 2, day))
            ledger.add(report, [], **WAY, at=AT)
    engine = make_engine(address_of(url), patience=1, away=1)
    kept = text("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%FROM report%'")
    for _ in range(3):
        with closing(ids_of_reports(engine)) as found:
            next(found)
    with POSTGRES.reads(engine) as connection:
        assert connection.scalars(kept).one() == 1
    engine.dispose()


def ids_of_reports(engine: Engine) -> Generator[str]:
    with POSTGRES.reads(engine) as connection:
        yield from connection.scalars(select(tables.report.c.id))
