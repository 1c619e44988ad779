"""Sums that the findings of a picture should come to, and do not."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from clearway.model import Basis, Certainty, Claim, Equation, Finding, Measure, Number, Rule
from clearway.picture.sentences import number_words
from clearway.picture.speakers import words_of
from clearway.picture.totals import Bulletin, check

APART = (frozenset({"man"}), frozenset({"woman"}), frozenset({"child"}), frozenset({"child", "woman"}))
"""Groups of which some exclude one another: nobody is two of man, woman and child."""

SINGULAR = {"men": "man", "women": "woman", "children": "child"}
WHOLE = 100


def equations(findings: Iterable[Finding], claims: Iterable[Claim]) -> tuple[Equation, ...]:
    """The rules that the findings break, each with its claims and the likeliest reason; nothing is mended.

    Only what is asserted counts, and only bounds that leave no doubt: a part of "about 300" may be 310.
    """
    told = [one for one in findings if one.certainty is Certainty.ASSERTED and one.derived_from is None]
    by_id = {claim.id: claim for claim in claims}
    found = [*_parts(told), *_sums(told), *_totals(told), *_shares(told, by_id)]
    return tuple(sorted(found, key=lambda one: (tuple(Rule).index(one.rule), one.words, one.claims)))


def _parts(findings: Sequence[Finding]) -> Iterator[Equation]:
    by_id = {finding.id: finding for finding in findings}
    for part in findings:
        whole = by_id.get(part.part_of or "")
        if whole is None or part.measure is not Measure.COUNT or whole.measure is not Measure.COUNT:
            continue
        least, most = _low(part), _high(whole)
        if least is not None and most is not None and least > most:
            words = f"{part.statement}, which is part of: {whole.statement}"
            reason = "other basis: the part counts a longer time or a larger area than its whole"
            yield _equation(Rule.PART, words, reason, part, whole)


def _sums(findings: Sequence[Finding]) -> Iterator[Equation]:
    by_id = {finding.id: finding for finding in findings}
    of_whole: dict[str, list[Finding]] = defaultdict(list)
    for part in findings:
        if part.part_of in by_id and part.measure is Measure.COUNT and _group(part) in APART:
            of_whole[part.part_of].append(part)
    for name, parts in of_whole.items():
        most = _high(by_id[name])
        some = _apart(parts)
        if most is None or len(some) < 2 or any(_low(part) is None for part in some):
            continue
        total = sum(_low(part) or 0 for part in some)
        if total > most:
            added = " and ".join(part.statement for part in some)
            words = f"{added} come to {number_words(total)}, more than: {by_id[name].statement}"
            yield _equation(Rule.PARTS, words, "other basis, or the groups overlap", *some, by_id[name])


def _apart(parts: Sequence[Finding]) -> list[Finding]:
    """Parts of which none can hold a person of another, the largest first."""
    kept: list[Finding] = []
    for part in sorted(parts, key=lambda one: (-(_low(one) or 0), one.id)):
        if not any(_group(part) & _group(other) for other in kept):
            kept.append(part)
    return kept


def _totals(findings: Sequence[Finding]) -> Iterator[Equation]:
    """Running totals of one series and speaker, with what the same speaker tells as new of the day in between."""
    rows: dict[tuple[str, tuple[str, ...]], list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.basis is Basis.CUMULATIVE and finding.series and finding.as_of and len(finding.sources) == 1:
            rows[finding.series, finding.sources].append(finding)
    news = _news(findings)
    for (_, sources), row in rows.items():
        row.sort(key=lambda one: (one.as_of or date.min, one.id))
        bulletins = []
        for earlier, later in pairwise([None, *row]):
            if later is None:
                continue
            fresh = news.get(_question(later, sources, earlier.as_of if earlier else None))
            named = (*later.claims, *(fresh.claims if fresh else ()))
            bulletins.append(
                Bulletin(
                    day=later.as_of or date.min,
                    total=_exact(later),
                    new=_exact(fresh) if fresh else None,
                    claims=tuple(dict.fromkeys(named)),
                )
            )
        checked = check(bulletins)
        yield from checked.failing
        yield from checked.falls


def _news(findings: Sequence[Finding]) -> Mapping[tuple[object, ...], Finding]:
    """What each speaker tells of single days, or of the days between two bulletins, by what a total would ask."""
    found: dict[tuple[object, ...], Finding] = {}
    for finding in findings:
        if finding.period and finding.measure is Measure.COUNT and len(finding.sources) == 1:
            days = (finding.period.first, finding.period.last)
            found[finding.kind, finding.place_id, finding.group, finding.unit, finding.sources, days] = finding
    return found


def _question(total: Finding, sources: tuple[str, ...], before: date | None) -> tuple[object, ...]:
    last = total.as_of
    first = date.fromordinal(before.toordinal() + 1) if before else last
    return (total.kind, total.place_id, total.group, total.unit, sources, (first, last))


def _shares(findings: Sequence[Finding], claims: Mapping[str, Claim]) -> Iterator[Equation]:
    rows: dict[tuple[object, ...], list[Finding]] = defaultdict(list)
    for finding in findings:
        claim = claims.get(finding.claims[0]) if finding.claims else None
        if finding.measure is not Measure.SHARE or claim is None or not claim.figure or not claim.figure.whole:
            continue
        if claim.actor:
            whole = words_of(claim.figure.whole.words)
            rows[finding.kind, whole, finding.place_id, finding.period, finding.sources].append(finding)
    for row in rows.values():
        doers = {words_of(claims[one.claims[0]].actor): one for one in row}
        lows = [_low(one) for one in doers.values()]
        if len(doers) > 1 and None not in lows and sum(low or 0 for low in lows) > WHOLE:
            some = sorted(doers.values(), key=lambda one: one.id)
            words = f"{' and '.join(one.statement for one in some)} come to more than 100 percent"
            yield _equation(Rule.SHARES, words, "other basis: the shares are of different wholes", *some)


def _equation(rule: Rule, words: str, reason: str, *findings: Finding) -> Equation:
    claims = tuple(dict.fromkeys(claim for finding in findings for claim in finding.claims))
    return Equation(rule=rule, words=words, reason=reason, claims=claims, findings=tuple(one.id for one in findings))


def _group(finding: Finding) -> frozenset[str]:
    return frozenset(SINGULAR.get(word, word) for word in words_of(finding.group))


def _low(finding: Finding) -> Number | None:
    return finding.low.value if finding.low else None


def _high(finding: Finding) -> Number | None:
    return finding.high.value if finding.high else None


def _exact(finding: Finding) -> Number | None:
    """The number of a finding that leaves no room: "about 300" rises by no exact number."""
    low, high = _low(finding), _high(finding)
    return low if low is not None and low == high else None
