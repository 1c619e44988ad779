"""What a finding is about, in a few plain words made from its slots and nothing else."""

import re
from collections.abc import Sequence

from clearway.model import Bound, Certainty, Figure, Level, Measure, Number, Quantifier
from clearway.picture.entries import Entry
from clearway.picture.hedges import VAGUE
from clearway.picture.speakers import singular

PATTERNS = {
    "killed": "{whom} killed",
    "injured": "{whom} injured",
    "missing": "{whom} missing",
    "detained": "{whom} detained",
    "abducted": "{whom} abducted",
    "casualties": "{whom} killed or injured",
    "affected": "{whom} affected",
    "displaced": "{whom} displaced",
    "returned": "{whom} returned",
    "facility_attack": "{what} attacked",
    "facility_status": "{what} {status}",
    "attack": "{what}",
    "control": "{what} {status}",
    "road_status": "{what} {status}",
    "access": "{what} {status}",
    "corridor": "{what} {status}",
    "aid_delivery": "aid: {what}",
    "need": "{whom} in need",
    "destruction": "{what} destroyed or damaged",
    "hazard": "{what}",
    "disease": "{whom} ill",
    "population": "population: {whom}",
    "agreement": "{what}",
    "talks": "{what}",
    "statement": "{act}",
    "deployment": "{what} deployed",
}
"""One pattern for each kind; `whom` counts people, `what` counts things, each with its number."""

THINGS = {
    "attack": "attack",
    "control": "place",
    "road_status": "road",
    "access": "humanitarian access",
    "corridor": "humanitarian corridor",
    "aid_delivery": "delivery",
    "destruction": "building or land",
    "hazard": "hazard",
    "agreement": "agreement",
    "talks": "talks",
    "deployment": "troops or teams",
}
"""What a finding of a kind is about where its slots name no thing."""

HEDGE_WORDS = {
    Quantifier.EXACT: "",
    Quantifier.APPROXIMATELY: "about ",
    Quantifier.ALMOST: "almost ",
    Quantifier.MORE_THAN: "more than ",
    Quantifier.LESS_THAN: "at most ",
}

MARKS = {
    Certainty.ASSERTED: "",
    Certainty.POSSIBLE: " (possible)",
    Certainty.INTENDED: " (intended)",
    Certainty.DENIED: " (denied)",
}

ACTS = {
    "request": "request",
    "reject": "rejection",
    "threaten": "threat",
    "accuse": "accusation",
    "pledge": "pledge",
    "deny": "denial",
    "condemn": "condemnation",
    "declare": "declaration",
}

DONE_BY = frozenset({"attack", "control", "deployment", "facility_attack"})
"""Kinds whose line says by whom, as the claims have it; a share says it too, since it is a share of what was done."""

CAUSED = frozenset(
    {"killed", "injured", "casualties", "displaced", "destruction", "need", "disease", "facility_status"}
)
"""Kinds whose line gives the cause in brackets."""

RECIPIENTS = frozenset(
    {"person", "household", "camp", "site", "settlement", "village", "town", "city", "district", "community", "area"}
)
"""What aid goes to, where it is counted; all else that is counted is the aid itself."""

SORTS = frozenset(
    str.split(
        "surgical maternity field mobile paediatric pediatric general central national university military primary "
        "secondary psychiatric dental eye private public underground makeshift temporary"
    )
)
"""Common words that tell one facility of a kind from another, and name none."""

NOBODY = frozenset({"nobody", "no one", "none", "no-one"})

IRREGULAR = {"person": "people", "percent": "percent", "staff": "staff", "people": "people", "woman": "women"}
SINGULAR = {"people": "person", "children": "child", "women": "woman", "men": "man"}


def number_words(number: Number) -> str:
    """A number as people write it: 299, 400,000, 3.5."""
    if isinstance(number, int) or number == int(number):
        return f"{int(number):,}"
    return f"{number:,.2f}".rstrip("0").rstrip(".")


