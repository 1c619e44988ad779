"""What one claim is to another, and why: rules tried from the firmest to the loosest."""

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from clearway.model import Basis, Measure, Quantifier, Relation, Status
from clearway.model.relation import Tie as Is
from clearway.picture.entries import (
    NEAR_PEOPLE,
    Entry,
    Tie,
    group_tie,
    local,
    period_tie,
    place_tie,
    same_window,
    words_tie,
)
from clearway.picture.hedges import alike, extent, rounded
from clearway.picture.joining import far_apart
from clearway.picture.origins import share_words
from clearway.picture.series import series_of
from clearway.picture.speakers import kin
from clearway.picture.statuses import exclude

Said = tuple[Is, str]
Rule = Callable[[Entry, Entry], Said | None]

UPPER = frozenset({Quantifier.ALMOST, Quantifier.LESS_THAN})
BULLETIN_DAYS = 31
"""The longest time that one bulletin speaks of as what is new."""

HAPPENS = frozenset(
    {"killed", "injured", "casualties", "missing", "abducted", "attack", "facility_attack", "destruction", "detained"}
)
"""Kinds that tell of one event together: what was done, and what came of it."""


def relations(entries: Iterable[Entry]) -> tuple[Relation, ...]:
    """Every relation between two of the claims, each pair once, whatever their order."""
    ordered = sorted({entry.claim.id: entry for entry in entries}.values(), key=_place)
    found = (relate(later, earlier) for earlier, later in combinations(ordered, 2))
    return tuple(one for one in found if one is not None)


def relate(one: Entry, other: Entry) -> Relation | None:
    """What a claim is to another, with the reason; `None` where they have nothing to do with one another."""
    rules = SAME_KIND if one.sort.kind == other.sort.kind else (_same_event,)
    for rule in rules:
        said = rule(one, other)
        if said is not None:
            return Relation(tie=said[0], one=one.claim.id, other=other.claim.id, reason=said[1])
        said = rule(other, one)
        if said is not None:
            return Relation(tie=said[0], one=other.claim.id, other=one.claim.id, reason=said[1])
    return None


def _place(entry: Entry) -> tuple[object, ...]:
    return (entry.day is None, entry.day, entry.claim.report, entry.claim.passage.start, entry.claim.id)


def _copy(one: Entry, other: Entry) -> Said | None:
    if one.claim.report == other.claim.report or one.figure != other.figure:
        return None
    if Tie.CLASH in (place_tie(one, other), period_tie(one, other), group_tie(one, other)):
        return None
    why = share_words(one, other)
    return (Is.COPY, why) if why else None


def _share(one: Entry, other: Entry) -> Said | None:
    figure, whole = one.figure, other.figure
    if figure is None or whole is None or figure.measure is not Measure.SHARE or whole.measure is not Measure.COUNT:
        return None
    told = figure.whole.value if figure.whole else None
    if told is not None and whole.value is not None and float(told) == float(whole.value):
        return Is.SHARE, "it is a share of just that number"
    return None


def _subset(one: Entry, other: Entry) -> Said | None:
    if one.figure is None or other.figure is None or not _counts(one, other):
        return None
    whole = one.figure.whole
    if one.part and whole and whole.value is not None and whole.value == other.figure.value:
        return Is.SUBSET, "its words say that it is a part of that number"
    if one.ruled.whole == other.claim.id:
        return Is.SUBSET, "somebody judged that it counts a part"
    wider = not one.group <= NEAR_PEOPLE and (other.group <= NEAR_PEOPLE or other.group < one.group)
    here = place_tie(one, other) is not Tie.CLASH and _same_days(one, other)
    if wider and here and one.number < other.number:
        return Is.SUBSET, "its group is among the people of the other; the two are not added"
    return None


def _unit(one: Entry, other: Entry) -> Said | None:
    a, b = one.figure, other.figure
    if a is None or b is None or (a.unit, a.measure) == (b.unit, b.measure):
        return None
    if Tie.CLASH in (place_tie(one, other), group_tie(one, other)):
        return None
    return Is.UNIT, f"one counts in {a.unit} ({a.measure}), the other in {b.unit} ({b.measure})"


def _population(one: Entry, other: Entry) -> Said | None:
    if not _counts(one, other) or group_tie(one, other) is not Tie.CLASH or place_tie(one, other) is Tie.CLASH:
        return None
    return Is.POPULATION, "they count other groups of people"


def _area(one: Entry, other: Entry) -> Said | None:
    if one.figure is None or other.figure is None or place_tie(one, other) is not Tie.CLASH:
        return None
    if one.basis is Basis.EVENT and other.basis is Basis.EVENT:
        return None
    return Is.AREA, "they are told of places of which neither lies in the other"


def _bound(one: Entry, other: Entry) -> Said | None:
    a, b = one.figure, other.figure
    if a is None or b is None or a.value is None or b.value is None or not _comparable(one, other):
        return None
    if a.quantifier is Quantifier.MORE_THAN and b.quantifier in UPPER and a.value >= b.value:
        return Is.BOUND, f"one says more than {a.value:,}, the other at most {b.value:,}"
    return None


