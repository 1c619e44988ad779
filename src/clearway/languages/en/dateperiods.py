"""What each form of words for a longer period comes to: weeks and years from publication, quarters, decades."""

import re
from datetime import date

from clearway.languages.en import reckoning
from clearway.languages.en.dateforms import ENDED
from clearway.languages.en.datereaders import near_year, of_year, year_number
from clearway.languages.en.datescene import Link, Match, Reader, Reading, Scene
from clearway.languages.en.reckoning import Span
from clearway.languages.en.timewords import MONTHS, SEASONS
from clearway.model import Number, Precision

_STEPS = {
    "last": -1,
    "this past": -1,
    "this": 0,
    "current": 0,
    "present": 0,
    "latest": 0,
    "next": 1,
    "coming": 1,
    "this coming": 1,
}
_LAST_OF_SEASON = 5
"""Up to which month the season that has just passed mostly lies in the year before."""
_TOLD = {"the following": 1, "the next": 1, "the previous": -1}
_PRECISIONS = {"week": Precision.WEEK, "month": Precision.MONTH, "year": Precision.YEAR}


def _read_relative(match: Match, scene: Scene) -> Reading | None:
    unit, which = match["unit"], " ".join(match["which"].split())
    precision = _PRECISIONS.get(unit, Precision.SPAN)
    if which in _TOLD:
        return Reading(None, precision, link=Link("day", _TOLD[which], unit))
    which = which.removeprefix("the ")
    if which == "latest":
        return Reading(None, precision, link=Link("latest quarter")) if unit == "quarter" else None
    if scene.published is None:
        return Reading(None, precision)
    step = _STEPS[which]
    if unit in SEASONS:  # which months it has, the hemisphere decides
        if which == "this past":
            step = 0 if scene.published.month > _LAST_OF_SEASON else -1
        return Reading(None, Precision.SPAN, within=reckoning.year(scene.published.year + step))
    span = _calendar(unit, scene.published, step)
    part = (match["part"] or match["fiscal"] or "").strip()
    if _so_far(match, scene) and not part and step == 0 and span is not None:
        return Reading(span, precision, to_date=True)
    if part == "earlier" and step == 0 and span is not None:
        return Reading(Span(span.first, scene.published, precision))
    return Reading(None, precision, within=span) if part else Reading(span, precision)


def _so_far(match: Match, scene: Scene) -> bool:
    return scene.folded.endswith(("so far ", "so far\n", "thus far "), 0, match.start())


