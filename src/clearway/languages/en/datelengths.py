"""What each form of words for a length of time comes to: back from a day, or anchored nowhere."""

import re

from clearway.languages.en import reckoning
from clearway.languages.en.dateperiods import PERIODS, ended_at
from clearway.languages.en.datereaders import CALENDAR
from clearway.languages.en.datescene import Link, Match, Reader, Reading, Scene, group
from clearway.languages.en.numbers import read_digits, read_words
from clearway.languages.en.reckoning import Span
from clearway.languages.en.timewords import MONTHS, WEEKDAYS, word_set
from clearway.model import Number, Precision

_AGED = re.compile(r"\bage[ds]?\s+[^.,;]*$")
_BEFORE_RATE = word_set(
    """
    about after almost another as at barely be been before but by during every exactly for from gave give given
    half her him in it just last lasted lasting less like me more nearly of once only over quite roughly spend
    spending spent take taken takes taking than them to took until us wait waited waiting well what within
    """
)
"""Words behind which "a week" is a length of time; behind others ("four flights a week") it tells how often."""
_BEFORE_MANY = word_set("for in over within")


def _fraction(written: str) -> Number | None:
    """A number with a fraction: "5 1/2"."""
    whole, part = written.split()
    above, below = part.split("/")
    return int(whole) + int(above) / int(below)


def read_amount(written: str) -> Number | None:
    """How many units the words say."""
    if written.startswith("half"):
        return 0.5
    if written in ("a", "an"):
        return 1
    if "/" in written:
        return _fraction(written)
    return read_digits(written) if written[0].isdecimal() else read_words(written)


def _amount(match: Match) -> Number | None:
    """How many units the words say; `None` for "several"."""
    written = group(match, "amount")
    if written is None:
        return 2 if "couple" in (group(match, "some") or "") else None
    value = read_amount(written)
    return value + 0.5 if value is not None and group(match, "half") else value


def _unit(match: Match) -> str:
    unit: str = match["unit"]
    return "century" if unit.startswith("centur") else "hour" if unit.startswith("hr") else unit.rstrip("s")


_UNIT_PRECISION = {"week": Precision.WEEK, "month": Precision.MONTH, "year": Precision.YEAR}


def _read_past(match: Match, scene: Scene) -> Reading | None:
    """A time back from publication: "the past two weeks", "the last 48 hours"."""
    unit, amount = _unit(match), _amount(match)
    if not match["amount"] and not match["some"]:
        if not match[0].startswith(("the", "this")) and match["which"] != "past":
            return None
        amount = None if match["unit"].endswith("s") else 1.5 if match["half"] else 1
    span = ended_at(match.end(), scene, amount, unit)
    if span is not None:
        return Reading(span, Precision.SPAN, past=True, amount=amount, unit=unit)
    if match["which"] not in ("past", "last"):
        return Reading(anchored=False, amount=amount, unit=unit)
    reach = None if match["some"] else read_amount(match["upper"]) if match["upper"] else amount
    first = reckoning.units_before(scene.published, reach, unit) if scene.published and reach else None
    span = Span(first, scene.published, Precision.SPAN) if first and scene.published else None
    return Reading(span, Precision.SPAN, past=True, amount=amount, unit=unit)


def _read_ago(match: Match, scene: Scene) -> Reading | None:
    """The time of "two weeks ago", to the unit's precision; "a day earlier" is told from another day of the text."""
    unit, amount = _unit(match), _amount(match)
    precision = _UNIT_PRECISION.get(unit, Precision.DAY)
    bound = (match["hedge"] or "").split()[:1] in (["more"], ["less"], ["fewer"], ["over"], ["at"], ["up"])
    if (amount is None or match["some"]) and match["which"] == "ago":
        return Reading(None, precision, reference="past")
    if amount is None or scene.published is None or bound:
        return Reading(None, precision, amount=amount, unit=unit)
    if match["which"] != "ago":
        step = amount if match["which"] == "later" else -amount
        if (unit, amount, match["which"]) == ("year", 1, "earlier"):
            link = Link("period", -1)
        else:
            link = Link("day", step, unit)
        return Reading(None, precision, amount=amount, unit=unit, link=link)
    exactly = (match["hedge"] or "").startswith("exactly")
    span = reckoning.units_ago(scene.published, amount, unit, exactly=exactly)
    told = Link("period", -1) if unit == "year" and amount == 1 and _compares(match, scene) else None
    return Reading(span, precision, amount=amount, unit=unit, link=told)


_COMPARED = re.compile(r"(?:\b(?:compared|against|versus|vs|than|from|up|down)\b|\d)(?:[^.;]|\.\d)*$")


