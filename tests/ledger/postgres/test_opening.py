"""Opening a ledger on a server, and what is no ledger; every error is one line without a password."""

import re
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.exc import OperationalError
from tests.ledger.making import AT, WAY, a_claim, a_report, numbered
from tests.ledger.server import Server

from clearway.crisis.judging import Way
from clearway.crisis.superseding import superseded_in
from clearway.errors import LedgerAway, LedgerError
from clearway.ledger import open_ledger, tables
from clearway.ledger.naming import address_of
from clearway.ledger.postgres import make_engine
from clearway.model import Judgement, Verdict


def refused(url: str, *, create: bool = True) -> str:
    """What is said where a ledger is not opened."""
    with pytest.raises(LedgerError) as caught:
        open_ledger(url, create=create, patience=0.1)
    told = str(caught.value)
    assert "\n" not in told
    assert "s3cr" not in told
    return told


def test_an_empty_database_becomes_a_ledger(postgres: Server) -> None:
    url = postgres.url(postgres.database())
    assert "there is no ledger" in refused(url, create=False)
    with open_ledger(url) as ledger:
        ledger.add(a_report(), [a_claim(a_report())], **WAY, at=AT)
    with open_ledger(url, create=False) as ledger:
        assert list(ledger.claims()) == [a_claim(a_report())]


def test_a_server_that_takes_connections_and_says_nothing_is_given_up_soon() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        began = time.monotonic()
        with pytest.raises(LedgerAway, match="the server cannot be reached"):
            open_ledger(f"postgresql://clearway@127.0.0.1:{silent.getsockname()[1]}/idlib?connect_timeout=2", away=0.1)
        assert time.monotonic() - began < 9


def test_a_server_far_off_is_given_time_however_soon_one_that_refuses_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: list[object] = []

    def connects(_: str, **options: object) -> None:
        given.append(options["connect_timeout"])
        raise psycopg.OperationalError("connection refused")

    monkeypatch.setattr(psycopg, "connect", connects)
    engine = make_engine(address_of("postgresql://far.example/idlib"), patience=1, away=0.1)
    for _ in range(3):
        with pytest.raises(OperationalError):
            engine.connect()
    assert given == [10, 6, 6]


def test_several_crises_in_one_database_know_nothing_of_one_another(postgres: Server) -> None:
    name = postgres.database()
    north, south = (postgres.url(name, schema=schema) for schema in ('the "north"', "south"))
    with open_ledger(north) as ledger, open_ledger(south) as other:
        ledger.add(a_report(), [], **WAY, at=AT)
        assert (len([*ledger.reports()]), len([*other.reports()])) == (1, 0)
    assert "there is no ledger" in refused(postgres.url(name), create=False)


def test_another_applications_tables_are_left_alone(postgres: Server) -> None:
    name = postgres.database()
    postgres.ask("CREATE TABLE map (id int)", name)
    assert "schema public holds another application's tables; name another database" in refused(postgres.url(name))
    assert postgres.ask("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 2200", name) == [("map",)]


def test_a_newer_ledger_is_left_alone(postgres: Server) -> None:
    name = postgres.ledger()
    postgres.stamp(name, tables.GENERATION + 1)
    assert "a newer Clearway wrote it" in refused(postgres.url(name))


def test_an_older_ledger_gets_its_indexes_anew(postgres: Server) -> None:
    name = postgres.ledger()
    with open_ledger(postgres.url(name)) as ledger:
        ledger.add(a_report(), [a_claim(a_report())], **WAY, at=AT)
    postgres.stamp(name, tables.GENERATION - 1)
    postgres.ask("DROP TABLE finder, words", name)
    with open_ledger(postgres.url(name)) as ledger:
        assert list(ledger.claims()) == [a_claim(a_report())]
    assert postgres.ask("SELECT generation FROM clearway", name) == [(tables.GENERATION,)]


def test_indexes_that_a_ledger_lacks_are_added_to_it(postgres: Server) -> None:
    name = postgres.ledger()
    open_ledger(postgres.url(name)).close()
    for lacking in tables.ADDED:
        postgres.ask(f"DROP INDEX {lacking}", name)
    told: list[str] = []
    for _ in range(2):
        open_ledger(postgres.url(name), tell=told.append).close()
    assert len(told) == len(tables.ADDED)
    there = {name for (name,) in postgres.ask("SELECT indexname FROM pg_indexes WHERE schemaname = 'public'", name)}
    assert set(tables.ADDED) <= there


def test_an_index_that_another_one_took_the_place_of_here_goes(postgres: Server) -> None:
    name = postgres.ledger()
    open_ledger(postgres.url(name)).close()
    postgres.ask("DROP INDEX standing_in_line_and_days", name)
    postgres.ask("CREATE INDEX standing_in_line ON standing (topic, line, since, until)", name)
    told: list[str] = []
    for _ in range(2):
        open_ledger(postgres.url(name), tell=told.append).close()
    assert told == ["making the ledger quicker to look at, once (standing in line and days)"]
    there = {name for (name,) in postgres.ask("SELECT indexname FROM pg_indexes WHERE tablename = 'standing'", name)}
    assert "standing_in_line_and_days" in there
    assert "standing_in_line" not in there


