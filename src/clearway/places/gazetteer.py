"""The gazetteer at run time: two read-only SQLite files, looked into and never loaded."""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path
from types import TracebackType

from clearway.errors import GazetteerError
from clearway.model import Candidate, Level
from clearway.places.folding import fold, skeleton
from clearway.places.geometry import holds, outer_points
from clearway.places.rows import COLUMNS, LEVELS, Glance, Row, score
from clearway.places.schema import VERSION
from clearway.places.sieve import passes

BUILT_IN = Path(__file__).parent / "data" / "gazetteer.sqlite"
LOOSE = 0.6
"""What a name that agrees in its consonants is worth at most."""
LIKEST_KEYS = 12
LEAST_LIKENESS = 0.6
CACHED, FEW_CACHED = 50_000, 2_000
"""Names that are remembered; fewer of those for which likely others were sought, which takes the longest."""
MAPPED = 256 * 2**20
"""Bytes of the built-in file that are read as memory, no page of it copied."""
SPELT_ALIKE = frozenset(("USA", "GBR", "CAN", "AUS", "NZL", "IRL"))
"""Countries whose names every report spells as the gazetteer does: there, what only sounds alike is another place."""
BEARERS = f"SELECT {COLUMNS}, how FROM names JOIN places ON places.id = names.place WHERE names.key = ?"  # noqa: S608
AREA = "SELECT name, pcode, code FROM places WHERE ref = ?"


MOST_POINTS = 400
"""Settlements that are enough to tell where the north of an area lies."""


