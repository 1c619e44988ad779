"""Records in short plain words, the same in the terminal and on the page."""

from datetime import date

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
    Source,
    SourceKind,
)

HEDGES = {
    Quantifier.EXACT: "",
    Quantifier.APPROXIMATELY: "about ",
    Quantifier.ALMOST: "almost ",
    Quantifier.MORE_THAN: "more than ",
    Quantifier.LESS_THAN: "at most ",
}
"""What stands before a number; the other quantifiers are words of their own."""

PLURALS = {"person": "people"}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
OPEN = "·"
"""A side of a range that the claims leave open."""


def number(value: Number | None) -> str:
    """A number with its thousands apart, and no more digits than it has.

    >>> number(816000)
    '816,000'
    """
    if value is None:
        return "?"
    if isinstance(value, float) and not value.is_integer():
        return f"{value:,.2f}".rstrip("0").rstrip(".")
    return f"{int(value):,}"


def speakers(finding: Finding, most: int) -> str:
    """Who says so, the first few by name, and from how many origins where these are fewer."""
    named = list(finding.sources[:most])
    more = len(finding.sources) - len(named)
    from_ = f" (from {finding.origins} origin{'s' if finding.origins > 1 else ''})"
    told = ", ".join(named) + (f" and {more} more" if more else "")
    return told + (from_ if 0 < finding.origins < len(finding.sources) else "")


def unit(name: str, value: Number | None) -> str:
    """What is counted, in the plural unless it is one."""
    if value == 1 or name in ("percent", "aid"):
        return name
    if name in PLURALS:
        return PLURALS[name]
    if name.endswith(("s", "x", "ch", "sh")):
        return f"{name}es"
    return f"{name[:-1]}ies" if name.endswith("y") and name[-2:-1] not in "aeiou" else f"{name}s"


def figure(stated: Figure) -> str:
    """A figure with its hedge, its unit and its whole ("about 93% of 299 attacks")."""
    text = _amount(stated)
    if stated.measure is Measure.SHARE or stated.unit == "percent":
        text += "%"
    else:
        of = (
            "of " if stated.value is None and stated.low is None and stated.quantifier is not Quantifier.SEVERAL else ""
        )
        text += f" {of}{unit(stated.unit, stated.value)}"
    if stated.measure is Measure.RATE:
        text += " (rate)"
    return f"{text} of {stated.whole.words}" if stated.whole and stated.whole.words else text


def _amount(stated: Figure) -> str:
    if stated.quantifier is Quantifier.RANGE or (stated.value is None and stated.low is not None):
        return f"{number(stated.low)} to {number(stated.high)}"
    if stated.value is None:
        return str(stated.quantifier)
    return HEDGES.get(stated.quantifier, f"{stated.quantifier} ") + number(stated.value)


def day(value: date) -> str:
    """A day as people write it, without doubt about which number is the month.

    >>> day(date(2020, 2, 18))
    '18 Feb 2020'
    """
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def period(span: Period) -> str:
    """First and last day; a whole month or year by its name."""
    first, last = span.first, span.last
    if first == last:
        return day(first)
    if span.precision is Precision.YEAR and first.year == last.year:
        return str(first.year)
    if span.precision is Precision.MONTH and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if first.year != last.year:
        return f"{day(first)} – {day(last)}"
    return f"{first.day} {MONTHS[first.month - 1]} – {day(last)}"


def place(named: Place) -> str:
    """The name as written and, where it says more, what the gazetteer calls it and the area around it."""
    known = named.resolved
    if known is None:
        return f"{named.name}, in {named.within.name}" if named.within else named.name
    parts = [named.name]
    if known.name.casefold() not in named.name.casefold():
        parts[0] += f" ({known.name})"
    around = (known.adm2, known.adm1) if known.level not in (Level.ADM1, Level.COUNTRY, Level.REGION) else ()
    parts += [name for name in dict.fromkeys(around) if name and name not in (known.name, named.name)]
    return ", ".join(parts)


def places(claim: Claim) -> str:
    """All places of a claim."""
    return "; ".join(place(named) for named in claim.places)


def source(speaker: Source) -> str:
    """A speaker and, where it is known, of what sort."""
    return speaker.name if speaker.kind is SourceKind.UNKNOWN else f"{speaker.name} ({speaker.kind})"


def sources(claim: Claim) -> str:
    """The chain of speakers, nearest first, or that only the report says it."""
    return " ← ".join(speaker.name for speaker in claim.attribution.chain) or "the report itself"


def bound(finding: Finding, side: Bound | None) -> str:
    """A low, best or high number of a finding."""
    if side is None:
        return OPEN
    return number(side.value) + ("%" if finding.unit == "percent" and side.value is not None else "")


def span(finding: Finding) -> str:
    """Low, best and high in a few words, or the status."""
    bounds = [bound(finding, side) for side in (finding.low, finding.best, finding.high) if side]
    return "–".join(dict.fromkeys(bounds)) or finding.status or "told"


def extent(finding: Finding) -> str:
    """Low to high in words, as the claims state them."""
    low, high = finding.low, finding.high
    if low is not None and high is not None and low.value is not None and high.value is not None:
        if low.value == high.value:
            return bound(finding, low)
        return f"{bound(finding, low)} to {bound(finding, high)}"
    if low is not None and low.value is not None:
        return f"{bound(finding, low)} or more"
    if high is not None and high.value is not None:
        return f"at most {bound(finding, high)}"
    return ""


def age(when: date, today: date) -> str:
    """How long ago a day was, in the largest unit that still says something.

    >>> age(date(2020, 2, 17), date(2020, 2, 18))
    '1 day old'
    """
    days = (today - when).days
    if days < 0:
        return "after that day"
    if days == 0:
        return "of that day"
    for name, length in (("year", 365), ("month", 30), ("day", 1)):
        if days >= 2 * length or name == "day":
            count = days // length
            return f"{count:,} {unit(name, count)} old"
    return ""


def certainty(value: Certainty) -> str:
    """How sure the words are of themselves; nothing where they assert."""
    return {
        Certainty.ASSERTED: "",
        Certainty.POSSIBLE: "possible, not confirmed",
        Certainty.INTENDED: "intended, not yet so",
        Certainty.DENIED: "denied",
    }[value]


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
