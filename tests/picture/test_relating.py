from datetime import date
from itertools import permutations

import pytest
from hypothesis import given, settings
from tests.picture.making import (
    FRIDAY,
    MONDAY,
    OTHER_TOWN,
    PROVINCE,
    TOWN,
    TUESDAY,
    about,
    claim,
    days,
    percent,
    report,
)
from tests.picture.test_properties import CRISES, REPORTS

from clearway.model import Claim, Figure, Quantifier, Relation, Status, Tie, Whole
from clearway.picture import entry_of, relations

SINCE = days(date(2020, 1, 1), TUESDAY)
PUBLISHED = {"r1": TUESDAY, "r2": FRIDAY}


def between(one: Claim, other: Claim) -> Relation:
    entries = [entry_of(each, report(each.report, published=PUBLISHED[each.report])) for each in (one, other)]
    (found,) = {relations(order) for order in permutations(entries)}
    (relation,) = found
    return relation


def hedged(value: int, quantifier: Quantifier) -> Figure:
    return Figure(value=value, quantifier=quantifier)


WORDS = "five people were killed in the market at noon on monday said the office there"
HERE = {"at": TOWN, "when": days(MONDAY)}
ARMY = {"at": PROVINCE, "by": "UN"}
MORE, ALMOST = hedged(900_000, Quantifier.MORE_THAN), hedged(900_000, Quantifier.ALMOST)
CHILDREN = Figure(value=40, whole=Whole(words="the 299", value=299))
HOMES = Figure(value=200, unit="household")

PAIRS = {
    Tie.SAME: (
        claim("killed", 5, by="UN", **HERE),
        claim("killed", 5, by="Monitor", within="r2", words="a count of five dead", **HERE),
    ),
    Tie.ROUNDED: (
        claim("killed", 299, by="UN", when=SINCE),
        claim("killed", about(300), by="UN", when=SINCE, start=20),
    ),
    Tie.COPY: (claim("killed", 5, words=WORDS, **HERE), claim("killed", 5, words=WORDS, within="r2", **HERE)),
    Tie.REPORTED: (claim("killed", 299, **ARMY), claim("killed", 299, within="r2", words="299 in all", **ARMY)),
    Tie.UPDATE: (
        claim("displaced", 960_000, within="r2", **ARMY),
        claim("displaced", 900_000, **ARMY),
    ),
    Tie.INCREMENT: (
        claim("killed", 10, when=days(date(2020, 2, 12), TUESDAY), start=20, **ARMY),
        claim("killed", 299, when=SINCE, **ARMY),
    ),
    Tie.SUBSET: (
        claim("killed", CHILDREN, group="children", by="UN", when=SINCE, start=20),
        claim("killed", 299, by="UN", when=SINCE),
    ),
    Tie.SHARE: (
        claim("killed", percent(93, 299), by="UN", when=SINCE, start=20),
        claim("killed", 299, by="UN", when=SINCE),
    ),
    Tie.VALUE: (claim("killed", 5, by="UN", **HERE), claim("killed", 9, by="Monitor", within="r2", **HERE)),
    Tie.BOUND: (claim("displaced", MORE, **ARMY), claim("displaced", ALMOST, at=PROVINCE, by="Monitor", start=20)),
    Tie.WINDOW: (
        claim("killed", 299, by="UN", at=PROVINCE, when=SINCE),
        claim("killed", 400_000, by="UN", at=PROVINCE, when=days(date(2011, 1, 1), TUESDAY), start=20),
    ),
    Tie.AREA: (claim("displaced", 500, by="UN", at=TOWN), claim("displaced", 900, by="UN", at=OTHER_TOWN, start=20)),
    Tie.UNIT: (claim("displaced", HOMES, **ARMY), claim("displaced", 900, start=20, **ARMY)),
    Tie.POPULATION: (
        claim("killed", 7, group="soldiers", **HERE),
        claim("killed", 9, group="medics", start=20, **HERE),
    ),
    Tie.METHOD: (claim("killed", 5, by="UN", **HERE), claim("killed", 900, by="Monitor", within="r2", **HERE)),
    Tie.EVENT: (claim("attack", **HERE), claim("killed", 5, within="r2", **HERE)),
}


def test_there_is_a_case_of_every_relation() -> None:
    assert PAIRS.keys() == set(Tie)


@pytest.mark.parametrize("tie", PAIRS)
def test_two_claims_have_a_relation_with_its_reason_in_either_order(tie: Tie) -> None:
    one, other = PAIRS[tie]
    found = between(one, other)
    assert (found.tie, {found.one, found.other}) == (tie, {one.id, other.id})
    assert found.reason


@pytest.mark.parametrize("tie", [Tie.UPDATE, Tie.INCREMENT, Tie.SUBSET, Tie.SHARE])
def test_what_is_something_else_the_other_way_round_names_which_is_which(tie: Tie) -> None:
    one, other = PAIRS[tie]
    found = between(one, other)
    assert (found.one, found.other) == (one.id, other.id)


def test_children_are_among_the_civilians_of_the_same_days() -> None:
    children = claim("displaced", 525_000, group="children", by="UNICEF", start=20)
    found = between(children, claim("displaced", hedged(1_000_000, Quantifier.ALMOST), group="civilians", by="UN"))
    assert (found.tie, found.one) == (Tie.SUBSET, children.id)


def test_statuses_that_exclude_one_another_contradict() -> None:
    shut = claim("road_status", status=Status.CLOSED, at=TOWN, by="UN", when=days(MONDAY))
    free = claim("road_status", status=Status.OPEN, at=TOWN, by="army", start=20, when=days(MONDAY))
    assert between(shut, free).tie is Tie.VALUE


def test_what_has_nothing_to_do_with_one_another_has_no_relation() -> None:
    entries = [
        entry_of(claim("talks"), report()),
        entry_of(claim("killed", 5, start=20, at=TOWN, when=days(MONDAY)), report()),
        entry_of(claim("killed", 9, start=40, at=OTHER_TOWN, when=days(MONDAY)), report()),
    ]
    assert relations(entries) == ()


@settings(max_examples=60, deadline=None)
@given(CRISES)
def test_each_pair_has_one_relation_at_most_whatever_the_order(said: list[Claim]) -> None:
    by_id = {one.id: one for one in REPORTS}
    entries = [entry_of(one, by_id[one.report]) for one in said]
    found = relations(entries)
    assert relations(entries[::-1]) == found
    assert len({frozenset((one.one, one.other)) for one in found}) == len(found)
