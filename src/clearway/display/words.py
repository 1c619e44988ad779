"""Records in short plain words, the same in the terminal and on the page."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from clearway.display.catalogue import LANGUAGE, catalogue, form_of, say
from clearway.display.numbers import number as number
from clearway.model import (
    Bound,
    Certainty,
    Claim,
    Figure,
    Finding,
    Level,
    Measure,
    Number,
    Period,
    Place,
    Precision,
    Quantifier,
    Report,
    Source,
    SourceKind,
)

HEDGED = frozenset({Quantifier.APPROXIMATELY, Quantifier.ALMOST, Quantifier.MORE_THAN, Quantifier.LESS_THAN})
"""What has a phrase of its own beside a number; the other quantifiers are words of the model."""

AGES = (("date.years_old", 365), ("date.months_old", 30))
CERTAINTIES = {
    Certainty.POSSIBLE: "words.possible",
    Certainty.INTENDED: "words.intended",
    Certainty.DENIED: "words.denied",
}
OPEN = "·"
"""A side of a range that the claims leave open."""


def listed(names: Iterable[str]) -> str:
    """Names one after the other."""
    return say("words.comma").join(names)


def some(names: Sequence[str], most: int) -> str:
    """The first few of them, and how many more there are."""
    more = len(names) - most
    return say("words.named", names=listed(names[:most]), more=more) if more > 0 else listed(names)


def parted(names: Iterable[str]) -> str:
    """Longer things one after the other."""
    return say("words.semicolon").join(names)


def speakers(finding: Finding, most: int) -> str:
    """Who says so, the first few by name, and from how many origins where these are fewer."""
    told = some(finding.sources, most)
    if 0 < finding.origins < len(finding.sources):
        return say("words.origins", n=finding.origins, speakers=told)
    return told


def unit(name: str, value: Number | None) -> str:
    """What is counted, in the plural unless it is one."""
    known = catalogue(LANGUAGE).get(f"units.{name}")
    if known is not None:
        return known if isinstance(known, str) else known[form_of(value)]
    if value == 1:
        return name
    if name.endswith(("s", "x", "ch", "sh")):
        return f"{name}es"
    return f"{name[:-1]}ies" if name.endswith("y") and name[-2:-1] not in "aeiou" else f"{name}s"


def figure(stated: Figure) -> str:
    """A figure with its hedge, its unit and its whole ("about 93% of 299 attacks")."""
    told = _amount(stated)
    if stated.measure is Measure.SHARE or stated.unit == "percent":
        told = f"{told}%"
    else:
        vague = stated.value is None and stated.low is None and stated.quantifier is not Quantifier.SEVERAL
        name = "words.counted_of" if vague else "words.counted"
        told = say(name, number=told, unit=unit(stated.unit, stated.value))
    if stated.measure is Measure.RATE:
        told = say("words.rate", figure=told)
    return say("words.whole", figure=told, whole=stated.whole.words) if stated.whole and stated.whole.words else told


def _amount(stated: Figure) -> str:
    if stated.quantifier is Quantifier.RANGE or (stated.value is None and stated.low is not None):
        return say("words.range", low=number(stated.low), high=number(stated.high))
    if stated.value is None:
        return str(stated.quantifier)
    if stated.quantifier is Quantifier.EXACT:
        return number(stated.value)
    if stated.quantifier in HEDGED:
        return say(f"words.hedge_{stated.quantifier.name.lower()}", number=number(stated.value))
    return say("words.hedged", hedge=stated.quantifier, number=number(stated.value))


def day(value: date) -> str:
    """A day as people write it, without doubt about which number is the month.

    >>> day(date(2020, 2, 18))
    '18 Feb 2020'
    """
    return _day(value, LANGUAGE)


@lru_cache(maxsize=4096)
def _day(value: date, language: str) -> str:
    # a page names the same few days hundreds of times; the language is part of the key, since it is part of the words
    del language
    return say("date.day", day=value.day, month=month(value), year=value.year)


def month(value: date) -> str:
    """The short name of a day's month."""
    return say(f"date.month_{value.month}")


def day_or_none(value: date | None) -> str:
    """A day, or that none is known."""
    return say("date.none") if value is None else day(value)