class Gazetteer:
    """Places by name, from the built-in file and the user's; open it with `Gazetteer.open`."""

    def __init__(self, built_in: sqlite3.Connection, user: sqlite3.Connection | None, sha256: str) -> None:
        self._built_in = built_in
        self._user = user
        self._sha256 = sha256
        self._exact: dict[str, tuple[Candidate, ...]] = {}
        self._bearers: dict[str, list[Row]] = {}
        self._glances: dict[str, Glance | None] = {}
        self._loose: dict[tuple[str, str | None, float], tuple[Candidate, ...]] = {}
        self._areas: dict[str, tuple[str, str | None] | None] = {}
        self._sieves = tuple((file, _sieve(file)) for file in self._files())
        self._spoken_keys = frozenset(row[0] for row in built_in.execute("SELECT key FROM demonyms"))
        self._demonyms: dict[str, Candidate | None] = {}
        self._towards: dict[tuple[str, float], list[tuple[float, float]]] = {}
        self._known: dict[str, bool] = {}
        self._countries: dict[str, Candidate | None] = {}
        self._country_codes: dict[str, str] = {}

    @classmethod
    def open(cls, *, user: Path | None = None, mapped: bool = True) -> "Gazetteer":
        """The built-in gazetteer, with the user's where one is; raises `GazetteerError` when it cannot be read.

        Where it is not `mapped`, each look-up takes longer and no page of the file counts as memory of the process.
        """
        if not BUILT_IN.is_file():
            raise GazetteerError("gazetteer", rule="the built-in gazetteer has not been built", remedy="run `make`")
        built_in, digest = _connect(BUILT_IN, "mode=ro&immutable=1", remedy="run `make` to build it again")
        built_in.execute(f"PRAGMA mmap_size = {MAPPED if mapped else 0}")
        if user is None or not user.is_file():
            return cls(built_in, None, digest)
        remedy = "move it away and add your files again with `clearway gazetteer add`"
        added, theirs = _connect(user, "mode=ro", remedy=remedy)
        return cls(built_in, added, hashlib.sha256(f"{digest} {theirs}".encode()).hexdigest())

    @property
    def sha256(self) -> str:
        """The hash of what both files say."""
        return self._sha256

    def close(self) -> None:
        """Close both files."""
        self._built_in.close()
        if self._user:
            self._user.close()

    def __enter__(self) -> "Gazetteer":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def candidates(self, name: str, *, country: str | None = None, limit: int = 12) -> tuple[Candidate, ...]:
        """What a name could stand for, likeliest first: exact matches, and only where there are none, loose ones.

        `country` is ISO 3166-1 alpha-3 or alpha-2. `score` is how well the name agrees (0 to 1) plus how prominent
        the place is (0 to 1).
        """
        found = self.exact(name)
        wanted = self.country_code(country) if country else None
        if wanted:
            found = tuple(candidate for candidate in found if candidate.country == wanted)
        return (found or self.loose(name, country=wanted))[:limit]

    def exact(self, name: str) -> tuple[Candidate, ...]:
        """The places whose folded name is this one's, likeliest first."""
        key = fold(name)
        if key not in self._exact:
            if len(self._exact) >= CACHED:
                self._exact.clear()
            self._exact[key] = self._lookup(key)
        return self._exact[key]

    def glance(self, name: str) -> Glance | None:
        """What the first of `exact` is, in less time: no record is made of the places that bear the name."""
        if name not in self._glances:
            if len(self._glances) >= CACHED:
                self._glances.clear()
            first = min(self._borne(fold(name)), key=self._rank, default=None)
            self._glances[name] = self._glanced(first) if first else None
        return self._glances[name]

    def knows(self, name: str) -> bool:
        """Whether some place has this name, or some people, exactly folded; wrongly so for one name in 150."""
        known = self._known.get(name)
        if known is None:
            key = fold(name)
            if len(self._known) >= CACHED:
                self._known.clear()
            known = self._known[name] = any(passes(bits, key) for _, bits in self._sieves)
        return known

    def loose(self, name: str, *, country: str | None = None, least: float = LEAST_LIKENESS) -> tuple[Candidate, ...]:
        """The places whose name has the same consonants, likest first; `least` is how like it has to be, up to 1."""
        found = self._loose.get((name, country, least))
        if found is None:
            if len(self._loose) >= FEW_CACHED:
                self._loose.clear()
            found = self._loose[name, country, least] = self._likest(name, country, least)
        return found

    def _likest(self, name: str, country: str | None, least: float) -> tuple[Candidate, ...]:
        bones, key = skeleton(name), fold(name)
        if len(bones) < 3:
            return ()
        keys = {other for file in self._files() for other in _alike(file, bones, country)} - {key}
        likeness = {other: _likeness(key, other, least) for other in keys}
        best: dict[str, Candidate] = {}
        for other in sorted(keys, key=lambda other: (-likeness[other], other))[:LIKEST_KEYS]:
            if likeness[other] < least:
                break
            for candidate in self.exact(other):
                if country in (None, candidate.country) and candidate.id not in best:
                    best[candidate.id] = scored(candidate, candidate.score - 1 + LOOSE * likeness[other])
        return tuple(sorted(best.values(), key=_order))

    def demonym(self, word: str) -> Candidate | None:
        """The country or region whose people a word names ("Syrian", "Syrians"); of two, the more populous."""
        if word not in self._demonyms:
            if len(self._demonyms) >= CACHED:
                self._demonyms.clear()
            key = fold(word)
            key = key if key in self._spoken_keys else key.removesuffix("s")
            self._demonyms[word] = self._spoken(key) if key in self._spoken_keys else None
        return self._demonyms[word]

    def place(self, ref: str) -> Candidate | None:
        """The place of an id ("geonames:170063", "pcode:C1139")."""
        for file in self._files():
            row = _fetch(file, "ref = ?", (ref,)) or _fetch(file, "pcode = ?", (ref.removeprefix("pcode:"),))
            if row:
                return self._candidate(row)
        return None

    def country_code(self, code: str) -> str:
        """ISO 3166-1 alpha-3 of a country's code of two or three letters."""
        if len(code) == 3:
            return code.upper()
        if code not in self._country_codes:
            query = "SELECT country FROM places WHERE level = 'country' AND code = ?"
            row = self._built_in.execute(query, (code.upper(),)).fetchone()
            self._country_codes[code] = row[0] if row else code.upper()
        return self._country_codes[code]

    def area(self, code: str) -> Candidate | None:
        """The first-level area of an ISO 3166-2 code ("US-TX")."""
        row = _fetch(self._built_in, "level = 'adm1' AND code = ?", (code,))
        return self._candidate(row) if row else None

    def country(self, code: str) -> Candidate | None:
        """The country itself, by its code of two or three letters."""
        known = self.country_code(code)
        if known not in self._countries:
            row = _fetch(self._built_in, "level = 'country' AND country = ?", (known,))
            self._countries[known] = self._candidate(row) if row else None
        return self._countries[known]

    def siblings(self, ref: str) -> int:
        """How many areas of its level the built-in area of this id has in its country, or first-level area.

        The area itself is among them; nought where it is no area, or not known.
        """
        query = (
            "SELECT count(*) FROM places AS other JOIN places AS mine ON other.country = mine.country "
            "AND other.level = mine.level AND (mine.level = 'adm1' OR other.adm1 = mine.adm1) "
            "WHERE mine.ref = ? AND mine.level IN ('adm1', 'adm2')"
        )
        return int(self._built_in.execute(query, (ref,)).fetchone()[0])

    def settlements(self, country: str) -> list[tuple[str | None, float, float]]:
        """The built-in places of a country (ISO 3166-1 alpha-3): id of first-level area, latitude, longitude."""
        query = "SELECT adm1, latitude, longitude FROM places WHERE country = ? AND level = 'settlement'"
        return self._built_in.execute(query, (country,)).fetchall()

    def containing(self, latitude: float, longitude: float) -> tuple[Candidate, ...]:
        """The areas of the user's files whose outline holds a point, smallest first."""
        if self._user is None:
            return ()
        query = "SELECT ref, rings FROM shapes WHERE ? BETWEEN south AND north AND ? BETWEEN west AND east"
        refs = [
            ref
            for ref, rings in self._user.execute(query, (latitude, longitude))
            if holds(json.loads(zlib.decompress(rings)), latitude, longitude)
        ]
        found = [place for ref in refs if (place := self.place(ref))]
        return tuple(sorted(found, key=lambda place: (place.radius_km or 0.0, place.id)))

    def points_towards(self, area: Candidate, bearing: float) -> list[tuple[float, float]]:
        """The (latitude, longitude) of an area's outer places that lie in a direction from its middle."""
        key = (area.id, bearing)
        if key not in self._towards:
            where, held = "country = ?", [area.country]
            if area.level is not Level.COUNTRY:
                where, held = f"{where} AND {'adm2' if area.level is Level.ADM2 else 'adm1'} = ?", [*held, area.id]
            (count,) = self._built_in.execute(f"SELECT count(*) FROM places WHERE {where}", held).fetchone()  # noqa: S608
            query = f"SELECT latitude, longitude FROM places WHERE {where} AND id % ? = 0 AND level = 'settlement'"  # noqa: S608
            rows = self._built_in.execute(query, [*held, 1 + count // MOST_POINTS]).fetchall()
            self._towards[key] = outer_points(rows, bearing)
        return self._towards[key]

    def _files(self) -> tuple[sqlite3.Connection, ...]:
        return (self._user, self._built_in) if self._user else (self._built_in,)

    def _lookup(self, key: str) -> tuple[Candidate, ...]:
        """The candidates of a key, likeliest first."""
        return tuple(sorted(map(self._candidate, self._borne(key)), key=_order))

    def _borne(self, key: str) -> list[Row]:
        """The places that bear a key, a user's place and the built-in one that it is joined to as one."""
        if key not in self._bearers:
            found: dict[str, Row] = {}
            for file, bits in self._sieves:
                for row in map(Row._make, file.execute(BEARERS, (key,)) if passes(bits, key) else ()):
                    known = found.setdefault(row.merged or row.ref, row)
                    if row.how < known.how:
                        found[row.merged or row.ref] = known._replace(how=row.how)
            if len(self._bearers) >= CACHED:
                self._bearers.clear()
            self._bearers[key] = list(found.values())
        return self._bearers[key]

    def _rank(self, row: Row) -> tuple[float, str]:
        """What `_order` says of the candidate of a row."""
        built_in = self._built_in_of(row)
        return (-score(built_in, row.how), built_in.ref)

    def _built_in_of(self, row: Row) -> Row:
        """The built-in place that a user's is joined to, else the place itself."""
        return (_fetch(self._built_in, "ref = ?", (row.merged,)) or row) if row.merged else row

    def _spoken(self, key: str) -> Candidate | None:
        query = (
            f"SELECT {COLUMNS} FROM demonyms JOIN places ON places.id = place WHERE key = ? ORDER BY population DESC"  # noqa: S608
        )
        row = self._built_in.execute(query, (key,)).fetchone()
        return self._candidate(Row(*row)) if row else None

    def _both(self, row: Row) -> tuple[Row, Row]:
        """A place as the built-in file has it, and as the user's has it, where that does; else the same twice."""
        built_in = self._built_in_of(row)
        if row.merged:
            return built_in, row
        user = _fetch(self._user, "merged = ?", (row.ref,)) if self._user and not row.pcode else None
        return built_in, user or built_in

    def _glanced(self, row: Row) -> Glance:
        """What a glance tells of a place."""
        built_in, first = self._both(row)
        return Glance(first.name, LEVELS[first.level], first.country, built_in.population)

    def _candidate(self, row: Row) -> Candidate:
        """The record of a place, completed from the other file where both hold it."""
        built_in, first = self._both(row)
        adm1, adm2 = self._area(first.adm1), self._area(first.adm2)
        own = (first.name, first.pcode or first.code)
        if first.level == "adm1":
            adm1 = own
        elif first.level == "adm2":
            adm2 = own
        return Candidate(
            id=built_in.ref, name=first.name, level=LEVELS[first.level], country=first.country,
            adm1=adm1[0] if adm1 else None, adm1_code=adm1[1] if adm1 else None,
            adm2=adm2[0] if adm2 else None, adm2_code=adm2[1] if adm2 else None,
            geonames=built_in.geonames, pcode=first.pcode, latitude=first.latitude, longitude=first.longitude,
            radius_km=first.radius_km or built_in.radius_km, population=built_in.population,
            score=score(built_in, row.how),
        )  # fmt: skip

    def _area(self, ref: str | None) -> tuple[str, str | None] | None:
        """Name and code of an area that holds a place, the user's before the built-in one's."""
        if ref is None:
            return None
        if ref not in self._areas:
            row = None
            if self._user:
                row = _fetch(self._user, "ref = ?", (ref,)) or _fetch(self._user, "merged = ?", (ref,))
            own = (row.name, row.pcode, row.code) if row else self._built_in.execute(AREA, (ref,)).fetchone()
            self._areas[ref] = (own[0], own[1] or own[2]) if own else None
        return self._areas[ref]


def _connect(path: Path, mode: str, *, remedy: str) -> tuple[sqlite3.Connection, str]:
    """A read-only connection and the file's content hash."""
    try:
        file = sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True, check_same_thread=False)
        meta = dict(file.execute("SELECT key, value FROM meta"))
    except sqlite3.Error as error:
        raise GazetteerError(str(path), rule="this is not a gazetteer", remedy=remedy) from error
    if meta.get("version") != VERSION:
        file.close()
        raise GazetteerError(str(path), rule="this gazetteer is of another version of Clearway", remedy=remedy)
    return file, meta["sha256"]


def _sieve(file: sqlite3.Connection) -> bytes:
    """The filter over a file's names."""
    row = file.execute("SELECT bits FROM sieves WHERE name = 'names'").fetchone()
    return bytes(row[0])


def _alike(file: sqlite3.Connection, bones: str, country: str | None) -> list[str]:
    """The keys with these consonants, of a country's places or of all."""
    if country is None:
        return [row[0] for row in file.execute("SELECT key FROM skeletons WHERE skeleton = ?", (bones,))]
    query = (
        "SELECT DISTINCT skeletons.key FROM skeletons JOIN names ON names.key = skeletons.key "
        "JOIN places ON places.id = names.place WHERE skeleton = ? AND country = ?"
    )
    return [row[0] for row in file.execute(query, (bones, country))]


def _likeness(key: str, other: str, least: float) -> float:
    """How like two keys are, up to 1; nought where their letters alone tell that it is less than `least`."""
    matcher = SequenceMatcher(None, key, other)
    return matcher.ratio() if matcher.quick_ratio() >= least else 0.0


def _fetch(file: sqlite3.Connection, condition: str, values: Sequence[str]) -> Row | None:
    row = file.execute(f"SELECT {COLUMNS} FROM places WHERE {condition} LIMIT 1", values).fetchone()  # noqa: S608
    return Row(*row) if row else None


def _order(candidate: Candidate) -> tuple[float, str]:
    return (-candidate.score, candidate.id)


def scored(candidate: Candidate, score: float) -> Candidate:
    """The candidate with another score, made by hand because `replace` takes five times as long."""
    return Candidate(
        id=candidate.id, name=candidate.name, level=candidate.level, country=candidate.country, adm1=candidate.adm1,
        adm1_code=candidate.adm1_code, adm2=candidate.adm2, adm2_code=candidate.adm2_code,
        geonames=candidate.geonames, pcode=candidate.pcode, latitude=candidate.latitude, longitude=candidate.longitude,
        radius_km=candidate.radius_km, population=candidate.population, score=round(max(score, 0.0), 4),
    )  # fmt: skip
