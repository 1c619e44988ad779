"""A row of a list as what can be compared: folded names, parts of dates, ages, places."""

import re
from calendar import month_name
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from anyascii import anyascii

from clearway.errors import RefusedDocument
from clearway.lists.columns import Columns, find_columns
from clearway.lists.sheet import Sheet
from clearway.places.folding import fold, skeleton

OTHER_SCRIPT = re.compile("[\u0370-\u1cff\u2c00-\ud7ff\uf900-\ufdff\ufe70-\ufeff]")
"""Letters of a script other than Latin."""
NOTHING = frozenset(("", "na", "n/a", "nan", "null", "none", "unknown", "not known", "-", "?", "غير معروف", "inconnu"))
YEAR_FIRST = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ].*)?$")
RUN = re.compile(r"(\d{4})(\d{2})(\d{2})$")
YEAR_LAST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$")
WORDED = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]{3,9})\.? (?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})$")
MONTHS = {name[:3].casefold(): number for number, name in enumerate(month_name) if name}
OLDEST = 130

Day = tuple[int, int | None, int | None]
"""Year, month and day, the last two where they are known. Kept as written: an impossible day may be a slip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One record of a list; `place` in its list is by `line`, the first line of the file being 1."""

    list: str
    id: str
    line: int
    original: str | None = None
    roman: str | None = None
    given: str | None = None
    family: str | None = None
    born: Day | None = None
    age: int | None = None
    sex: str | None = None
    date: Day | None = None
    place: str | None = None
    area: str | None = None
    address: str | None = None
    postcode: str | None = None
    number: str | None = None
    kind: str | None = None
    actor: str | None = None
    killed: int | None = None

    @property
    def bones(self) -> str | None:
        """The consonants of the romanised name that survive transliteration, its words in order of the alphabet."""
        words = sorted(skeleton(word) for word in (self.roman or "").split())
        return " ".join(word for word in words if word) or None


def read_entries(
    sheet: Sheet, named: Mapping[str, str] | None = None, *, name: str | None = None
) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """The records of a list, and notes on what could not be used; raises `RefusedDocument` for ids that repeat.

    `name` is what the list is called, where that is not its file's name.
    """
    columns = find_columns(sheet, named)
    cells = [_Row(sheet=sheet, columns=columns, row=row) for row in sheet.rows]
    month_first = _month_first(
        [cell for row in cells for role in ("date_of_birth", "date") if (cell := row.cell(role))]
    )
    entries: list[Entry] = []
    lines: dict[str, int] = {}
    unread = 0
    for (line, _), row in zip(sheet.lines(), cells, strict=True):
        entry, bad = _entry(name or sheet.name, line, row, month_first=month_first)
        if entry.id in lines:
            rule = f"line {line} has the id of line {lines[entry.id]} ({entry.id[:40]})"
            raise RefusedDocument(sheet.name, rule=rule, remedy="give each record its own id, or name the column: --id")
        lines[entry.id] = line
        unread += bad
        entries.append(entry)
    notes = []
    if "id" not in columns:
        notes.append(f"{sheet.name}: no column of ids; lines are used")
    if unread:
        notes.append(f"{sheet.name}: {unread:,} dates, ages or tolls cannot be read and count as unknown")
    return tuple(entries), tuple(notes)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    sheet: Sheet
    columns: Columns
    row: Sequence[str]

    def cell(self, role: str) -> str | None:
        """What stands under the role, or nothing."""
        if role not in self.columns:
            return None
        cell = self.row[self.columns.at[role]].strip()
        return None if cell.casefold() in NOTHING else cell

    def folded(self, *roles: str) -> str | None:
        """What stands under these roles together, folded."""
        words = " ".join(cell for role in roles if (cell := self.cell(role)))
        return fold(words) or None if words else None