def test_a_database_that_does_not_have_every_letter_is_refused(postgres: Server) -> None:
    name = postgres.database()
    postgres.ask(f"CREATE DATABASE {name}_latin ENCODING 'LATIN1' TEMPLATE template0")
    assert "its texts are kept in LATIN1" in refused(postgres.url(f"{name}_latin"))


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        (lambda server: server.url("nowhere"), "there is no such database; make it first"),
        (lambda server: server.url("postgres", "nobody_here"), "the server does not let this user in"),
        (lambda _: "postgresql://ana:s3cr@127.0.0.1:1/x", "the server cannot be reached"),
        (lambda _: "postgresql://ana:s3cr@/x?host=/no/such/folder", "the server cannot be reached"),
        (lambda _: "postgresql://ana:s3cr@127.0.0.1:one/x", "it is no url that PostgreSQL understands"),
        (lambda _: "postgresql://ana:s3cr@127.0.0.1/x?sslmoda=on", "it is no url that PostgreSQL understands"),
        (lambda _: "postgresql:///?service=nowhere", "there is no such service"),
    ],
)
def test_what_cannot_be_reached_is_told_with_its_remedy(
    postgres: Server, wrong: Callable[[Server], str], rule: str
) -> None:
    assert rule in refused(wrong(postgres))


def test_a_wrong_password_is_told(postgres: Server) -> None:
    postgres.ask("DROP ROLE IF EXISTS checked; CREATE ROLE checked LOGIN PASSWORD 'right'")
    rules = postgres.folder / "data" / "pg_hba.conf"
    before = rules.read_text()
    rules.write_text(f"local all checked scram-sha-256\n{before}")
    postgres.ask("SELECT pg_reload_conf()")
    try:
        told = refused(postgres.url("postgres", "checked:s3cr"))
    finally:
        rules.write_text(before)
        postgres.ask("SELECT pg_reload_conf()")
    assert "the server does not take the user's password; check the user" in told


def test_without_psycopg_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert "needs psycopg, which is not installed; pip install 'clearway[team]'" in refused("postgresql://ana:s3cr@h/x")


@pytest.fixture
def name(postgres: Server) -> str:
    """The database of a ledger with one report."""
    made = postgres.ledger()
    with open_ledger(postgres.url(made)) as ledger:
        ledger.add(a_report(), [a_claim(a_report())], **WAY, at=AT)
    return made


@pytest.fixture
def reader(postgres: Server, name: str) -> str:
    """A user who may read that ledger and no more."""
    role = postgres.role()
    postgres.ask(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role}", name)
    return role


def test_a_user_who_may_only_read_reads(postgres: Server, name: str, reader: str) -> None:
    with open_ledger(postgres.url(name, reader)) as ledger:
        assert not ledger.writable
        assert list(ledger.claims()) == [a_claim(a_report())]
        assert ledger.add(a_report(), [], **WAY, at=AT).status == "known"
        with pytest.raises(LedgerError, match="it can only be read; name the server that is written to, or a user"):
            ledger.add(a_report("Another one."), [], **WAY, at=AT)


def test_a_user_without_rights_is_told_so(postgres: Server, name: str) -> None:
    assert "its user may not do this" in refused(postgres.url(name, postgres.role()))


def test_a_user_who_may_not_make_tables_is_told_so(postgres: Server, reader: str) -> None:
    assert "its user may not do this" in refused(postgres.url(postgres.database(), reader))


def test_a_user_who_may_not_change_tables_leaves_older_ones_alone(postgres: Server, name: str, reader: str) -> None:
    postgres.ask(f"GRANT INSERT ON ALL TABLES IN SCHEMA public TO {reader}", name)
    postgres.stamp(name, tables.GENERATION - 1)
    assert "open it once as the user who owns them" in refused(postgres.url(name, reader))


def test_a_user_who_may_not_make_a_table_that_a_ledger_lacks_is_told_so(
    postgres: Server, name: str, reader: str
) -> None:
    postgres.ask(f"GRANT INSERT ON ALL TABLES IN SCHEMA public TO {reader}", name)
    postgres.ask("DROP TABLE moved", name)
    told = refused(postgres.url(name, reader))
    assert "it lacks some that this one needs" in told
    assert "open it once as the user who owns them" in told


def test_the_rights_that_the_docs_name_are_enough(postgres: Server, name: str, repository: Path) -> None:
    role = postgres.role()
    page = (repository / "docs" / "team.md").read_text("utf-8")
    (rights,) = re.findall(r"```sql\n(.*?)```", page, re.DOTALL)
    postgres.ask(rights.replace("idlib_team", role).replace("idlib", name), name)
    with open_ledger(postgres.url(name, role)) as ledger:
        report, claims = numbered(1)
        ledger.add(report, claims, **WAY, at=AT)
        ledger.add(report, claims[:2], **{**WAY, "version": "2"}, at=AT)
        ledger.judge(Judgement(verdict=Verdict.ACCEPT, claims=(claims[0].id,), by="ana", at=AT))
        way = Way(ledger)
        assert ledger.fold_in(way.cells, way.fold, superseded_in, version="1", sketching=way.sketch) > 0
        assert len([*ledger.claims()]) == 3


def test_another_writer_is_waited_for_then_told(url: str) -> None:
    with open_ledger(url) as ledger, open_ledger(url, patience=0.05) as other:
        with ledger.together():
            ledger.add(a_report(), [], **WAY, at=AT)
            with pytest.raises(LedgerError, match=r"another program is writing .*; wait for it"):
                other.add(a_report("Another one."), [], **WAY, at=AT)
            assert list(other.reports()) == []
        assert other.add(a_report("Another one."), [], **WAY, at=AT).status == "new"