def _figure(one: Entry, other: Entry) -> Said | None:
    """One figure in two claims, in the same words or rounder ones."""
    a, b = one.figure, other.figure
    if a is None or b is None or not alike(a, b) or not _comparable(one, other):
        return None
    if a != b and (rounded(a, b) or rounded(b, a)):
        return Is.ROUNDED, "the one is a rounder or vaguer wording of the other"
    if a.value != b.value:
        return None
    same_report = one.claim.report == other.claim.report
    if same_report or not kin(one.voice, other.voice):
        return Is.SAME, "they give one figure for the same place and days" + ("" if same_report else ", by two sources")
    return Is.REPORTED, "another report gives the same source's figure"


def _update(one: Entry, other: Entry) -> Said | None:
    series = series_of(one)
    if series is None or series != series_of(other) or one.as_of is None or other.as_of is None:
        return None
    if one.as_of <= other.as_of or (one.figure is not None and not kin(one.voice, other.voice)):
        return None
    what = "the same source's figure" if one.figure else "the status of the same place"
    return Is.UPDATE, f"{what}, told of a later day ({one.as_of} after {other.as_of})"


def _increment(one: Entry, other: Entry) -> Said | None:
    a, b = one.claim.period, other.claim.period
    if a is None or b is None or not _counts(one, other) or not kin(one.voice, other.voice):
        return None
    inside = b.first < a.first and a.last == b.last and (a.last - a.first).days < BULLETIN_DAYS
    if inside and one.number < other.number and group_tie(one, other) is Tie.SAME and _near(one, other):
        return Is.INCREMENT, "it counts the last days of what the other counts from an earlier day on"
    return None


def _window_differs(one: Entry, other: Entry) -> Said | None:
    if one.figure is None or other.figure is None or not _near(one, other):
        return None
    if {one.basis, other.basis} & {Basis.STOCK} and one.basis is not other.basis:
        return Is.WINDOW, f"one is a {one.basis}, the other counts over {_span(other)}"
    if period_tie(one, other) is Tie.CLASH or not _same_days(one, other):
        return Is.WINDOW, f"one is told of {_span(one)}, the other of {_span(other)}"
    return None


def _value(one: Entry, other: Entry) -> Said | None:
    if one.figure is None or other.figure is None or not _comparable(one, other):
        return None
    a, b = extent(one.figure), extent(other.figure)
    if a.least <= b.most and b.least <= a.most:
        return None
    if one.basis is Basis.EVENT and not local(one):
        return None
    if far_apart(one, other):
        return Is.METHOD, "numbers so far apart count in other ways, or other things"
    return Is.VALUE, "no number suits both"


def _status(one: Entry, other: Entry) -> Said | None:
    a, b = one.claim.status, other.claim.status
    if one.figure or other.figure or a is None or b is None or not one.places or one.places != other.places:
        return None
    if one.as_of and other.as_of and one.as_of != other.as_of:
        return None
    if exclude(one, other):
        return Is.VALUE, f"{_word(a)} and {_word(b)} cannot both be so on one day"
    return (Is.SAME, "they give one status of the same place") if a is b else None


def _same_event(one: Entry, other: Entry) -> Said | None:
    kinds = {one.sort.kind, other.sort.kind}
    if not kinds <= HAPPENS or Tie.CLASH in (words_tie(one.cause, other.cause), words_tie(one.actor, other.actor)):
        return None
    place, period = place_tie(one, other), period_tie(one, other)
    if place is Tie.SAME and period is Tie.SAME and local(one):
        return Is.EVENT, "they are told of one place and day"
    same_sentence = one.claim.sentence == other.claim.sentence
    if same_sentence and Tie.CLASH not in (place, period):
        return Is.EVENT, "one sentence tells both"
    return None


def _counts(one: Entry, other: Entry) -> bool:
    """Whether both count the same unit."""
    a, b = one.figure, other.figure
    return a is not None and b is not None and a.unit == b.unit and a.measure is Measure.COUNT is b.measure


def _near(one: Entry, other: Entry) -> bool:
    a, b = one.figure, other.figure
    same = a is not None and b is not None and (a.unit, a.measure) == (b.unit, b.measure)
    return same and place_tie(one, other) >= Tie.OPEN and group_tie(one, other) >= Tie.OPEN


def _comparable(one: Entry, other: Entry) -> bool:
    return (
        _near(one, other) and one.part == other.part and _same_days(one, other) and period_tie(one, other) >= Tie.OPEN
    )


def _same_days(one: Entry, other: Entry) -> bool:
    """Whether two claims are of one window: the same days, or one that is not told."""
    a, b = one.claim.period, other.claim.period
    return a is None or b is None or same_window(a, b)


def _span(entry: Entry) -> str:
    period = entry.claim.period
    if period is None:
        return "no days that are told"
    return f"{period.first} to {period.last}" if period.first != period.last else str(period.first)


def _word(status: Status) -> str:
    return str(status.value)


SAME_KIND: Sequence[Rule] = (
    _copy,
    _share,
    _subset,
    _unit,
    _population,
    _area,
    _status,
    _bound,
    _figure,
    _update,
    _increment,
    _window_differs,
    _value,
)
"""The rules for two claims of one kind; the first that fits says what they are to one another."""
