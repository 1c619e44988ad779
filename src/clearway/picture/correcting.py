"""A claim with its slots as a person says that they should be."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from clearway.errors import UsageError
from clearway.kinds import kinds
from clearway.model import (
    Act,
    Attribution,
    Certainty,
    Claim,
    Figure,
    Judgement,
    Measure,
    Number,
    Period,
    Place,
    Quantifier,
    Source,
    Status,
    from_json,
)

Change = Callable[[Claim, str | None], Claim]
NOTHING = ("", "none", "null")


def corrected(claim: Claim, judgements: Iterable[Judgement]) -> Claim:
    """The claim with every slot that was judged wrong as it should be; its id and its words stay."""
    for one in judgements:
        change = SLOTS.get(one.slot or "")
        claim = change(claim, one.value) if change else claim
    return claim


def check_correction(claim: Claim, slot: str, value: str | None) -> None:
    """Raise `UsageError` where a slot cannot be corrected, or not to that value."""
    if slot not in SLOTS:
        raise UsageError(f"slot {slot!r}", rule="no such slot", remedy=f"use one of: {', '.join(SLOTS)}")
    try:
        SLOTS[slot](claim, value)
    except (ValueError, KeyError) as error:
        rule = f"{value!r} is no value of it ({error})"
        raise UsageError(f"slot {slot!r}", rule=rule, remedy=HOW.get(slot, "give another value")) from error


def _text(name: str) -> Change:
    return lambda claim, value: _with(claim, name, _given(value))


def _one_of(name: str, values: Any, *, needed: bool = False) -> Change:
    def change(claim: Claim, value: str | None) -> Claim:
        given = _given(value)
        if given is None and needed:
            raise ValueError(f"use one of: {', '.join(values)}")
        return _with(claim, name, values(given) if given is not None else None)

    return change


def _figure(**changes: Callable[[str | None], Any]) -> Change:
    def change(claim: Claim, value: str | None) -> Claim:
        figure = claim.figure or Figure()
        changed: dict[str, Any] = {name: parse(value) for name, parse in changes.items()}
        return replace(claim, figure=replace(figure, **changed))

    return change


def _value(claim: Claim, value: str | None) -> Claim:
    """A number with its hedge as it stands; none at all takes the figure away."""
    if _given(value) is None:
        return replace(claim, figure=None)
    quantifier = claim.figure.quantifier if claim.figure and claim.figure.value is not None else Quantifier.EXACT
    figure = replace(claim.figure or Figure(), value=_number(value), low=None, high=None, quantifier=quantifier)
    return replace(claim, figure=figure)


def _kind(claim: Claim, value: str | None) -> Claim:
    return replace(claim, kind=kinds().named(value or "").name)


def _period(claim: Claim, value: str | None) -> Claim:
    given = _given(value)
    if given is None:
        return replace(claim, period=None)
    first, _, last = given.partition("/")
    return replace(claim, period=Period(first=date.fromisoformat(first), last=date.fromisoformat(last or first)))


def _source(claim: Claim, value: str | None) -> Claim:
    given = _given(value)
    chain = claim.attribution.chain
    if given is None:
        return replace(claim, attribution=Attribution())
    nearest = replace(chain[0], name=given) if chain else Source(name=given)
    return replace(claim, attribution=replace(claim.attribution, chain=(nearest, *chain[1:])))


def _words(claim: Claim, value: str | None) -> Claim:
    """Other words of the same sentence."""
    words = value or ""
    at = claim.sentence.words.find(words) if words.strip() else -1
    if at < 0:
        raise ValueError("these words are not in its sentence")
    start = claim.sentence.start + at
    return replace(claim, passage=replace(claim.passage, start=start, end=start + len(words), words=words))


def _places(claim: Claim, value: str | None) -> Claim:
    given = _given(value)
    return replace(claim, places=from_json(given, tuple[Place, ...]) if given else ())


def _with(claim: Claim, name: str, value: Any) -> Claim:
    return replace(claim, **{name: value})


def _given(value: str | None) -> str | None:
    return None if value is None or value.strip().casefold() in NOTHING else value.strip()


def _number(value: str | None) -> Number | None:
    given = _given(value)
    if given is None:
        return None
    bare = given.replace(",", "")
    return int(bare) if bare.lstrip("-").isdigit() else float(bare)


SLOTS: Mapping[str, Change] = {
    "kind": _kind,
    "value": _value,
    "low": _figure(low=_number),
    "high": _figure(high=_number),
    "quantifier": _figure(quantifier=lambda value: Quantifier(value or "")),
    "unit": _figure(unit=lambda value: value or "person"),
    "measure": _figure(measure=lambda value: Measure(value or "")),
    "group": _text("group"),
    "actor": _text("actor"),
    "cause": _text("cause"),
    "facility": _text("facility"),
    "status": _one_of("status", Status),
    "act": _one_of("act", Act),
    "certainty": _one_of("certainty", Certainty, needed=True),
    "period": _period,
    "source": _source,
    "places": _places,
    "words": _words,
}
"""The slots that can be corrected; "none" empties one."""

HOW = {
    "period": "write a day (2020-02-18) or two (2020-01-01/2020-02-18)",
    "value": "write a number",
    "places": "write names as the report has them: Idlib, or Idlib=geonames:168307; Afrin",
    "words": "give words just as they stand in its sentence",
    "quantifier": f"use one of: {', '.join(Quantifier)}",
    "status": f"use one of: {', '.join(Status)}",
    "certainty": f"use one of: {', '.join(Certainty)}",
}
