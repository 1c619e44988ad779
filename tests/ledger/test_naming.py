"""What a ledger is called."""

from pathlib import Path

import pytest

from clearway.errors import LedgerError
from clearway.ledger import beside, is_url, shown, title_of
from clearway.ledger.naming import address_of


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("postgresql://db.example/idlib", True),
        ("postgres://ana@db.example/idlib", True),
        ("postgresql+psycopg:///idlib", True),
        ("PostgreSQL://db/x", True),
        ("clearway.db", False),
        ("postgresql/clearway.db", False),
        ("sqlite:///clearway.db", False),
        (Path("clearway.db"), False),
    ],
)
def test_a_url_is_told_from_a_file(name: str | Path, is_one: bool) -> None:
    assert is_url(name) is is_one


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://ana:s3cr:%40@db.example:5433/idlib",
        "postgresql://ana:s3cr@db.example:5433/idlib",
        "postgresql://ana@db.example:5433/idlib?password=s3cr",
        "postgresql://ana@db.example:5433/idlib?sslpassword=s3cr&sslmode=require",
    ],
)
def test_no_password_is_shown(url: str) -> None:
    assert "s3cr" not in shown(url)
    assert "s3cr" not in repr(address_of(url))
    assert "s3cr" not in str(beside(url, "places.db"))
    assert "s3cr" not in title_of(url)


def test_a_url_is_given_to_the_driver_whole_but_for_the_schema() -> None:
    address = address_of("postgres://ana:pw@a.example,b.example:5433/idlib?schema=north&sslmode=require")
    assert address.url == "postgresql://ana:pw@a.example,b.example:5433/idlib?sslmode=require"
    assert address.shown == "postgresql://ana@a.example,b.example:5433/idlib?schema=north&sslmode=require"
    assert (address.schema, address.database) == ("north", "idlib")


AWRY = [f"postgresql://ana:{password}@db.example/idlib" for password in ("s3cr/t", "a/s3cr?t", "s3cr#", "a?s3cr")]


@pytest.mark.parametrize("url", ["postgresql:/db/x", "postgresql:x", "postgresql:/ana:s3cr@db/x", *AWRY])
def test_half_a_url_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(LedgerError, match="a ledger on a server is postgresql://USER@HOST/DATABASE") as caught:
        address_of(url)
    assert "s3cr" not in str(caught.value)


@pytest.mark.parametrize("schema", ["", "x" * 64, "é" * 32])
def test_a_schema_has_a_name_that_postgresql_keeps_whole(schema: str) -> None:
    with pytest.raises(LedgerError, match="a schema's name has up to 63 bytes"):
        address_of(f"postgresql://db/x?schema={schema}")


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("folder/idlib.db", "idlib"),
        (Path("idlib.db"), "idlib"),
        ("sqlite:///folder/idlib.db", "idlib"),
        ("postgresql://db.example/idlib", "idlib"),
        ("postgresql://db.example/crises?schema=idlib", "crises.idlib"),
        ("postgresql:///?service=idlib", "idlib"),
    ],
)
def test_a_crisis_is_titled_by_its_ledger(name: str | Path, title: str) -> None:
    assert title_of(name) == title


def test_what_goes_with_a_file_lies_beside_it() -> None:
    assert beside("folder/idlib.db", "places.db") == Path("folder/idlib-places.db")
    assert beside(Path("idlib.db"), "roads.npz") == Path("idlib-roads.npz")


def test_what_goes_with_a_server_lies_in_the_folder_of_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    for url, path in (
        ("postgresql://ana:pw@db.example:5433/idlib", "/data/clearway/db.example_5433/idlib-places.db"),
        ("postgresql:///idlib?host=/run/pg&schema=a", "/data/clearway/_run_pg/idlib.a-places.db"),
        ("postgresql://db/..%2F..%2Fetc", "/data/clearway/db/_.._etc-places.db"),
    ):
        assert beside(url, "places.db") == Path(path)
    monkeypatch.setenv("XDG_DATA_HOME", "not/whole")
    monkeypatch.setenv("HOME", "/home/ana")
    assert beside("postgresql://db/x", "roads.npz") == Path("/home/ana/.local/share/clearway/db/x-roads.npz")
