"""What each form of words for days, months and years of the calendar comes to, seen from the publication date."""

import re
from datetime import date, time, timedelta

from clearway.languages.en import reckoning
from clearway.languages.en.datescene import Link, Match, Reader, Reading, Scene, group
from clearway.languages.en.numbers import read_words
from clearway.languages.en.reckoning import Span
from clearway.languages.en.timewords import (
    CAPITAL_MONTHS,
    COUNTED_NOUNS,
    MONTHS,
    WEEKDAYS,
    looks_like_year,
    word_set,
)
from clearway.model import Precision

_BEFORE_MONTH = word_set(
    """
    after and as before between by during early for from in late mid of on or since the this through to until
    """
)
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d\d)(?!\d)")
_AROUND = 500
"""How many characters before and after a numeric date are searched for one that shows in which order they are."""


def _capital(scene: Scene, match: Match, name: str) -> bool:
    """Whether the word in a name, if it is one that other words look like, begins with a capital."""
    word = match[name].rstrip(".")
    return word not in CAPITAL_MONTHS or scene.text[match.start(name)].isupper()


def _month(match: Match, name: str) -> int:
    return MONTHS[match[name].rstrip(".")]


def _number(match: Match, name: str) -> int:
    return int(re.sub(r"\D", "", match[name]))


def year_number(written: str) -> int:
    """A year in four digits or as it is said ("nineteen ninety-six")."""
    if written.isdecimal():
        return int(written)
    century, *rest = written.replace("-", " ").split()
    if century == "two":
        return 2000 + round(read_words(" ".join(word for word in rest[1:] if word != "and")) or 0)
    return (1900 if century == "nineteen" else 2000) + round(read_words(" ".join(rest)) or 0)


def _span(first: date | None, last: date | None) -> Span | None:
    if first is None or last is None or last < first:
        return None
    return Span(first, last, Precision.DAY if first == last else Precision.SPAN)


def of_year(match: Match, scene: Scene, month: int, number: int, name: str = "year") -> date | None:
    """A day of a month, of the year that is written or else the nearest one."""
    year = group(match, name)
    if year:
        return reckoning.written_day(year_number(year), month, number)
    if scene.published is None:
        return None
    slack = 0 if scene.back else reckoning.DAYS_AHEAD
    named = group(match, "weekday")
    falls_on = WEEKDAYS[named] if named else None
    return reckoning.nearest_day(month, number, scene.published, ahead=scene.ahead, slack=slack, falls_on=falls_on)


def _read_numeric(match: Match, scene: Scene) -> Reading | None:
    """ISO dates and dates with slashes: day first, unless only the other order makes a date that can be meant."""
    year, month, number = int(match["year"]), int(match["month"]), int(match["day"])
    if year < 100:
        # a version, or a year that no report writes ("0020-01-02")
        if match.groupdict().get("sign") in (None, ".", "-"):
            return None
        year += 2000 if year < 50 else 1900
    slashed = "sign" in match.re.groupindex
    if month > 12 or (slashed and number <= 12 and _month_first(match, scene, (year, month, number))):
        month, number = number, month
    found = reckoning.written_day(year, month, number)
    return Reading(reckoning.day(found)) if found else None


def _month_first(match: Match, scene: Scene, written: tuple[int, int, int]) -> bool:
    """Whether dates around this one put the month first, or day first lies long after publication."""
    around = scene.folded[max(0, match.start() - _AROUND) : match.end() + _AROUND]
    others = [(int(one[1]), int(one[3])) for one in _NUMERIC.finditer(around)]
    if any(first > 12 for first, _ in others):
        return False
    if any(second > 12 for _, second in others):
        return True
    year, month, number = written
    read, turned = reckoning.written_day(year, month, number), reckoning.written_day(year, number, month)
    if scene.published is None or read is None or turned is None:
        return False
    return (read - scene.published).days > reckoning.DAYS_AHEAD and turned <= scene.published