def _compares(match: Match, scene: Scene) -> bool:
    """Whether a figure of a year ago, or what was so then, stands beside that of the period told of."""
    return _COMPARED.search(scene.folded, max(0, match.start() - 100), match.start()) is not None


def _read_length(match: Match, scene: Scene) -> Reading | None:
    """A length of time: "three days"; after "over" it runs back from publication."""
    unit, amount = _unit(match), _amount(match)
    before = scene.folded[max(0, match.start() - 20) : match.start()].split()
    if not _is_length(match, scene, unit, before):
        return None
    span = ended_at(match.end(), scene, amount, unit)
    over = before[-1:] == ["over"] and before[-2:-1] not in (
        ["for"],
        ["in"],
        ["after"],
        ["within"],
        ["since"],
        ["took"],
    )
    hyphened = "-" in match[0]
    if span is None and over and not hyphened and amount and scene.published and not match[0].startswith(("a ", "an ")):
        first = reckoning.units_before(scene.published, amount, unit)
        span = Span(first, scene.published, Precision.SPAN) if first is not None else None
    if span is not None:
        return Reading(span, past=True, amount=amount, unit=unit)
    return Reading(anchored=False, amount=amount, unit=unit)


def _is_length(match: Match, scene: Scene, unit: str, before: list[str]) -> bool:
    """Whether the words are a length of time and no age, no rate, no moment ("a second") and no share of a whole."""
    if unit == "second" and match["amount"] in ("a", "an"):
        return False
    if unit == "hour" and re.fullmatch(r"[0-2]\d{3}", match["amount"] or ""):
        return False  # "1500 hours" is a time of the day
    if unit == "quarter" and (match["amount"] in ("a", "an", "one") or scene.folded.startswith(" of", match.end())):
        return False
    if match[0].startswith("the ") and "-" in match[0] and match.end() < len(scene.folded):
        return False  # the article of a noun: "the two-day rally"; the length is read without it
    if match["amount"] in ("a", "an") and match[0].startswith(("a ", "an ")) and not match["half"]:
        last = before[-1] if before else ""
        if last and last[-1].isalnum() and last not in _BEFORE_RATE:
            return False
    return _AGED.search(scene.folded[max(0, match.start() - 30) : match.start()]) is None


def _read_many(match: Match, scene: Scene) -> Reading | None:
    """A length of time that is not counted: "for weeks"."""
    if match["ago"]:
        return Reading(reference="past")
    before = scene.folded[max(0, match.start() - 8) : match.start()].split()
    if not before or before[-1] not in _BEFORE_MANY:
        return None
    return Reading(anchored=False, unit=_unit(match))


def _read_every(match: Match, _: Scene) -> Reading | None:
    unit = _unit(match)
    if unit in MONTHS or unit in WEEKDAYS:
        return Reading(every=True, unit=unit)
    if unit in ("morning", "evening"):
        unit = "day"
    return Reading(every=True, amount=_amount(match) or (2 if "other" in match[0] else 1), unit=unit)


_OFTEN = {"daily": "day", "nightly": "day"}


def _read_often(match: Match, scene: Scene) -> Reading | None:
    written = match["often"]
    if scene.text[match.start()].isupper() and scene.text[match.start() - 1 : match.start()] == " ":
        return None  # a paper's name: "the Daily Herald"
    return Reading(every=True, amount=1, unit=_OFTEN.get(written, written.removesuffix("ly")))


def _read_recent(match: Match, _: Scene) -> Reading | None:
    return Reading(
        None, Precision.SPAN, unit=_unit(match), reference="past" if match["which"] == "recent" else "future"
    )


def _read_reference(match: Match, _: Scene) -> Reading | None:
    return Reading(None, Precision.SPAN, reference=match.lastgroup)


def _read_anaphor(match: Match, _: Scene) -> Reading | None:
    """A day told from the last that was named: "the same day", "the next morning"."""
    if match["same"]:
        unit = match["unit"]
        if unit == "quarter":
            return Reading(None, Precision.SPAN, link=Link("last quarter"))
        return Reading(None, _UNIT_PRECISION.get(unit, Precision.DAY), link=Link("same", 0, unit))
    return Reading(link=Link("day", 1 if match["next"] else -1, "day"))


_LENGTHS: dict[str, Reader] = {
    "ago": _read_ago,
    "anaphor": _read_anaphor,
    "every": _read_every,
    "length": _read_length,
    "many": _read_many,
    "often": _read_often,
    "past": _read_past,
    "recent": _read_recent,
    "reference": _read_reference,
}
READERS: dict[str, Reader] = {**CALENDAR, **PERIODS, **_LENGTHS}
"""How each form of `dateforms.FORMS` is read."""
