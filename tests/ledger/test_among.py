"""Asking for many values by one parameter."""

from collections.abc import Collection
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Select, create_engine, create_mock_engine, insert, select

from clearway.ledger import tables
from clearway.ledger.among import among

PLACES = [{"id": name, "record": "{}"} for name in ("ash", "birch é", "cedar")]


def place_named(names: str | Collection[str]) -> Select[Any]:
    return select(tables.place.c.id).where(among(tables.place.c.id, names)).order_by(tables.place.c.id)


@pytest.mark.parametrize("names", [[], ["ash"], ["cedar", "ash", "elm"], {"birch é", "ash"}])
def test_the_rows_of_just_these_values_are_found(names: Collection[str]) -> None:
    with create_engine("sqlite://").begin() as connection:
        tables.place.create(connection)
        connection.execute(insert(tables.place), PLACES)
        held = sorted({"ash", "birch é", "cedar"}.intersection(names))
        assert connection.scalars(place_named(names)).all() == held
        assert connection.scalars(place_named("some"), {"some": names}).all() == held


def test_numbers_are_found_as_texts_are() -> None:
    with create_engine("sqlite://").begin() as connection:
        tables.place.create(connection)
        connection.execute(insert(tables.place), PLACES)
        found = select(tables.place.c.id).where(among(tables.place.c.number, [3, 1, 7]))
        assert sorted(connection.scalars(found)) == ["ash", "cedar"]


def test_a_file_looks_the_values_up_in_its_index() -> None:
    with create_engine("sqlite://").begin() as connection:
        tables.place.create(connection)
        plan = connection.exec_driver_sql(
            f"EXPLAIN QUERY PLAN {place_named(['ash']).compile(connection)}", ('["ash"]',)
        )
        assert any("SEARCH place USING" in row.detail for row in plan)


def test_a_server_is_asked_by_one_array_for_however_many() -> None:
    dialect = create_mock_engine("postgresql+psycopg://", executor=print).dialect
    said = [str(place_named(names).compile(dialect=dialect)) for names in ([], ["ash"], ["ash", "birch"])]
    assert [said[0]] * 3 == said
    assert said[0].count("= ANY (%(param_1)s::TEXT[])") == 1


def test_days_are_found_as_texts_are() -> None:
    row = {"work": "w", "place": 0, "published": None, "reading_id": "r"}
    days = [date(2020, 2, day) for day in (3, 10, 28)]
    with create_engine("sqlite://").begin() as connection:
        tables.edition.create(connection)
        connection.execute(insert(tables.edition), [{**row, "report_id": str(day), "day": day} for day in days])
        found = select(tables.edition.c.day).where(among(tables.edition.c.day, [days[2], days[0]]))
        assert sorted(connection.scalars(found)) == [days[0], days[2]]