def _read_day(match: Match, scene: Scene) -> Reading | None:
    if not _capital(scene, match, "month"):
        return None
    month_first = match.re.groupindex["month"] < match.re.groupindex["day"]
    if month_first and not match["year"] and match["day"].isdecimal() and not _on_day(match, scene):
        following = re.match(r"\s+([a-z]+)", scene.folded[match.end() : match.end() + 24])
        if following is not None and following[1] in COUNTED_NOUNS | {"million", "thousand", "percent", "per"}:
            return None
    found = of_year(match, scene, _month(match, "month"), _number(match, "day"))
    return Reading(reckoning.day(found) if found else None)


def _on_day(match: Match, scene: Scene) -> bool:
    """Whether "on" before a month makes the number behind it a day, whatever follows: "on May 7 killed ten"."""
    return scene.folded[max(0, match.start() - 3) : match.start()].split()[-1:] == ["on"]


def _read_days(match: Match, scene: Scene) -> Reading | None:
    """Days of one month or two: "3-5 March", "28 February to 3 March 2020", "March 3 to 5"."""
    month_group = "month" if match["month"] else "month1"
    if not _capital(scene, match, month_group):
        return None
    last = of_year(match, scene, _month(match, month_group), _number(match, "last"))
    if last is None:
        return Reading(None, Precision.SPAN)
    month = _month(match, "month1") if match["month1"] else last.month
    year = year_number(match["year1"]) if match["year1"] else last.year - (month > last.month)
    return Reading(_span(reckoning.written_day(year, month, _number(match, "first")), last), Precision.SPAN)


def _read_week_of(match: Match, scene: Scene) -> Reading | None:
    suffix = "" if match["month"] else "2"
    found = of_year(match, scene, _month(match, "month" + suffix), _number(match, "day" + suffix))
    if found is None:
        return Reading(None, Precision.WEEK)
    if match["edge"] == "ending":
        return Reading(Span(reckoning.units_before(found, 6, "day") or found, found, Precision.WEEK))
    return Reading(reckoning.week_of(found))


def _read_week_number(match: Match, scene: Scene) -> Reading | None:
    """A week by its number in the year, from Monday, as the field counts them; `None` where that is not said."""
    number = int(match["number"])
    if not match["year"] and not match["epi"]:
        return None
    if not match["year"] and scene.published is None:
        return Reading(None, Precision.WEEK)
    year = year_number(match["year"]) if match["year"] else scene.published.year if scene.published else 0
    span = reckoning.week_number(number, year)
    if span and not match["year"] and scene.published and span.first > scene.published:
        span = reckoning.week_number(number, year - 1)
    return Reading(span, Precision.WEEK)


_WEEKS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 0}


def _read_week_in(match: Match, scene: Scene) -> Reading | None:
    """A week of a month, counted from its first day, or its last seven days."""
    reading = _read_month(match, scene)
    if reading is None or reading.span is None:
        return reading
    month, number = reading.span, _WEEKS[match["number"]]
    first = month.first + timedelta(weeks=number - 1) if number else month.last - timedelta(days=6)
    return Reading(Span(first, first + timedelta(days=6), Precision.SPAN))


_NEAR_YEARS = {"last": -1, "this": 0, "the": 0, "next": 1}


def near_year(match: Match, scene: Scene, *groups: str) -> int | None:
    """The year written with a month or quarter, or "last year", "this year"."""
    for written in (group(match, name) for name in groups or ("year", "near")):
        if written and written not in _NEAR_YEARS:
            return year_number(written)
        if written and scene.published is not None:
            return scene.published.year + _NEAR_YEARS[written]
    return None


def _bare_month_is_time(match: Match, scene: Scene) -> bool:
    """Whether a word that is a month in some texts is one here: "May", with a capital and a word of time before it."""
    if not _capital(scene, match, "month"):
        return False
    word = match["month"].rstrip(".")
    if len(word) > 3 and word != "march":
        return True
    if any(group(match, name) for name in ("year", "near", "part", "which", "number")):
        return True
    if (
        word != "may"
        and word == match["month"]
        and re.match(r"\s[A-Z][a-z]", scene.text[match.end() : match.end() + 3])
    ):
        return False  # "Jan Kavan"
    before = scene.folded[max(0, match.start() - 16) : match.start()].split()
    return bool(before) and before[-1].strip("(,") in _BEFORE_MONTH


