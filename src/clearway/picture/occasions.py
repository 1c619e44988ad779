"""Which claims tell of one occasion, and whether two of them tell of the same one."""

import re
from collections.abc import Hashable
from datetime import timedelta
from enum import StrEnum

from clearway.model import Basis, Certainty, Level, Measure, Period
from clearway.picture.entries import Entry, Tie, distance_km, local, place_key, place_tie, words_tie
from clearway.picture.hedges import alike
from clearway.picture.relating import HAPPENS
from clearway.picture.speakers import copies, words_of

MOST_DAYS = timedelta(days=1)
"""The longest time, beyond its first day, that one event takes: a night's attack stands on two days."""

NEWS_DAYS = timedelta(days=2)
"""How long before its publication something happened of which a report tells no day."""

NEAR_KM = 25.0
"""The farthest that a place's radius is believed to reach for one event."""

KNOWN_AGAIN = 3
"""The smallest number by which a town's event is known again in what is told of its province."""

COPIED = 8
"""How many words a sentence without place and day must have for its copy to be known."""

GAP = 4
"""Characters that may stand between a sentence and the next: a full stop's space, or an empty line."""

APART = frozenset("separate separately elsewhere meanwhile earlier previous previously unrelated".split())
"""Words by which a sentence turns to something else."""


ANOTHER_DAY = re.compile(r"\b(?:days?|weeks?|months?|years?) (?:after|before|earlier|later|ago)\b", re.IGNORECASE)
"""Words by which a part of a sentence tells of another day than the rest."""


class Why(StrEnum):
    """Why two claims are taken to tell of one event; the firmest first."""

    SENTENCE = "one sentence tells both"
    COPY = "two reports tell it in nearly the same words"
    PART = "somebody judged that one counts a part of the other"
    HERE = "they are told of one place and day"
    NEAR = "they are told of one day and of places of which one lies in the other, or close by"
    DAYS = "they are told of one place and of days next to each other, with the same number or facility"
    WIDER = "the larger place's claim of that day has the same number or facility"
    NEXT = "the next sentence goes on with it"
    JUDGED = "somebody judged that they tell the same"


FIRM = frozenset({Why.SENTENCE, Why.COPY, Why.PART})
"""Reasons that hold though the words for act, doer or facility differ."""


def may_join(entry: Entry) -> bool:
    """Whether a claim says that something happened on an occasion: no stock, running total, share or mere intent."""
    figure = entry.figure
    counts = figure is None or figure.measure is Measure.COUNT
    asserted = entry.claim.certainty is Certainty.ASSERTED and not entry.sort.negated
    return entry.sort.kind in HAPPENS and counts and asserted and entry.basis is Basis.EVENT


def is_occasion(entry: Entry) -> bool:
    """Whether a claim that may join tells its occasion itself: by a settlement or smaller, or by a day."""
    return local(entry) or entry.claim.period is not None


def same_occasion(one: Entry, other: Entry) -> Why | None:
    """Why two claims tell of one event; `None` where they do not, as far as they themselves tell."""
    if apart(one, other):
        return None
    if one.ruled.whole == other.claim.id or other.ruled.whole == one.claim.id:
        return Why.PART
    if one.claim.report == other.claim.report:
        if one.claim.sentence == other.claim.sentence:
            return Why.SENTENCE
        if _goes_on(one, other) or _goes_on(other, one):
            return Why.NEXT
    days = _days(one, other)
    if days is None:
        return None
    if one.claim.report != other.claim.report and _copied(one, other):
        return Why.COPY
    if not (is_occasion(one) and is_occasion(other)) or _place(one, other) is Tie.OPEN:
        return None
    return _by_place_and_day(one, other, days)


def apart(one: Entry, other: Entry) -> bool:
    """Whether two claims cannot be of one event: so judged, or told of other places or days."""
    if other.claim.id in one.ruled.apart or _place(one, other) is Tie.CLASH:
        return True
    a, b = one.claim.period, other.claim.period
    if a is not None and b is not None:
        return days_between(a, b) > 1
    return one.claim.sentence == other.claim.sentence and _turns(one) != _turns(other)


def slots_clash(one: Entry, other: Entry) -> bool:
    """Whether act, doer or facility of two claims are other ones."""
    slots = ((one.cause, other.cause), (one.actor, other.actor), (one.facility, other.facility))
    return any(words_tie(*pair) is Tie.CLASH for pair in slots)