def figure_words(figure: Figure) -> str:
    """A figure as stated: "about 300", "dozens of", "between 5 and 10"."""
    if figure.quantifier in VAGUE:
        return "several" if figure.quantifier is Quantifier.SEVERAL else f"{figure.quantifier} of"
    if figure.value is not None:
        return HEDGE_WORDS.get(figure.quantifier, "") + number_words(figure.value)
    return span_words(figure.low, figure.high)


def span_words(low: Number | None, high: Number | None) -> str:
    """A range: "between 2 and 5", "at least 80", "at most 300"."""
    if low is not None and high is not None:
        return number_words(low) if low == high else f"between {number_words(low)} and {number_words(high)}"
    if low is not None:
        return f"at least {number_words(low)}"
    return f"at most {number_words(high)}" if high is not None else "an unknown number of"


def statement(entry: Entry, *, group: str | None, status: str | None, count: str | None) -> str:
    """The line that a reader sees: the kind's pattern with its number, group or thing, status and act."""
    claim = entry.claim
    pattern = _pattern(entry, count)
    share = entry.figure is not None and entry.figure.measure is Measure.SHARE
    if count is not None and share:
        text = _share(entry, pattern, group, status, count)
    else:
        filled = {
            "whom": _counted(count, group or _unit(entry)),
            "what": _counted(count, _thing(entry)),
            "status": status or "mentioned",
            "act": _act(entry),
        }
        text = pattern.format(**filled)
    text = text if count is not None and share else text + aside(entry)
    if entry.sort.negated and count != "0":  # "no people injured" says it once
        text = f"not so: {text}"
    return text + MARKS[claim.certainty]


def count_words(entry: Entry, low: Bound | None, best: Bound | None, high: Bound | None, *, apart: bool) -> str | None:
    """The number of a finding in words: the best as its claim hedges it, or the range where there is no best."""
    if entry.figure is None:
        return None
    lowest, highest = (low.value if low else None), (high.value if high else None)
    if apart or (best is None and entry.figure.quantifier not in VAGUE):
        return span_words(lowest, highest)
    return figure_words(entry.figure)


def aside(entry: Entry) -> str:
    """By whom and through what, where the kind's line says so: " by Turkey", " (cold)"."""
    claim = entry.claim
    share = entry.figure is not None and entry.figure.measure is Measure.SHARE
    by = f" by {joined(claim.actor)}" if claim.actor and (share or entry.kind.name in DONE_BY) else ""
    cause = f" ({joined(claim.cause)})" if claim.cause and entry.kind.name in CAUSED and not share else ""
    return by + cause


def reckoned_words(entry: Entry, *, group: str | None, count: str, how: str) -> str:
    """The line of a derived count, which says first that nobody reports it."""
    pattern = _pattern(entry, count)
    status = entry.claim.status.value if entry.claim.status else "mentioned"
    thing = _counted(count, joined(entry.claim.facility) or entry.kind.unit)
    whom = _counted(count, group or "person")
    text = pattern.format(whom=whom, what=thing, status=status, act=_act(entry))
    return f"derived, not reported: {text}{aside(entry)} ({how}){MARKS[entry.claim.certainty]}"


def joined(values: str | None) -> str | None:
    """Slot values ("hospital; camp") as words: "hospital and camp"."""
    return " and ".join(part.strip() for part in values.split(";") if part.strip()) if values else None


def plural(noun: str) -> str:
    """The plural of an English noun, enough for the units and facilities of claims."""
    head, _, last = noun.rpartition(" ")
    if last in IRREGULAR:
        word = IRREGULAR[last]
    elif last.endswith("y") and not last.endswith(("ay", "ey", "oy")):
        word = f"{last[:-1]}ies"
    elif last.endswith(("ch", "sh", "x")):
        word = f"{last}es"
    else:
        word = last if last.endswith(("s", "people", "children", "men")) else f"{last}s"
    return f"{head} {word}" if head else word


