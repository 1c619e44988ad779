"""What each form of words for a time comes to, in days, seen from the publication date."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from clearway.languages.en import reckoning
from clearway.languages.en.numbers import read_digits, read_words
from clearway.languages.en.reckoning import Span
from clearway.languages.en.timewords import CAPITAL_MONTHS, COUNTED_NOUNS, MONTHS, WEEKDAYS, looks_like_year, word_set
from clearway.model import Number, Precision

Match = re.Match[str]

_AGED = re.compile(r"\bage[ds]?\s+[^.,;]*$")
_BEFORE_MONTH = word_set(
    """
    after and as before between by during early for from in late mid of on or since the this through to until
    """
)


class Scene(NamedTuple):
    """The text around a match, as published and folded, its publication date, and where the words before it point."""

    text: str
    folded: str
    published: date | None
    ahead: bool
    back: bool


class Reading(NamedTuple):
    """What a match comes to; `span` is `None` where the words fix no days, `within` the span that then holds them."""

    span: Span | None = None
    precision: Precision = Precision.DAY
    anchored: bool = True
    past: bool = False
    amount: Number | None = None
    unit: str | None = None
    to_date: bool = False
    within: Span | None = None


Reader = Callable[[Match, Scene], Reading | None]


def _capital(scene: Scene, match: Match, group: str) -> bool:
    """Whether the word in a group, if it is one that other words look like, begins with a capital."""
    word = match[group].rstrip(".")
    return word not in CAPITAL_MONTHS or scene.text[match.start(group)].isupper()


def _month(match: Match, group: str) -> int:
    return MONTHS[match[group].rstrip(".")]


def _number(match: Match, group: str) -> int:
    return int(re.sub(r"\D", "", match[group]))


def _span(first: date | None, last: date | None) -> Span | None:
    if first is None or last is None or last < first:
        return None
    return Span(first, last, Precision.DAY if first == last else Precision.SPAN)


def _of_year(match: Match, scene: Scene, month: int, number: int, group: str = "year") -> date | None:
    """A day of a month, of the year that is written or else the nearest one."""
    if match[group]:
        return reckoning.written_day(int(match[group]), month, number)
    if scene.published is None:
        return None
    slack = 0 if scene.back else reckoning.DAYS_AHEAD
    return reckoning.nearest_day(month, number, scene.published, ahead=scene.ahead, slack=slack)


def _read_numeric(match: Match, _: Scene) -> Reading | None:
    """ISO dates and dates with slashes, day first unless only the other order makes a date."""
    year, month, number = int(match["year"]), int(match["month"]), int(match["day"])
    if year < 100:
        if match["sign"] == ".":
            return None
        year += 2000 if year < 50 else 1900
    if month > 12:
        month, number = number, month
    found = reckoning.written_day(year, month, number)
    return Reading(reckoning.day(found)) if found else None


def _read_day(match: Match, scene: Scene) -> Reading | None:
    if not _capital(scene, match, "month"):
        return None
    if match.re.groupindex["month"] < match.re.groupindex["day"] and not match["year"] and match["day"].isdecimal():
        following = re.match(r"\s+([a-z]+)", scene.folded[match.end() : match.end() + 24])
        if following is not None and following[1] in COUNTED_NOUNS | {"million", "thousand", "percent", "per"}:
            return None
    found = _of_year(match, scene, _month(match, "month"), _number(match, "day"))
    return Reading(reckoning.day(found) if found else None)


def _read_days(match: Match, scene: Scene) -> Reading | None:
    """Days of one month or two: "3-5 March", "28 February to 3 March 2020", "March 3 to 5"."""
    group = "month" if match["month"] else "month1"
    if not _capital(scene, match, group):
        return None
    last = _of_year(match, scene, _month(match, group), _number(match, "last"))
    if last is None:
        return Reading(None, Precision.SPAN)
    month = _month(match, "month1") if match["month1"] else last.month
    year = last.year - (month > last.month)
    if "year1" in match.re.groupindex and match["year1"]:
        year = int(match["year1"])
    return Reading(_span(reckoning.written_day(year, month, _number(match, "first")), last), Precision.SPAN)


def _read_week_of(match: Match, scene: Scene) -> Reading | None:
    suffix = "" if match["month"] else "2"
    found = _of_year(match, scene, _month(match, "month" + suffix), _number(match, "day" + suffix))
    if found is None:
        return Reading(None, Precision.WEEK)
    if match["edge"] == "ending":
        return Reading(Span(reckoning.units_before(found, 6, "day") or found, found, Precision.WEEK))
    return Reading(reckoning.week_of(found))


def _year_of(match: Match, scene: Scene) -> int | None:
    """The year written behind a month, or "last year", "this year"."""
    if match["year"]:
        return int(match["year"])
    if match["near"] and scene.published is not None:
        return scene.published.year + {"last": -1, "this": 0, "next": 1}[match["near"]]
    return None


def _bare_month_is_time(match: Match, scene: Scene) -> bool:
    """Whether a word that is a month in some texts is one here: "May", with a capital and a word of time before it."""
    if not _capital(scene, match, "month"):
        return False
    word = match["month"].rstrip(".")
    if len(word) > 3 and word != "march":
        return True
    if match["year"] or match["near"] or match["part"] or match["which"]:
        return True
    before = scene.folded[max(0, match.start() - 16) : match.start()].split()
    return bool(before) and before[-1].strip("(,") in _BEFORE_MONTH


def _read_month(match: Match, scene: Scene) -> Reading | None:
    if not _bare_month_is_time(match, scene):
        return None
    number = _month(match, "month")
    year = _year_of(match, scene)
    if year is not None:
        span: Span | None = reckoning.month(year, number)
    elif scene.published is None:
        span = None
    elif match["which"] == "last" and number == scene.published.month:
        span = reckoning.month(scene.published.year - 1, number)
    elif match["which"] == "this":
        span = reckoning.month(scene.published.year, number)
    else:
        span = reckoning.nearest_month(number, scene.published, ahead=scene.ahead or match["which"] == "next")
    if match["part"]:
        return Reading(None, Precision.MONTH, within=span)
    return Reading(span, Precision.MONTH)


def _read_months(match: Match, scene: Scene) -> Reading | None:
    if not (_capital(scene, match, "month") and _capital(scene, match, "month1")):
        return None
    year = _year_of(match, scene)
    number, first = _month(match, "month"), _month(match, "month1")
    if year is None and scene.published is None:
        return Reading(None, Precision.SPAN)
    if year is not None:
        last = reckoning.month(year, number)
    elif scene.published is not None:
        last = reckoning.nearest_month(number, scene.published, ahead=scene.ahead)
    start = int(match["year1"]) if match["year1"] else last.first.year - (first > number)
    return Reading(_span(reckoning.month(start, first).first, last.last), Precision.SPAN)


def _read_weekday(match: Match, scene: Scene) -> Reading | None:
    if not scene.text[match.start("weekday")].isupper():
        return None
    if scene.published is None or match["which"] == "following":
        return Reading()
    direction = {"last": "before", "past": "before", "next": "after", "coming": "after", "this": "in"}.get(
        match["which"] or "", "on"
    )
    if direction == "on" and scene.ahead:
        direction = "from"
    return Reading(reckoning.day(reckoning.weekday(WEEKDAYS[match["weekday"]], scene.published, direction=direction)))


def _read_near(match: Match, scene: Scene) -> Reading | None:
    if scene.published is None:
        return Reading()
    words = " ".join((match["near"] or match["night"]).split())
    back = {"the day before yesterday": 2, "yesterday": 1, "last night": 1, "tomorrow": -1}.get(words, 0)
    then = date.fromordinal(scene.published.toordinal() - back)
    if words == "overnight":
        return Reading(Span(date.fromordinal(scene.published.toordinal() - 1), scene.published, Precision.SPAN))
    return Reading(reckoning.day(then))


SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})
_STEPS = {"last": -1, "this": 0, "current": 0, "the current": 0, "the present": 0, "next": 1, "the coming": 1}
_PRECISIONS = {"week": Precision.WEEK, "month": Precision.MONTH, "year": Precision.YEAR}


def _read_relative(match: Match, scene: Scene) -> Reading | None:
    unit, which = match["unit"], " ".join(match["which"].split())
    precision = _PRECISIONS.get(unit, Precision.SPAN)
    step = _STEPS.get(which)
    if scene.published is None or step is None:
        return Reading(None, precision)
    if unit in SEASONS:  # which months it has, the hemisphere decides
        return Reading(None, Precision.SPAN, within=reckoning.year(scene.published.year + step))
    span = _calendar(unit, scene.published, step)
    part = (match["part"] or "").strip()
    if part == "so far" and span is not None:
        return Reading(span, to_date=True)
    if part == "earlier" and step == 0 and span is not None:
        return Reading(Span(span.first, scene.published, precision))
    return Reading(None, precision, within=span) if part else Reading(span, precision)


def _calendar(unit: str, published: date, step: int) -> Span | None:
    if unit == "day":
        return reckoning.day(published) if step == 0 else None
    if unit == "week":
        return reckoning.week_of(published, step)
    if unit == "month":
        return reckoning.month_of(published, step)
    if unit == "year":
        return reckoning.year(published.year + step)
    if unit == "quarter":
        index = published.year * 4 + (published.month - 1) // 3 + step
        return reckoning.quarter(index % 4 + 1, index // 4)
    if unit == "weekend":
        started = published.weekday() >= 5
        return reckoning.weekend(published, step + (0 if started else 1) if step >= 0 else (-1 if started else 0))
    return None


def _amount(match: Match) -> Number | None:
    """How many units the words say; `None` for "several"."""
    written = match["amount"]
    if written is None:
        return None
    if written.startswith("half"):
        return 0.5
    value: Number | None
    if written in ("a", "an"):
        value = 1
    elif written[0].isdecimal():
        value = read_digits(written)
    else:
        value = read_words(written)
    if value is not None and "half" in match.re.groupindex and match["half"]:
        value += 0.5
    return value


def _unit(match: Match) -> str:
    unit: str = match["unit"]
    return "century" if unit.startswith("centur") else unit.rstrip("s")


_UNIT_PRECISION = {"week": Precision.WEEK, "month": Precision.MONTH, "year": Precision.YEAR}


def _read_past(match: Match, scene: Scene) -> Reading | None:
    """A time back from publication: "the past two weeks", "the last 48 hours"."""
    unit, amount = _unit(match), _amount(match)
    if not match["amount"] and not match["some"]:
        if not match[0].startswith("the") and match["which"] != "past":
            return None
        amount = 1 if not match["unit"].endswith("s") else None
    if match["which"] not in ("past", "last"):
        return Reading(anchored=False, amount=amount, unit=unit)
    first = reckoning.units_before(scene.published, amount, unit) if scene.published and amount else None
    span = Span(first, scene.published, Precision.SPAN) if first and scene.published else None
    return Reading(span, Precision.SPAN, past=True, amount=amount, unit=unit)


def _read_ago(match: Match, scene: Scene) -> Reading | None:
    """The time of "two weeks ago", to the unit's precision; "a day earlier" fixes no day."""
    unit, amount = _unit(match), _amount(match)
    precision = _UNIT_PRECISION.get(unit, Precision.DAY)
    vague = match["which"] != "ago" or amount is None or scene.published is None
    bound = (match["hedge"] or "").split()[:1] in (["more"], ["less"], ["fewer"], ["over"], ["at"], ["up"])
    if vague or bound or amount is None or scene.published is None:
        return Reading(None, precision, amount=amount, unit=unit)
    exactly = (match["hedge"] or "").startswith("exactly")
    span = reckoning.units_ago(scene.published, amount, unit, exactly=exactly)
    return Reading(span, precision, amount=amount, unit=unit)


