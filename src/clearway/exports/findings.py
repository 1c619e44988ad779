"""Findings as a screen lets them out: no more than their released claims tell."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from clearway.exports import rules
from clearway.exports.altered import altered
from clearway.exports.areas import MARK
from clearway.exports.masking import joined, masked, words
from clearway.exports.quoting import SLOT_WORDS
from clearway.exports.screen import Screen
from clearway.exports.screening import released_title
from clearway.exports.sites import COARSE, is_proper
from clearway.model import Bound, Change, Claim, Finding, Incident, identify

RECKONED = "reckoned from the claims named"
"""What is said of a derived number where its reckoning quotes words that may not go out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Under:
    """A finding's claims as they were, by id, and those of them that go out, by their old id."""

    before: Mapping[str, Claim]
    after: Mapping[str, Claim]


def released_findings(
    findings: Iterable[Finding],
    claims: Iterable[Claim],
    after: Mapping[str, Claim],
    guard: Screen,
    counts: Counter[str],
) -> tuple[Finding, ...]:
    """The findings with a claim left (`after`, by old id); those without are counted as held back."""
    before = {claim.id: claim for claim in claims}
    out: dict[str, Finding] = {}
    seen: Counter[str] = Counter()
    for finding in findings:
        under = Under(
            before={key: before[key] for key in finding.claims if key in before},
            after={key: after[key] for key in finding.claims if key in after},
        )
        if under.after:
            out[finding.id] = released_finding(finding, under, guard, seen)
        else:
            counts[rules.BUILT_ON.name] += 1
    ids = {key: finding.id for key, finding in out.items()}
    rows = {name: f"series {number}" for number, name in enumerate(dict.fromkeys(one.series for one in out.values()))}
    return tuple(
        altered(
            finding,
            part_of=ids.get(finding.part_of or ""),
            superseded_by=ids.get(finding.superseded_by or ""),
            derived_from=ids.get(finding.derived_from or ""),
            series=rows[finding.series] if finding.series else None,
        )
        for finding in out.values()
    )


def released_changes(
    changes: Iterable[Change],
    claims: Iterable[Claim],
    after: Mapping[str, Claim],
    guard: Screen,
    counts: Counter[str],
) -> tuple[Change, ...]:
    """The changes with a claim left on the day that they speak of; those without are counted as held back."""
    claims = tuple(claims)

    def released(finding: Finding | None) -> Finding | None:
        found = released_findings([finding] if finding else [], claims, after, guard, counts)
        return found[0] if found else None

    out = []
    for change in changes:
        before, now = released(change.before), released(change.after)
        told = now if change.after is not None else before
        if told is not None:
            named = tuple(after[key].id for key in change.claims if key in after)
            out.append(altered(change, before=before, after=now, claims=named))
    return tuple(out)


def released_finding(finding: Finding, under: Under, guard: Screen, seen: Counter[str]) -> Finding:
    """The finding under an id made of its released claims alone, for the reason that theirs is."""
    whole = len(under.after) == len(finding.claims)
    place, place_id = told_place(finding, under, guard)
    group, status, unit = (told_slot(value, guard) for value in (finding.group, finding.status, finding.unit))
    key = identify("released finding", finding.kind, sorted(claim.id for claim in under.after.values()))
    seen[key] += 1
    sources = told_sources(finding, under, guard)
    return altered(
        finding,
        id=identify(key, seen[key]),
        place=place,
        place_id=place_id,
        group=group,
        status=status,
        unit=unit,
        statement=_statement(finding, whole, place, group, guard),
        low=told_bound(finding.low, under, guard),
        best=told_bound(finding.best, under, guard),
        high=told_bound(finding.high, under, guard),
        sources=sources,
        origins=min(finding.origins, len(sources)),
        claims=tuple(under.after[key].id for key in finding.claims if key in under.after),
        latest=finding.latest if whole else told_latest(under, guard),
        notes=tuple(text for note in finding.notes if whole and (text := told_words(note, guard))),
    )


def told_words(text: str, guard: Screen) -> str:
    """The text masked, or nothing where it repeats words that may not go out."""
    return "" if guard.words.is_in(text) else masked(text, guard.held)


def told_slot(value: str | None, guard: Screen) -> str | None:
    """The slot's words masked; nothing where they would be a quote."""
    if value is None or len(words(value)) > SLOT_WORDS:
        return None
    return told_words(value, guard) or None


def told_bound(bound: Bound | None, under: Under, guard: Screen) -> Bound | None:
    """The bound over its released claims; none where no claim is left to state it."""
    if bound is None:
        return None
    claims = tuple(under.after[key].id for key in bound.claims if key in under.after)
    if len(claims) < len(bound.claims) and (not claims or not bound.stated):
        return None
    return altered(bound, claims=claims, how=(told_words(bound.how, guard) or RECKONED) if bound.how else "")


def told_place(finding: Finding | Incident, under: Under, guard: Screen) -> tuple[str | None, str | None]:
    """The finding's places where its claims may name them, else the areas that they give; ids only of what is named."""
    if finding.place is None:
        return None, None
    out = [place for claim in under.after.values() for place in claim.places]
    sited = any(key in guard.sited for key in under.before) or len(under.before) < len(finding.claims)
    named = {joined(place.name) for place in out} | {joined(place.resolved.name) for place in out if place.resolved}
    ids = {place.resolved.id for place in out if place.resolved}
    parts = finding.place.split("; ")
    kept = [part for part in parts if masked(part, guard.held) == part and (not sited or joined(part) in named)]
    if len(kept) < len(parts):
        kept += [place.name for place in out if place.resolved and place.resolved.level in COARSE]
    told = [key for key in (finding.place_id or "").split("; ") if key in ids]
    return "; ".join(dict.fromkeys(kept)) or MARK, "; ".join(told) or None


def _statement(finding: Finding, whole: bool, place: str | None, group: str | None, guard: Screen) -> str:
    """The statement where it may be told; otherwise made anew of kind, group and place."""
    is_same = masked(finding.statement, guard.held) == finding.statement
    if whole and is_same and place == finding.place and not guard.words.is_in(finding.statement):
        return finding.statement
    told = [finding.kind.replace("_", " "), group, place if place != MARK else None]
    return ", ".join(part for part in told if part)


def told_sources(finding: Finding | Incident, under: Under, guard: Screen) -> tuple[str, ...]:
    """Who says it: the speakers of the released claims, and the reports that say it themselves."""
    told: dict[str, str] = {}
    for key, out in under.after.items():
        before = under.before[key]
        told.update(zip(_chain(before), _chain(out), strict=True))
        report = guard.reports[before.report]
        known = masked(report.publisher, guard.held) if report.publisher else "untitled"
        title = released_title(report, guard) or known
        told.setdefault(f"report: {report.publisher}", f"report: {known}")
        told.setdefault(f"report: {report.title}", f"report: {title}")
        told.setdefault(report.publisher or "", known)
    listed = [told.get(name) or (None if is_proper(name) else masked(name, guard.held)) for name in finding.sources]
    return tuple(dict.fromkeys(name for name in listed if name))


def _chain(claim: Claim) -> list[str]:
    return [source.name for source in claim.attribution.chain]


def told_latest(under: Under, guard: Screen) -> date | None:
    """The day on which the newest of the released claims was published."""
    days = [guard.reports[claim.report].published for claim in under.after.values()]
    return max((day for day in days if day), default=None)
