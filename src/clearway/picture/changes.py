"""What became of the findings between two days."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from clearway.model import Change, Finding, Known, State, Turn
from clearway.picture.ordering import line_of
from clearway.picture.series import succeeds

Earlier = Callable[[str], Iterable[Finding]]
"""The findings of a series that stood on the first of the two days."""

IN_ORDER = tuple(Turn)


def changes(known: Iterable[Known], *, after: date, day: date, earlier: Earlier) -> tuple[Change, ...]:
    """What was new, revised, contradicted, withdrawn or confirmed since the end of one day, at the end of another.

    `known` are the findings whose standing began or ended in between. What came and went in between is left out, and
    so is what is derived from others.
    """
    told = [one for one in known if one.finding.derived_from is None]
    before = [one.finding for one in told if one.since <= after]
    now = [one.finding for one in told if one.since > after and (one.until is None or one.until > day)]
    pairs = _paired(before, now)
    found = [_change(pairs.get(finding.id), finding, earlier) for finding in now]
    left = {claim for finding in now for claim in finding.claims}
    used = {finding.id for finding in pairs.values()}
    for finding in before:
        gone = tuple(claim for claim in finding.claims if claim not in left)
        if finding.id not in used and gone:
            found.append(Change(turn=Turn.WITHDRAWN, before=finding, after=None, claims=gone))
    return tuple(sorted(found, key=_place))


def _paired(before: Sequence[Finding], now: Sequence[Finding]) -> Mapping[str, Finding]:
    """For findings of the second day, by id, the one of the first day that each has come from."""
    by_id = {finding.id: finding for finding in before}
    of_claim: dict[str, list[Finding]] = defaultdict(list)
    for finding in before:
        for claim in finding.claims:
            of_claim[claim].append(finding)
    pairs = {finding.id: by_id[finding.id] for finding in now if finding.id in by_id}
    used = {finding.id for finding in pairs.values()}
    for finding in now:
        if finding.id in pairs:
            continue
        near = {one.id: one for claim in finding.claims for one in of_claim[claim] if one.id not in used}
        if near:
            mine = set(finding.claims)
            pairs[finding.id] = min(near.values(), key=lambda one: (-len(mine & set(one.claims)), one.id))
            used.add(pairs[finding.id].id)
    return pairs


def _change(before: Finding | None, now: Finding, earlier: Earlier) -> Change:
    if before is None and now.series:
        before = next((one for one in earlier(now.series) if succeeds(now, one)), None)
    if before is None:
        return Change(turn=Turn.NEW, before=None, after=now, claims=now.claims)
    fresh = tuple(claim for claim in now.claims if claim not in set(before.claims)) or now.claims
    if now.state is State.CONTESTED and before.state is not State.CONTESTED:
        turn = Turn.CONTRADICTED
    elif _numbers(now) == _numbers(before) and (now.state is State.SUPERSEDED) == (before.state is State.SUPERSEDED):
        turn = Turn.CONFIRMED
    else:
        turn = Turn.REVISED
    return Change(turn=turn, before=before, after=now, claims=fresh)


def _numbers(finding: Finding) -> tuple[object, ...]:
    bounds = tuple(bound and bound.value for bound in (finding.low, finding.best, finding.high))
    return (*bounds, finding.status, finding.certainty)


def _place(change: Change) -> tuple[int, str]:
    finding = change.after or change.before
    return (IN_ORDER.index(change.turn), line_of(finding) if finding else "")