def _read_length(match: Match, scene: Scene) -> Reading | None:
    """A length of time: "three days"; after "over" it runs back from publication."""
    unit, amount = _unit(match), _amount(match)
    if unit == "second" and match["amount"] in ("a", "an"):
        return None
    if unit == "quarter" and (match["amount"] in ("a", "an", "one") or scene.folded.startswith(" of", match.end())):
        return None
    if _AGED.search(scene.folded[max(0, match.start() - 30) : match.start()]):
        return None
    before = scene.folded[max(0, match.start() - 20) : match.start()].split()
    over = before[-1:] == ["over"] and before[-2:-1] not in (
        ["for"],
        ["in"],
        ["after"],
        ["within"],
        ["since"],
        ["took"],
    )
    hyphened = "-" in match[0]
    if over and not hyphened and amount and scene.published and not match[0].startswith(("a ", "an ")):
        first = reckoning.units_before(scene.published, amount, unit)
        if first is not None:
            return Reading(Span(first, scene.published, Precision.SPAN), past=True, amount=amount, unit=unit)
    return Reading(anchored=False, amount=amount, unit=unit)


def _read_decade(match: Match, _: Scene) -> Reading | None:
    first = int(match["year"])
    span = Span(date(first, 1, 1), date(first + 9, 12, 31), Precision.SPAN)
    return Reading(None, Precision.SPAN, within=span) if match["part"] else Reading(span)


