"""What PostgreSQL does its own way: the guards of the facts, the stamp, and full-text search."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, text

from clearway.ledger import tables
from clearway.ledger.dialect import Dialect
from clearway.ledger.postgres.growing import growing, seen
from clearway.ledger.postgres.reaching import reads, writes
from clearway.ledger.stemming import words_of
from clearway.model import Box

_LONGEST = 500
"""Characters of a word that are kept: PostgreSQL takes up to 2 kB, of four bytes each."""
_APART = 16
"""Places between the words of a sentence and those of the title, so that no phrase runs over both."""
_MOST = 1_000_000
"""Bytes of words and places that PostgreSQL takes of one sentence (1 MB); words behind are not found."""
_LAST_PLACE = 16383
"""PostgreSQL counts no further; words behind are found, but phrases of them only by chance."""


def _stamped(connection: Connection) -> int:
    there = connection.exec_driver_sql("SELECT to_regclass('clearway') IS NOT NULL").scalar_one()
    return int(connection.exec_driver_sql("SELECT generation FROM clearway").scalar_one()) if there else 0


def _stamp(connection: Connection, generation: int) -> None:
    connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS clearway (generation integer NOT NULL)")
    connection.exec_driver_sql("DELETE FROM clearway")
    connection.exec_driver_sql(f"INSERT INTO clearway VALUES ({generation:d})")  # noqa: S608 - a number


def _guard(connection: Connection) -> None:
    connection.exec_driver_sql(
        "CREATE OR REPLACE FUNCTION only_grows() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE EXCEPTION 'a ledger only grows: %%', TG_TABLE_NAME; END $$"
    )
    for table in tables.facts.sorted_tables:
        for name, act, each in (("change", "UPDATE OR DELETE", "ROW"), ("truncate", "TRUNCATE", "STATEMENT")):
            connection.exec_driver_sql(
                f"CREATE OR REPLACE TRIGGER {table.name}_no_{name} BEFORE {act} ON {table.name} "
                f"FOR EACH {each} EXECUTE FUNCTION only_grows()"
            )


def _make_words(connection: Connection) -> None:
    connection.exec_driver_sql("DROP TABLE IF EXISTS words")
    connection.exec_driver_sql("CREATE TABLE words (number integer PRIMARY KEY, held tsvector NOT NULL)")
    connection.exec_driver_sql("CREATE INDEX words_held ON words USING gin (held)")


def _write_words(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    if not rows:
        return
    held = [_vector(row["sentence"], row["title"]) for row in rows]
    statement = text("INSERT INTO words SELECT * FROM unnest(CAST(:numbers AS int[]), CAST(:held AS tsvector[]))")
    connection.execute(statement, {"numbers": [row["number"] for row in rows], "held": held})


def _drop_words(connection: Connection, numbers: Sequence[int]) -> None:
    connection.execute(text("DELETE FROM words WHERE number = ANY(:numbers)"), {"numbers": list(numbers)})


def _matching(phrases: Sequence[str]) -> ColumnElement[bool]:
    asked = " & ".join(f"({_phrase(words_of(phrase))})" for phrase in phrases if words_of(phrase))
    found = text("SELECT number FROM words WHERE held @@ CAST(:sought AS tsquery)").bindparams(sought=asked)
    return tables.finder.c.number.in_(found)


def _make_spots(connection: Connection) -> None:
    connection.exec_driver_sql("DROP TABLE IF EXISTS spots")
    connection.exec_driver_sql("CREATE TABLE spots (number integer NOT NULL, area box NOT NULL)")
    connection.exec_driver_sql("CREATE INDEX spots_by_number ON spots (number)")
    connection.exec_driver_sql("CREATE INDEX spots_by_area ON spots USING gist (area)")


def _write_spots(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    if not rows:
        return
    statement = text("INSERT INTO spots SELECT * FROM unnest(CAST(:numbers AS int[]), CAST(:areas AS box[]))")
    areas = [f"({row['west']},{row['south']}),({row['east']},{row['north']})" for row in rows]
    # what parts the elements of an array of boxes is a semicolon
    connection.execute(statement, {"numbers": [row["number"] for row in rows], "areas": f"{{{';'.join(areas)}}}"})


def _drop_spots(connection: Connection, numbers: Sequence[int]) -> None:
    connection.execute(text("DELETE FROM spots WHERE number = ANY(:numbers)"), {"numbers": list(numbers)})


def _naming(part: str) -> ColumnElement[bool]:
    return tables.whereabouts.c.word.contains(part, autoescape=True)


def _touching(box: Box) -> ColumnElement[bool]:
    area = f"({box.west},{box.south}),({box.east},{box.north})"
    found = text("SELECT number FROM spots WHERE area && CAST(:area AS box)").bindparams(
        bindparam("area", area, unique=True)  # since a box over the date line is two
    )
    return tables.finder.c.number.in_(found)


def _indexed(connection: Connection) -> set[str]:
    there = "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()"
    return set(connection.exec_driver_sql(there).scalars())


def _vector(sentence: str, title: str) -> str:
    """The words of both with their places, as PostgreSQL writes a tsvector."""
    places: dict[str, list[int]] = {}
    first = words_of(sentence)
    room = _MOST
    for start, words in ((1, first), (len(first) + _APART, words_of(title))):
        for place, word in enumerate(words, start):
            room -= len(word.encode()) + 4
            if room > 0:
                places.setdefault(word[:_LONGEST], []).append(min(place, _LAST_PLACE))
    return " ".join(f"'{word}':{','.join(map(str, some))}" for word, some in places.items())


def _phrase(words: Sequence[str]) -> str:
    return " <-> ".join(f"'{word[:_LONGEST]}'" for word in words)


POSTGRES = Dialect(
    name="postgresql",
    keeps_order=False,
    reads=reads,
    writes=writes,
    stamped=_stamped,
    stamp=_stamp,
    guard=_guard,
    make_words=_make_words,
    write_words=_write_words,
    drop_words=_drop_words,
    matching=_matching,
    naming=_naming,
    make_spots=_make_spots,
    write_spots=_write_spots,
    drop_spots=_drop_spots,
    touching=_touching,
    growing=growing,
    seen=seen,
    indexed=_indexed,
)