def _read_month(match: Match, scene: Scene) -> Reading | None:
    if not _bare_month_is_time(match, scene):
        return None
    number = _month(match, "month")
    year = near_year(match, scene)
    if year is not None:
        span: Span | None = reckoning.month(year, number)
    elif scene.published is None:
        span = None
    else:
        span = _nearest_month(number, scene, scene.published, group(match, "which"))
    if group(match, "part"):
        return Reading(None, Precision.MONTH, within=span)
    return Reading(span, Precision.MONTH)


def _nearest_month(number: int, scene: Scene, published: date, which: str | None) -> Span:
    if which == "last" and number == published.month:
        return reckoning.month(published.year - 1, number)
    if which == "this":
        return reckoning.month(published.year, number)
    if which in ("last", "past"):
        return reckoning.nearest_month(number, published, ahead=False)
    slack = 0 if scene.back or scene.told else reckoning.DAYS_AHEAD
    return reckoning.nearest_month(number, published, ahead=scene.ahead or which == "next", slack=slack)


def _read_months(match: Match, scene: Scene) -> Reading | None:
    if not (_capital(scene, match, "month") and _capital(scene, match, "month1")):
        return None
    year = near_year(match, scene)
    number, first = _month(match, "month"), _month(match, "month1")
    if year is not None:
        last = reckoning.month(year, number)
    elif scene.published is not None:
        last = reckoning.nearest_month(number, scene.published, ahead=scene.ahead)
    else:
        return Reading(None, Precision.SPAN)
    start = year_number(match["year1"]) if match["year1"] else last.first.year - (first > number)
    return Reading(_span(reckoning.month(start, first).first, last.last), Precision.SPAN)


_DIRECTIONS = {
    "last": "before",
    "past": "before",
    "next": "after",
    "coming": "after",
    "this": "in",
    "this past": "before",
    "this coming": "after",
}


def _read_weekday(match: Match, scene: Scene) -> Reading | None:
    if not scene.text[match.start("weekday")].isupper():
        return None
    told = (match["which"] or "").split()[-1:]
    if told in (["following"], ["previous"]):
        return Reading(link=Link("day", 1 if told == ["following"] else -1, match["weekday"]))
    if scene.published is None:
        return Reading()
    direction = _DIRECTIONS.get(" ".join((match["which"] or "").split()), "from" if scene.ahead else "on")
    return Reading(reckoning.day(reckoning.weekday(WEEKDAYS[match["weekday"]], scene.published, direction=direction)))


_DAYS_BACK = {"the day before yesterday": 2, "yesterday": 1, "last night": 1, "tomorrow": -1}


def _read_near(match: Match, scene: Scene) -> Reading | None:
    if scene.published is None:
        return Reading()
    words = " ".join((match["near"] or match["night"]).split())
    then = date.fromordinal(scene.published.toordinal() - _DAYS_BACK.get(words, 0))
    if words == "overnight":
        return Reading(Span(date.fromordinal(scene.published.toordinal() - 1), scene.published, Precision.SPAN))
    return Reading(reckoning.day(then))


_BEFORE_FEAST = re.compile(r"\b(?:on|at|by|before|since|until|till|after|around|over|during|for|to)\s+$")


def _read_feast(match: Match, scene: Scene) -> Reading | None:
    """A feast on a fixed day: the nearest on or before publication, or within the time in which a day lies ahead."""
    if not scene.text[match.start("feast")].isupper():
        return None
    name = " ".join(match["feast"].split())
    if (
        " " not in name
        and not match["which"]
        and not _BEFORE_FEAST.search(scene.folded, max(0, match.start() - 12), match.start())
    ):
        return None  # "Christmas lights"
    if scene.published is None:
        return Reading()
    year = scene.published.year
    if match["which"] == "this":
        return Reading(reckoning.day(reckoning.feast(name, year)))
    days = [reckoning.feast(name, number) for number in (year + 1, year, year - 1)]
    if scene.ahead or match["which"] == "next":
        return Reading(reckoning.day(min(day for day in days if day >= scene.published)))
    slack = 0 if scene.back or match["which"] == "last" else reckoning.DAYS_AHEAD
    return Reading(reckoning.day(max(day for day in days if (day - scene.published).days <= slack)))