_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


def _read_quarter(match: Match, scene: Scene) -> Reading | None:
    number = _QUARTERS[match["number"]] if match["number"] else int(match["figure"])
    written = match["year"] or match["year2"]
    if written:
        return Reading(reckoning.quarter(number, int(written)))
    if match["figure"] and not scene.text[match.start("figure") - 1].isupper():
        return None
    if scene.published is None:
        return Reading(None, Precision.SPAN)
    year = scene.published.year
    span = reckoning.quarter(number, year)
    return Reading(span if span.first <= scene.published else reckoning.quarter(number, year - 1))


def _read_year(match: Match, scene: Scene) -> Reading | None:
    start, end = match.start("year"), match.end()
    folded = scene.folded
    if folded[start - 1 : start] in ("$", "€", "£", "#", "/", "-", "–") and not match["part"]:
        return None
    before = folded[max(0, start - 16) : start].split()
    after = re.match(r"\s+([a-z]+)", folded[end : end + 20])
    previous = before[-1].strip("(,") if before else ""
    if not match["last"] and not looks_like_year(match["year"], previous, after[1] if after else ""):
        return None
    if match["part"]:
        return Reading(None, Precision.YEAR, within=reckoning.year(int(match["year"])))
    first = int(match["year"])
    if not match["last"]:
        return Reading(reckoning.year(first))
    last = int(match["last"]) if len(match["last"]) == 4 else first - first % 100 + int(match["last"])
    if last <= first:
        return None
    return Reading(Span(date(first, 1, 1), date(last, 12, 31), Precision.SPAN))


def _read_weekend(_: Match, scene: Scene) -> Reading | None:
    return Reading(reckoning.weekend(scene.published) if scene.published else None, Precision.SPAN)


def _read_vague(_: Match, __: Scene) -> Reading | None:
    return Reading()


def _read_vague_span(_: Match, __: Scene) -> Reading | None:
    return Reading(None, Precision.SPAN)


READERS: dict[str, Reader] = {
    "ago": _read_ago,
    "day": _read_day,
    "days": _read_days,
    "decade": _read_decade,
    "iso": _read_numeric,
    "length": _read_length,
    "month": _read_month,
    "month_day": _read_day,
    "month_days": _read_days,
    "months": _read_months,
    "near": _read_near,
    "past": _read_past,
    "quarter": _read_quarter,
    "recent": _read_vague_span,
    "relative": _read_relative,
    "season": _read_vague_span,
    "slashed": _read_numeric,
    "vague": _read_vague,
    "week_of": _read_week_of,
    "weekday": _read_weekday,
    "weekend": _read_weekend,
    "year": _read_year,
}
"""How each form of `dateforms.FORMS` is read."""