def _entry(name: str, line: int, row: _Row, *, month_first: bool) -> tuple[Entry, int]:
    """The record, and how many of its cells could not be read."""
    born, bad_birth = _born(row, month_first=month_first)
    date, bad_date = _day(row.cell("date"), month_first=month_first)
    age, bad_age = _age(row.cell("age"))
    killed, bad_killed = _whole(row.cell("killed"))
    if age is None and born and date and 0 <= date[0] - born[0] <= OLDEST:
        age = date[0] - born[0]
    written = row.cell("name")
    original = row.cell("original_name")
    if original is None and written and OTHER_SCRIPT.search(written):
        original, written = written, None
    parts = ("given_name", "second_given_name", "family_name", "second_family_name")
    roman = fold(anyascii(written)) if written else row.folded(*parts)
    if roman and OTHER_SCRIPT.search(roman):
        original, roman = original or roman, None
    if roman is None and original:
        roman = fold(anyascii(original))
    number = row.cell("number")
    entry = Entry(
        list=name,
        id=row.cell("id") or f"line {line}",
        line=line,
        original=fold(original) if original and OTHER_SCRIPT.search(original) else None,
        roman=roman or None,
        given=row.folded("given_name", "second_given_name"),
        family=row.folded("family_name", "second_family_name"),
        born=born,
        age=age,
        sex=_sex(row.cell("sex")),
        date=date,
        place=row.folded("place"),
        area=row.folded("area"),
        address=row.folded("address"),
        postcode=row.folded("postcode"),
        kind=row.folded("kind"),
        actor=row.folded("actor"),
        killed=killed,
        number=re.sub(r"\W", "", number).casefold() or None if number else None,
    )
    return entry, bad_birth + bad_date + bad_age + bad_killed


def _born(row: _Row, *, month_first: bool) -> tuple[Day | None, int]:
    written = row.cell("date_of_birth")
    if written:
        return _day(written, month_first=month_first)
    parts = [row.cell(role) for role in ("birth_year", "birth_month", "birth_day")]
    if parts[0] is None:
        return None, 0
    if not all(part is None or part.isdecimal() for part in parts):
        return None, 1
    year, month, of_month = (None if part is None else int(part) for part in parts)
    return (year or 0, month, of_month), 0


def _day(written: str | None, *, month_first: bool) -> tuple[Day | None, int]:
    """The day that is written, and 1 where something is written that is none."""
    if written is None:
        return None, 0
    text = " ".join(written.casefold().split())
    if found := RUN.match(text) or YEAR_FIRST.match(text):
        parts = [None if part is None else int(part) for part in found.groups()]
        return (parts[0] or 0, parts[1], parts[2]), 0
    if found := YEAR_LAST.match(text):
        first, second, year = int(found[1]), int(found[2]), int(found[3])
        return ((year, first, second) if month_first else (year, second, first)), 0
    if (found := WORDED.match(text)) and (number := MONTHS.get(found[2][:3])):
        day = found[1] or found[3]
        return (int(found[4]), number, int(day) if day else None), 0
    return None, 1


def _month_first(written: Sequence[str]) -> bool:
    """Whether days with the year last are written as Americans do; where nothing tells, they are not."""
    found = [found for text in written if (found := YEAR_LAST.match(text))]
    return any(int(day[2]) > 12 for day in found) and not any(int(day[1]) > 12 for day in found)


def _age(written: str | None) -> tuple[int | None, int]:
    if written is None:
        return None, 0
    found = re.match(r"(\d{1,3})(?:\.\d+)?(?: ?(months?|days?|weeks?|m))?\b", written.casefold())
    if not found or int(found[1]) > OLDEST:
        return None, 1
    return (0 if found[2] else int(found[1])), 0


def _whole(written: str | None) -> tuple[int | None, int]:
    """The number that is written, and 1 where something is written that is none."""
    if written is None:
        return None, 0
    found = re.fullmatch(r"\d{1,9}", written.replace(",", ""))
    return (int(found[0]), 0) if found else (None, 1)


def _sex(written: str | None) -> str | None:
    first = (written or "").strip().casefold()[:1]
    return {"m": "m", "f": "f", "w": "f", "h": "m", "ذ": "m", "أ": "f", "ж": "f", "ч": "m", "м": "m"}.get(first)
