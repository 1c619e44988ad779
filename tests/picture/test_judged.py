"""What judgements do to the picture."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.picture.making import FRIDAY, MONDAY, OTHER_TOWN, PROVINCE, TOWN, bounds, claim, days, only, report
from tests.picture.test_properties import CRISES, REPORTS

from clearway.model import Claim, Finding, Judgement, Picture, State, Verdict
from clearway.picture import fold, heir_of, inherited

AT = datetime(2020, 3, 1, tzinfo=UTC)


def judged(verdict: Verdict, *claims: Claim, **more: object) -> Judgement:
    return Judgement(verdict=verdict, claims=tuple(one.id for one in claims), by="amal", at=AT, **more)  # type: ignore[arg-type]


def picture(*claims: Claim, judgements: list[Judgement]) -> Picture:
    names = sorted({one.report for one in claims})
    return fold(claims, [report(name) for name in names], judgements=judgements)


def of(found: Picture, one: Claim) -> Finding:
    return next(finding for finding in found.findings if one.id in finding.claims and not finding.derived_from)


ONE = claim("killed", 5, by="UN", at=TOWN, when=days(MONDAY))
OTHER = claim("killed", 9, by="Coast Monitor", at=OTHER_TOWN, when=days(MONDAY), within="r2")


def test_claims_judged_the_same_make_one_finding_wherever_they_are_folded() -> None:
    assert len(picture(ONE, OTHER, judgements=[]).findings) == 2
    found = only(picture(ONE, OTHER, judgements=[judged(Verdict.SAME, ONE, OTHER)]))
    assert (bounds(found), found.state) == ((5, None, 9), State.CONTESTED)


def test_claims_judged_different_stand_apart() -> None:
    a = claim("killed", 299, by="UN", at=PROVINCE)
    b = claim("killed", 299, by="UN", at=PROVINCE, within="r2")
    assert len(picture(a, b, judgements=[]).findings) == 1
    assert len(picture(a, b, judgements=[judged(Verdict.DIFFERENT, a, b)]).findings) == 2


def test_a_claim_judged_to_count_a_part_is_part_of_the_wholes_finding() -> None:
    found = picture(ONE, OTHER, judgements=[judged(Verdict.PART_OF, ONE, OTHER)])
    assert of(found, ONE).part_of == of(found, OTHER).id


def test_a_rejected_claim_counts_in_no_picture() -> None:
    found = picture(ONE, OTHER, judgements=[judged(Verdict.REJECT, ONE)])
    assert only(found).claims == (OTHER.id,)


def test_a_corrected_slot_counts_as_corrected_and_says_by_whom() -> None:
    found = only(picture(ONE, judgements=[judged(Verdict.CORRECT, ONE, slot="value", value="7")]))
    assert bounds(found) == (7, 7, 7)
    assert "corrected by amal: value is 7" in found.notes


def test_a_preferred_claim_gives_the_best_even_where_sources_exclude_one_another() -> None:
    rival = claim("killed", 9, by="Coast Monitor", at=TOWN, when=days(MONDAY), within="r2")
    assert bounds(only(picture(ONE, rival, judgements=[]))) == (5, None, 9)
    found = only(picture(ONE, rival, judgements=[judged(Verdict.PREFER, rival)]))
    assert (bounds(found), found.state) == ((5, 9, 9), State.CONTESTED)
    assert "preferred by amal" in found.notes


def test_a_judgement_passes_to_the_claim_that_a_new_reading_put_in_its_place() -> None:
    old = claim("killed", 5, by="UN", at=TOWN)
    new = claim("killed", 5, by="UN", at=TOWN, group="civilians")
    assert heir_of(old, [ONE, OTHER, new]) == new
    judgement = judged(Verdict.REJECT, old)
    assert inherited(judgement, {old.id: (old, new)}).claims == (new.id,)
    assert inherited(judgement, {old.id: (old, new)}).id == judgement.id


def test_what_was_judged_of_a_figure_does_not_pass_to_another_figure() -> None:
    old, new = claim("killed", 5, by="UN"), claim("killed", 8, by="UN")
    heirs = {old.id: (old, new)}
    assert inherited(judged(Verdict.REJECT, old), heirs).claims == (old.id,)
    assert inherited(judged(Verdict.CORRECT, old, slot="actor", value="x"), heirs).claims == (new.id,)


@settings(max_examples=60, deadline=None)
@given(CRISES, st.data())
def test_judgements_leave_every_other_claim_in_the_picture(said: list[Claim], data: st.DataObject) -> None:
    by_id = {one.id: one for one in said}
    pairs = st.lists(st.sampled_from(sorted(by_id)), min_size=2, max_size=2, unique=True)
    verdicts = st.sampled_from([Verdict.SAME, Verdict.DIFFERENT, Verdict.PART_OF, Verdict.REJECT])
    made = []
    if len(by_id) > 1:
        for _ in range(data.draw(st.integers(0, 4))):
            made.append(judged(data.draw(verdicts), *(by_id[name] for name in data.draw(pairs))))
    gone = {name for one in made if one.verdict is Verdict.REJECT for name in one.claims}
    for day in (None, FRIDAY):
        found = fold(said, REPORTS, judgements=made, as_of=day)
        if day is None:
            assert {name for finding in found.findings for name in finding.claims} == set(by_id) - gone
        assert found == fold(said[::-1], REPORTS, judgements=made[::-1], as_of=day)
