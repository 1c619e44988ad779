"""The policies by which low, best and high of a finding are chosen; each is named in what comes of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from clearway.errors import UsageError
from clearway.model import Finding, SourceKind
from clearway.picture.bounds import Reading, Settled, bound_at, high_of, low_of, range_of, sorted_out
from clearway.picture.entries import Entry
from clearway.picture.grading import grade
from clearway.picture.hedges import End
from clearway.picture.lines import redrawn, said_by
from clearway.picture.sentences import list_words
from clearway.picture.speakers import about_itself
from clearway.picture.weighing import Vote, Weighed, middle, weigh

TRUSTED = (
    SourceKind.UN,
    SourceKind.MONITOR,
    SourceKind.NGO,
    SourceKind.GOVERNMENT,
    SourceKind.WITNESS,
    SourceKind.PERSON,
    SourceKind.MEDIA,
    SourceKind.UNKNOWN,
    SourceKind.PARTY,
)
"""Which sources' figures are recommended before others: whoever counts before whoever tells, a party last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The claims of one finding that say so, by source, and what the policy `range` comes to."""

    entries: Sequence[Entry]
    readings: Sequence[Sequence[Reading]]
    settled: Settled


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A named way to choose; `source` is where it comes from."""

    name: str
    about: str
    source: str
    choose: Callable[[Told, "Weighed | None"], Settled]


def _range(told: Told, _: Weighed | None) -> Settled:
    return told.settled


def _conservative(told: Told, _: Weighed | None) -> Settled:
    """The lowest figure that any source gives."""
    ends = [pair for some in told.readings for reading in some if (pair := _number(reading))]
    if not ends:
        return replace(told.settled, best=None)
    least = min(ends, key=lambda pair: (pair[1].value, pair[0].claim.id))[1].value
    best = bound_at(ends, least)
    notes = ("the lowest figure counts",) if len({end.value for _, end in ends}) > 1 else ()
    return replace(told.settled, low=best, best=best, notes=notes)


def _graded(told: Told, _: Weighed | None) -> Settled:
    """Minimum and maximum over all sources but a party on itself, and no best; with the grade."""
    everybody = [one for some in told.readings for one in some]
    flat = [one for one in everybody if not about_itself(one[0].claim)] or everybody
    notes = (f"grade: {grade(told.entries)}",)
    return replace(told.settled, low=low_of(flat), best=None, high=high_of(flat), notes=notes)


def _recommended(told: Told, _: Weighed | None) -> Settled:
    """One claim's figure, and why it; the others are its triangulation."""
    flat = [(number, reading) for number, some in enumerate(told.readings) for reading in some]
    if not flat:
        return told.settled
    number, lead = min(flat, key=lambda pair: _standing(pair[1]))
    entry, known = lead
    others = [said_by(other[0][0]) for place, other in enumerate(told.readings) if place != number and other]
    reasons = [f"{entry.voice.kind} source" if entry.voice.kind is not SourceKind.UNKNOWN else "a named source"]
    reasons += ["stated without a hedge"] if known.rank == 0 else []
    reasons += ["the newest of its kind"] if len(flat) > 1 else []
    notes = [f"recommended: {said_by(entry)}, {', '.join(reasons)}"]
    notes += [f"triangulation: {list_words(others)}"] if others else []
    best = known.best or known.low or known.high
    return replace(
        told.settled,
        low=low_of([lead]),
        best=bound_at([(entry, best)], best.value) if best else None,
        high=high_of([lead]),
        notes=tuple(notes),
    )


def _weighted(told: Told, weighed: Weighed | None) -> Settled:
    """The number in the middle, each source weighing as much as it was right elsewhere."""
    ends = [pair for some in told.readings for reading in some if (pair := _number(reading))]
    if not ends or weighed is None:
        return told.settled
    weights = weighed.weights
    value = middle([(end.value, weights.get(entry.voice.shown, 1.0)) for entry, end in ends])
    notes = []
    if len({end.value for _, end in ends}) > 1:
        shown = sorted({(entry.voice.shown, weights.get(entry.voice.shown, 1.0)) for entry, _ in ends})
        most = max(weight for _, weight in shown) or 1.0
        notes = [f"weights: {list_words([f'{name} {weight / most:.2g}' for name, weight in shown])}"]
    return replace(told.settled, best=bound_at(ends, value), notes=tuple(notes))


POLICIES: Mapping[str, Policy] = {
    policy.name: policy
    for policy in (
        Policy(
            name="range",
            about="low and high of all sources, best where they leave one",
            source="UCDP's low, best and high",
            choose=_range,
        ),
        Policy(
            name="conservative",
            about="the lowest figure; tens are 10, dozens 12, hundreds 100",
            source="ACLED's rule of counting",
            choose=_conservative,
        ),
        Policy(
            name="graded",
            about="minimum, maximum and a grade, no best; a party on itself apart",
            source="Airwars' civilian harm assessment",
            choose=_graded,
        ),
        Policy(
            name="recommended",
            about="one claim's figure with the reason, the others as triangulation",
            source="IDMC's figures analysis",
            choose=_recommended,
        ),
        Policy(
            name="weighted",
            about="the number in the middle, sources weighing as much as they were right",
            source="CATD with a weighted median",
            choose=_weighted,
        ),
    )
}
"""The policies by name; the first holds unless another is asked for."""


def check_policy(policy: str) -> None:
    """Raise `UsageError` for a policy that nobody knows."""
    if policy not in POLICIES:
        raise UsageError(policy, rule="no such policy", remedy=f"use one of: {', '.join(POLICIES)}")


def under(policy: str, findings: Iterable[Finding], entries: Mapping[str, Entry]) -> tuple[Finding, ...]:
    """The findings with low, best and high chosen by a policy; `entries` are their claims by id.

    What is derived stays as it was reckoned. The state tells how the claims stand to one another, which no policy
    changes. Raises `UsageError` for a policy that nobody knows.
    """
    check_policy(policy)
    findings = tuple(findings)
    if policy == "range":
        return findings
    told = {one.id: _told([entries[name] for name in one.claims if name in entries]) for one in findings}
    weighed = _weigh(told) if policy == "weighted" else None
    choose = POLICIES[policy].choose
    out = []
    for finding in findings:
        known = told[finding.id]
        counted = finding.derived_from is None and any(known.readings) and len(known.entries) == len(finding.claims)
        out.append(redrawn(finding, known.entries, known.settled, choose(known, weighed)) if counted else finding)
    return tuple(out)


def _told(entries: Sequence[Entry]) -> Told:
    asserting = [entry for entry in entries if not entry.denial]
    return Told(entries=entries, readings=sorted_out(asserting), settled=range_of(entries))


def _weigh(told: Mapping[str, Told]) -> Weighed:
    votes = [
        Vote(question=name, source=pair[0].voice.shown, value=pair[1].value)
        for name, one in told.items()
        for some in one.readings
        for reading in some
        if (pair := _number(reading))
    ]
    return weigh(votes)


def _number(reading: Reading) -> tuple[Entry, End] | None:
    entry, known = reading
    end = known.best or known.low or known.high
    return (entry, end) if end else None


def _standing(reading: Reading) -> tuple[object, ...]:
    entry, known = reading
    own = about_itself(entry.claim)
    day = entry.as_of.toordinal() if entry.as_of else 0
    kind = SourceKind.MEDIA if entry.voice.own else entry.voice.kind
    return (own, TRUSTED.index(kind), known.rank, -day, entry.claim.id)