def _calendar(unit: str, published: date, step: int) -> Span | None:
    if unit == "day":
        return reckoning.day(published) if step == 0 else None
    if unit == "week":
        return reckoning.week_of(published, step)
    if unit == "month":
        return reckoning.month_of(published, step)
    if unit == "year":
        return reckoning.year(published.year + step)
    if unit == "decade":
        return reckoning.decade(published.year - published.year % 10 + 10 * step)
    if unit == "century":
        return reckoning.century(published.year // 100 + 1 + step)
    if unit == "quarter":
        index = published.year * 4 + (published.month - 1) // 3 + step
        return reckoning.quarter(index % 4 + 1, index // 4)
    if unit == "weekend":
        started = published.weekday() >= 5
        return reckoning.weekend(published, step + (0 if started else 1) if step >= 0 else (-1 if started else 0))
    return None


def _read_part_of(match: Match, scene: Scene) -> Reading | None:
    """The part of a week, month or year that goes on: "the end of the year"."""
    unit = match["unit"]
    within = _calendar(unit, scene.published, 0) if scene.published else None
    return Reading(None, _PRECISIONS.get(unit, Precision.SPAN), within=within)


JUST_ENDED = 92
"""For how many days results "will" be told of a quarter that is over."""
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


def _read_quarter(match: Match, scene: Scene) -> Reading | None:
    if match[0].startswith("the ") and "-quarter" in match[0]:
        return None  # the article of a noun: "the third-quarter loss"; the quarter is read without it
    number = 4 if match["final"] else _QUARTERS[match["number"]] if match["number"] else int(match["figure"])
    year = near_year(match, scene, "year", "near", "year2", "near2")
    if year is not None:
        return Reading(reckoning.quarter(number, year))
    if match["figure"] and not scene.text[match.start("figure") - 1].isupper():
        return None
    if scene.published is None:
        return Reading(None, Precision.SPAN)
    span = _nearest_quarter(number, scene, scene.published)
    if match["back"]:
        return Reading(reckoning.years_off(span, -1))
    return Reading(span)


def _nearest_quarter(number: int, scene: Scene, published: date) -> Span:
    """The latest that has begun; where words point ahead, the one to come unless the last has only just ended."""
    span = reckoning.quarter(number, published.year)
    if span.first > published and not scene.ahead:
        return reckoning.quarter(number, published.year - 1)
    if scene.ahead and (published - span.last).days > JUST_ENDED:
        return reckoning.quarter(number, published.year + 1)
    return span


def _read_half(match: Match, scene: Scene) -> Reading | None:
    number = 1 if match["number"] in ("first", "1st") else 2
    whole: Span | None
    if match["month"]:
        whole = _month_of(match, scene)
    elif match["decade"]:
        whole = reckoning.decade(int(match["decade"]))
    else:
        year = near_year(match, scene)
        whole = reckoning.year(year) if year is not None else None
    return Reading(reckoning.half(number, whole) if whole else None, Precision.SPAN)


def _month_of(match: Match, scene: Scene) -> Span | None:
    number = MONTHS[match["month"].rstrip(".")]
    if match["year1"]:
        return reckoning.month(year_number(match["year1"]), number)
    return reckoning.nearest_month(number, scene.published, ahead=False) if scene.published else None


_DECADES = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80, "ninet": 90}


def _read_decade(match: Match, scene: Scene) -> Reading | None:
    """A decade; without its century the last that has begun at publication."""
    if match["year"]:
        first = int(match["year"])
    else:
        if match["word"] and scene.folded[max(0, match.start() - 4) : match.start()].endswith(("his ", "her ", "my ")):
            return None
        latest = scene.published.year if scene.published else 1999
        first = 1900 + (int(match["short"]) if match["short"] else _DECADES[match["word"]])
        first += 100 if first + 100 <= latest else 0
    span = reckoning.decade(first)
    return Reading(None, Precision.SPAN, within=span) if match["part"] else Reading(span)


def _read_century(match: Match, _: Scene) -> Reading | None:
    span = reckoning.century(int(match["number"]))
    return Reading(None, Precision.SPAN, within=span) if match["part"] else Reading(span, Precision.SPAN)


def ended_at(end: int, scene: Scene, amount: Number | None, unit: str) -> Span | None:
    """The days of "the six months ended 30 June", "the year to March"."""
    behind = ENDED.match(scene.folded, end)
    if behind is None or amount is None or (behind["to"] and unit not in ("week", "month", "year")):
        return None
    month = MONTHS[(behind["month"] or behind["month2"] or behind["month3"]).rstrip(".")]
    day = behind["day"] or behind["day2"]
    of = of_year(behind, scene, month, int(re.sub(r"\D", "", day)) if day else 1)
    if of is not None and not day:
        of = reckoning.month(of.year, month).last
    return reckoning.ended(of, amount, unit) if of else None


_TOLD_PERIODS = ("quarter", "period")


def _read_period(match: Match, scene: Scene) -> Reading | None:
    """A period that the text has told of, or the same of another year: "the latest quarter", "the year-ago period"."""
    unit, told = match["unit"], (match["told"] or "").split()
    ended = ended_at(match.end(), scene, 1, unit) if unit != "period" else None
    if ended is not None:
        length = None if unit == "quarter" else unit
        return Reading(ended, Precision.SPAN, past=length is not None, amount=1 if length else None, unit=length)
    year = near_year(match, scene, "year", "near", "year2")
    back = match["back"] or match["shift"]
    if unit not in _TOLD_PERIODS:
        return _this_period(unit, told, scene) if year is None and not back else None
    if unit == "period" and not told and year is None and not back:
        return None
    if year is None and match["shift"] and match["shift"].endswith("last year"):
        year = scene.published.year - 1 if scene.published else None
    to = "latest quarter" if unit == "quarter" and {"latest", "recent"} & set(told) else unit
    return Reading(None, Precision.SPAN, link=Link(to, -1 if back and year is None else 0, year=year))


def _this_period(unit: str, told: list[str], scene: Scene) -> Reading | None:
    """The week, month or year that goes on at publication, as far as the text does not tell of another."""
    precision = _PRECISIONS[unit]
    if {"same", "comparable", "corresponding"} & set(told):
        return Reading(None, precision, link=Link("same", 0, unit))
    if scene.published is None:
        return Reading(None, precision)
    return Reading(None, precision, within=_calendar(unit, scene.published, -1 if "latest" in told else 0))


def _read_year_ago(match: Match, scene: Scene) -> Reading | None:
    """The period told of, a year before: "year-earlier"."""
    if match["back"].startswith("month"):
        return Reading(None, Precision.MONTH)
    within = reckoning.year(scene.published.year - 1) if scene.published else None
    return Reading(None, Precision.YEAR, within=within, link=Link(match["unit"] or "period", -1))


def _read_season(match: Match, scene: Scene) -> Reading | None:
    """A season lies within its year: which months it has, the hemisphere decides."""
    if "year" in match.re.groupindex:
        year: int | None = year_number(match["year"])
    else:
        year = scene.published.year if scene.published else None
    return Reading(None, Precision.SPAN, within=reckoning.year(year) if year is not None else None)


PERIODS: dict[str, Reader] = {
    "century": _read_century,
    "decade": _read_decade,
    "half": _read_half,
    "part_of": _read_part_of,
    "period": _read_period,
    "quarter": _read_quarter,
    "relative": _read_relative,
    "season": _read_season,
    "this_season": _read_season,
    "unit_end": _read_part_of,
    "year_ago": _read_year_ago,
}
"""How each form of `dateforms.FORMS` that names a longer period is read."""