def period(span: Period) -> str:
    """First and last day; a whole month or year by its name."""
    first, last = span.first, span.last
    if first == last:
        return day(first)
    if span.precision is Precision.YEAR and first.year == last.year:
        return str(first.year)
    if span.precision is Precision.MONTH and (first.year, first.month) == (last.year, last.month):
        return say("date.month", month=month(first), year=first.year)
    begun = day(first) if first.year != last.year else say("date.month_day", day=first.day, month=month(first))
    return say("date.span", first=begun, last=day(last))


def published(report: Report | None) -> str:
    """Who published a report, and when."""
    return _published(report.publisher, report.published, LANGUAGE) if report else _published(None, None, LANGUAGE)


@lru_cache(maxsize=4096)
def _published(publisher: str | None, value: date | None, language: str) -> str:
    # a page names few reports, and each many times
    del language
    return say("words.published", publisher=publisher or say("words.nobody"), day=day_or_none(value))


def place(named: Place) -> str:
    """The name as written and, where it says more, what the gazetteer calls it and the area around it."""
    known = named.resolved
    if known is None:
        return say("words.place_in", name=named.name, within=named.within.name) if named.within else named.name
    parts = [named.name]
    if known.name.casefold() not in named.name.casefold():
        parts[0] = say("words.place_known", name=named.name, known=known.name)
    around = (known.adm2, known.adm1) if known.level not in (Level.ADM1, Level.COUNTRY, Level.REGION) else ()
    parts += [name for name in dict.fromkeys(around) if name and name not in (known.name, named.name)]
    return listed(parts)


def places(claim: Claim) -> str:
    """All places of a claim."""
    return parted(place(named) for named in claim.places)


def source(speaker: Source) -> str:
    """A speaker and, where it is known, of what sort."""
    if speaker.kind is SourceKind.UNKNOWN:
        return speaker.name
    return say("words.source", name=speaker.name, kind=speaker.kind)


def sources(claim: Claim) -> str:
    """The chain of speakers, nearest first, or that only the report says it."""
    return " ← ".join(speaker.name for speaker in claim.attribution.chain) or say("words.itself")


def bound(finding: Finding, side: Bound | None) -> str:
    """A low, best or high number of a finding."""
    if side is None:
        return OPEN
    return number(side.value) + ("%" if finding.unit == "percent" and side.value is not None else "")


def span(finding: Finding) -> str:
    """Low, best and high in a few words, or the status."""
    bounds = [bound(finding, side) for side in (finding.low, finding.best, finding.high) if side]
    return "–".join(dict.fromkeys(bounds)) or finding.status or say("words.told")


def extent(finding: Finding) -> str:
    """Low to high in words, as the claims state them."""
    low, high = finding.low, finding.high
    if low is not None and high is not None and low.value is not None and high.value is not None:
        if low.value == high.value:
            return bound(finding, low)
        return say("words.range", low=bound(finding, low), high=bound(finding, high))
    if low is not None and low.value is not None:
        return say("words.least", low=bound(finding, low))
    if high is not None and high.value is not None:
        return say("words.most", high=bound(finding, high))
    return ""


def age(when: date, today: date) -> str:
    """How long ago a day was, in the largest unit that still says something.

    >>> age(date(2020, 2, 17), date(2020, 2, 18))
    '1 day old'
    """
    days = (today - when).days
    if days < 0:
        return say("date.after")
    if days == 0:
        return say("date.same")
    name, length = next(((name, length) for name, length in AGES if days >= 2 * length), ("date.days_old", 1))
    return say(name, n=days // length)


def certainty(value: Certainty) -> str:
    """How sure the words are of themselves; nothing where they assert."""
    return "" if value is Certainty.ASSERTED else say(CERTAINTIES[value])


def kind(name: str) -> str:
    """A kind's name as people write it."""
    return name.replace("_", " ")


def slot(claim: Claim, name: str) -> str:
    """A slot of a claim as a correction writes it, but for places, which are told; nothing where it is empty."""
    stated = claim.figure
    if name in ("value", "low", "high", "quantifier", "unit", "measure"):
        value = getattr(stated, name) if stated else None
    elif name == "places":
        value = places(claim)
    elif name == "words":
        value = claim.passage.words
    elif name == "source":
        value = claim.attribution.chain[0].name if claim.attribution.chain else None
    elif name == "period":
        value = f"{claim.period.first}/{claim.period.last}" if claim.period else None
    else:
        value = getattr(claim, name)
    return "" if value is None else str(value)
