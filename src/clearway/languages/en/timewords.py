"""English words of the calendar, shared by the quantity and the date grammar."""


def word_set(words: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(words.split())


MONTHS: dict[str, int] = {
    "january": 1,
    "february": 2,
    "march": 3,
    "april": 4,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
CAPITAL_MONTHS = frozenset(["may", "march", "mar", "jan", "sep", "dec", "jun", "oct", "apr"])
"""Months that lower-case words or other abbreviations look like."""

WEEKDAYS: dict[str, int] = {
    "monday": 0,
    "tuesday": 1,
    "wednesday": 2,
    "thursday": 3,
    "friday": 4,
    "saturday": 5,
    "sunday": 6,
}

MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
"""A month's name, for a pattern over lower-case text; a full stop may follow an abbreviation."""

WEEKDAY = "|".join(WEEKDAYS)

SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})

FEASTS: dict[str, tuple[int, int]] = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year’s eve": (12, 31),
    "new year's eve": (12, 31),
    "new year’s day": (1, 1),
    "new year's day": (1, 1),
    "thanksgiving day": (11, 0),
    "thanksgiving": (11, 0),
}
"""Feasts by month and day, 0 for the fourth Thursday (in the United States); those of the moon are not reckoned."""

FEAST = "|".join(feast.replace(" ", r"\s+") for feast in FEASTS)

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Years that a bare number of four digits may stand for."""

BEFORE_YEAR = word_set(
    """
    after and as august autumn before between by during early fall fiscal from fy in late mid of or past since
    spring summer than through throughout till to until winter year
    """
)
"""Words before a year that a count seldom follows."""

COUNTED_NOUNS = word_set(
    """
    adults attacks bodies boys cases casualties children citizens civilians dead deaths detainees displaced families
    fatalities fighters girls homes households houses idps individuals injured injuries killed kits litres men
    migrants militants missing more new others packages patients people persons pupils refugees residents returnees
    schools settlers shelters soldiers staff students syrians tents tonnes tons troops trucks victims villages
    volunteers women workers wounded
    """
)
"""Nouns that make the number before them a count, even where it looks like a year."""


def fold(text: str) -> str:
    """The text in lower case, every character at its own offset."""
    folded = text.lower()
    if len(folded) == len(text):
        return folded
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def looks_like_year(written: str, previous: str, following: str) -> bool:
    """Whether four digits between two lower-case words are a year and no count.

    >>> looks_like_year("2013", "in", ""), looks_like_year("2000", "killed", "people")
    (True, False)
    """
    if len(written) != 4 or not written.isdecimal() or not FIRST_YEAR <= int(written) <= LAST_YEAR:
        return False
    if following in COUNTED_NOUNS:
        return previous in ("the", "in") and int(written) % 100 != 0 and following not in ("people", "more")
    return previous in BEFORE_YEAR or int(written) % 100 != 0 or not following.endswith("s")