def same_number(one: Entry, other: Entry) -> bool:
    """Whether two claims of one kind give wordings of one number."""
    a, b = one.figure, other.figure
    return one.sort.kind == other.sort.kind and a is not None and b is not None and a.unit == b.unit and alike(a, b)


def _by_place_and_day(one: Entry, other: Entry, days: int) -> Why | None:
    number = same_number(one, other)
    facility = bool(one.facility & other.facility)
    if slots_clash(one, other) and not number:
        return None
    if not (local(one) and local(other)):
        told = one.claim.period is not None and other.claim.period is not None and days == 0
        known = facility or (number and _size(one) >= KNOWN_AGAIN)
        return Why.WIDER if told and known and one.places != other.places else None
    if days == 0:
        return Why.HERE if _place(one, other) is Tie.SAME else Why.NEAR
    return Why.DAYS if one.claim.report != other.claim.report and (number or facility) else None


def _size(entry: Entry) -> float:
    return float(entry.figure.value) if entry.figure is not None and entry.figure.value is not None else 0.0


def _place(one: Entry, other: Entry) -> Tie:
    tie = place_tie(one, other)
    if tie is not Tie.CLASH:
        return tie
    if one.claim.report == other.claim.report and (is_site(one) or is_site(other)):
        return Tie.OPEN
    return Tie.WITHIN if _close(one, other) else tie


def elsewhere(one: Entry, other: Entry) -> bool:
    """Whether two claims of two reports are told of other places."""
    return place_tie(one, other) is Tie.CLASH and not _close(one, other)


def spot_of(entry: Entry) -> Hashable:
    """All that is looked at in a claim's places."""
    places = entry.claim.places
    return tuple((place.level, place_key(place), place.resolved, place.within) for place in places)


def is_site(entry: Entry) -> bool:
    """Whether it names no place but a facility that is in no gazetteer, which may lie in any town of its report."""
    places = entry.claim.places
    return bool(places) and all(place.level is Level.FACILITY and place.resolved is None for place in places)


def _turns(entry: Entry) -> bool:
    return ANOTHER_DAY.search(entry.claim.passage.words) is not None


def _close(one: Entry, other: Entry) -> bool:
    """Whether small places lie within the radius of one another."""
    if not (local(one) and local(other)):
        return False
    for a in one.claim.places:
        for b in other.claim.places:
            if a.resolved and b.resolved:
                away = distance_km(a.resolved, b.resolved)
                reach = max(a.resolved.radius_km or 0.0, b.resolved.radius_km or 0.0)
                if away is not None and away <= min(reach, NEAR_KM):
                    return True
    return False


def _days(one: Entry, other: Entry) -> int | None:
    """How many days lie between two claims, 0 where they can be of one day; `None` where it is more than one."""
    a, b = _window(one), _window(other)
    if a is None or b is None:
        return 0 if one.claim.report == other.claim.report else None
    told = one.claim.period is not None and other.claim.period is not None
    away = days_between(a, b)
    return away if away == 0 or (away == 1 and told) else None


def days_between(one: Period, other: Period) -> int:
    """How many days lie between two periods, 0 where they touch the same."""
    return max((one.first - other.last).days, (other.first - one.last).days, 0)


def _window(entry: Entry) -> Period | None:
    """The days on which it can have happened."""
    if entry.claim.period is not None or entry.day is None:
        return entry.claim.period
    return Period(first=entry.day - NEWS_DAYS, last=entry.day)


def _copied(one: Entry, other: Entry) -> bool:
    long = min(len(one.sentence), len(other.sentence)) >= COPIED
    if one.sort.kind == other.sort.kind and one.figure != other.figure:
        return False
    return (long or (is_occasion(one) and is_occasion(other))) and copies(one.sentence, other.sentence)


def _goes_on(before: Entry, after: Entry) -> bool:
    """Whether a claim stands in the sentence behind another and goes on with it.

    It does where it tells neither place nor day, or where its place is a facility of the sort that was told of before.
    """
    untold = not after.places and after.claim.period is None
    if is_site(after) and before.facility:
        untold = any(words_of(place.name) & before.facility for place in after.claim.places)
    gap = after.claim.sentence.start - before.claim.sentence.end
    return untold and 0 <= gap <= GAP and not after.sentence & APART and not slots_clash(before, after)
