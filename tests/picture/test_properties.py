"""What holds for every picture, whatever the claims."""

from collections import defaultdict
from datetime import date
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.picture.making import FRIDAY, MONDAY, OTHER_TOWN, PROVINCE, TOWN, TUESDAY, claim, days, percent, report

from clearway.model import (
    Certainty,
    Claim,
    Figure,
    Finding,
    Picture,
    Quantifier,
    Status,
    Told,
    from_json,
    to_json,
)
from clearway.picture import assembled, fold, history, keys_of
from clearway.picture.hedges import extent

REPORTS = [report("r1"), report("r2", published=FRIDAY), report("r3", published=None)]

POWERS = st.sampled_from([3**power for power in range(1, 10)])
"""No sum of two of these is one of them."""

FIGURES = st.one_of(
    st.none(),
    st.builds(
        Figure,
        value=POWERS,
        quantifier=st.sampled_from(
            [Quantifier.EXACT, Quantifier.ALMOST, Quantifier.MORE_THAN, Quantifier.APPROXIMATELY]
        ),
    ),
    st.just(Figure(quantifier=Quantifier.DOZENS)),
    st.builds(percent, st.sampled_from([50, 93]), st.sampled_from([None, 299])),
)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    kind = draw(st.sampled_from(["killed", "displaced", "road_status", "attack", "control"]))
    status = {"road_status": [Status.OPEN, Status.CLOSED], "control": [Status.GAINED, Status.LOST]}.get(kind, [None])
    return claim(
        kind,
        draw(FIGURES) if kind in ("killed", "displaced") else None,
        by=draw(st.sampled_from([None, "UN", "UN rights office", "Coast Monitor", "witnesses"])),
        at=draw(st.sampled_from([(), TOWN, OTHER_TOWN, PROVINCE, (TOWN, OTHER_TOWN)])),
        when=draw(st.sampled_from([None, days(MONDAY), days(MONDAY.replace(month=1), TUESDAY)])),
        within=draw(st.sampled_from(["r1", "r2", "r3"])),
        start=draw(st.integers(0, 99)),
        group=draw(st.sampled_from([None, "civilians", "children"])),
        status=draw(st.sampled_from(status)),
        certainty=draw(st.sampled_from([Certainty.ASSERTED] * 4 + [Certainty.POSSIBLE, Certainty.DENIED])),
    )


CRISES = st.lists(claims(), max_size=14)


@settings(max_examples=60, deadline=None)
@given(CRISES, st.randoms(use_true_random=False))
def test_the_order_of_claims_and_reports_changes_nothing(said: list[Claim], chance: object) -> None:
    shuffled, reports = list(said), list(REPORTS)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    chance.shuffle(reports)  # type: ignore[attr-defined]
    assert fold(shuffled, reports) == fold(said, REPORTS)


@settings(max_examples=60, deadline=None)
@given(CRISES)
def test_every_bound_is_one_claims_own_number(said: list[Claim]) -> None:
    by_id = {one.id: one for one in said}
    for finding in fold(said, REPORTS).findings:
        for side in ("low", "best", "high"):
            bound = getattr(finding, side)
            if bound is None:
                continue
            assert bound.claims
            assert set(bound.claims) <= set(finding.claims)
            if finding.derived_from is None:
                for name in bound.claims:
                    figure = by_id[name].figure
                    assert figure is not None
                    assert bound.value == getattr(extent(figure), side).value


@settings(max_examples=60, deadline=None)
@given(CRISES)
def test_no_stated_bound_is_a_sum_of_two_figures(said: list[Claim]) -> None:
    values = {one.figure.value for one in said if one.figure and one.figure.value}
    sums = {a + b for a, b in combinations(values, 2)} - values
    for finding in fold(said, REPORTS).findings:
        for bound in (finding.low, finding.best, finding.high):
            assert bound is None or not bound.stated or bound.value not in sums


@settings(max_examples=60, deadline=None)
@given(CRISES)
def test_every_claim_stands_in_the_picture_and_every_id_once(said: list[Claim]) -> None:
    found = fold(said, REPORTS)
    assert {name for finding in found.findings for name in finding.claims} == {one.id for one in said}
    assert len({finding.id for finding in found.findings}) == len(found.findings)
    for finding in found.findings:
        assert finding.low is None or finding.high is None or finding.low.value <= finding.high.value  # type: ignore[operator]


@settings(max_examples=30, deadline=None)
@given(CRISES)
def test_a_picture_comes_back_from_its_json(said: list[Claim]) -> None:
    found = fold(said, REPORTS, as_of=FRIDAY)
    assert from_json(to_json(found), Picture) == found


def stood(said: list[Claim], day: date) -> tuple[Finding, ...]:
    """What the histories of all keys say of a day."""
    by_id = {one.id: one for one in REPORTS}
    blocks = defaultdict(list)
    for report_id, published in ((one.id, one.published) for one in REPORTS):
        mine = list({one.id: one for one in said if one.report == report_id}.values())
        for name, key in keys_of(mine, published).items():
            one = next(claim for claim in mine if claim.id == name)
            blocks[key].append(Told(claim=one, report=by_id[report_id], since=published or date.max))
    known = [known for key, told in blocks.items() for known in history(key, told)]
    return assembled(one.finding for one in known if one.since <= day and (one.until is None or day < one.until))


@settings(max_examples=60, deadline=None)
@given(CRISES, st.sampled_from([MONDAY, TUESDAY, FRIDAY, None]))
def test_what_stood_on_a_day_is_what_folding_gives_for_it(said: list[Claim], day: date | None) -> None:
    assert stood(said, day or date.max) == fold(said, REPORTS, as_of=day).findings
