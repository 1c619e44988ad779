"""Days as the head of a published document writes them."""

import re
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
"""Number of each month by its English names and short forms."""

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thurs?|fri|sat|sun)\b\.?,?\s{1,3}"
DAY = (
    rf"(?:{_WEEKDAY})?(?:"
    r"\b\d{4}-\d{2}-\d{2}\b"
    r"|\b\d{4}/\d{2}/\d{2}\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?[\s-]{{1,3}}(?:of\s)?{_MONTH}[,\s-]{{1,3}}\d{{4}}\b"
    rf"|\b{_MONTH}\s{{1,3}}\d{{1,2}}(?:st|nd|rd|th)?,?\s{{1,3}}\d{{4}}\b"
    r"|\b\d{1,2}[./]\d{1,2}[./]\d{4}\b"
    r")"
)
"""Pattern of one day with its year, without groups, for `re.IGNORECASE`."""

_DAY_OF_MONTH = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<y>\d{4})"
_NAMED = re.compile(rf"{_DAY_OF_MONTH}[\s-]{{1,3}}(?:of\s)?(?P<m>{_MONTH})[,\s-]{{1,3}}{_YEAR}", re.IGNORECASE)
_NAMED_AMERICAN = re.compile(rf"(?P<m>{_MONTH})\s{{1,3}}{_DAY_OF_MONTH},?\s{{1,3}}{_YEAR}", re.IGNORECASE)
_ISO = re.compile(r"(?P<y>\d{4})(?P<mark>[-/])(?P<m>\d{2})(?P=mark)(?P<d>\d{2})")
_NUMBERS = re.compile(r"(?P<a>\d{1,2})(?P<mark>[./])(?P<b>\d{1,2})(?P=mark)(?P<y>\d{4})")
_IN_NAME = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d{2})(?P<mark>[-_.]?)(?P<m>\d{2})(?P=mark)(?P<d>\d{2})(?!\d)")


def day_in(words: str) -> date | None:
    """The first day that the words name in full, or nothing where they name none or one that could be two days.

    >>> day_in("GENEVA, 18 February 2020")
    datetime.date(2020, 2, 18)
    >>> day_in("02/03/2020") is None
    True
    """
    for pattern in (_ISO, _NAMED, _NAMED_AMERICAN):
        if match := pattern.search(words):
            month = match["m"].lower().rstrip(".")
            return _date(int(match["y"]), MONTHS.get(month) or int(month), int(match["d"]))
    if match := _NUMBERS.search(words):
        return _numbered(int(match["a"]), int(match["b"]), int(match["y"]), dotted=match["mark"] == ".")
    return None


def day_in_name(name: str) -> date | None:
    """The day in a file's name ("idlib-2020-02-18.txt", "20200218_update.pdf"), or nothing."""
    match = _IN_NAME.search(name)
    return _date(int(match["y"]), int(match["m"]), int(match["d"])) if match else None


def _numbered(first: int, second: int, year: int, *, dotted: bool) -> date | None:
    """A day in numbers: dots mean day first; with slashes it must be clear which of the two is the month."""
    if dotted or first > 12 or first == second:
        return _date(year, second, first)
    if second > 12:
        return _date(year, first, second)
    return None


def _date(year: int, month: int, day: int) -> date | None:
    """The day, or nothing where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
