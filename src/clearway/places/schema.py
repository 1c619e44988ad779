"""The tables of a gazetteer's file: the same for the built-in one and for the user's."""

import hashlib
import sqlite3
from collections.abc import Iterable

from clearway.places.sieve import sieve

VERSION = "2"
"""Raised whenever tables or keys change, so that a file of another version is refused, not misread."""

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE places (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    level TEXT NOT NULL,
    country TEXT,
    adm1 TEXT,
    adm2 TEXT,
    code TEXT,
    geonames INTEGER,
    pcode TEXT,
    latitude REAL,
    longitude REAL,
    radius_km REAL,
    population INTEGER,
    capital INTEGER NOT NULL DEFAULT 0,
    merged TEXT
);
CREATE TABLE names (
    key TEXT NOT NULL, place INTEGER NOT NULL, how INTEGER NOT NULL, PRIMARY KEY (key, place)
) WITHOUT ROWID;
CREATE TABLE skeletons (skeleton TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (skeleton, key)) WITHOUT ROWID;
CREATE TABLE demonyms (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE sieves (name TEXT PRIMARY KEY, bits BLOB NOT NULL) WITHOUT ROWID;
CREATE INDEX places_country ON places (country, adm1);
CREATE INDEX places_code ON places (code) WHERE level = 'adm1';
CREATE INDEX places_pcode ON places (pcode) WHERE pcode IS NOT NULL;
CREATE INDEX places_merged ON places (merged) WHERE merged IS NOT NULL;
"""
"""`adm1` and `adm2` are refs of places; `code` is an area's own code (ISO 3166-2 or GeoNames); `merged` is the built-in
place that a user's place is; `how` is MAIN, ALTERNATE or HEAD; `capital` is 1 for a country's, 2 for an area's."""

SHAPES = """
CREATE TABLE shapes (
    ref TEXT PRIMARY KEY, south REAL NOT NULL, west REAL NOT NULL, north REAL NOT NULL, east REAL NOT NULL,
    rings BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX names_place ON names (place);
"""
"""Outlines, in the user's file only: a bounding box, and rings of (longitude, latitude) as zlib-packed JSON."""

MAIN, ALTERNATE, HEAD = 0, 1, 2
"""How a place bears a name: its main one, another one, or the first word of one whose rest tells it apart."""

CONTENT = (
    "SELECT ref, name, level, country, adm1, adm2, code, geonames, pcode, latitude, longitude, radius_km, population, "
    "capital, merged FROM places ORDER BY ref",
    "SELECT key, ref, how FROM names JOIN places ON places.id = place ORDER BY key, ref",
    "SELECT key, ref FROM demonyms JOIN places ON places.id = place ORDER BY key, ref",
)


def content_hash(file: sqlite3.Connection) -> str:
    """The sha256 of what the file says, whatever the order in which it was written."""
    digest = hashlib.sha256(VERSION.encode())
    for query in CONTENT:
        for row in file.execute(query):
            digest.update(repr(row).encode())
    return digest.hexdigest()


def make_sieve(file: sqlite3.Connection) -> None:
    """Write the filter over all names and demonyms, once they are complete."""
    keys = (row[0] for row in file.execute("SELECT key FROM names UNION SELECT key FROM demonyms"))
    file.execute("INSERT OR REPLACE INTO sieves VALUES ('names', ?)", (sieve(keys),))


def record(file: sqlite3.Connection, meta: Iterable[tuple[str, str]]) -> None:
    """Write what the file says about itself."""
    file.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", sorted(meta))
