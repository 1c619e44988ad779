"""The tables as the migrations make them."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from clearway.ledger import open_ledger, sqlite, tables
from clearway.ledger.schema import MIGRATIONS


def test_the_migrations_make_the_tables_that_the_code_expects(tmp_path: Path) -> None:
    path = tmp_path / "clearway.db"
    open_ledger(path).close()
    engine = sqlite.make_engine(path, patience=1, writable=True)
    ours = set(tables.facts.tables)
    with sqlite.SQLITE.reads(engine) as connection:
        options = {"include_name": lambda name, kind, _: kind != "table" or name in ours}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), tables.facts) == []
        assert ours | set(tables.indexes.tables) <= set(inspect(connection).get_table_names())
    engine.dispose()


def test_the_schemas_number_is_that_of_the_newest_migration() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_heads() == [f"{tables.SCHEMA:04d}"]