def one_of(noun: str) -> str:
    """The singular of an English noun, by its last word."""
    head, _, last = noun.rpartition(" ")
    word = SINGULAR.get(last) or singular(last)
    return f"{head} {word}" if head else word


def _share(entry: Entry, pattern: str, group: str | None, status: str | None, count: str) -> str:
    """The wording of a share: what it is a share of comes last, as its claim words it."""
    figure = entry.figure
    subject = group or "people"
    thing = plural(joined(entry.claim.facility) or entry.kind.unit)
    text = pattern.format(whom=subject, what=thing, status=status or "mentioned", act=_act(entry))
    text += aside(entry)
    whole = f" of {figure.whole.words}" if figure and figure.whole else ""
    return f"{text}: {count} percent{whole}"


def _pattern(entry: Entry, count: str | None) -> str:
    """The kind's pattern; aid that nobody counts is delivered, and what it goes to is no aid."""
    if entry.kind.name == "aid_delivery":
        if count is None and not entry.claim.facility:
            return "aid delivered"
        thing = _thing(entry)
        if one_of(thing) in RECIPIENTS:
            return "aid to {what}"
    return PATTERNS.get(entry.kind.name, "{what}")


def _counted(count: str | None, noun: str) -> str:
    noun = "person" if noun in NOBODY else noun
    if count is None:
        return noun
    if count == "0":
        return f"no {plural(noun)}"
    return f"{count} {one_of(noun)}" if count == "1" else f"{count} {plural(noun)}"


def _unit(entry: Entry) -> str:
    unit = entry.figure.unit if entry.figure else entry.kind.unit
    if entry.figure is None and unit == "person":
        return "people"
    return unit


def _thing(entry: Entry) -> str:
    """The thing a claim is about: its facility, or its unit where it has a figure, or what its kind is about."""
    claim, figure = entry.claim, entry.figure
    if entry.kind.name == "aid_delivery" and figure is not None and figure.unit not in ("facility", "event"):
        return joined(claim.group) or figure.unit if figure.unit == "person" else figure.unit
    if claim.facility:
        named = joined(claim.facility) or ""
        return named if figure is not None else _as_said(claim.facility, claim.passage.words)
    if entry.kind.name == "road_status" and figure is None:
        return _road(entry) or THINGS["road_status"]
    if figure is not None and figure.unit != "event":
        return joined(claim.group) or figure.unit if figure.unit == "person" else figure.unit
    if entry.kind.name in ("attack", "hazard") and claim.cause:
        return joined(claim.cause) or entry.kind.name
    return THINGS.get(entry.kind.name, entry.kind.unit)


def _road(entry: Entry) -> str | None:
    """The road's own name, as it is written."""
    named = [place.name for place in entry.claim.places if place.level is Level.ROAD]
    return named[0] if len(named) == 1 else None


def _as_said(values: str, words: str) -> str:
    """Facilities, one or several as the words have them, with the common word that tells their sort."""
    return " and ".join(_one_or_several(part.strip(), words) for part in values.split(";") if part.strip())


def _one_or_several(noun: str, words: str) -> str:
    found = re.search(rf"(?:\b([\w-]+) )?\b{re.escape(noun)}\b", words, re.IGNORECASE)
    if found is None or re.search(rf"\b{re.escape(plural(noun))}\b", words, re.IGNORECASE):
        return plural(noun)
    sort = (found[1] or "").lower()
    return f"{sort} {noun}" if sort in SORTS else noun


def _act(entry: Entry) -> str:
    claim = entry.claim
    speaker = claim.actor or (entry.voice.name.written if not entry.voice.own else None)
    act = ACTS[claim.act.value] if claim.act else "statement"
    return f"{act} by {joined(speaker)}" if speaker else act


def list_words(words: Sequence[str], most: int = 8) -> str:
    """Several words in a row, cut with a count where there are too many."""
    rest = len(words) - most
    return "; ".join(words[:most]) + (f"; and {rest} more" if rest > 0 else "")