_AT = re.compile(r"\b(?:at|by|until|till|before|after|since|from|around|about|to)\s+$")
_HOURS = {"noon": time(12), "midday": time(12), "midnight": time(0)}


def _read_clock(match: Match, scene: Scene) -> Reading | None:
    """A time of the day, with the day if it is named beside it."""
    if match["word"]:
        if (
            not match["weekday"]
            and not match["near"]
            and not match["month"]
            and not _AT.search(scene.folded, max(0, match.start() - 8), match.start())
        ):
            return None
        clock = _HOURS[match["word"]]
    else:
        clock = time(int(match["hour"]) % 12 + (12 if match["half"] == "p" else 0), int(match["minute"] or 0))
    reading: Reading | None
    if match["month"]:
        reading = _read_month_day(match, scene)
    elif match["weekday"]:
        reading = _clock_weekday(match, scene)
    elif match["near"] and scene.published is not None:
        reading = Reading(
            reckoning.day(date.fromordinal(scene.published.toordinal() - _DAYS_BACK.get(match["near"], 0)))
        )
    else:
        reading = Reading(link=Link("hour", 0, "day"))
    return (reading or Reading())._replace(clock=clock)


def _read_month_day(match: Match, scene: Scene) -> Reading:
    found = of_year(match, scene, _month(match, "month"), _number(match, "day"))
    return Reading(reckoning.day(found) if found else None)


def _clock_weekday(match: Match, scene: Scene) -> Reading | None:
    if scene.published is None:
        return None
    direction = "from" if scene.ahead else "on"
    return Reading(reckoning.day(reckoning.weekday(WEEKDAYS[match["weekday"]], scene.published, direction=direction)))


def _read_year(match: Match, scene: Scene) -> Reading | None:
    start, end = match.start("year"), match.end()
    folded, year = scene.folded, year_number(match["year"])
    if folded[start - 1 : start] in ("$", "€", "£", "#", "/", "-", "–") and not match["part"]:
        return None
    before = folded[max(0, start - 16) : start].split()
    after = re.match(r"\s+([a-z]+)", folded[end : end + 20])
    previous = before[-1].strip("(,") if before else ""
    if (
        not match["last"]
        and match["year"].isdecimal()
        and not looks_like_year(match["year"], previous, after[1] if after else "")
    ):
        return None
    if match["part"]:
        return Reading(None, Precision.YEAR, within=reckoning.year(year))
    if not match["last"]:
        return Reading(reckoning.year(year))
    last = int(match["last"]) if len(match["last"]) == 4 else year - year % 100 + int(match["last"])
    if last <= year:
        return None
    return Reading(Span(date(year, 1, 1), date(last, 12, 31), Precision.SPAN))


def _read_weekend(_: Match, scene: Scene) -> Reading | None:
    weeks = 1 if scene.ahead and scene.published is not None and scene.published.weekday() < 5 else 0
    return Reading(reckoning.weekend(scene.published, weeks) if scene.published else None, Precision.SPAN)


CALENDAR: dict[str, Reader] = {
    "clock": _read_clock,
    "day": _read_day,
    "days": _read_days,
    "feast": _read_feast,
    "iso": _read_numeric,
    "month": _read_month,
    "month_day": _read_day,
    "month_days": _read_days,
    "months": _read_months,
    "near": _read_near,
    "slashed": _read_numeric,
    "week_in": _read_week_in,
    "week_number": _read_week_number,
    "week_of": _read_week_of,
    "weekday": _read_weekday,
    "weekend": _read_weekend,
    "year": _read_year,
}
"""How each form of `dateforms.FORMS` that names the calendar is read."""
